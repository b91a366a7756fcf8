"""Reporting periods: what a month, a quarter, a year is under a regime, and when its report is due."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import count

from bot.domain.workdays import ONE_DAY, WARD_ZONE, WorkCalendar, local

MONTHS = {"month": 1, "quarter": 3, "half": 6, "nine_months": 9, "year": 12}
KINDS = ("week", *MONTHS)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ASK_AHEAD = 2  # working days before the due day, for reports that are due before their period has ended
EARLY = 5  # days before a running period is asked about in which its figure is taken already

_KEY = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|HK?([12])|(9M)|W(\d{2})|NH))?")
_DAY_OF_MONTH = re.compile(r"[1-9]|1\d|2[0-8]")
_WORKDAYS_AFTER = re.compile(r"[+-]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Regime:
    """A reporting regime: the day of the month that closes a month's data (None: its last day).

    Everything longer than a month is a run of such months, so that one number gives the whole table of
    NĐ 09/2019 Art. 12 (14: tháng 15→14, quý, 6 tháng, năm từ 15/12) and the provinces' nine months. A regime
    with a year of its own (school) says with which month its year and its first half end; both are named by
    the calendar year in which they end.
    """

    code: str
    name: str
    cut_off: int | None
    source: str = ""
    year_ends: int = 12
    half_ends: int = 6

    def __post_init__(self) -> None:
        """Raise ValueError for a day that not every month has as an inner day (1 to 27), or for no month."""
        if self.cut_off is not None and not 1 <= self.cut_off <= 27:
            raise ValueError(f"no such cut-off day: {self.cut_off}")
        if not (1 <= self.year_ends <= 12 and 1 <= self.half_ends <= 12 and self.half_ends != self.year_ends):
            raise ValueError(f"no such months: {self.half_ends}, {self.year_ends}")

    @property
    def own_year(self) -> bool:
        """True for a year that is not the plan's: it has halves, and neither quarters nor nine months."""
        return (self.year_ends, self.half_ends) != (12, 6)

    def allows(self, frequency: str) -> bool:
        """Whether something can be reported so often under this regime."""
        return not self.own_year or frequency not in {"quarter", "nine_months"}


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` up to and with `end`, the cut-off. Keys sort in time within a kind.

    `kind` is week, month, quarter, half, nine_months or year; `key` is "2026-W47", "2026-11", "2026-Q3",
    "2026-H1", "2026-9M", "2026"; of a regime with a year of its own "2026-HK1", "2026-NH". Weeks are ISO
    weeks, Monday to Sunday, under every regime.
    """

    kind: str
    key: str
    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often something is reported, under which regime, and when it is due: see `due_at`."""

    frequency: str
    regime: Regime
    due_rule: str
    due_time: time


# --- which periods there are ---------------------------------------------------------------------


def period_containing(day: date, frequency: str, regime: Regime) -> Period:
    """The period of that kind that `day` falls into; ValueError when there is no such kind.

    Nine months leave a gap until the year's end: a day in it belongs to the next one, not yet begun.
    """
    if frequency == "week":
        year, week, _ = day.isocalendar()
        return _week(year, week)
    per_year = 12 // _months(frequency)
    closed = regime.cut_off is not None and day.day > regime.cut_off
    month = day.year * 12 + day.month - 1 + closed
    first = month // 12 * per_year
    index = next(n for n in count(first) if _last_month(frequency, n, regime) >= month)
    return _run_of_months(frequency, index, regime)


def period_from_key(key: str, regime: Regime) -> Period:
    """The period with that key; ValueError when it is not one."""
    kind, year, number = _parsed(key)
    if kind == "week":
        return _week(year, number)
    return _run_of_months(kind, year * (12 // MONTHS[kind]) + number - 1, regime)


def previous(period: Period, regime: Regime) -> Period:
    """The period of the same kind before this one."""
    return _shifted(period, -1, regime)


def following(period: Period, regime: Regime) -> Period:
    """The period of the same kind after this one."""
    return _shifted(period, 1, regime)


@lru_cache(maxsize=256)
def periods_of_year(year: int, frequency: str, regime: Regime) -> tuple[Period, ...]:
    """Every period of that kind that is counted to `year` (52 or 53 weeks), in order."""
    if frequency == "week":
        last = date(year, 12, 28).isocalendar().week
        return tuple(_week(year, week) for week in range(1, last + 1))
    per_year = 12 // _months(frequency)
    return tuple(_run_of_months(frequency, year * per_year + n, regime) for n in range(per_year))


def _months(frequency: str) -> int:
    if frequency not in MONTHS:
        raise ValueError(f"not a kind of period: {frequency}")
    return MONTHS[frequency]


def _week(year: int, week: int) -> Period:
    monday = date.fromisocalendar(year, week, 1)
    return Period("week", f"{year:04}-W{week:02}", monday, monday + timedelta(days=6))


@lru_cache(maxsize=1024)
def _run_of_months(kind: str, index: int, regime: Regime) -> Period:
    """The `index`-th period of `kind` since the year 0."""
    size = MONTHS[kind]
    year, number = divmod(index, 12 // size)
    last = _last_month(kind, index, regime)
    before = _last_month(kind, index - 1, regime) if kind == "half" else last - size
    return Period(
        kind,
        _key(kind, year, number + 1, regime),
        _cut_off(before, regime) + ONE_DAY,
        _cut_off(last, regime),
    )


def _last_month(kind: str, index: int, regime: Regime) -> int:
    """The last month, since the year 0, of the `index`-th period of `kind`."""
    size = MONTHS[kind]
    year, number = divmod(index, 12 // size)
    if kind == "half" and number == 0:
        begins_before = regime.half_ends > regime.year_ends
        return (year - begins_before) * 12 + regime.half_ends - 1
    if kind in {"half", "year"}:
        return year * 12 + regime.year_ends - 1
    return year * 12 + (number + 1) * size - 1


def _cut_off(month: int, regime: Regime) -> date:
    """The last day of data of the `month`-th month since the year 0."""
    year, rest = divmod(month, 12)
    return date(year, rest + 1, regime.cut_off or monthrange(year, rest + 1)[1])


def _key(kind: str, year: int, number: int, regime: Regime) -> str:
    suffix = {"month": f"-{number:02}", "quarter": f"-Q{number}", "half": f"-H{number}", "nine_months": "-9M"}
    if regime.own_year:
        suffix |= {"half": f"-HK{number}", "year": "-NH"}
    return f"{year:04}{suffix.get(kind, '')}"


def _parsed(key: str) -> tuple[str, int, int]:
    """A key's kind, year and number within the year."""
    if not (found := _KEY.fullmatch(key)):
        raise ValueError(f"not the key of a period: {key}")
    year, month, quarter, half, nine, week = found.groups()
    parts = {"month": month, "quarter": quarter, "half": half, "nine_months": nine and "1", "week": week}
    kind, number = next(((kind, int(said)) for kind, said in parts.items() if said), ("year", 1))
    if kind == "month" and not 1 <= number <= 12:
        raise ValueError(f"not the key of a period: {key}")
    return kind, int(year), number


def _shifted(period: Period, by: int, regime: Regime) -> Period:
    if period.kind == "week":
        return period_containing(period.start + timedelta(weeks=by), "week", regime)
    kind, year, number = _parsed(period.key)
    return _run_of_months(kind, year * (12 // MONTHS[kind]) + number - 1 + by, regime)


# --- when a report is due ------------------------------------------------------------------------


def is_due_rule(rule: str, frequency: str) -> bool:
    """Whether `due_at` understands `rule` for such a period."""
    if frequency == "week":
        return rule in WEEKDAYS or _WORKDAYS_AFTER.fullmatch(rule) is not None
    return any(form.fullmatch(rule) for form in (_DAY_OF_MONTH, _WORKDAYS_AFTER))


def due_at(period: Period, due_rule: str, due_time: time, calendar: WorkCalendar) -> datetime:
    """The moment by which the period's report is expected inside the ward. ValueError for another rule.

    "+2": working days after the cut-off ("-2": before it). "17" (1 to 28): that day of the cut-off's month,
    or of the next one when it is before the cut-off or the cut-off is the month's last day. "fri": that day
    of the week that is reported. Only the first form knows days off; a day that was named is not moved.
    """
    if not is_due_rule(due_rule, period.kind):
        raise ValueError(f"not a due rule for a {period.kind}: {due_rule}")
    if due_rule in WEEKDAYS:
        day = period.start + timedelta(days=WEEKDAYS.index(due_rule))
    elif due_rule[0] in "+-":
        day = calendar.add_workdays(period.end, int(due_rule))
    else:
        day = _day_from_cut_off(period.end, int(due_rule))
    return datetime.combine(day, due_time, WARD_ZONE)


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
    periods = periods_of_year(year, schedule.frequency, schedule.regime)
    asked = bisect_right(periods, today, key=lambda period: asked_from(period, schedule, calendar))
    return periods[asked - 1] if asked else None


def period_in_question(now: datetime, year: int, schedule: Schedule, calendar: WorkCalendar) -> Period:
    """The period that a word with an official is about: exactly one at every moment.

    The one that is expected; before the plan's first is, that first one, which is running.
    """
    expected = period_expected(now, year, schedule, calendar)
    return expected or periods_of_year(year, schedule.frequency, schedule.regime)[0]


def period_of_figure(
    now: datetime, year: int, schedule: Schedule, calendar: WorkCalendar, *, reported: bool
) -> Period:
    """The period that a figure sent now is for, when the message names none.

    The one in question; but the next one of the plan's `year` when the one in question is `reported`
    already and the next one, which runs, will be asked about within five days (the 12th, cut-off the 14th).
    """
    asked = period_in_question(now, year, schedule, calendar)
    after = following(asked, schedule.regime)
    if not reported or after not in periods_of_year(year, schedule.frequency, schedule.regime):
        return asked
    taken_from = max(after.start, asked_from(after, schedule, calendar) - timedelta(days=EARLY))
    return after if local(now).date() >= taken_from else asked


def answers_from(period: Period, schedule: Schedule, calendar: WorkCalendar) -> date:
    """The first day that a figure may tell about to stand for the period: one of its middle does not."""
    return min(period.end, asked_from(period, schedule, calendar)) - timedelta(days=EARLY)


def as_of(period: Period, now: datetime) -> date:
    """The date that a figure sent now tells about, when it names none: today, but not past the cut-off."""
    return min(period.end, local(now).date())


def _due_day(period: Period, schedule: Schedule, calendar: WorkCalendar) -> date:
    return due_at(period, schedule.due_rule, schedule.due_time, calendar).date()
