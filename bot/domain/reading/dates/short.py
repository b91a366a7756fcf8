"""Answers so short that they are a date only because one was asked for: "25", "25 11", "trước 17h"."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.domain.reading.dates import clock
from bot.domain.reading.dates.model import DateDoubt, DateReading, one_day
from bot.domain.reading.dates.numeric import day_of_month, on
from bot.domain.reading.dates.rule import Anchor, Answer, Found

_POLITE = (
    r"\W*(?:(?:da|vang|thua|bao cao|kinh gui|anh|chi|em|e|a|c|cho|xin|den|toi|ngay|"
    r"han(?: chot| cuoi| moi)?|chac|phai|hen|khoang|tam|dc|duoc|la|het|tu|truoc)[ ,.]+)*"
    r"{}(?: moi (?:co|xong|gui|nop|bao)(?: duoc)?(?: so(?: lieu)?)?)?"
    r"(?:[ ,.]+(?:nha|nhe|a|anh|chi|em|e|ha|nghen|duoc|dc|khong|ko|k|ah))*\W*"
)
_DAY = re.compile(_POLITE.format(r"(?P<day>[0-3]?[0-9])"))
_DAY_MONTH = re.compile(_POLITE.format(r"(?P<day>[0-3]?[0-9]) (?P<month>1[0-2]|0?[1-9])"))
_DAYS = re.compile(_POLITE.format(r"(?P<first>[0-3]?[0-9])(?: ?- ?| (?:den|toi) )(?P<last>[0-3]?[0-9])"))
_AFTER_TOMORROW = re.compile(_POLITE.format(r"mot"))
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")  # with one, the hour is not all that was said
_A_FEW = 9  # "5" alone may be five days as well as the fifth


def read_short(text: str, anchor: Anchor) -> Found | None:
    """Return the date in an answer that has nothing but a number or an hour."""
    if (m := clock.ALONE.search(text)) and not _YEAR.search(text):
        return _found(m, _hour(m, anchor), "hour")
    if m := _DAY_MONTH.fullmatch(text):
        return _found(m, on(int(m["day"]), int(m["month"]), anchor), "day_month")
    if m := _AFTER_TOMORROW.fullmatch(text):
        return _found(m, one_day(anchor.today + timedelta(days=2)), "day_after")
    if m := _DAYS.fullmatch(text):
        return _found(m, _bare_days(int(m["first"]), int(m["last"]), anchor), "bare_day")
    m = _DAY.fullmatch(text)
    return _found(m, _bare_day(m["day"], anchor), "bare_day") if m else None


def _found(m: re.Match[str], answer: Answer | None, rule: str) -> Found | None:
    return Found(m.start(), m.end(), answer, rule, False, m.start()) if answer else None


def _hour(m: re.Match[str], anchor: Anchor) -> DateReading | None:
    """Return today at that hour, or tomorrow when the hour is over."""
    at = clock.time_of(m, None)
    if at is None:
        return None
    over = at <= anchor.now.time() and anchor.lean == "future"
    day = anchor.today + timedelta(days=over)
    return DateReading(day, day, day, time=at, modifier=clock.modifier_of(m))


def _bare_day(typed: str, anchor: Anchor) -> Answer | None:
    day = day_of_month(int(typed), anchor) if 1 <= int(typed) <= 31 else None
    if isinstance(day, DateReading) and len(typed) == 1 and int(typed) <= _A_FEW:
        later = (anchor.deadline or anchor.today) + timedelta(days=int(typed))
        return DateDoubt("vague_date", (day, one_day(later)))
    return day


def _bare_days(first: int, last: int, anchor: Anchor) -> Answer | None:
    start, end = day_of_month(first, anchor), day_of_month(last, anchor)
    if not isinstance(start, DateReading) or not isinstance(end, DateReading) or first >= last:
        return end if isinstance(end, DateDoubt) else None
    return DateReading(min(start.due, end.due), end.due, end.due)
