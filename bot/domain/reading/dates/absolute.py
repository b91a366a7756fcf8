"""Whole dates as programs write them ("2026-11-25T14:30", "thg 11 25, 2026"), read by dateparser."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.reading.dates.model import DateReading, one_day
from bot.domain.reading.dates.rule import Found

_FURTHEST = timedelta(days=2 * 366)
_DAY, _MONTH, _YEAR = "[0-3]?[0-9]", "(?:1[0-2]|0?[1-9])", "20[0-9]{2}"
_GAP = "[ ,./_|·-]{1,2}"
_FORMS = (
    rf"(?P<stamp>{_YEAR}-[01][0-9]-{_DAY}t[0-9:.]+(?:z|[+-][0-9:]+)?)",
    rf"{_DAY}(?P<gap>[ ./_|·-]){_MONTH}(?P=gap){_YEAR}",
    rf"{_DAY}{_GAP}(?:thang|thg|t) ?{_MONTH}{_GAP}{_YEAR}",
    rf"(?:thang|thg|t) ?(?:{_MONTH}|muoi(?: mot| một| hai)?)[ ,]{{1,2}}{_DAY}, ?{_YEAR}",
)
_WRITTEN_OUT = re.compile(rf"(?<![\w/.,-])(?:{'|'.join(_FORMS)})(?!\w)")
_MONTH_WORD = re.compile(r"(?:thang|thg|t) ?")
_NUMBER = re.compile(r"\d+")


def written_out(text: str) -> re.Match[str] | None:
    """Find a day, a month and a year of four figures together in a plain text: surely one whole date."""
    return _WRITTEN_OUT.search(text)


def read_written(date: re.Match[str], now: datetime) -> Found | None:
    """Read a date that `written_out` found. A moment of another time zone is told in that of `now`.

    None when the answer is not plausible: its day and its year must stand in the text, and it must lie
    within two years of `now`.
    """
    moment = _parse(_as_dateparser_spells(date), now)
    if moment is None:
        return None
    moment = moment.astimezone(now.tzinfo) if moment.tzinfo else moment
    day, numbers = moment.date(), {int(number) for number in _NUMBER.findall(date[0])}
    if not {day.day, day.year} <= numbers or abs(day - now.date()) > _FURTHEST:
        return None
    answer: DateReading = one_day(day)
    if date["stamp"]:
        answer = replace(answer, time=moment.time().replace(second=0, microsecond=0))
    return Found(date.start(), date.end(), answer, "written_out", True, date.start())


def _as_dateparser_spells(date: re.Match[str]) -> str:
    return date[0].upper() if date["stamp"] else _MONTH_WORD.sub("tháng ", date[0])


def _parse(text: str, now: datetime) -> datetime | None:
    import dateparser  # a tenth of a second, and hardly any answer needs it

    settings: Any = {
        "RELATIVE_BASE": now.replace(tzinfo=None),  # else it would look at the computer's clock
        "DATE_ORDER": "DMY",
        "REQUIRE_PARTS": ["day", "month", "year"],
    }
    moment: datetime | None = dateparser.parse(text, languages=["vi"], settings=settings)
    return moment
