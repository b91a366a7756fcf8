"""When an order or a pressing that is said outside the sending hours reaches people."""

from __future__ import annotations

from datetime import datetime

from bot.domain.reading.words import fold
from handlers.texts.directives import heard
from handlers.turn import Turn


def held_until(turn: Turn, words: str, due: datetime | None = None) -> datetime | None:
    """When what is ordered at night or on a day off reaches people; None where that is at once.

    It waits for the next sending hours unless the leader says that it is urgent, or it is due before them.
    """
    opening = turn.opening_after_quiet()
    if opening is None or is_urgent(words) or (due is not None and due <= opening):
        return None
    return opening


def is_urgent(words: str) -> bool:
    """True for "khẩn: …", "gấp, …"."""
    return heard.IS_URGENT.search(fold(words)) is not None
