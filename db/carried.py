"""Tasks of last year's plan that came over into this year's: which of them still lack a deadline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Audit, Item, Progress


def undated(session: Session, ward_id: int, item_ids: Iterable[int]) -> dict[int, datetime]:
    """By task without a deadline that nobody said to be done: when it came over."""
    done = select(Progress.item_id).where(Progress.state.in_(("done", "cancelled")))
    rows = session.execute(
        select(Item.id, Audit.at)
        .join(Audit, (Audit.subject == Item.key) & (Audit.action == "carry_over"))
        .where(Item.id.in_(list(item_ids)), Item.due_on.is_(None), Item.id.not_in(done))
        .where(Audit.ward_id == ward_id)
        .order_by(Item.sort, Audit.id)
    )
    return dict(rows.all())
