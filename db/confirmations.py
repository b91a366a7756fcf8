"""What waits for a yes, a finished task or a unit's figure: asked, confirmed, returned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import ColumnElement, bindparam, select, update
from sqlalchemy.orm import Session

from db.models import Confirmation, Figure

What = Literal["completion", "figure"]
"""What somebody confirms: that a task is done, or a unit's figure (`db.counting`)."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a task's being said to be done.

    `waiting` is what nobody has decided on, `returned` what came back and was not handed in again. `until` is
    the last that came back with a day of its own: that day holds, whatever came after. `late`: it was handed
    in after its due day at least once; `missed` is that day, where it was one for what lacked.
    """

    waiting: Confirmation | None = None
    returned: Confirmation | None = None
    until: Confirmation | None = None
    late: bool = False
    missed: date | None = None


_OF_TASKS = (
    select(Confirmation)
    .where(
        Confirmation.item_id.in_(bindparam("ids", expanding=True)),
        Confirmation.progress_id.is_not(None),
        Confirmation.asked_at <= bindparam("at"),
    )
    .order_by(Confirmation.id)
)
_WHAT: dict[What, ColumnElement[bool]] = {
    "completion": Confirmation.progress_id.is_not(None),
    "figure": Confirmation.figure_id.is_not(None),
}
_ASKED = (Confirmation.ward_id == bindparam("ward")) & (Confirmation.state == "asked")
WAITING = {
    what: select(Confirmation).where(_ASKED, is_one).order_by(Confirmation.id)
    for what, is_one in _WHAT.items()
}


_OF_ITEM = {
    what: select(Confirmation)
    .where(Confirmation.item_id == bindparam("item"), is_one)
    .order_by(Confirmation.id)
    for what, is_one in _WHAT.items()
}


def checked(session: Session, item_ids: Iterable[int], at: datetime) -> Mapping[int, Checked]:
    """By task, what waited and what had come back at a moment."""
    ids = list(item_ids)
    rows: defaultdict[int, list[Confirmation]] = defaultdict(list)
    for row in session.scalars(_OF_TASKS, {"ids": ids, "at": at}) if ids else ():
        rows[row.item_id].append(row)
    return {item_id: _of(found, at) for item_id, found in rows.items()}


def _of(rows: Sequence[Confirmation], at: datetime) -> Checked:
    waits = [row for row in rows if row.decided_at is None or row.decided_at > at]
    decided = [row for row in rows if row not in waits and row.state != "replaced"]
    returned = decided[-1] if decided and not waits and decided[-1].state == "returned" else None
    dated = [row for row in decided if row.state == "returned" and row.due_on is not None]
    late = next((row for row in [*decided, *waits] if row.late), None)
    held = [row.due_on for row in dated if late is not None and row.id < late.id]
    return Checked(
        waiting=waits[-1] if waits else None,
        returned=returned,
        until=dated[-1] if dated else None,
        late=late is not None,
        missed=held[-1] if held else None,
    )


def waiting(session: Session, ward_id: int, what: What) -> Sequence[Confirmation]:
    """What waits for a decision, the oldest first."""
    return session.scalars(WAITING[what], {"ward": ward_id}).all()


def of_item(session: Session, item_id: int, what: What) -> Sequence[Confirmation]:
    """Everything of an item that was ever put before somebody, the oldest first."""
    return session.scalars(_OF_ITEM[what], {"item": item_id}).all()


def replace(session: Session, item_id: int, now: datetime) -> None:
    """The task that waited no longer does: something else was said of it."""
    _replace(session, (Confirmation.item_id == item_id) & _WHAT["completion"], now)


def replace_figure(session: Session, item_id: int, period: str, now: datetime) -> None:
    """What waited of a period no longer does: another figure of it came. Other periods go on waiting."""
    same = select(Figure.id).where(Figure.item_id == item_id, Figure.period == period)
    _replace(session, Confirmation.figure_id.in_(same), now)


def _replace(session: Session, which: ColumnElement[bool], now: datetime) -> None:
    asked = update(Confirmation).where(Confirmation.state == "asked", which)
    session.execute(asked.values(state="replaced", decided_at=now))


def decide(
    session: Session,
    row: Confirmation,
    state: str,
    by_id: int,
    now: datetime,
    words: str | None,
    due_on: date | None = None,
    was: str = "asked",
) -> bool:
    """Confirm it or return it, once; False when somebody else decided in the meantime."""
    values = {"state": state, "decided_by_id": by_id, "decided_at": now, "words": words, "due_on": due_on}
    undecided = (Confirmation.id == row.id) & (Confirmation.state == was)
    statement = update(Confirmation).where(undecided).values(**values).returning(Confirmation.id)
    changed = session.scalars(statement).all()
    session.refresh(row)
    return bool(changed)
