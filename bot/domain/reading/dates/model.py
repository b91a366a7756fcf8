"""What reading a date yields: a day or a stretch of days, a doubt, or a reporting period."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

Workday = Callable[[date], bool]
DateReason = Literal["vague_date", "invalid_date", "deadline_unknown"]


@dataclass(frozen=True, slots=True)
class DateReading:
    """A day, or a week, month, quarter or year with the day in it that is meant.

    `start`, `end` span the thing named ("cuối tháng 11": the whole of November), equal for a single day;
    `due` is the day that a reminder would store. `alternatives` are days that the same words may mean too.
    `time` is the hour when one was typed. `modifier` is the word, with its marks, that narrows the day:
    đầu, giữa, cuối, hết, trong, trước, sau, từ, khoảng, chậm nhất, else the part of day (sáng, trưa, chiều,
    tối). `extend_days` is the number of days asked for on top of the deadline ("thêm 3 ngày").
    `span` is the part of the text as it was given, `rule` the name of the rule that read it.
    """

    start: date
    end: date
    due: date
    alternatives: tuple[date, ...] = ()
    time: time | None = None
    modifier: str | None = None
    extend_days: int | None = None
    span: tuple[int, int] = (0, 0)
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateDoubt:
    """A date was meant, but not said so that it can be stored: why, and the readings to choose from."""

    reason: DateReason
    candidates: tuple[DateReading, ...] = ()
    extend_days: int | None = None
    span: tuple[int, int] = (0, 0)
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """A reporting period named in the text.

    `key`: "2026-10", "2026-Q3", "2026-H1", "2026-9M", "2026", "2026-W47". `start`, `end` are the calendar
    days of that name; which days a regime counts into it is not decided here.
    """

    key: str
    start: date
    end: date
    span: tuple[int, int] = (0, 0)
    rule: str = ""


def one_day(day: date, *alternatives: date) -> DateReading:
    """Return the reading of a single day."""
    return DateReading(day, day, day, alternatives)
