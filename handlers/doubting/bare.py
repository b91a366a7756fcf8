"""A number that goes on from the talk before: it may be a drop, what came since, or a choice that is gone."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.reading.doubts.history import against_history
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from bot.domain.yardstick import is_rate
from db import figures, outbox
from db.item_view import ItemView, known_item
from db.models import Figure
from handlers import rights
from handlers.reporting import which_period
from handlers.reporting.figure_row import line_of
from handlers.standings.last_year import as_reported
from handlers.turn import Turn

_TIMES = 3
_PART = 4
_PLACE = re.compile(r"\d[.)]?")
_NEW = re.compile(r"\d (?:\w+ ){0,3}(?:moi|them|nua)\b(?! nhat)")
"""What came since, and no total: "12 lao động mới" while a total is asked about."""
_TOTAL = re.compile(r"\b(luy ke|tu dau nam|tong)\b")


def doubt_of(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """What must be asked about a number that nothing but the talk before it says what it is of.

    Whoever replies to the receipt, edits the message or says "sửa" means to change what was recorded; a
    number without a name that comes while something is asked answers that.
    """
    corrects = reading.kind == "correction" or turn.replaces or turn.message.reply_to
    if corrects or reading.value is None:
        return None
    if reading.named:
        return _came_since(turn, reading, item) or _below_later(turn, reading, item)
    if turn.question is not None and turn.question.answer is None:
        came_since = _NEW.search(fold(line_of(turn.words, reading))) is not None
        return _fallen(turn, reading, item) if came_since else _of_choices(turn, reading, item)
    return _fallen(turn, reading, item) or _of_list(turn, reading)


def _came_since(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """ "Quỹ khuyến học 250 nghìn" after 177 million of the same period is rather one gift more.

    A total of less than half was hardly mistyped; what was put right a little takes no question. Where the
    plan has no number, ten times the own figure is asked about too.
    """
    doubt = None if reading.none_arose else _fallen(turn, reading, item)
    if doubt is None or (doubt.reason == "outlier" and _has_plan(item)):
        return None
    if doubt.reason == "decrease" and _TOTAL.search(fold(line_of(turn.words, reading))):
        return None
    return doubt if doubt.reason == "outlier" or len(doubt.candidates) > 1 else None


def _below_later(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """ "T9: 690 triệu" when 6,42 tỷ have come by October: rather what that month brought than all until it.

    A fourth of its share of the later total at least is taken for a total.
    """
    if item.target is None or not item.target.is_total or not reading.period:
        return None
    _period, day = which_period.of_reading(turn, reading, item)
    later = figures.latest(turn.session, [item.id]).get(item.id)
    if later is None or not later.value or (later.as_of.year, later.state) != (day.year, "value"):
        return None
    share = later.value * day.month / later.as_of.month / _PART
    told = _TOTAL.search(fold(line_of(turn.words, reading))) is not None
    small = later.as_of > day and reading.value is not None and not reading.none_arose
    return Doubt("decrease", (reading,)) if small and not told and (reading.value or 0) < share else None


def _has_plan(item: ItemView) -> bool:
    """Whether the plan has a number to hold a figure against, as the reading of it has done."""
    return item.target is not None and item.target.value is not None


def _fallen(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """A drop of what this very period has: "1" after "141"."""
    known = known_item(item)
    period, _day = which_period.of_reading(turn, reading, item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    if is_rate(reading.unit) and not is_rate(known.unit):
        return _far_share(reading, row)  # "102%" of what is assigned is of another measure than đồng
    before = as_reported(item, row) if row is not None and not row.supplied else None
    doubt = against_history(reading, known, before) if before is not None else None
    if doubt is None or before is None or doubt.reason != "decrease" or (reading.value or 0) * 2 < before:
        return doubt
    # Hardly what one period brought on top of it.
    return replace(doubt, candidates=tuple(one for one in doubt.candidates if one.value == reading.value))


def _far_share(reading: Reading, row: Figure | None) -> Doubt | None:
    """ "9,3%" of what was assigned after "93%"."""
    before = row.value if row is not None and row.state == "of_assigned" else None
    if not before or reading.value is None or before / _TIMES <= reading.value <= before * _TIMES:
        return None
    return Doubt("outlier", (reading,))


def _of_choices(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """ "3" below two choices, of who does not answer for the item: hardly a figure entered for its owner."""
    if turn.question is None or not turn.question.choices or _PLACE.fullmatch(turn.words.strip()) is None:
        return None
    if rights.is_asked(turn.ward, turn.person, item.owner_id):
        return None
    return Doubt("other_count", (reading,))


def _of_list(turn: Turn, reading: Reading) -> Doubt | None:
    """ "1" below a message in which something has this number."""
    words, here = turn.words.strip(), turn.message.address
    if _PLACE.fullmatch(words) is None:
        return None
    said = outbox.last_text(turn.session, here.account, here.chat)
    listed = said is not None and re.search(rf"^\s*{words[0]}\. ", said, re.MULTILINE) is not None
    return Doubt("other_count", (reading,)) if listed else None
