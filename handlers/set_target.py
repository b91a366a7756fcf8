"""/giaochitieu: set or change a target, with the document that says so; older reports keep the older one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.domain.message import Choice
from bot.domain.reading import read
from bot.domain.reading.dates import DateReading, read_date
from bot.domain.reading.model import Context
from bot.domain.targets import Target
from db import audit
from db.models import Question, TargetRow
from db.ward_view import ItemView, bump
from handlers.report import find_item
from handlers.texts import set_target as texts
from handlers.turn import Ask, Reply, Turn, UserError


def change(turn: Turn) -> Sequence[Reply]:
    """/giaochitieu <chỉ tiêu> <số> [QĐ số … ngày …]: read, echo, and wait for a yes."""
    if not turn.words:
        without = [
            item
            for item in turn.ward.items.values()
            if item.target is not None
            and item.target.source == "assigned_later"
            and item.target.value is None
        ]
        return [Reply(texts.usage(without))]
    words, document, day = _split_document(turn, turn.words)
    item, value = _read(turn, words)
    if not isinstance(item, ItemView):
        return item
    payload = {
        "item": item.key,
        "value": f"{value:f}",
        "document": document,
        "document_date": day.isoformat() if day else None,
    }
    choices = (Choice(texts.YES, "yes"), Choice(texts.NO, "no"))
    return [
        Reply(
            texts.confirm(item, value, document, day, turn.today), choices=choices, ask=Ask("target", payload)
        )
    ]


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Confirmed: a new target row from today on."""
    payload = question.payload
    item = turn.ward.items[payload["item"]]
    if place != 1:
        return [Reply(texts.left_alone(item))]
    before = item.target
    target = _with_value(before, Decimal(payload["value"]))
    day = payload["document_date"]
    turn.session.add(
        TargetRow(
            item_id=item.id,
            valid_from=turn.today,
            spec=target.to_json(),
            document=payload["document"],
            document_date=date.fromisoformat(day) if day else None,
            entered_by_id=turn.person.id,
            entered_at=turn.now,
        )
    )
    bump(turn.session, turn.ward.id)
    audit.note(
        turn.session,
        turn.now,
        "set_target",
        item.key,
        ward_id=turn.ward.id,
        person_id=turn.person.id,
        before=str(before.value) if before and before.value is not None else None,
        after=payload["value"],
        inbox_id=turn.inbox_id,
    )
    return [Reply(texts.changed(item, before, target, turn.today), items=(item.key,))]


def _with_value(before: Target | None, value: Decimal) -> Target:
    if before is None:
        return Target("level", ">=", value=value)
    if before.low is not None or before.high is not None:
        return replace(before, value=value, low=None, high=None, comparator=">=", source="fixed")
    comparator = before.comparator or ">="
    if comparator == "reduce_by":
        return replace(before, reduce_low=value, reduce_high=value, value=value, source="fixed")
    return replace(before, value=value, comparator=comparator, source="fixed", phased={})


def _split_document(turn: Turn, words: str) -> tuple[str, str | None, date | None]:
    """The words without the document, the document's number, its date."""
    found = texts.DOCUMENT.search(words)
    if found is None:
        return words, None, None
    document, rest = found[1].strip(), words[: found.start()].strip()
    if dated := texts.DATED.match(document):
        day = read_date(dated[2], turn.now)
        if not isinstance(day, DateReading):
            raise UserError(texts.unreadable_date(dated[2]))
        # A document is of the past: "5/1" said in November is last January's.
        start = day.start if day.start <= turn.today else day.start.replace(year=day.start.year - 1)
        return rest, dated[1].strip(), start
    return rest, document, None


def _read(turn: Turn, words: str) -> tuple[ItemView | Sequence[Reply], Decimal]:
    """The indicator and the number; what can be read two ways is refused with the reason."""
    item = find_item(turn, words, "item")
    if not isinstance(item, ItemView):
        raise UserError(texts.several(words))
    if item.is_task:
        raise UserError(texts.not_an_indicator(item))
    readings = read(words, turn.ward.catalogue, Context(now=turn.now, item=item.key))
    numbers = [
        one
        for one in readings
        if one.value is not None and one.item == item.key and not ({d.reason for d in one.doubts} - _HARMLESS)
    ]
    if len(numbers) != 1 or numbers[0].value is None:
        raise UserError(texts.number_unclear(item))
    return item, numbers[0].value


_HARMLESS = {"target_not_result", "outlier", "decrease", "out_of_range"}
"""Doubts about results; a target may be any number."""
