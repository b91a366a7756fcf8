"""Figures that stand in a message and may be no result of the item: asked, or kept as estimates."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.apart import apart
from bot.domain.reading.model import Doubt, Reading
from db.item_view import ItemView
from handlers.reporting import bare
from handlers.reporting.settling import NUMBERS
from handlers.texts.choices import UNNAMED
from handlers.turn import Turn


def doubted(turn: Turn, reading: Reading) -> Reading:
    """The reading with the doubt that its number is somebody's order, a forecast, or of something else.

    Nothing of a reading that is doubted already, or that was picked from a question.
    """
    item = turn.ward.items.get(reading.item or "")
    by_history = [doubt.reason for doubt in reading.doubts] == ["decrease"]
    if item is None or item.is_task or reading.kind not in NUMBERS or _is_picked(turn):
        return reading
    if reading.doubts and not by_history:
        return reading
    if not reading.doubts and (bare_doubt := bare.doubt_of(turn, reading, item)) is not None:
        return replace(reading, doubts=(bare_doubt,))
    said = _apart(turn, reading, item)
    if by_history and said != "other":
        return reading  # "bhxh tổ 5 có 12 người" is hardly what the period brought
    if said == "unsure":
        return replace(reading, qualifier=reading.qualifier or "approx")
    if said is None:
        return reading
    reason = Doubt("other_count" if said == "other" else "target_not_result", (replace(reading, doubts=()),))
    return replace(reading, doubts=(reason,))


def _apart(turn: Turn, reading: Reading, item: ItemView) -> str | None:
    if turn.message.forwarded:
        return "other"
    names = " ".join((item.name, item.short_name, *item.aliases))
    return apart(turn.words, reading.span, names, of_unit=bool(item.share_of))


def _is_picked(turn: Turn) -> bool:
    question = turn.question
    if question is None or question.answer is None:
        return False
    return question.payload.get("reason") not in UNNAMED
