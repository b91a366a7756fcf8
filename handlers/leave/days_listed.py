"""Days that a leave names one by one: "thứ 5, thứ 6", "19, 20/11"; in a row they are one stretch."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.dates.spans import add_months
from bot.domain.reading.words import fold

_WEEKDAY = r"(?:thu ?(?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)"
_NUMERIC = r"\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?)?"
_COUNTED = r" ?(?:tuan|thang|nguoi|gio|h)\b(?! nay| sau| toi)"
"""Behind a number it makes no day of it: "2 tuần"."""
_DAY = rf"(?:(?:ca |ngay |hom )*(?:{_WEEKDAY}|{_NUMERIC}|mai|mot|hom nay)(?!{_COUNTED}))"
_WEEK = r"(?: tuan (?:nay|sau|toi))"
_LISTED = re.compile(
    rf"(?<![\w/.,-]){_DAY}{_WEEK}?(?:(?: ?[,;&+] ?| )(?:(?:va|voi|cung|ca|roi) )*{_DAY}{_WEEK}?)+(?![\w/])"
)
_ONE = re.compile(rf"(?P<day>{_WEEKDAY}|{_NUMERIC}|mai|mot|hom nay)(?P<week>{_WEEK})?")
_LASTS = re.compile(
    r"(?<!\w)(?P<many>\d{1,3}|mot|hai|ba|bon|nua|sau)\s+(?P<unit>ngay|hom|tuan|thang)\b"
    r"(?! (?:sau|nua|toi|truoc|\d))"
)
_COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6}
_SATURDAY = 5


def days_listed(words: str, now: datetime) -> DateReading | list[date] | None:
    """The stretch from the first to the last of the days listed, weekends in between or not; the days alone
    where others lie between them; None where no list stands.
    """
    found = _LISTED.search(fold(words))
    if found is None:
        return None
    days = _days(found[0], now)
    if len(days) < 2 or any(late <= early for early, late in pairwise(days)):
        return None
    if not all(_is_next(early, late) for early, late in pairwise(days)):
        return days
    return DateReading(days[0], days[-1], days[-1], span=found.span())


def _days(listed: str, now: datetime) -> list[date]:
    """The days, each completed by what only one of them says: "thứ", "tuần sau", the month."""
    said = [(one["day"], one["week"] or "") for one in _ONE.finditer(listed)]
    week = next((week for _day, week in said if week), "")
    by_name = re.match(_WEEKDAY, said[0][0]) is not None
    month = re.search(r"[/.-].*", said[-1][0])
    days = []
    for day, _week in said:
        bare = day.isdigit()
        whole = f"thu {day}" if bare and by_name else f"{day}{month[0]}" if bare and month else day
        whole = f"ngay {day}" if whole.isdigit() else whole
        found = find_date(f"{whole}{week if by_name else ''}", now, expected=True)
        if not isinstance(found, DateReading) or found.start != found.end:
            return []
        days.append(found.start)
    return days


def _is_next(early: date, late: date) -> bool:
    """True for the following day, or the first one after a weekend."""
    between = [early + timedelta(days=step) for step in range(1, (late - early).days)]
    return all(day.weekday() >= _SATURDAY for day in between)


def last_after(words: str, first: date) -> date | None:
    """The last day of a leave of so long from a first day: "6 tháng", "3 ngày", "nửa tháng"."""
    said = _LASTS.search(fold(words))
    if said is None:
        return None
    many, unit = said["many"], said["unit"]
    if many == "nua":
        return first + timedelta(days=14) if unit == "thang" else None
    count = _COUNTS.get(many) or int(many)
    if count < 1:
        return None
    days = count * (7 if unit == "tuan" else 1)
    after = add_months(first, count) if unit == "thang" else first + timedelta(days=days)
    return after - timedelta(days=1)


def without_length(words: str) -> str:
    """The words without how long: "3 ngày từ 25/11" begins on 25/11."""
    said = _LASTS.search(fold(words))
    return f"{words[: said.start()]} {words[said.end() :]}" if said else words
