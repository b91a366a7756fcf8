"""Dates in short Vietnamese messages: read_date, find_date, find_as_of, find_bare, read_period."""

from __future__ import annotations

from bot.domain.reading.dates.as_of import find_as_of, find_bare
from bot.domain.reading.dates.find import find_date, read_date
from bot.domain.reading.dates.model import DateDoubt, DateReading, DateReason, PeriodReading, Workday
from bot.domain.reading.dates.periods import read_period, read_periods, school_year_named

__all__ = [
    "DateDoubt",
    "DateReading",
    "DateReason",
    "PeriodReading",
    "Workday",
    "find_as_of",
    "find_bare",
    "find_date",
    "read_date",
    "read_period",
    "read_periods",
    "school_year_named",
]
