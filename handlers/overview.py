"""The state of a ward at one moment, as numbers: what /tinhhinh, summaries and `status --json` show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.domain.rollup import Counts, roll_up
from bot.domain.tasks import TaskClass, roll_up_tasks
from bot.domain.verdict import ItemClass
from db import figures
from db.models import Obstacle
from db.ward_view import ItemView, WardView
from handlers.standing import Standing, standings
from handlers.turn import Office

DANGER: tuple[ItemClass, ...] = ("not_met", "at_risk")


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts over the lines of the plan, and what needs somebody's eye; `scope` names a part of the ward.

    `danger` are indicators whose number is bad, the worst first; `due_soon` those whose number is only awaited.
    """

    now: datetime
    indicators: Counts
    tasks: Mapping[TaskClass, int]
    danger: Sequence[Standing]
    due_soon: Sequence[Standing]
    overdue: Sequence[Standing]
    missing: Sequence[Standing]
    obstacles: Sequence[tuple[ItemView, Obstacle]]
    newest: date | None
    all: Mapping[str, Standing]
    scope: str = ""

    @property
    def task_total(self) -> int:
        return sum(self.tasks.values())

    @property
    def missing_people(self) -> set[int]:
        """Owners of what is due, past and not there."""
        return {one.item.owner_id for one in self.missing if one.item.owner_id}


def overview(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    items: Sequence[ItemView] | None = None,
    scope: str = "",
    until: date | None = None,
) -> Overview:
    """Look at the whole ward, or at some of its items; with `until`, at what was known as of that day."""
    chosen = list(ward.items.values()) if items is None else list(items)
    found = standings(session, now, office, ward, chosen, until)
    lines = [one for one in found.values() if one.item.parent is None or one.item.parent not in found]
    leaves = [one for one in found.values() if not one.item.parts]
    keys = {item.id: item for item in chosen}
    return Overview(
        now=now,
        indicators=roll_up([one.verdict for one in lines if one.verdict is not None]),
        tasks=roll_up_tasks([one.task for one in leaves if one.task is not None]),
        danger=[
            one
            for cls in DANGER
            for one in leaves
            if one.verdict is not None and one.verdict.cls == cls and one.verdict.reason != "due_soon"
        ],
        due_soon=[one for one in leaves if one.verdict is not None and one.verdict.reason == "due_soon"],
        overdue=sorted(
            (one for one in leaves if one.task == "overdue"), key=lambda one: one.item.due_on or date.max
        ),
        missing=[one for one in leaves if one.missing],
        obstacles=[
            (keys[row.item_id], row)
            for row in figures.open_obstacles(session, ward.id)
            if row.item_id in keys
        ],
        newest=max((one.figure.as_of for one in leaves if one.figure is not None), default=None),
        all=found,
        scope=scope,
    )
