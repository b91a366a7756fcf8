"""An event after one that was told: another one, or still the same?"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from handlers.reporting import happened_on, which_period
from handlers.reporting.figure_row import last_before, line_of
from handlers.standings.last_year import last_value
from handlers.turn import Turn

_SO_FAR = re.compile(r"\b(luy ke|tu dau nam|den nay|tong|ca nam|van|nhu (ky|thang|quy) truoc)\b")


def unsure(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """A doubt with both sums since January; None where the words tell, and for what can be made good."""
    target = item.target
    if target is None or not target.is_event_free or target.backlog or reading.value is None:
        return None
    picked = turn.question is not None and turn.question.answer is not None
    if reading.kind == "correction" or turn.replaces or picked:
        return None
    told = _told(turn, reading, item)
    if told is None or _SO_FAR.search(fold(line_of(turn.words, reading))):
        return None
    alone = replace(reading, doubts=())
    both = replace(alone, value=told + reading.value, none_arose=False)
    return Doubt("decrease", (both, alone) if reading.value else (alone,))


def _told(turn: Turn, reading: Reading, item: ItemView) -> Decimal | None:
    """The count that was told before, where this may be another event or take one back; else None."""
    value = reading.value
    period, day = which_period.of_reading(turn, reading, item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    within = last_value(row) if row is not None and not row.supplied else None
    if within is not None and value is not None and within > value:
        return within
    before = last_value(last_before(turn, item, min(day, period.start)))
    if value and before == value and within is None:
        return before
    another = within == value and happened_on.day_told(turn, reading) is not None
    return within if value and another else None
