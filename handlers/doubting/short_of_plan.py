"""What is lacking instead of what there is: "bhxh thiếu 55 người nữa" of a plan of 269."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from bot.domain.yardstick import is_rate
from db.item_view import ItemView
from handlers.reporting.figure_row import line_of
from handlers.texts.reporting.choices import SHORT_OF_PLAN
from handlers.turn import Turn

_LACKING = re.compile(r"\bthieu (\d{1,6})(?![\d.,%/])|\bcon (\d{1,6}) (?:\w+ )?nua (?:moi|la|thi) du\b")


def short_of_plan(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """The reading with the question whether the plan less what is lacking is the total."""
    target = item.target
    found = _LACKING.search(fold(line_of(turn.words, reading)))
    if target is None or target.value is None or found is None or reading.kind != "in_progress":
        return reading
    reached = target.value - Decimal(found[1] or found[2])
    if reached < 0 or target.comparator != ">=" or is_rate(target.unit):
        return reading
    total = replace(reading, kind="figure", status=None, value=reached, unit=target.unit, words="", also=())
    doubt = Doubt("delta_without_total", (replace(total, rule=SHORT_OF_PLAN),))
    return replace(reading, kind="ambiguous", doubts=(doubt,))
