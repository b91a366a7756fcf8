"""Whether an item's period is one of the plan's, and what is said of one that is not."""

from __future__ import annotations

from bot.domain.periods import Period, in_break, periods_of_year, year_of
from bot.domain.schedule import Schedule, periods_of_plan, year_meant
from db import plans
from db.item_view import ItemView
from handlers.standings.deadlines import schedule_of
from handlers.texts.reporting import other_period
from handlers.turn import Turn


def is_of_next(turn: Turn, period: Period, schedule: Schedule) -> bool:
    """True for a period that is counted to a later year than the plan's: it stands in no summary of it."""
    return year_of(period, schedule.regime) > year_meant(turn.ward.year, schedule)


def next_school_year_runs(turn: Turn, schedule: Schedule) -> bool:
    """Whether the school year after the plan's has begun: in September, with the new classes."""
    if not schedule.regime.own_year:
        return False
    after = year_meant(turn.ward.year, schedule) + 1
    return periods_of_year(after, "month", schedule.regime)[0].start <= turn.said_at.date()


def of_next(turn: Turn, item: ItemView, period: Period) -> str:
    """What is said of a figure for a period of the plan to come."""
    schedule = schedule_of(item, turn.office)
    own, last = year_of(period, schedule.regime), periods_of_plan(turn.ward.year, schedule)[-1]
    if not schedule.regime.own_year:
        used = plans.used_from(turn.session, turn.ward.id, own, turn.ward.calendar, turn.office.regimes)
        return other_period.of_next_plan(item, period, turn.ward.year, used)
    loaded = plans.exists(turn.session, turn.ward.id, own)
    return other_period.of_next_school_year(item, period, own, last, loaded=loaded)


def of_none(turn: Turn, item: ItemView, period: Period) -> str | None:
    """What is said of a period that nobody reports, of an item with a year of its own: it is of a summer, or
    of a school year before the item's; None for another.
    """
    schedule = schedule_of(item, turn.office)
    if not schedule.regime.own_year:
        return None
    own, meant = year_of(period, schedule.regime), year_meant(turn.ward.year, schedule)
    if in_break(period, schedule.regime):
        before = [one for one in periods_of_plan(turn.ward.year, schedule) if one.end < period.start]
        return other_period.in_break(item, period, before[-1] if before else None, own)
    return other_period.of_year_before(item, period, own, meant) if own < meant else None
