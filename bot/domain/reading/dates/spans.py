"""Weeks, months, quarters and years as pairs of days, and the sums done with them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from bot.domain.reading.dates.model import Workday

Span = tuple[date, date]
ONE_DAY = timedelta(days=1)


def week(day: date, shift: int = 0) -> Span:
    """Return Monday and Sunday of the week of `day`, or of the week `shift` weeks later."""
    monday = day + timedelta(days=7 * shift - day.weekday())
    return monday, monday + timedelta(days=6)


def months(year: int, first: int, count: int = 1) -> Span:
    """Return the first and the last day of `count` months; month 13 is January of the next year."""
    start = year * 12 + first - 1
    end = start + count - 1
    last = monthrange(end // 12, end % 12 + 1)[1]
    return date(start // 12, start % 12 + 1, 1), date(end // 12, end % 12 + 1, last)


def quarter(year: int, number: int) -> Span:
    """Return the first and the last day of a quarter; quarter 5 is the first of the next year."""
    return months(year, 3 * number - 2, 3)


def add_months(day: date, count: int) -> date:
    """Return the same day `count` months later, or the last day of that month when it is shorter."""
    first, last = months(day.year, day.month + count)
    return min(first + timedelta(days=day.day - 1), last)


def add_workdays(day: date, count: int, workday: Workday) -> date:
    """Return the `count`-th working day after `day`."""
    while count > 0:
        day += ONE_DAY
        count -= workday(day)
    return day


def workday_from(day: date, workday: Workday, step: timedelta = ONE_DAY) -> date:
    """Return `day` if it is a working day, else the next one (the last one before with a negative step)."""
    while not workday(day):
        day += step
    return day
