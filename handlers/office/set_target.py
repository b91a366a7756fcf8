"""/giaochitieu: set or change a target, with the document that says so; older reports keep the older one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.message import Choice
from bot.domain.targets import Target, from_json
from db.item_view import ItemView
from db.models import Question, TargetRow
from db.ward_loading import bump
from handlers.office import set_phased, target_reading
from handlers.texts import set_phased as phased_texts
from handlers.texts import set_target as texts
from handlers.texts.judging import target_words
from handlers.turn import Ask, Reply, Turn, UserError


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
    words, stated = target_reading.split_since(turn, turn.words)
    words, document, day = target_reading.split_document(turn, words)
    if stated is None:
        words, stated = target_reading.split_since(turn, words)
    if not words.strip():
        raise UserError(texts.nothing_found(turn.words))
    payload: dict[str, Any] = {"document": document, "document_date": day.isoformat() if day else None}
    basis, first = texts.basis(document, day), stated or day or turn.today
    if set_phased.is_meant(words):
        return [_steps(turn, words, first, basis, payload)]
    item, rest = target_reading.item_and_rest(turn, words)
    since = _since(item, first)
    before = item.target_on(since)
    after = target_reading.target(turn, item, before, rest)
    text = texts.confirm(item, before, after, basis, since, _parts_of(turn, item, after))
    return [_ask(text, texts.YES, item, after, since, payload)]


def _steps(turn: Turn, words: str, first: date, basis: str, payload: dict[str, Any]) -> Reply:
    """ "CT08a phân kỳ tháng 3: 60; …": the steps are read, and what is odd about them told."""
    item, phased = set_phased.parse(turn, words)
    since = _since(item, first)
    after = replace(item.target_on(since) or Target("cumulative", ">="), phased=phased)
    text = phased_texts.confirm(item, after, basis, since, set_phased.doubts(phased, after))
    return _ask(text, phased_texts.YES, item, after, since, {**payload, "phased": True})


def _ask(text: str, yes: str, item: ItemView, after: Target, since: date, payload: dict[str, Any]) -> Reply:
    payload = {**payload, "item": item.key, "since": since.isoformat(), "target": after.to_json()}
    return Reply(text, choices=(Choice(yes, "yes"), Choice(texts.NO, "no")), ask=Ask("target", payload))


def _since(item: ItemView, day: date) -> date:
    """An assignment follows what holds already, even by a document older than the plan's first day."""
    return max([day, *(since for since, _target in item.targets[-1:])])


def _parts_of(turn: Turn, item: ItemView, after: Target) -> str:
    """What the units of a collected line were given together, where it is not what the line is given."""
    if item.collect != "sum" or after.value is None:
        return ""
    given = [turn.ward.items[key].target for key in item.parts]
    values = [one.value for one in given if one is not None and one.value is not None]
    together = sum(values, start=type(after.value)(0))
    return texts.of_units(item, together, after) if values and together != after.value else ""


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Confirmed: a new target row from the document's date on, or from today without one."""
    payload = question.payload
    item = turn.ward.items[payload["item"]]
    if place != 1:
        return [Reply(texts.left_alone(item))]
    since, day = date.fromisoformat(payload["since"]), payload["document_date"]
    before, after = item.target_on(since), from_json(payload["target"])
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
    steps = "; ".join(f"{month}: {value:f}" for month, value in after.phased.items())
    phased = bool(payload.get("phased"))
    turn.note(
        "set_target", item.key, before=target_words(before), after=steps if phased else target_words(after)
    )
    if phased:
        return [Reply(phased_texts.changed(item, after, since))]
    return [Reply(texts.changed(item, before, after, since))]
