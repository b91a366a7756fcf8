""" "Gửi nhầm ảnh": what was kept stays, and it is said how the right one is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.reading.words import fold
from db import evidence
from handlers.texts import evidence as texts
from handlers.turn import Reply, Turn

JUST_SENT = timedelta(hours=4)


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None for other words, and where nothing was sent in the last hours."""
    if texts.WRONG.fullmatch(" ".join(fold(turn.words).split()).strip(" .,!")) is None:
        return None
    last = evidence.last_of(turn.session, turn.person.id, turn.now - JUST_SENT)
    item = turn.ward.in_force(last.item_id) if last is not None else None
    if last is None or item is None:
        return [Reply(texts.none_sent())]
    return [Reply(texts.stays(item, last), items=(item.key,))]
