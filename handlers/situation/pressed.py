"""To who asks whether he was pressed: when this week, by whom, about what."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.domain.workdays import WARD_ZONE
from db import audit
from handlers.texts import pressed as texts
from handlers.turn import Turn


def of_own(turn: Turn) -> str:
    """What people in the office asked of who speaks since Monday; the program's own reminders are not it."""
    monday = turn.today - timedelta(days=turn.today.weekday())
    since = datetime.combine(monday, time(), WARD_ZONE)
    rows = audit.pressed_since(turn.session, turn.ward.id, since)
    mine = [
        (at, turn.ward.who(by), [turn.ward.items[key] for key in keys.split() if key in turn.ward.items])
        for at, by, code, keys in rows
        if code == turn.person.code
    ]
    return texts.pressed(turn.person, mine)
