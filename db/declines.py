"""Tasks that who got them asks to be rid of: asked, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from db.models import Decline

WAITING = (
    select(Decline).where(Decline.ward_id == bindparam("ward"), Decline.state == "asked").order_by(Decline.id)
)


def waiting(session: Session, ward_id: int) -> Sequence[Decline]:
    """What nobody has decided on, the oldest first."""
    return session.scalars(WAITING, {"ward": ward_id}).all()


def of_item(session: Session, item_id: int) -> Sequence[Decline]:
    """Everything that was said of a task so, the oldest first."""
    return session.scalars(select(Decline).where(Decline.item_id == item_id).order_by(Decline.id)).all()


def settle(
    session: Session, item_id: int, state: str, now: datetime, by_id: int | None, words: str | None = None
) -> Decline | None:
    """What waits of a task does no longer; None when nothing waited."""
    asked = (Decline.item_id == item_id) & (Decline.state == "asked")
    values = {"state": state, "decided_at": now, "decided_by_id": by_id, "words": words}
    statement = update(Decline).where(asked).values(**values).returning(Decline)
    return next(iter(session.scalars(statement).all()), None)
