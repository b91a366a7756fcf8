"""Last year's tasks that nobody finished: how many there are, and taking them into this year's plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.ward import Preset
from bot.loading.items import MADE_IN_CHAT
from db import audit, confirmations, extensions, figures, plans
from db.extensions import Extended
from db.models import Item, Plan, Ward

_KEY = re.compile(r"NV-(\d+)")
_TAKEN_OVER = (
    "ward_id", "kind", "name", "short_name", "aliases", "field_id", "unit_id", "owner_id", "focal",
    "leader_id", "decider_id", "coordinating", "product", "basis",
)  # fmt: skip


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


def carry_over(
    session: Session,
    ward_id: int,
    year: int,
    now: datetime,
    undated: Preset,
    chosen: Sequence[Item] | None = None,
) -> Sequence[tuple[Item, Item]]:
    """Add last year's open tasks, or those `chosen`, to the plan of `year`, each once; (old, new).

    The caller commits.

    A due day that is over before the year begins is not this year's lateness: the task goes over without
    one, its progress is asked for as `undated` says, and who decides on it is asked for a new day. Of the
    intermediate dates those go over that lie ahead. LookupError when the ward has no plan of the year.
    """
    plan = plans.of_year(session, ward_id, year)
    if plan is None:
        raise LookupError(year)
    known = session.scalars(select(Item).where(Item.plan_id == plan.id)).all()
    numbers = [int(found[1]) for row in known if (found := _KEY.fullmatch(row.key))]
    number, sort = max(numbers, default=0), max((row.sort for row in known), default=0)
    pairs = []
    tasks = open_tasks(session, ward_id, year - 1, now) if chosen is None else chosen
    ids = [one.id for one in tasks]
    more, reached = extensions.extended(session, ids, now), figures.milestones_reached(session, ids, now)
    for place, old in enumerate(tasks, start=1):
        due = more.get((old.id, None), Extended()).due or old.due_on
        new = Item(
            **{name: getattr(old, name) for name in _TAKEN_OVER},
            **_timing(old, due, year, undated),
            milestones=_ahead(old, reached.get(old.id, set()), year),
            plan_id=plan.id,
            key=f"NV-{number + place:03d}",
            slug=f"{MADE_IN_CHAT}carried-{old.id}",
            sort=sort + place,
            note=f"Chuyển từ {old.key} năm {year - 1}",
            carried_from_id=old.id,
        )
        session.add(new)
        session.flush()
        audit.note(session, now, "carry_over", new.key, ward_id=ward_id, before=f"{year - 1} {old.key}")
        pairs.append((old, new))
    session.get_one(Ward, ward_id).revision += bool(pairs)
    return pairs


def _timing(old: Item, due: date | None, year: int, undated: Preset) -> dict[str, Any]:
    """The due day that still lies ahead; without one when progress is asked for."""
    if due is not None and due.year < year:
        hour = f"{undated.due_time:%H:%M}"
        rule = {"frequency": undated.frequency, "regime": undated.regime, "due_rule": undated.due_rule}
        return {**rule, "due_time": hour, "due_on": None}
    kept = {name: getattr(old, name) for name in ("frequency", "regime", "due_rule", "due_time")}
    return {**kept, "due_on": due}


def _ahead(old: Item, reached: Collection[str], year: int) -> list[dict[str, str]]:
    return [one for one in old.milestones if one["on"] >= f"{year}-" and one["name"] not in reached]
