"""Whole dates as programs write them ("2026-11-25T14:30", "thg 11 25, 2026"), read by dateparser."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.reading.dates.model import DateReading, one_day
from bot.domain.reading.dates.rule import Found

_FURTHEST = timedelta(days=2 * 366)
_DAY, _YEAR, _GAP = r"[0-3]?[0-9]", r"20[0-9]{2}", r"[ ,./_|·-]{1,2}"
_MONTH = r"(?:(?:thang|thg|t) ?)?(?:1[0-2]|0?[1-9])"
_MONTH_FIRST = rf"(?:thang|thg) ?(?:1[0-2]|0?[1-9]|muoi(?: mot| hai)?)[ ,]{{1,2}}{_DAY}, ?{_YEAR}"
_STAMP = rf"{_YEAR}-[01][0-9]-{_DAY}t[0-9:.]+(?:z|[+-][0-9:]+)?"
_WRITTEN = re.compile(rf"(?<![\w/.,-])(?:{_STAMP}|{_MONTH_FIRST}|{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR})(?!\w)")
_NUMBER = re.compile(r"\d+")


def written_out(text: str) -> re.Match[str] | None:
    """Find a day, month and year together in a plain text: the span that may be given to dateparser."""
    return _WRITTEN.search(text)


def read_written(span: re.Match[str], typed: str, now: datetime) -> Found | None:
    """Read a date that is known to be one whole day; `typed` is that span as it was typed.

    None when the answer is not plausible: its day and year must stand in the text, and it must lie within
    two years of `now`. A moment given in another time zone counts in that of `now`.
    """
    moment = _parse(typed, now)
    if moment is None:
        return None
    stamped = "t" in span[0] and ":" in span[0]
    if moment.tzinfo is not None:
        moment = moment.astimezone(now.tzinfo)
    numbers = [int(number) for number in _NUMBER.findall(span[0])]
    day = moment.date()
    if day.day not in numbers or day.year not in numbers or abs(day - now.date()) > _FURTHEST:
        return None
    answer: DateReading = one_day(day)
    if stamped:
        answer = replace(answer, time=moment.time().replace(second=0, microsecond=0))
    return Found(span.start(), span.end(), answer, "written_out", True, span.start())


def _parse(typed: str, now: datetime) -> datetime | None:
    # imported when first needed: it takes a tenth of a second and most messages never need it
    import dateparser

    settings: Any = {
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "DATE_ORDER": "DMY",
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
    }
    return dateparser.parse(typed, languages=["vi"], settings=settings)
