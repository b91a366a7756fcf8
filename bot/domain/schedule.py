"""When the report on a period is due, and which period is asked about at a moment."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.domain.periods import SHORT, Period, Regime, following, period_containing, periods_of_year, previous
from bot.domain.workdays import ONE_DAY, WARD_ZONE, WorkCalendar, local

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ASK_AHEAD = 2  # working days before the due day, for reports that are due before their period has ended
EARLY = 5  # days before a running period is asked about in which its figure is taken already

_DAY_OF_MONTH = re.compile(r"[1-9]|1\d|2[0-8]")
_WORKDAYS_AFTER = re.compile(r"[+-]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often something is reported, under which regime, and when it is due: see `due_day`.

    `year` is the own year that the item itself names ("năm học 2026-2027"); None: that of its plan.
    """

    frequency: str
    regime: Regime
    due_rule: str
    due_time: time
    year: int | None = None


# --- which periods a plan has --------------------------------------------------------------------


def year_meant(year: int, schedule: Schedule) -> int:
    """The year whose periods a plan of `year` asks about: its own, or the next one that the item names."""
    return year + 1 if schedule.regime.own_year and schedule.year == year + 1 else year


def periods_of_plan(year: int, schedule: Schedule) -> tuple[Period, ...]:
    """Every period that something is reported by in a plan of `year`, in order."""
    return periods_of_year(year_meant(year, schedule), schedule.frequency, schedule.regime)


def has_period(year: int, schedule: Schedule, key: str) -> bool:
    """Whether something is reported by a period of this name in a plan of `year`: by September 2025 in a
    plan of 2026 that has a school year.
    """
    return any(one.key == key for one in periods_of_plan(year, schedule))


def is_asked(period: Period, year: int, schedule: Schedule) -> bool:
    """False for the autumn of a school year: when its months and weeks were due, the plan of the year before
    was worked by. They may be told; January's total has them in it.
    """
    autumn = schedule.regime.own_year and period.kind in SHORT and int(period.key[:4]) < year
    return not autumn


# --- when a report is due ------------------------------------------------------------------------


def is_due_rule(rule: str, frequency: str) -> bool:
    """Whether `due_day` understands `rule` for such a period."""
    if frequency == "week":
        return rule in WEEKDAYS or _WORKDAYS_AFTER.fullmatch(rule) is not None
    return any(form.fullmatch(rule) for form in (_DAY_OF_MONTH, _WORKDAYS_AFTER))


def due_at(period: Period, due_rule: str, due_time: time, calendar: WorkCalendar) -> datetime:
    """The moment by which the period's report is expected inside the ward: `due_day` at `due_time`."""
    return datetime.combine(due_day(period, due_rule, calendar), due_time, WARD_ZONE)


def due_day(period: Period, due_rule: str, calendar: WorkCalendar) -> date:
    """The day that a due rule names for the period. ValueError for another rule.

    "+2": working days after the cut-off ("-2": before it). "17" (1 to 28): that day of the cut-off's month,
    or of the next one when it is before the cut-off or the cut-off is the month's last day. "fri": that day
    of the week that is reported. Only the first form knows days off; a day that was named is not moved.
    """
    if not is_due_rule(due_rule, period.kind):
        raise ValueError(f"not a due rule for a {period.kind}: {due_rule}")
    if due_rule in WEEKDAYS:
        return period.start + timedelta(days=WEEKDAYS.index(due_rule))
    if due_rule[0] in "+-":
        return calendar.add_workdays(period.end, int(due_rule))
    return _day_from_cut_off(period.end, int(due_rule))


def last_due(year: int, schedule: Schedule, calendar: WorkCalendar) -> date:
    """The day on which the last report of a plan's year is due: of December's, some day in January."""
    return _due_day(periods_of_plan(year, schedule)[-1], schedule, calendar)


def _day_from_cut_off(cut_off: date, day: int) -> date:
    if day >= cut_off.day and (cut_off + ONE_DAY).month == cut_off.month:
        return cut_off.replace(day=day)
    return (cut_off.replace(day=1) + timedelta(days=31)).replace(day=day)


# --- which period a figure is for ----------------------------------------------------------------


def asked_from(period: Period, schedule: Schedule, calendar: WorkCalendar) -> date:
    """The day from which the period is the one that officials are asked about.

    The day after its cut-off: nobody is asked for data that is still being collected. A report that is due
    by its cut-off (the week's, on Friday) is asked for two working days ahead, within the period. And never
    while the period before it is still to be delivered: every period is the one asked about when it is due
    (of two that are due on one day, as around Tết, the earlier; the later from the next day on).
    """
    due = _due_day(period, schedule, calendar)
    opens = period.end + ONE_DAY
    if due < opens:
        opens = max(period.start, calendar.add_workdays(due, -ASK_AHEAD))
    return max(opens, _due_day(previous(period, schedule.regime), schedule, calendar) + ONE_DAY)


def period_expected(now: datetime, year: int, schedule: Schedule, calendar: WorkCalendar) -> Period | None:
    """The period whose report is owed: of the plan's `year`, the last one that is asked about (`asked_from`).

    None before the first is. After the year it stays the last one.
    """
    return _expected(local(now).date(), year, schedule, calendar)


@lru_cache(maxsize=64)
def _expected(today: date, year: int, schedule: Schedule, calendar: WorkCalendar) -> Period | None:
    periods = periods_of_plan(year, schedule)
    asked = bisect_right(periods, today, key=lambda period: asked_from(period, schedule, calendar))
    return periods[asked - 1] if asked else None


def period_in_question(now: datetime, year: int, schedule: Schedule, calendar: WorkCalendar) -> Period:
    """The period that a word with an official is about: exactly one at every moment.

    The one that is expected; before the plan's first is, that first one, which is running.
    """
    expected = period_expected(now, year, schedule, calendar)
    return expected or periods_of_plan(year, schedule)[0]


def period_of_figure(
    now: datetime, year: int, schedule: Schedule, calendar: WorkCalendar, *, reported: bool
) -> Period:
    """The period that a figure sent now is for, when the message names none.

    The one in question; but the next one of the plan's `year` when the one in question is `reported`
    already and the next one, which runs, will be asked about within five days (the 12th, cut-off the 14th).
    """
    asked = period_in_question(now, year, schedule, calendar)
    after = following(asked, schedule.regime)
    if not reported or after not in periods_of_plan(year, schedule):
        return asked
    taken_from = max(after.start, asked_from(after, schedule, calendar) - timedelta(days=EARLY))
    return after if local(now).date() >= taken_from else asked


def answers_from(period: Period, schedule: Schedule, calendar: WorkCalendar) -> date:
    """The first day that a figure may tell about to stand for the period: one of its middle does not."""
    return min(period.end, asked_from(period, schedule, calendar)) - timedelta(days=EARLY)


def closed_from(period: Period, schedule: Schedule, calendar: WorkCalendar) -> date:
    """The first day on which a period is closed: the one after it is asked about, or the month after its
    cut-off is over. A quarter's or a year's report has long been delivered when the next one is asked about.
    """
    successor = asked_from(following(period, schedule.regime), schedule, calendar)
    if schedule.regime.own_year or period.kind in SHORT:
        return successor
    month = following(period_containing(period.end, "month", schedule.regime), schedule.regime)
    return min(successor, month.end + ONE_DAY)


def as_of(period: Period, now: datetime) -> date:
    """The date that a figure sent now tells about, when it names none: today, but not past the cut-off."""
    return min(period.end, local(now).date())


def _due_day(period: Period, schedule: Schedule, calendar: WorkCalendar) -> date:
    return due_day(period, schedule.due_rule, calendar)
