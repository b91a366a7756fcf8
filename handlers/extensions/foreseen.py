""" "NV-018 dự kiến 25/12 xong": a task of which an end to come is told goes on; the day is no result."""

from __future__ import annotations

import re

from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from handlers import finding
from handlers.reporting.figure_row import line_of
from handlers.texts.reporting import said as texts
from handlers.turn import Turn

_ABOUT = re.compile(r"\b(?:du kien|khoang|chung|tam|uoc|co le)\b")
SEVERAL = 2
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}")


def of_task(turn: Turn, reading: Reading) -> Reading:
    """The reading as work that goes on, where its line tells of a day to come."""
    item = turn.ward.items.get(reading.item or "")
    plans = bool(reading.doubts) and reading.doubts[0].reason == "target_not_result"
    if item is None or not item.is_task or not (plans or reading.kind == "done"):
        return reading
    line = _of_one(turn, reading)
    folded = fold(line)
    if _ABOUT.search(folded) is None or _DAY.search(folded) is None:
        return reading
    found = find_date(finding.blanked(line), turn.said_at, expected=True)
    if not isinstance(found, DateReading) or found.due <= turn.said_at.date():
        return reading
    words = " ".join(finding.without_codes(line).split()).strip(texts.AROUND_WORDS)
    return Reading("in_progress", item=item.key, named=reading.named, span=reading.span, words=words)


def _of_one(turn: Turn, reading: Reading) -> str:
    """The line of the reading; where several codes stand in it, what no comma cuts off."""
    line = line_of(turn.words, reading)
    if len(finding.codes_in(line)) < SEVERAL:
        return line
    place = turn.words.rfind("\n", 0, reading.span[0]) + 1
    before = turn.words[place : reading.span[0]]
    begins = place + max(before.rfind(","), before.rfind(";")) + 1
    return re.split(r"[,;\n]", turn.words[begins:], maxsplit=1)[0].strip()
