"""Hand-overs: what is asked, who has agreed, and the rows that change when the day has come."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from db import posts
from db.models import Explanation, Extension, Handover, Item

OPEN = ("asked", "agreed")
WAITING = (
    select(Handover)
    .where(Handover.ward_id == bindparam("ward"), Handover.state == "asked")
    .order_by(Handover.id)
)


def waiting(session: Session, ward_id: int) -> Sequence[Handover]:
    """What somebody has still to agree to, the oldest first."""
    return session.scalars(WAITING, {"ward": ward_id}).all()


def still_open(session: Session, ward_id: int) -> Sequence[Handover]:
    """What is asked or agreed, and not done, the oldest first."""
    statement = select(Handover).where(Handover.ward_id == ward_id, Handover.state.in_(OPEN))
    return session.scalars(statement.order_by(Handover.id)).all()


def open_from(session: Session, person_id: int, items: Collection[int] = ()) -> Handover | None:
    """The hand-over of this person's post, or of one of the `items`, asked or agreed, and not done."""
    statement = select(Handover).where(Handover.from_id == person_id, Handover.state.in_(OPEN))
    rows = session.scalars(statement.order_by(Handover.id.desc())).all()
    return next((row for row in rows if not items or not set(items).isdisjoint(row.items)), None)


def last_done(session: Session, person_id: int) -> Handover | None:
    """The last hand-over of this person's that was carried out."""
    statement = select(Handover).where(Handover.from_id == person_id, Handover.state == "done")
    return session.scalars(statement.order_by(Handover.id.desc()).limit(1)).first()


def done_with(session: Session, ward_id: int, item_id: int) -> Sequence[Handover]:
    """The hand-overs that were carried out and had the item among theirs, the oldest first."""
    statement = select(Handover).where(Handover.ward_id == ward_id, Handover.state == "done")
    return [row for row in session.scalars(statement.order_by(Handover.id)) if item_id in row.items]


def settle(session: Session, row: Handover, state: str, before: str = "asked") -> bool:
    """Change the state, once; False when somebody else did in the meantime."""
    undecided = (Handover.id == row.id) & (Handover.state == before)
    changed = session.scalars(
        update(Handover).where(undecided).values(state=state).returning(Handover.id)
    ).all()
    session.refresh(row)
    return bool(changed)


def move(session: Session, row: Handover, now: datetime) -> list[str]:
    """Give the items, and what is open about them, to who takes the post; return the keys of the items.

    What has gone to somebody else since it was asked stays there. What was said and decided keeps its names.
    """
    mine = or_(Item.owner_id == row.from_id, Item.owner_id.is_(None))
    moved = session.execute(
        update(Item)
        .where(Item.id.in_(row.items), Item.active, mine)
        .values(owner_id=row.to_id)
        .returning(Item.id, Item.key)
    ).all()
    posts.move(session, row)
    ids = [item_id for item_id, _key in moved]
    session.execute(
        update(Extension)
        .where(Extension.item_id.in_(ids), Extension.state == "asked", Extension.asked_by_id == row.from_id)
        .values(asked_by_id=row.to_id)
    )
    session.execute(
        update(Explanation)
        .where(Explanation.item_id.in_(ids), Explanation.answered_at.is_(None))
        .where(Explanation.asked_of_id == row.from_id)
        .values(asked_of_id=row.to_id)
    )
    row.done_at = now
    return sorted(key for _id, key in moved)
