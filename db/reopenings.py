"""Closed periods that a leader opened again: until when, and whether that is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import Reopening


def open_at(session: Session, ward_id: int, at: datetime, period: str | None = None) -> Sequence[Reopening]:
    """What was open again at a moment, of one period or of all, the oldest first."""
    statement = select(Reopening).where(
        Reopening.ward_id == ward_id,
        Reopening.at <= at,
        Reopening.until > at,
        or_(Reopening.closed_at.is_(None), Reopening.closed_at > at),
    )
    if period is not None:
        statement = statement.where(Reopening.period == period)
    return session.scalars(statement.order_by(Reopening.id)).all()


def of_periods(session: Session, ward_id: int, periods: Sequence[str]) -> Sequence[Reopening]:
    """Every time that one of these periods was opened again, the oldest first."""
    statement = select(Reopening).where(Reopening.ward_id == ward_id, Reopening.period.in_(periods))
    return session.scalars(statement.order_by(Reopening.id)).all()


def ended(row: Reopening) -> datetime:
    """When it was or will be over."""
    return row.until if row.closed_at is None else min(row.until, row.closed_at)
