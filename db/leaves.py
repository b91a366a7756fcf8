"""Leave: who is away until when, who has come back, and what was done for him meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.domain.workdays import WARD_ZONE
from db.figures import STANDS, STANDS_OF_TASK
from db.models import Extension, Figure, Leave, Progress
from db.ward_loading import last_day

REMEMBERED = timedelta(days=30)
"""Who comes back after longer than this is not told any more what happened."""
_UNTOLD = (
    select(Leave)
    .where(Leave.ward_id == bindparam("ward"), Leave.told_at.is_(None))
    .where(Leave.first < bindparam("today"), Leave.last >= bindparam("since"))
    .order_by(Leave.last, Leave.id)
)


def open_of(session: Session, person_id: int, today: date) -> Sequence[Leave]:
    """A person's leave that is not over and was not called off, the first first."""
    statement = (
        select(Leave)
        .where(Leave.person_id == person_id, Leave.last >= today, Leave.ended_at.is_(None))
        .order_by(Leave.first, Leave.id)
    )
    return session.scalars(statement).all()


def acted_by(session: Session, person_id: int, today: date) -> Sequence[Leave]:
    """The leave, not over and not called off, in which this person acts for others, the first first."""
    statement = (
        select(Leave)
        .where(Leave.substitute_id == person_id, Leave.last >= today, Leave.ended_at.is_(None))
        .order_by(Leave.first, Leave.id)
    )
    return session.scalars(statement).all()


def untold(session: Session, ward_id: int, today: date) -> dict[int, Leave]:
    """Leave that is over and of which the person was not told yet, by person: the last one of each."""
    wanted = {"ward": ward_id, "today": today, "since": today - REMEMBERED}
    rows = session.scalars(_UNTOLD, wanted)
    return {row.person_id: row for row in rows if row.first <= last_day(row) < today}


def said_meanwhile(session: Session, row: Leave, item_ids: Sequence[int]) -> Sequence[Figure | Progress]:
    """What others reported on a person's items while he was away, the oldest first."""
    begins, ends = span_of(row)
    found: list[Figure | Progress] = []
    for table, stands in ((Figure, STANDS), (Progress, STANDS_OF_TASK)):
        statement = select(table).where(
            table.item_id.in_(item_ids),
            table.at >= begins,
            table.at < ends,
            table.entered_by_id != row.person_id,
            stands,
        )
        found += session.scalars(statement)
    return sorted(found, key=lambda one: one.at)


def decided_meanwhile(session: Session, row: Leave, item_ids: Sequence[int]) -> Sequence[Extension]:
    """The extensions of these items on which somebody else decided meanwhile."""
    begins, ends = span_of(row)
    statement = (
        select(Extension)
        .where(Extension.item_id.in_(item_ids), Extension.state.in_(("granted", "refused")))
        .where(Extension.decided_at >= begins, Extension.decided_at < ends)
        .where(Extension.decided_by_id != row.person_id)
        .order_by(Extension.decided_at)
    )
    return session.scalars(statement).all()


def span_of(row: Leave) -> tuple[datetime, datetime]:
    """The moments between which somebody was away, the second excluded."""
    begins = datetime.combine(row.first, time(), WARD_ZONE)
    ends = datetime.combine(row.last + timedelta(days=1), time(), WARD_ZONE)
    return begins, min(ends, row.ended_at) if row.ended_at else ends
