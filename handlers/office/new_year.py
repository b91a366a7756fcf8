"""The first day with a new year's plan: what was not finished goes over; and that there is no plan yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.loading.carrying import carry_over, open_tasks
from db import plans, reminders
from db.models import Item
from db.ward_view import WardView
from handlers.texts import new_year as texts
from handlers.turn import Office, Reply

_ASKED_FROM = (12, 15)
"""The day on which the reporting year of NĐ 09/2019 begins: by then there should be a plan for it."""


def begins(session: Session, ward: WardView) -> bool:
    """Whether what the plan before left open has still to be taken over."""
    return bool(ward.earlier) and not _is_told(session, ward, "new_year", ward.year)


def missing(session: Session, ward: WardView, today: date) -> int | None:
    """The year for which a plan should be there by now and is not, while nobody was told."""
    year = today.year + ((today.month, today.day) >= _ASKED_FROM)
    if year <= ward.year or plans.exists(session, ward.id, year):
        return None
    return None if _is_told(session, ward, "no_plan", year) else year


def _is_told(session: Session, ward: WardView, kind: str, year: int) -> bool:
    return (kind, "ward") in reminders.made(session, ward.id, str(year))


def begin(session: Session, now: datetime, office: Office, ward: WardView) -> Sequence[Reply]:
    """Take over what last year left open, and tell the clerks."""
    chosen = _left_open(session, ward, now)
    pairs = carry_over(session, ward.id, ward.year, now, office.rules.task_preset, chosen)
    text = texts.begun(ward, [(old.key, new.key, new.short_name) for old, new in pairs])
    return [Reply(text, to=one.id, silent=True) for one in ward.with_role("clerk")]


def miss(ward: WardView, year: int) -> Sequence[Reply]:
    """Tell clerk and admin that there is no plan of the year."""
    return [
        Reply(texts.no_plan(ward, year, one), to=one.id, silent=True)
        for one in ward.with_role("clerk", "admin")
    ]


def _left_open(session: Session, ward: WardView, now: datetime) -> list[Item]:
    """Last year's tasks with a day that are not done, unless the new plan has them itself."""
    known = {item.name for item in ward.items.values()}
    rows = open_tasks(session, ward.id, ward.year - 1, now)
    return [row for row in rows if row.due_on is not None and row.name not in known]
