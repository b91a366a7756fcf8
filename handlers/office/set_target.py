"""/giaochitieu: set or change a target, with the document that says so; older reports keep the older one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.domain.message import Choice
from bot.domain.reading import read
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.model import Context
from bot.domain.targets import Target
from db.item_view import ItemView
from db.models import Question, TargetRow
from db.ward_loading import bump
from handlers import finding
from handlers.office import set_phased
from handlers.texts import set_phased as phased_texts
from handlers.texts import set_target as texts
from handlers.turn import Ask, Reply, Turn, UserError

UNCOUNTED = frozenset({"event_free", "narrative"})
"""What has no number to assign, whatever its unit."""


def change(turn: Turn) -> Sequence[Reply]:
    """/giaochitieu <chỉ tiêu> <số> [QĐ số … ngày …] [từ …]: read, echo, and wait for a yes."""
    if not turn.words:
        without = [
            item
            for item in turn.ward.items.values()
            if item.target is not None
            and item.target.source == "assigned_later"
            and item.target.value is None
        ]
        return [Reply(texts.usage(without))]
    words, stated = _split_since(turn, turn.words)
    words, document, day = _split_document(turn, words)
    payload: dict[str, Any] = {"document": document, "document_date": day.isoformat() if day else None}
    if set_phased.is_meant(words):
        item, phased = set_phased.parse(turn, words)
        since = _since(item, stated or day or turn.today)
        payload |= {"item": item.key, "since": since.isoformat(), "phased": _as_text(phased)}
        target = _with_steps(item.target_on(since), phased)
        odd = set_phased.doubts(phased, target)
        text = phased_texts.confirm(item, phased, target, texts.basis(document, day), since, odd)
        choices = (Choice(phased_texts.YES, "yes"), Choice(texts.NO, "no"))
        return [Reply(text, choices=choices, ask=Ask("target", payload))]
    item, value = _read(turn, words)
    since = _since(item, stated or day or turn.today)
    payload |= {"item": item.key, "since": since.isoformat(), "value": f"{value:f}"}
    after = _with_value(item.target_on(since), value)
    choices = (Choice(texts.YES, "yes"), Choice(texts.NO, "no"))
    text = texts.confirm(item, item.target_on(since), after, document, day, since)
    return [Reply(text, choices=choices, ask=Ask("target", payload))]


def _since(item: ItemView, day: date) -> date:
    """An assignment follows what holds already, even by a document older than the plan's first day."""
    return max([day, *(since for since, _target in item.targets[-1:])])


def _as_text(phased: set_phased.Phased) -> dict[str, str]:
    return {str(month): f"{value:f}" for month, value in phased.items()}


def _with_steps(before: Target | None, phased: set_phased.Phased) -> Target:
    return replace(before or Target("cumulative", ">="), phased=phased)


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Confirmed: a new target row from the document's date on, or from today without one."""
    payload = question.payload
    item = turn.ward.items[payload["item"]]
    if place != 1:
        return [Reply(texts.left_alone(item))]
    since, day = date.fromisoformat(payload["since"]), payload["document_date"]
    before = item.target_on(since)
    steps = {int(month): Decimal(value) for month, value in payload.get("phased", {}).items()}
    after = _with_steps(before, steps) if steps else _with_value(before, Decimal(payload["value"]))
    turn.session.add(
        TargetRow(
            item_id=item.id,
            valid_from=since,
            spec=after.to_json(),
            document=payload["document"],
            document_date=date.fromisoformat(day) if day else None,
            entered_by_id=turn.person.id,
            entered_at=turn.now,
        )
    )
    bump(turn.session, turn.ward.id)
    turn.note(
        "set_target",
        item.key,
        before=str(before.value) if before and before.value is not None else None,
        after=payload["value"] if not steps else "; ".join(f"{m}: {v}" for m, v in payload["phased"].items()),
    )
    if steps:
        return [Reply(phased_texts.changed(item, steps, after, since))]
    return [Reply(texts.changed(item, before, after, since))]


def _with_value(before: Target | None, value: Decimal) -> Target:
    if before is None:
        return Target("level", ">=", value=value)
    if before.low is not None or before.high is not None:
        return replace(before, value=value, low=None, high=None, comparator=">=", source="fixed")
    comparator = before.comparator or ">="
    if comparator == "reduce_by":
        return replace(before, reduce_low=value, reduce_high=value, value=value, source="fixed")
    return replace(before, value=value, comparator=comparator, source="fixed", phased={})


def _split_since(turn: Turn, words: str) -> tuple[str, date | None]:
    """The words without the day from which the target holds, and that day."""
    found = texts.SINCE.search(words)
    if found is None:
        return words, None
    day = find_date(found[1], turn.now, expected=True)
    if not isinstance(day, DateReading):
        raise UserError(texts.unreadable_since(found[1]))
    return words[: found.start()], day.start


def _split_document(turn: Turn, words: str) -> tuple[str, str | None, date | None]:
    """The words without the document, the document's number, its date."""
    found = texts.DOCUMENT.search(words)
    if found is None:
        return words, None, None
    document, rest = found[1].strip(), words[: found.start()].strip()
    if dated := texts.DATED.match(document):
        # A document is of the past: "5/1" said in November is last January's.
        day = find_date(dated[2], turn.now, expected=True, past=True)
        if not isinstance(day, DateReading) or day.start > turn.today:
            raise UserError(texts.unreadable_date(dated[2]))
        return rest, dated[1].strip(), day.start
    return rest, document, None


def _read(turn: Turn, words: str) -> tuple[ItemView, Decimal]:
    """The indicator and the number. Raises UserError, with the reason, for what can be read two ways."""
    if line := finding.compound(turn.ward, words.split()[0]):
        raise UserError(texts.has_parts(line, [turn.ward.items[key] for key in line.parts]))
    found = turn.ward.catalogue.find(words)
    hits = [turn.ward.items[one.key] for one in found.items]
    if len(hits) != 1:
        raise UserError(texts.several(words, hits) if hits else texts.nothing_found(words))
    item = hits[0]
    if item.is_task:
        raise UserError(texts.not_an_indicator(item))
    if item.target is None or item.target.unit is None or item.target.evaluation in UNCOUNTED:
        raise UserError(texts.no_number(item))
    start, end = found.span
    said = f"{item.key} {words[:start]} {words[end:]}"
    readings = read(said, turn.ward.catalogue, Context(now=turn.now, item=item.key))
    numbers = [
        one
        for one in readings
        if one.value is not None and one.item == item.key and not ({d.reason for d in one.doubts} - _HARMLESS)
    ]
    if len(numbers) != 1 or numbers[0].value is None:
        raise UserError(texts.number_unclear(item))
    return item, numbers[0].value


_HARMLESS = {"target_not_result", "outlier", "decrease", "out_of_range", "which_measure"}
"""Doubts about results; a target may be any number."""
