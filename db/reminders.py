"""What the clock has decided already: digests, due-day messages, summaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Reminder

MEMORY = timedelta(days=100)
"""Longer than any stage of a duty is ahead of its due day; older decisions cannot matter."""


def decide(
    session: Session,
    ward_id: int,
    kind: str,
    subject: str,
    recipient: str,
    now: datetime,
    stages: Mapping[str, Any] | None = None,
) -> Reminder:
    """Write the decision down; IntegrityError when it was made already, here or in another process."""
    row = Reminder(
        ward_id=ward_id, kind=kind, subject=subject, recipient=recipient, stages=dict(stages or {}), at=now
    )
    session.add(row)
    session.flush()
    return row


def made(session: Session, ward_id: int, subject: str) -> dict[tuple[str, str], Reminder]:
    """Decisions about a day or a period, by (kind, recipient)."""
    rows = session.scalars(select(Reminder).where(Reminder.ward_id == ward_id, Reminder.subject == subject))
    return {(row.kind, row.recipient): row for row in rows}


def told(session: Session, ward_id: int, now: datetime) -> dict[str, dict[str, Any]]:
    """The last stage told of each duty, by recipient."""
    statement = (
        select(Reminder.recipient, Reminder.stages)
        .where(Reminder.ward_id == ward_id, Reminder.kind == "digest", Reminder.at >= now - MEMORY)
        .order_by(Reminder.id)
    )
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for recipient, stages in session.execute(statement):
        found[recipient].update(stages)
    return found
