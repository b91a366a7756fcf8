"""The day to which a figure counts: "đến 15/11", "tính đến hết ngày 14/11/2026", "đến cuối tháng 10"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.reading.dates.find import find_date
from bot.domain.reading.dates.model import DateReading
from bot.domain.reading.dates.spans import add_months
from bot.domain.reading.dates.words import fold

_TO = re.compile(
    r"(?<!\w)(?:(?:tinh|luy ke|lk|cong don|so lieu|thuc hien)(?: tu dau nam)? )?(?:den|toi)(?!\w)"
)
_CLOSED = re.compile(
    r"(?<!\w)(?:(?:so lieu|so|sl|bao cao|tong hop|thong ke|cap nhat|ket qua)(?: (?:nay|da|duoc))? )?"
    r"(?:chot|chot so|tinh|thong ke|cap nhat|tong hop|so lieu|so|tai thoi diem|thoi diem|kiem dem)"
    r"(?: (?:vao|tai|luc|het))? (?=ngay(?!\w)|hom(?!\w)|[0-9]{1,2}[/.-][0-9])"
)
_BEHIND = re.compile(r"(?:(?<=[0-9] )|(?<=[0-9]% ))(?=(?:ngay|hom) [0-9]{1,2}[/.-][0-9])")
"""Right behind a number: "bhxh 205 ngày 15/11"."""
_BARE = re.compile(
    r"(?:^[ ,(:–-]*(?:(?:so|hien) )*|(?<!\w)(?=luy ke |lk |cong don ))(?:(?:luy ke|lk|cong don) )*"
    r"(?=(?P<day>(?:(?:ngay|hom) )?[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?)"
    r"\)?[ ,:=–-]*(?!(?:co|xay ra|phat (?:sinh|hien)|ghi nhan|them|moi|to chuc|hop)(?!\w))"
    r"(?:[a-z]+ ){0,4}[0-9])"
)
"""In front of a number, right behind the name: "lũy kế 14/11 là 205"; not what happened: "12/11 có 1 ca"."""
_DAY = re.compile(r"(?<![\w/.-])[0-9]{1,2}[/.-][0-9]{1,2}(?![\w/.-]*[0-9])")
_ASKED = re.compile(
    r"(?<!\w)(?:xin|gia han|han|lui|doi|hoan|hen|keo dai|cho em|cho e|chuyen|nop|tu ngay|tu)(?!\w)"
)
_THIS_DAY = re.compile(r"(?<!\w)(?:hom|bua|sang|trua|chieu) nay(?!\w)")
"""A day is meant: a month that ended three weeks ago is not told of "đến hôm nay"."""
_TYPED_YEAR = re.compile(r"20[0-9]{2}|[0-9][/.\-][0-9]{1,2}[/.\-][0-9]{2}")
_GAP = 3  # letters between "đến" and the date
_LATELY = timedelta(days=45)  # a bare "14/11" is the day of a figure that is told now
_SOON = timedelta(days=45)  # an estimate to a day just ahead: "ước đến 30/11"


def find_as_of(text: str, now: datetime) -> DateReading | None:
    """Return the day to which a figure is said to count, None when none is said.

    The last such day is meant ("đến 15/12" in January), or the next one when it is at most 45 days ahead.
    A month or quarter still running counts to `now`. Where a date is asked for ("xin đến 15/12") there is
    no such day.
    """
    plain = fold(text)
    cue = _TO.search(plain.text) or _CLOSED.search(plain.text) or _BEHIND.search(plain.text)
    if cue is None or _ASKED.search(plain.text[: cue.start()]):
        return None
    start = plain.starts[cue.start()]
    found = find_date(text[start:], now, past=True)
    if not isinstance(found, DateReading):
        return None
    if found.rule == "today" and not _THIS_DAY.search(fold(text[start:][slice(*found.span)]).text):
        return None  # "đến nay" says no more than the moment of the message
    if found.span[0] > plain.ends[max(cue.end() - 1, 0)] - start + _GAP:
        return None
    begin, end = (start + offset for offset in found.span)
    found = replace(found, span=(begin, end))
    return _nearest(found, now, typed=bool(_TYPED_YEAR.search(text[begin:end])))


def find_bare(text: str, now: datetime) -> DateReading | None:
    """Return a day of late that stands alone between a name, which is left blank, and a number.

    None where it is none, or there is another reading: who asks sees to it that it is no fraction.
    """
    plain = fold(text)
    cue = _BARE.search(plain.text)
    if cue is None or _DAY.search(plain.text, cue.end("day")):
        return None
    start, end = plain.span(*cue.span("day"))
    found = find_date(text[start:end], now, past=True, expected=True)
    if not isinstance(found, DateReading) or not now.date() - _LATELY <= found.due <= now.date():
        return None
    return replace(found, span=(start, end))


def _nearest(found: DateReading, now: datetime, *, typed: bool) -> DateReading:
    today = now.date()
    if found.start < found.end:
        return replace(found, due=min(found.due, today))
    ahead = add_months(found.due, 12)
    if not typed and today < ahead <= today + _SOON:
        return replace(found, start=ahead, end=ahead, due=ahead)
    return found
