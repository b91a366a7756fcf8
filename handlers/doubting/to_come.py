"""Words that only tell what somebody will do: "tuần sau em mới dán bảng công khai". No progress yet."""

from __future__ import annotations

from bot.domain.reading.model import Reading
from handlers import rights
from handlers.reporting.figure_row import line_of
from handlers.reporting.outcome import Outcome
from handlers.texts.reporting import heard_of_days as hears
from handlers.texts.reporting import not_recorded
from handlers.turn import Turn


def is_told(turn: Turn, reading: Reading, outcome: Outcome) -> bool:
    """True where that was said, and nothing recorded."""
    item = turn.ward.items.get(reading.item or "")
    picked = turn.question is not None and turn.question.answer is not None
    graded = item is not None and item.target is not None and item.target.grade is not None
    if item is None or graded or reading.kind != "in_progress" or reading.doubts or reading.also or picked:
        return False
    if reading.value is not None or reading.percent_stated is not None:
        return False
    if not rights.may_speak(turn.ward, turn.person, item):
        return False
    said = max(reading.words, line_of(turn.words, reading), key=len)
    if not hears.is_to_come(said):
        return False
    outcome.items.append(item.key)
    outcome.said.append(not_recorded.to_come(item, reading.words or said))
    return True
