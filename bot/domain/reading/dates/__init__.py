"""Dates in short Vietnamese messages: read_date, find_date, find_as_of, read_period."""

from __future__ import annotations

from bot.domain.reading.dates.model import DateDoubt, DateReading, DateReason, PeriodReading, Workday

__all__ = ["DateDoubt", "DateReading", "DateReason", "PeriodReading", "Workday"]
