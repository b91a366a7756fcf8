"""The day that an order is due, from how a day was said; or the days to choose from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.reading.dates import DateDoubt, DateReading, Workday

_FARTHEST = timedelta(days=300)
_AFTER = 7  # days in which "sau rằm" may be meant


def is_over(found: DateReading, text: str, today: date) -> bool:
    """True for a day just over that is read as next year's: "trước 10/11", said on 16/11, without a year."""
    start, end = found.span
    return found.due - today > _FARTHEST and re.search(r"\d{4}", text[start:end]) is None


def due_day(found: DateReading, calendar: Workday | None) -> date:
    """The day; of a week, month or quarter its last working day."""
    day = found.due
    if found.start == found.end or calendar is None or calendar(day):
        return day
    worked = [one for one in found.alternatives if calendar(one) and found.start <= one <= found.end]
    return max(worked, default=day)


def days_of(
    found: DateReading | DateDoubt | None, today: date, calendar: Workday | None = None
) -> tuple[date, ...]:
    """Days to choose from, where the words do not say surely that they are meant as the deadline."""
    if found is None:
        return ()
    read = (found,) if isinstance(found, DateReading) else found.candidates
    days = [day for one in read for day in (one.due, *one.alternatives) if day >= today]
    worked = [day for day in days if calendar is not None and calendar(day)]
    return tuple(dict.fromkeys(worked or days))


def is_some_time_after(found: DateReading) -> bool:
    """Tell "sau rằm tháng Giêng", "sau 20/2", which set no day, from "sau 2 ngày"."""
    return found.modifier == "sau" and found.start == found.end < found.due


def days_after(found: DateReading, calendar: Workday | None) -> tuple[date, ...]:
    """The first and the last working day of the week that follows "sau 20/2"."""
    week = tuple(found.due + timedelta(days=step) for step in range(_AFTER))
    days = days_of(replace(found, alternatives=week), found.due, calendar)
    return tuple(dict.fromkeys((days[0], days[-1])))
