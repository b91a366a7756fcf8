"""Figures that are measured otherwise than the item, or than what its period has already: asked first."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.yardstick import is_rate
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers.reporting import which_period
from handlers.turn import Turn

_FAR = 10
"""Times the reduction that the plan wants: the level was told, or a digit too many."""


def doubt_of(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """A number of what is graded, of another measure than before, or far beyond the reduction wanted.

    "Huấn luyện dân quân 48/50", "95% dự toán" after 7,2 tỷ, "tỷ lệ sinh 12‰" of a fall by 0,05 ‰.
    """
    if reading.value is None or reading.none_arose or reading.kind == "correction":
        return None
    if item.target is not None and item.target.grade is not None:
        return Doubt("other_count", (reading,))
    if _is_far(reading, item):
        return Doubt("outlier", (reading,))
    period, _day = which_period.of_reading(turn, reading, item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    if row is None or row.supplied:
        return None
    if _is_part_alone(reading, row, item):
        pair = replace(reading, value=row.value, numerator=row.numerator, denominator=row.denominator)
        return Doubt("two_numbers", (pair, reading))
    return Doubt("other_count", (reading,)) if _is_other_measure(reading, row, item) else None


def _is_far(reading: Reading, item: ItemView) -> bool:
    """A level that has a plan of its own beside the fall ("không quá 8,06%") is no fall."""
    target = item.target
    if target is None or target.value is not None or not is_rate(target.unit):
        return False
    wanted = target.reduce_high or target.reduce_low
    return wanted is not None and reading.value is not None and reading.value >= wanted * _FAR


def _is_part_alone(reading: Reading, row: Figure, item: ItemView) -> bool:
    """Tell the 12 that was sent as 12/14 before from 12 %."""
    rate = item.target is not None and is_rate(item.target.unit)
    return rate and reading.numerator is None and reading.value == row.numerator


def _is_other_measure(reading: Reading, row: Figure, item: ItemView) -> bool:
    """Tell a percentage where an amount is, and of what has no unit an amount where a percentage is."""
    unit = item.target.unit if item.target is not None else None
    if is_rate(unit):
        return False
    share = reading.kind == "percent" and reading.numerator is None
    if row.state == "value":
        return share and row.value is not None
    return row.state == "of_assigned" and unit is None and not share
