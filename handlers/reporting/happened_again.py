"""An event after one of an earlier period: another one, or still the one that was told?"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers.reporting import which_period
from handlers.reporting.figure_row import last_before, line_of
from handlers.standings.last_year import last_value
from handlers.turn import Turn

_SO_FAR = re.compile(r"\b(luy ke|tu dau nam|den nay|tong|ca nam|van|nhu (ky|thang|quy) truoc)\b")


def unsure(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """A doubt with both sums since January; None where the words tell, and for what can be made good."""
    target = item.target
    if target is None or target.evaluation != "event_free" or target.backlog or not reading.value:
        return None
    period, day = which_period.of_reading(turn, reading, item)
    before = last_before(turn, item, min(day, period.start))
    told = last_value(before)
    picked = turn.question is not None and turn.question.answer is not None
    if told != reading.value or reading.kind == "correction" or turn.replaces or picked:
        return None
    if _SO_FAR.search(fold(line_of(turn.words, reading))):
        return None
    both = replace(reading, value=told + reading.value, doubts=())
    return Doubt("decrease", (both, replace(reading, doubts=())))
