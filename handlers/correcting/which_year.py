"""In the first weeks of a year: a total that goes on from last year's may be December's, sent late."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.schedule import periods_of_plan
from bot.domain.yardstick import is_rate
from db import figures
from db.item_view import ItemView
from handlers.reporting import which_period
from handlers.standings.deadlines import schedule_of
from handlers.standings.last_year import last_value
from handlers.turn import Turn


def unsure(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """A doubt with both years as choices; None for what is surely this year's.

    A rate is much the same from one month to the next: only counts and amounts begin anew. A school year has
    begun in September.
    """
    if reading.period is not None or reading.date is not None or reading.value is None:
        return None
    before = next((one for one in turn.ward.earlier.values() if one.name == item.name), None)
    if before is None or item.target is None or item.target.unit is None or is_rate(item.target.unit):
        return None
    newest = figures.latest(turn.session, [item.id, before.id])
    last = last_value(newest.get(before.id))
    if item.id in newest or last is None or reading.value < last:
        return None
    schedule = schedule_of(before, turn.office)
    if schedule.regime.own_year:
        return None
    period, _day = which_period.of_reading(turn, reading, item)
    december = periods_of_plan(turn.ward.year - 1, schedule)[-1]
    then = replace(reading, period=december.key)
    return Doubt("which_period", (then, replace(reading, period=period.key)))
