"""What stands beside a date and narrows it: "trước", "chiều", "15h30", "chậm nhất"."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.dates import clock
from bot.domain.reading.dates.model import DateDoubt, DateReading
from bot.domain.reading.dates.rule import Found
from bot.domain.reading.dates.spans import ONE_DAY

_REACH = 48
_COUNTED_FROM = ("days_ahead", "days_within", "more_days", "hours_ahead")  # "sau 3 ngày nữa": no day later


def framed(found: Found, text: str, *, marked: bool) -> Found:
    """Return what was found with the hour, the part of day and the modifier that stand around it.

    `text` is the plain text without the words that other dates have taken.
    """
    offset = max(0, found.start - _REACH)
    before = clock.BEFORE.search(text[offset : found.start])
    after = clock.AFTER.match(text, found.end)
    if before is None:
        return found
    start = offset + before.start() if before[0].strip() else found.start
    end = after.end() if after else found.end
    if isinstance(found.answer, DateDoubt):
        return replace(found, start=start, end=end)
    part = clock.part_of(before) if _is_part(before["part"], found.rule, marked=marked) else None
    part = part or (clock.part_of(after) if after else None)
    time = clock.time_of(before, part) or (clock.time_of(after, part) if after else None)
    answer = replace(found.answer, time=time or found.answer.time)
    word = None if found.rule in _COUNTED_FROM else clock.modifier_of(before)
    answer = _narrowed(answer, word, part)
    return replace(found, start=start, end=end, answer=answer)


def _is_part(word: str | None, rule: str, *, marked: bool) -> bool:
    """Tell "sáng" and "tối" from "sang" and "tới" by the marks, without them by the day word that follows."""
    if word == "toi":
        return not marked and rule in ("today", "tomorrow", "yesterday", "day_after")
    return word is not None and not (word == "sang" and marked)


def _narrowed(reading: DateReading, word: str | None, part: str | None) -> DateReading:
    """Apply "trước" and "sau": before a day is by that day, before a whole month is before it begins."""
    modifier = word if word in ("trước", "sau") else reading.modifier or word or part
    if word == "trước" and reading.start < reading.end and reading.modifier is None:
        return replace(reading, due=reading.start - ONE_DAY, alternatives=(), modifier=modifier)
    if word == "trước" and reading.time is None and reading.start == reading.end:
        return replace(reading, alternatives=(reading.due - ONE_DAY,), modifier=modifier)
    if word == "sau":
        return replace(reading, due=reading.end + ONE_DAY, alternatives=(), modifier=modifier)
    return replace(reading, modifier=modifier)
