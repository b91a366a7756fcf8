"""That an item does not concern the ward: asked, granted for a period or a year, taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from db.models import Item, NotApplicableRow

_IN_FORCE = {"asked", "granted"}
WAITING = (
    select(NotApplicableRow)
    .where(NotApplicableRow.ward_id == bindparam("ward"), NotApplicableRow.state == "asked")
    .order_by(NotApplicableRow.id)
)


def waiting(session: Session, ward_id: int) -> Sequence[NotApplicableRow]:
    """What nobody has decided on, the oldest first."""
    return session.scalars(WAITING, {"ward": ward_id}).all()


def of_item(session: Session, item_id: int) -> Sequence[NotApplicableRow]:
    """Everything that was said of an item so, the oldest first."""
    statement = (
        select(NotApplicableRow).where(NotApplicableRow.item_id == item_id).order_by(NotApplicableRow.id)
    )
    return session.scalars(statement).all()


def in_force(session: Session, item_id: int) -> list[NotApplicableRow]:
    """What waits for an item, and what was granted and not taken back."""
    return [row for row in of_item(session, item_id) if row.state in _IN_FORCE]


def granted(session: Session, plan_id: int) -> Mapping[int, Sequence[NotApplicableRow]]:
    """By item of a plan, what was granted and holds."""
    holds = (Item.plan_id == plan_id) & (NotApplicableRow.state == "granted")
    found: defaultdict[int, list[NotApplicableRow]] = defaultdict(list)
    for row in session.scalars(
        select(NotApplicableRow).join(Item).where(holds).order_by(NotApplicableRow.id)
    ):
        found[row.item_id].append(row)
    return found


def settle(session: Session, row: NotApplicableRow, state: str, now: datetime) -> None:
    """What waited is withdrawn or replaced, or what was granted holds no longer ("ended")."""
    row.state, row.decided_at = state, now
    session.flush()


def replace(session: Session, item_id: int, period: str, now: datetime) -> NotApplicableRow | None:
    """Ask no longer for what waits for an item and period: it was reported on. What it was, if anything."""
    for row in in_force(session, item_id):
        if row.state == "asked" and row.period == period:
            settle(session, row, "replaced", now)
            return row
    return None


def decide(
    session: Session, row: NotApplicableRow, state: str, by_id: int, now: datetime, words: str | None
) -> bool:
    """Grant or refuse it, once; False when somebody else decided in the meantime."""
    undecided = (NotApplicableRow.id == row.id) & (NotApplicableRow.state == "asked")
    values = {"state": state, "decided_by_id": by_id, "decided_at": now, "words": words}
    statement = update(NotApplicableRow).where(undecided).values(**values).returning(NotApplicableRow.id)
    changed = session.scalars(statement).all()
    session.refresh(row)
    return bool(changed)
