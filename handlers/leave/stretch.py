"""From which day to which a leave told in a sentence lasts: "mai anh nghỉ phép tới hết thứ 6 tuần sau"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.reading.dates import DateDoubt, DateReading, find_date
from bot.domain.reading.words import fold
from handlers.leave.days_listed import days_listed, last_after, without_length
from handlers.leave.words import find_days
from handlers.texts.leave import freely as heard
from handlers.texts.leave import said as leave_said


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is known of it. `half`: a part of a day was named."""

    first: date | None = None
    last: date | None = None
    half: bool = False


def stretch_in(words: str, now: datetime) -> Stretch | None:
    """None where no day is named."""
    folded = fold(words)
    half = heard.PART_OF_DAY.search(folded) is not None or heard.THIS_PART.search(folded) is not None
    if heard.VAGUE.search(folded):
        return None
    if heard.RANGE.search(folded):
        words = _put(heard.WEEK, "", words)  # "tuần sau … 23-27/11"
    for pattern, put in heard.PLAIN:
        words = _put(pattern, put, words)
    found = _until(words, now) or _listed(words, now) or _one(words, now)
    return Stretch(found.first, found.last, half) if found is not None else None


def _put(pattern: re.Pattern[str], put: str, words: str) -> str:
    """The words with others in the place of those that the pattern finds in their folded form."""
    for found in reversed(list(pattern.finditer(fold(words)))):
        words = f"{words[: found.start()]}{put}{words[found.end() :]}"
    return words


def _until(words: str, now: datetime) -> Stretch | None:
    """ "… tới hết thứ 4", "thứ 5 mới về": the last day; in front of it stands the first, or it is today."""
    all_said = list(heard.LAST.finditer(fold(words)))
    if not all_said:
        return None
    said = all_said[-1]
    before, behind = words[: said.start()], words[said.end() :]
    last = find_date(heard.as_day(_in_week(before, behind)), now, expected=True)
    if not isinstance(last, DateReading) or last.span[0] > 1:
        return None
    first = _first(_with_month(before, last.end), now)
    whole = find_days(words, now)
    if first is None and isinstance(whole, DateReading) and whole.start < whole.end:
        return Stretch(whole.start, whole.end)  # "23 đến 28/11"
    return Stretch(first, last.end) if first is not None else None


def _with_month(before: str, last: date) -> str:
    """The first day of "23 đến 28/11" with its month: that of the last, or the one before ("28 đến 3/12")."""
    day = heard.BARE_DAY.search(before)
    if day is None:
        return before
    month = last if int(day[1]) <= last.day else last.replace(day=1) - timedelta(days=1)
    return f"{before[: day.end(1)]}/{month.month}"


def _first(before: str, now: datetime) -> date | None:
    if not _days_in(fold(before)):
        return now.date() if find_days(before, now) is None else None
    found = find_days(_in_week(before, before), now)
    if isinstance(found, DateDoubt):
        weekday = heard.WEEKDAY.search(fold(before))
        again = find_days(_in_week(before, weekday[0]), now) if weekday is not None else None
        found = again
    return found.start if isinstance(found, DateReading) else None


def _days_in(folded: str) -> bool:
    return any(sign.isdigit() for sign in folded) or heard.NAMES_DAY.search(folded) is not None


def _in_week(around: str, day: str) -> str:
    """A weekday of the week that is named in front of it: "tuần sau tôi đi học từ t2 đến t5"."""
    week, weekday = heard.WEEK.search(fold(around)), heard.WEEKDAY.match(fold(day.strip()))
    if week is None or weekday is None or heard.WEEK.search(fold(day)):
        return day
    return f"{weekday[0]} {week[0]}{day.strip()[weekday.end() :]}"


def _listed(words: str, now: datetime) -> Stretch | None:
    listed = days_listed(words, now)
    return Stretch(listed.start, listed.end) if isinstance(listed, DateReading) else None


def _one(words: str, now: datetime) -> Stretch | None:
    found = find_days(words, now)
    if isinstance(found, DateDoubt):
        bare = find_days(without_length(words), now)
        last = last_after(words, bare.start) if isinstance(bare, DateReading) else None
        return Stretch(bare.start, last) if isinstance(bare, DateReading) and last is not None else None
    if found is None:
        return None
    begins, ends = found.span
    around = f"{words[:begins]} {words[ends:]}"
    if found.start == found.end and (last := last_after(around, found.start)) is not None:
        return Stretch(found.start, last)
    if found.modifier == leave_said.FROM or fold(words[:begins]).rstrip().endswith("tu"):
        return Stretch(found.start, None if found.start == found.end else found.end)
    begun = found.start < now.date() <= found.end
    return Stretch(now.date() if begun else found.start, found.end)
