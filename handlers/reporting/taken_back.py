"""What was recorded is not taken back by "hủy": it stays, and can be put right."""

from __future__ import annotations

from bot.domain.reading.model import Reading
from db import figures
from db.item_view import ItemView
from handlers.reporting.outcome import Outcome
from handlers.texts import report as texts
from handlers.turn import Turn


def is_told(turn: Turn, reading: Reading, item: ItemView, outcome: Outcome) -> bool:
    """ "Hủy báo cáo lúc nãy": what was recorded stays, and can be put right."""
    if reading.kind != "correction" or reading.value is not None or reading.numerator is not None:
        return False
    if item.is_task:
        told = figures.latest_progress(turn.session, [item.id], turn.now).get(item.id)
        outcome.said.append(texts.progress_not_taken_back(item, told))
        return True
    newest = figures.latest(turn.session, [item.id]).get(item.id)
    outcome.said.append(texts.not_taken_back(item, newest))
    return True
