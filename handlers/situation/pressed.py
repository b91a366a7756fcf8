"""To who asks whether he, or somebody, was pressed: when, by whom, about what."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.workdays import WARD_ZONE
from db import audit
from db.ward_view import PersonView
from handlers.texts.situation import pressed as texts
from handlers.turn import Turn


def of_own(turn: Turn) -> str:
    """What people in the office asked of who speaks since Monday; the program's own reminders are not it."""
    monday = turn.today - timedelta(days=turn.today.weekday())
    return texts.pressed(turn.person, _since(turn, turn.person, monday))


def of_person(turn: Turn, person: PersonView) -> str:
    """The same of somebody else, since the first of the month."""
    return texts.how_often(person, _since(turn, person, turn.today.replace(day=1)))


def _since(turn: Turn, person: PersonView, day: date) -> list[texts.Pressed]:
    rows = audit.pressed_since(turn.session, turn.ward.id, datetime.combine(day, time(), WARD_ZONE))
    return [
        (at, turn.ward.who(by), [turn.ward.items[key] for key in keys.split() if key in turn.ward.items])
        for at, by, code, keys in rows
        if code == person.code
    ]
