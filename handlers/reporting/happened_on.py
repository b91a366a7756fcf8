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


def in_its_period(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """The reading, with each way to understand it, of the period in which the event happened."""
    counts = item.target is not None and item.target.evaluation == "event_free"
    if not counts or not reading.value or reading.kind == "correction":
        return reading
    if reading.period is not None or reading.date is not None or (day := day_told(turn, reading)) is None:
        return reading
    schedule = schedule_of(item, turn.office)
    key = period_containing(day, schedule.frequency, schedule.regime).key
    doubts = tuple(
        replace(doubt, candidates=tuple(replace(one, period=key) for one in doubt.candidates))
        for doubt in reading.doubts
    )
    return replace(reading, period=key, doubts=doubts)


def day_told(turn: Turn, reading: Reading) -> date | None:
    """The day that the line of a reading names, today or before; None where it names none."""
    line, today = line_of(turn.words, reading), turn.said_at.date()
    folded = fold(line)
    for ago, said in enumerate(_DAYS_AGO):
        if said.search(folded):
            return today - timedelta(days=ago)
    found = find_date(line, turn.said_at, past=True)
    sure = isinstance(found, DateReading) and found.start == found.end and not found.alternatives
    return found.due if sure and isinstance(found, DateReading) and found.due <= today else None
