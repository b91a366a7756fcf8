"""Explanations: asked by a leader, answered in writing; objective reasons that a leader confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.extensions import Key
from db.models import Explanation

_OBJECTIVE = select(Explanation.item_id, Explanation.period).where(
    Explanation.item_id.in_(bindparam("ids", expanding=True)), Explanation.objective_at <= bindparam("at")
)


def unanswered(session: Session, ward_id: int) -> Sequence[Explanation]:
    """What is still to be explained, the oldest first."""
    statement = (
        select(Explanation)
        .where(Explanation.ward_id == ward_id, Explanation.answered_at.is_(None))
        .order_by(Explanation.id)
    )
    return session.scalars(statement).all()


def of_item(session: Session, item_id: int) -> Sequence[Explanation]:
    """All explanations of an item, the newest first."""
    statement = select(Explanation).where(Explanation.item_id == item_id).order_by(Explanation.id.desc())
    return session.scalars(statement).all()


def marked(session: Session, ward_id: int) -> Sequence[Explanation]:
    """Those with an objective reason that was confirmed, the oldest first."""
    statement = select(Explanation).where(
        Explanation.ward_id == ward_id, Explanation.objective_at.is_not(None)
    )
    return session.scalars(statement.order_by(Explanation.id)).all()


def objective(session: Session, item_ids: Iterable[int], at: datetime) -> set[Key]:
    """Items and periods for which a leader had confirmed an objective reason by a moment."""
    rows = session.execute(_OBJECTIVE, {"ids": list(item_ids), "at": at})
    return {(item_id, period) for item_id, period in rows}
