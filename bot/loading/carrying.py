"""Last year's tasks that nobody finished: how many there are, and taking them into this year's plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.ward import Preset
from bot.loading.items import MADE_IN_CHAT
from db import audit, confirmations, extensions, figures, plans
from db.confirmations import Checked
from db.extensions import Extended
from db.left_behind import leave_behind
from db.models import Confirmation, Extension, Item, Plan, Ward

WANTED = "carry_over_wanted"
"""What the audit log calls it when everything open is to go over once the new plan is worked by."""
_KEY = re.compile(r"NV-(\d+)")


def open_tasks(session: Session, ward_id: int, year: int, now: datetime) -> list[Item]:
    """Tasks of the year's plan that were not done, cancelled or carried over; not those that come back.

    What waits for its completion to be confirmed is done, as far as its owner can tell.
    """
    carried = select(Item.carried_from_id).where(Item.carried_from_id.is_not(None))
    statement = (
        select(Item)
        .join(Plan, Plan.id == Item.plan_id)
        .where(Plan.ward_id == ward_id, Plan.year == year, Item.kind == "task", Item.active)
        .where(~Item.recurring, Item.id.not_in(carried))
        .order_by(Item.sort, Item.id)
    )
    rows = session.scalars(statement).all()
    ids = [row.id for row in rows]
    said, checked = figures.latest_progress(session, ids, now), confirmations.checked(session, ids, now)
    came_back = {key for key, one in checked.items() if one.returned is not None}
    done = {key for key, one in said.items() if one.state == "done"} - came_back
    cancelled = {key for key, one in said.items() if one.state == "cancelled"}
    return [row for row in rows if row.id not in done | cancelled]


def want(session: Session, ward_id: int, year: int, now: datetime) -> None:
    """Note that all that is open then goes over on the first day that the plan of `year` is worked by."""
    audit.note(session, now, WANTED, str(year), ward_id=ward_id)


def is_wanted(session: Session, ward_id: int, year: int) -> bool:
    """Whether somebody has asked for that."""
    return any(line.subject == str(year) for line in audit.lines(session, ward_id, {WANTED}))


def carry_over(
    session: Session,
    ward_id: int,
    year: int,
    now: datetime,
    undated: Preset,
    chosen: Sequence[Item] | None = None,
) -> Sequence[tuple[Item, Item]]:
    """Put last year's open tasks, or those `chosen`, into the plan of `year`, each once. The caller commits.

    It is the task itself that goes over, with what was said of it, waits or was decided; the old plan keeps
    a record of how it stood (`db.left_behind`). Returned are (record, task). The code stays where it is free.

    A due day that is over before the year begins is not this year's lateness: the task goes on without one,
    its progress is asked for as `undated` says, and who decides on it is asked for a new day. Of its
    intermediate dates those stay that lie ahead. LookupError when the ward has no plan of the year.
    """
    plan = plans.of_year(session, ward_id, year)
    if plan is None:
        raise LookupError(year)
    tasks = open_tasks(session, ward_id, year - 1, now) if chosen is None else list(chosen)
    ids = [one.id for one in tasks]
    more, checked = extensions.extended(session, ids, now), confirmations.checked(session, ids, now)
    reached = figures.milestones_reached(session, ids, now)
    known = session.scalars(select(Item).where(Item.plan_id == plan.id)).all()
    sort, keys = max((row.sort for row in known), default=0), _keys(tasks, {row.key for row in known})
    pairs = []
    for place, (task, key) in enumerate(zip(tasks, keys, strict=True), start=1):
        due = _due(task, more.get((task.id, None), Extended()), checked.get(task.id, Checked()))
        slug = f"{MADE_IN_CHAT}carried-{task.id}"
        record = leave_behind(session, task, plan_id=plan.id, key=key, slug=slug, now=now)
        task.sort, task.note = sort + place, f"Chuyển từ {record.key} năm {year - 1}"
        if due is not None and due.year < year:
            _undate(session, task, undated)
            task.milestones = _ahead(record, reached.get(task.id, set()), year)
        session.flush()
        audit.note(session, now, "carry_over", key, ward_id=ward_id, before=f"{year - 1} {record.key}")
        pairs.append((record, task))
    session.get_one(Ward, ward_id).revision += bool(pairs)
    return pairs


def _keys(tasks: Iterable[Item], taken: set[str]) -> list[str]:
    """The code of each: its own where the new plan has no other task of that code, else the next free one."""
    found = {task.id: task.key for task in tasks if task.key not in taken}
    used = [int(number[1]) for key in taken | set(found.values()) if (number := _KEY.fullmatch(key))]
    free = max(used, default=0)
    keys = []
    for task in tasks:
        free += task.id not in found
        keys.append(found.get(task.id) or f"NV-{free:03d}")
    return keys


def _due(task: Item, more: Extended, checked: Checked) -> date | None:
    """The day that holds: after every extension, or that for what was missing, whichever was said last."""
    until = checked.until
    if until is not None and until.decided_at is not None:
        granted_since = more.decided_at is not None and more.decided_at > until.decided_at
        return more.due if granted_since else until.due_on
    return more.due or task.due_on


def _undate(session: Session, task: Item, undated: Preset) -> None:
    """No day of last year holds for the task any more: what granted one stays with the record."""
    task.frequency, task.regime, task.due_rule = undated.frequency, undated.regime, undated.due_rule
    task.due_time, task.due_on = f"{undated.due_time:%H:%M}", None
    granted = (Extension.item_id == task.id) & (Extension.state == "granted")
    for row in session.scalars(select(Extension).where(granted)).all():
        session.delete(row)
    for back in session.scalars(select(Confirmation).where(Confirmation.item_id == task.id)).all():
        back.due_on = None


def _ahead(record: Item, reached: Collection[str], year: int) -> list[dict[str, str]]:
    return [one for one in record.milestones if one["on"] >= f"{year}-" and one["name"] not in reached]
