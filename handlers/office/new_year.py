"""The first day with a new year's plan: what was not finished goes over; and that there is no plan yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.loading.carrying import carry_over, is_wanted, open_tasks
from db import outbox, plans, questions, reminders
from db.item_view import ItemView
from db.models import Item
from db.ward_loading import bump
from db.ward_view import WardView
from handlers.office.following import follow
from handlers.texts.office import new_year as texts
from handlers.turn import Office, Reply, Turn

_ASKED_FROM = (12, 15)
"""The day on which the reporting year of NĐ 09/2019 begins: by then there should be a plan for it."""
_ANSWERED = timedelta(days=60)
"""How old a message is at most that somebody still replies to."""


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
    """Take over what last year left open; tell the clerks, and whose tasks have another code now."""
    followed = follow(session, ward)
    chosen, left = _left_open(session, ward, now)
    pairs = carry_over(session, ward.id, ward.year, now, office.rules.task_preset, chosen)
    _point_anew(session, ward, now, {task.id: task.key for _record, task in pairs})
    bump(session, ward.id)
    said = texts.begun(
        ward,
        [(record.key, task.key, task.short_name) for record, task in pairs],
        [(task.key, task.short_name) for task in left],
        followed,
    )
    clerks = [Reply(said, to=one.id, silent=True) for one in ward.with_role("clerk")]
    return [*clerks, *_renamed(ward, pairs)]


def _renamed(ward: WardView, pairs: Sequence[tuple[Item, Item]]) -> list[Reply]:
    """To who answers for a task that has another code now; the clerks have the whole list."""
    found: dict[int, list[tuple[str, str, str]]] = {}
    for record, task in pairs:
        owner = ward.acting(task.owner_id)
        if owner is not None and record.key != task.key and not owner.has("clerk"):
            found.setdefault(owner.id, []).append((record.key, task.key, task.short_name))
    return [
        Reply(
            texts.renamed(ward, ward.people[one], rows),
            to=one,
            silent=True,
            items=tuple(new for _old, new, _name in rows),
        )
        for one, rows in found.items()
    ]


def _point_anew(session: Session, ward: WardView, now: datetime, moved: Mapping[int, str]) -> None:
    """Codes are a plan's own: what was said before today speaks of the same items under the new plan's."""
    by_name = {item.name: item.key for item in ward.items.values()}
    now_called = {one.key: moved.get(one.id) or by_name.get(one.name) for one in ward.earlier.values()}
    changed = {old: new for old, new in now_called.items() if old != new}
    if changed:
        outbox.point_anew(session, ward.id, now - _ANSWERED, changed)
        questions.close_about(session, ward.id, now, changed)


def go_on(turn: Turn, item: ItemView) -> str | None:
    """A task of last year's plan that turns out not to be done goes over; its code there, None of others."""
    if not turn.ward.over:
        return None
    row, preset = turn.session.get_one(Item, item.id), turn.office.rules.task_preset
    ((_record, task),) = carry_over(turn.session, turn.ward.id, turn.ward.year + 1, turn.now, preset, [row])
    return task.key


def miss(ward: WardView, year: int) -> Sequence[Reply]:
    """Tell clerk and admin that there is no plan of the year."""
    return [
        Reply(texts.no_plan(ward, year, one), to=one.id, silent=True)
        for one in ward.with_role("clerk", "admin")
    ]


def _left_open(session: Session, ward: WardView, now: datetime) -> tuple[list[Item], list[Item]]:
    """Last year's tasks that are not done, unless the new plan has them itself: with a day, and without.

    Where somebody has asked for all of them, all that are open are among the first.
    """
    rows = open_tasks(session, ward.id, ward.year - 1, now)
    if is_wanted(session, ward.id, ward.year):
        return rows, []
    known = {item.name for item in ward.items.values()}
    new = [row for row in rows if row.name not in known]
    return [row for row in new if row.due_on is not None], [row for row in new if row.due_on is None]
