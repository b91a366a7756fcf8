"""The day on which an event is said to have happened: it is counted in the period of that day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.periods import period_containing
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers.reporting.figure_row import line_of
from handlers.standings.deadlines import schedule_of
from handlers.turn import Turn

_DAYS_AGO = (
    re.compile(r"\b(?:hom|sang|trua|chieu|toi|dem) nay\b(?! (?:em|toi|minh|anh|chi|gui|nop|bao cao)\b)"),
    re.compile(r"\b(?:hom|sang|trua|chieu|toi|dem) qua\b"),
    re.compile(r"\bhom kia\b"),
)
""" "Hôm nay em gửi" is the day of the report; "sáng nay có 1 vụ" is that of the event."""
_TO_COME = re.compile(
    r"\b(?:se|hen|han|truoc|den|xong|hop|gui|nop|bao cao|giai quyet|xu ly|khac phuc|trinh|du kien)\b"
)
""" "Cháy nổ 1 vụ, xử lý xong 25/11": the day is of what is still to be done."""


def in_its_period(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """The reading, with each way to understand it, of the period in which the event happened."""
    counts = item.target is not None and item.target.is_event_free
    if not counts or not reading.value or reading.kind == "correction":
        return reading
    if reading.period is not None or reading.date is not None:
        return reading
    if (ahead := _day_ahead(turn, reading)) is not None:
        return replace(reading, date=ahead, date_role="as_of", doubts=())
    if (day := day_told(turn, reading)) is None:
        return reading
    schedule = schedule_of(item, turn.office)
    key = period_containing(day, schedule.frequency, schedule.regime).key
    doubts = tuple(
        replace(doubt, candidates=tuple(replace(one, period=key) for one in doubt.candidates))
        for doubt in reading.doubts
    )
    return replace(reading, period=key, doubts=doubts)


def is_ahead(turn: Turn, reading: Reading) -> bool:
    """True where the day that a reading is about has not come."""
    return reading.date is not None and reading.date_role == "as_of" and reading.date > turn.said_at.date()


def day_told(turn: Turn, reading: Reading) -> date | None:
    """The day that the line of a reading names, today or before; None where it names none."""
    line, today = line_of(turn.words, reading), turn.said_at.date()
    folded = fold(line)
    for ago, said in enumerate(_DAYS_AGO):
        if said.search(folded):
            return today - timedelta(days=ago)
    found = _day_in(turn, line)
    return found.due if found is not None and found.due <= today else None


def _day_ahead(turn: Turn, reading: Reading) -> date | None:
    """The day that is still to come, "ngày 2/1/2027" said in December; not that of what will be done."""
    line = line_of(turn.words, reading)
    found = _day_in(turn, line)
    if found is None or found.modifier is not None or found.due <= turn.said_at.date():
        return None
    return None if _TO_COME.search(fold(line)) else found.due


def _day_in(turn: Turn, line: str) -> DateReading | None:
    found = find_date(line, turn.said_at, past=True)
    sure = isinstance(found, DateReading) and found.start == found.end and not found.alternatives
    return found if sure and isinstance(found, DateReading) else None
