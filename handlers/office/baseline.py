""" "Đầu năm 12 hộ nghèo": from what a fall is counted. The office sets it, as a plan's "đầu kỳ" does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.domain.message import Choice
from bot.domain.reading.amounts.units import reduces
from bot.domain.reading.words import fold
from db.item_view import ItemView, known_item
from db.models import Question, TargetRow
from db.ward_loading import bump
from handlers import finding, rights
from handlers.office.set_target import from_day
from handlers.subject import single
from handlers.texts.office import baseline as texts
from handlers.turn import Ask, Reply, Turn

KIND = "baseline"


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """A yes is asked of who sets targets; the others are told who does. It is never a figure of today."""
    folded = fold(turn.words)
    if "dau nam" not in folded and "dau ky" not in folded:
        return None
    item, words = _named(turn)
    said = texts.HEARD.fullmatch(words)
    if (
        item is None
        or item.target is None
        or said is None
        or not _may_be_of(said["unit"] or said["of"], item)
    ):
        return None
    baseline, now = Decimal(said["baseline"] or said["behind"]), Decimal(said["now"]) if said["now"] else None
    if item.target.baseline == baseline:
        return None if now is not None else [Reply(texts.same(item), items=(item.key,))]
    if not rights.may(turn.person, "set_target"):
        if now is not None and item.target.baseline is None:
            return None  # of "đầu năm 12, nay còn 9" the fall is reported
        return [Reply(texts.office_enters(item, baseline, now, turn.person), items=(item.key,))]
    choices = (Choice(texts.YES, "yes"), Choice(texts.NO, "no"))
    ask = Ask(KIND, {"item": item.key, "baseline": str(baseline)})
    return [Reply(texts.confirm(item, baseline, now), choices, ask=ask, items=(item.key,))]


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """A new row of the target, from the day on which the newest one holds: the number is the whole year's."""
    item = turn.ward.items[question.payload["item"]]
    baseline = Decimal(question.payload["baseline"])
    if place != 1 or item.target is None:
        return [Reply(texts.left_alone(item), items=(item.key,))]
    before = item.target.baseline
    row = TargetRow(
        item_id=item.id,
        valid_from=from_day(item, turn.today.replace(month=1, day=1)),
        spec=replace(item.target, baseline=baseline).to_json(),
        entered_by_id=turn.person.id,
        entered_at=turn.now,
    )
    turn.session.add(row)
    bump(turn.session, turn.ward.id)
    turn.note("set_target", item.key, before=texts.noted(before), after=texts.noted(baseline))
    return [Reply(texts.written(item, baseline), items=(item.key,))]


def _named(turn: Turn) -> tuple[ItemView | None, str]:
    """The one item that is reduced, named or told of last, and the folded words with NAME in its place."""
    hit = turn.ward.catalogue.find(turn.words)
    text = turn.words
    if hit.items and not hit.guessed:
        start, end = hit.span
        found = finding.meant(turn.ward, turn.person, [turn.ward.items[one.key] for one in hit.items])
        text = f"{text[:start]} NAME {text[end:]}"
    else:
        key = single(turn)
        found = [turn.ward.items[key]] if key else []
    fitting = [item for item in found if not item.is_task and reduces(known_item(item))]
    words = " ".join(fold(text).replace("name", "NAME").split()).strip(" .!")
    return (fitting[0] if len(fitting) == 1 else None), words


def _may_be_of(unit: str | None, item: ItemView) -> bool:
    """Tell "12 hộ" from "12 người" of what counts households."""
    counted = item.target.unit if item.target is not None else None
    return unit is None or counted is None or fold(counted).split()[0] == unit
