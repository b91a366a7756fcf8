""" "Em đã nhập hộ những ai": what who asks has entered today, for others too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db import figures
from handlers.texts.office.arranging_heard import CLAUSES
from handlers.texts.situation import entered as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None for other words."""
    asked = [one for one in CLAUSES.split(turn.words) if texts.ASKED.fullmatch(fold(one).strip(" .?!"))]
    if not asked:
        return None
    day = turn.today - timedelta(days=1) if texts.YESTERDAY.search(fold(turn.words)) else turn.today
    start = datetime.combine(day, time(), WARD_ZONE)
    rows = figures.entered_by(turn.session, turn.person.id, start, start + timedelta(days=1))
    known = [(turn.ward.by_id[row.item_id], row) for row in rows if row.item_id in turn.ward.by_id]
    return [Reply(texts.entered(day, known, turn.person, turn.ward))]
