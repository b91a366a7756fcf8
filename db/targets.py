"""What an indicator was measured against from when on, by which document."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import TargetRow


def of_item(session: Session, item_id: int) -> Sequence[TargetRow]:
    """Every target that an indicator was given, the oldest first."""
    statement = select(TargetRow).where(TargetRow.item_id == item_id)
    return session.scalars(statement.order_by(TargetRow.valid_from, TargetRow.id)).all()
