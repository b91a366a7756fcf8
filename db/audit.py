"""Who changed what: rows that are only ever added."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from db.models import Audit


def note(
    session: Session,
    now: datetime,
    action: str,
    subject: str,
    *,
    ward_id: int | None = None,
    person_id: int | None = None,
    before: str | None = None,
    after: str | None = None,
    inbox_id: int | None = None,
) -> None:
    """Add one line: `person_id` did `action` to `subject`; what stood before and what stands now."""
    session.add(
        Audit(
            ward_id=ward_id,
            person_id=person_id,
            at=now,
            action=action,
            subject=subject[:200],
            before=before,
            after=after,
            inbox_id=inbox_id,
        )
    )
