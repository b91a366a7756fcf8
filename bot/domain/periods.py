"""Reporting periods: what a month, a quarter, a year is under a regime."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from typing import Literal, get_args

from bot.domain.workdays import ONE_DAY

Kind = Literal["week", "month", "quarter", "half", "nine_months", "year"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SHORT = frozenset({"week", "month"})
MONTHS = {"month": 1, "quarter": 3, "half": 6, "nine_months": 9, "year": 12}

_KEY = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|HK?([12])|(9M)|W(\d{2})|NH))?")


@dataclass(frozen=True, slots=True)
class Regime:
    """A reporting regime: the day of the month that closes a month's data (None: its last day).

    Everything longer than a month is a run of such months, so that one number gives the whole table of
    NĐ 09/2019 Art. 12 (14: tháng 15→14, quý, 6 tháng, năm từ 15/12) and the provinces' nine months. A regime
    with a year of its own (school) says with which month its year and its first half end; both are named by
    the calendar year in which they end. `year_begins` is the first month of it that is reported by itself:
    of the months before that, a summer, none is asked for (None: the month after the year's end).
    `official_due` says by kind of period when the ward's own report is due upwards, as a due rule
    (`bot.domain.sending`).
    """

    code: str
    name: str
    cut_off: int | None
    source: str = ""
    year_ends: int = 12
    half_ends: int = 6
    official_due: Mapping[str, str] = field(default_factory=dict, hash=False)
    year_begins: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a day that not every month has as an inner day (1 to 27), or for no month."""
        if self.cut_off is not None and not 1 <= self.cut_off <= 27:
            raise ValueError(f"no such cut-off day: {self.cut_off}")
        if not (1 <= self.year_ends <= 12 and 1 <= self.half_ends <= 12 and self.half_ends != self.year_ends):
            raise ValueError(f"no such months: {self.half_ends}, {self.year_ends}")
        if self.year_begins is not None and not (1 <= self.year_begins <= 12 and self.own_year):
            raise ValueError(f"no such month for a year to begin with: {self.year_begins}")

    @property
    def own_year(self) -> bool:
        """True for a year that is not the plan's: it has halves, and neither quarters nor nine months."""
        return (self.year_ends, self.half_ends) != (12, 6)

    @property
    def first_month(self) -> int:
        """The month with which the year's totals begin."""
        return self.year_begins or self.year_ends % 12 + 1

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


# --- which periods there are ---------------------------------------------------------------------


@lru_cache(maxsize=4096)
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


def period_named(key: str, regime: Regime) -> Period:
    """The same of a key that words name: "6 tháng đầu năm" is of the calendar, whatever a school's halves."""
    if regime.own_year and re.fullmatch(r"\d{4}-H[12]", key):
        regime = replace(regime, year_ends=12, half_ends=6, year_begins=None)
    return period_from_key(key, regime)


def last_within(named: Period, frequency: str, regime: Regime, today: date) -> Period:
    """The last period of an own year's that ends within `named` and has begun: of "quý 2", said in June, May,
    with which the school year ends. Where there is none, the one that `named` runs in.
    """
    years = (named.start.year, named.end.year, named.end.year + 1)
    periods = [one for year in dict.fromkeys(years) for one in periods_of_year(year, frequency, regime)]
    ended = [one for one in periods if named.start <= one.end <= named.end and one.start <= today]
    return ended[-1] if ended else period_containing(min(named.end, today), frequency, regime)


def kind_of(key: str) -> str:
    """The kind of the period with that key; ValueError when it is not one."""
    return _parsed(key)[0]


def year_of(period: Period, regime: Regime) -> int:
    """The year that a period is counted to; of a year of its own the one in which that ends."""
    if not regime.own_year:
        return int(period.key[:4])
    return int(period_containing(period.end, "year", regime).key[:4])


def in_break(period: Period, regime: Regime) -> bool:
    """True for a month or week between two years of a regime's own: a summer, of which nobody reports."""
    if not regime.own_year or period.kind not in SHORT:
        return False
    return period not in periods_of_year(year_of(period, regime), period.kind, regime)


def opens_year(period: Period, regime: Regime) -> bool:
    """True where a year's total begins with this period, by the regime's own year."""
    if regime.own_year and period.kind in SHORT:
        return period == periods_of_year(year_of(period, regime), period.kind, regime)[0]
    return period_containing(period.start, "year", regime).start >= period.start


def begins_year(key: str, first: int = 1) -> bool:
    """Whether the period with that key begins with its year: what it brought is the total of the year.

    `first` is the month with which a year of its own begins.
    """
    kind, _year, number = _parsed(key)
    if kind in {"month", "quarter"}:
        return number == (first if kind == "month" else (first + 2) // 3)
    return number == 1 and kind != "week" and (first == 1 or "N" in key or "K" in key)


def previous(period: Period, regime: Regime) -> Period:
    """The period of the same kind before this one."""
    return _shifted(period, -1, regime)


def following(period: Period, regime: Regime) -> Period:
    """The period of the same kind after this one."""
    return _shifted(period, 1, regime)


@lru_cache(maxsize=256)
def periods_of_year(year: int, frequency: str, regime: Regime) -> tuple[Period, ...]:
    """Every period of that kind that is counted to `year` (52 or 53 weeks), in order.

    Of a year of its own the months from the one with which it begins, and the weeks that end in them.
    """
    if regime.own_year and frequency in SHORT:
        return tuple(_of_own_year(year, frequency, regime))
    if frequency == "week":
        last = date(year, 12, 28).isocalendar().week
        return tuple(_week(year, week) for week in range(1, last + 1))
    per_year = 12 // _months(frequency)
    return tuple(_run_of_months(frequency, year * per_year + n, regime) for n in range(per_year))


def _of_own_year(year: int, frequency: str, regime: Regime) -> Iterator[Period]:
    last = year * 12 + regime.year_ends - 1
    begins = regime.first_month
    first = (year - (begins > regime.year_ends)) * 12 + begins - 1
    period = period_containing(_cut_off(first - 1, regime) + ONE_DAY, frequency, regime)
    while period.end <= _cut_off(last, regime):
        yield period
        period = following(period, regime)


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
