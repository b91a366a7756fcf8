"""Figures that stand in a message and may be no result of the item: asked, or kept as estimates."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.reading.doubts.apart import apart, is_opposite
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers.doubting import bare, measured, of_event, unreached
from handlers.doubting.kept import NUMBERS
from handlers.reporting.figure_row import line_of
from handlers.results import part_done
from handlers.texts.reporting.choices import UNNAMED
from handlers.turn import Turn

WORK = frozenset({"done", "in_progress"})
_WISHED = re.compile(
    r"(?<!da )\b(?:phai|can|nen|hay|co gang|phan dau|yeu cau|de nghi)\b(?: \w+){0,3} (?:xong|hoan thanh)\b"
    r"|(?<!da )\b(?:xong|hoan thanh) (?:truoc|cham nhat)(?: ngay| thu)? \w"
)
"""Folded words with which somebody says that a task is to be done."""


def doubted(turn: Turn, reading: Reading) -> Reading:
    """The reading with the doubt that its number is somebody's order, a forecast, or of something else.

    Nothing of a reading that is doubted already, or that was picked from a question.
    """
    item = turn.ward.items.get(reading.item or "")
    if item is not None and item.is_task and reading.kind in WORK and not _is_picked(turn):
        return part_done.doubted(_wished(turn, reading), item)
    if item is None or item.is_task or reading.kind not in NUMBERS or _is_picked(turn):
        return reading
    return _number_doubted(turn, reading, item)


def _number_doubted(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    by_history = [doubt.reason for doubt in reading.doubts] == ["decrease"]
    if is_opposite(turn.words, reading.span, _names(item)):
        return replace(reading, doubts=(Doubt("other_count", (replace(reading, doubts=()),)),))
    if (event := of_event.doubt_of(turn, reading, item)) is not None:
        return replace(reading, item=None if event.reason in UNNAMED else item.key, doubts=(event,))
    if reading.none_arose and (lacking := unreached.doubt_of(turn, reading, item)) is not None:
        return replace(reading, doubts=(lacking,))
    if reading.doubts and not by_history:
        return reading
    if by_history and (short := unreached.doubt_of(turn, reading, item)) is not None:
        return replace(reading, doubts=(short,))
    if not reading.doubts and (talked := _of_talk(turn, reading, item)) is not None:
        return replace(reading, doubts=(talked,))
    said = _apart(turn, reading, item)
    if by_history and said not in {"other", "ordered"}:
        return reading  # "bhxh tổ 5 có 12 người" is hardly what the period brought
    if said == "unsure":
        return replace(reading, qualifier=reading.qualifier or "approx")
    if said is None:
        return reading
    reason = Doubt("other_count" if said == "other" else "target_not_result", (replace(reading, doubts=()),))
    return replace(reading, doubts=(reason,))


def _of_talk(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """What the period's figure so far, the talk before and the words around it say against the number."""
    doubts = measured.doubt_of, bare.doubt_of, unreached.doubt_of
    return next((doubt for of in doubts if (doubt := of(turn, reading, item)) is not None), None)


def _wished(turn: Turn, reading: Reading) -> Reading:
    """ "NV-007 phải xong trước 25/11" says by when a task is to be done, hardly that it is."""
    if reading.doubts or not _WISHED.search(fold(line_of(turn.words, reading))):
        return reading
    done = replace(reading, kind="done", status="done")
    noted = replace(reading, kind="greeting", status=None)
    return replace(done, doubts=(Doubt("done_or_noted", (done, noted)),))


def _apart(turn: Turn, reading: Reading, item: ItemView) -> str | None:
    if turn.message.forwarded:
        return "other"
    return apart(turn.words, reading.span, _names(item), of_unit=bool(item.share_of))


def _names(item: ItemView) -> str:
    return " ".join((item.name, item.short_name, *item.aliases))


def _is_picked(turn: Turn) -> bool:
    question = turn.question
    if question is None or question.answer is None:
        return False
    return question.payload.get("reason") not in UNNAMED
