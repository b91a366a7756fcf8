"""What stays in last year's plan of a task that goes over into the next: a record of how it stood then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from db.models import (
    Confirmation,
    Explanation,
    Extension,
    Item,
    LateFigure,
    NotApplicableRow,
    Obstacle,
    Progress,
)
from db.models.base import Base

_SETTLED: Final[Mapping[type[Base], str]] = {
    Extension: "decided_at",
    Confirmation: "decided_at",
    LateFigure: "decided_at",
    NotApplicableRow: "decided_at",
    Obstacle: "closed_at",
}
"""What goes on with the task is over for its record, from the moment on that the task went over."""
_OF_NOBODY: Final[Mapping[str, None]] = {"inbox_id": None, "corrects_id": None}
"""A message speaks of the task, not of its record."""


def leave_behind(session: Session, task: Item, *, plan_id: int, key: str, slug: str, now: datetime) -> Item:
    """Move a task into another plan, and leave a record of it in the one where it was; return the record.

    The record has what was said of the task, asked and decided until then, under the task's old code.
    Orders, photos and files belong to the task alone.
    """
    stood = _columns(task)
    task.plan_id, task.key, task.slug, task.carried_from_id = plan_id, key, slug, None
    session.flush()
    record = Item(**stood)
    session.add(record)
    session.flush()
    task.carried_from_id = record.id
    said = _copied(session, Progress, task, record, now, {})
    kinds: tuple[type[Base], ...] = (*_SETTLED, Explanation)
    for kind in kinds:
        _copied(session, kind, task, record, now, said)
    session.flush()
    return record


def _copied(
    session: Session,
    kind: type[Base],
    task: Item,
    record: Item,
    now: datetime,
    said: Mapping[int, int],
) -> dict[int, int]:
    """Ids of the rows of a task, and of what was made of them for its record."""
    table: Any = kind
    found = {}
    for row in session.scalars(select(table).where(table.item_id == task.id).order_by(table.id)).all():
        columns = _columns(row) | {"item_id": record.id}
        if kind is Explanation and columns["answer"] is None:
            continue
        columns |= {name: None for name in _OF_NOBODY if name in columns}
        if columns.get("progress_id"):
            columns["progress_id"] = said[columns["progress_id"]]
        copy: Any = kind(**(columns | _ended(kind, columns, now)))
        session.add(copy)
        session.flush()
        found[row.id] = copy.id
    return found


def _ended(kind: type[Base], columns: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """What waits, waits of the task."""
    name = _SETTLED.get(kind)
    if name is None or columns[name] is not None:
        return {}
    return {name: now} | ({"state": "replaced"} if "state" in columns else {})


def _columns(row: Base) -> dict[str, Any]:
    names = [column.key for column in inspect(type(row)).column_attrs]
    return {name: getattr(row, name) for name in names if name != "id"}
