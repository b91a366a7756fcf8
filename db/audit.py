"""Who changed what: rows that are only ever added."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from db.kept import once
from db.models import Audit

DEPART = "depart"
PRESS = "press"
_NOTE = insert(cast("Table", Audit.__table__))
"""On the table: a line is written with every figure, and nobody needs it as an object."""


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
    line = {
        "ward_id": ward_id,
        "person_id": person_id,
        "at": now,
        "action": action,
        "subject": subject[:200],
        "before": before,
        "after": after,
        "inbox_id": inbox_id,
    }
    session.execute(_NOTE, line)


def done_since(session: Session, ward_id: int, action: str, subject: str, since: datetime) -> bool:
    """True when this was done to this subject after a moment."""
    mine = (Audit.ward_id == ward_id, Audit.action == action, Audit.subject == subject, Audit.at > since)
    return session.scalars(select(Audit.id).where(*mine).limit(1)).first() is not None


def who_did(session: Session, ward_id: int, action: str, inbox_id: int | None) -> int | None:
    """Whose message this was done by; None where no message did it."""
    if inbox_id is None:
        return None
    mine = (Audit.ward_id == ward_id, Audit.action == action, Audit.inbox_id == inbox_id)
    return session.scalars(select(Audit.person_id).where(*mine).limit(1)).first()


def pressed_since(
    session: Session, ward_id: int, since: datetime
) -> list[tuple[datetime, int | None, str, str]]:
    """Who was pressed since a moment, the earliest first: when, by whom, whose code, about which items."""
    statement = (
        select(Audit.at, Audit.person_id, Audit.subject, Audit.after)
        .where(Audit.ward_id == ward_id, Audit.action == PRESS, Audit.at >= since)
        .order_by(Audit.id)
    )
    return [(at, by, code, keys or "") for at, by, code, keys in session.execute(statement)]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log: what was done, to what, what stood there before and what stands there since."""

    at: datetime
    action: str
    subject: str
    before: str | None
    after: str | None


def lines(session: Session, ward_id: int, actions: Collection[str]) -> Sequence[Line]:
    """What was ever done of these kinds in a ward, the newest first."""
    columns = (Audit.at, Audit.action, Audit.subject, Audit.before, Audit.after)
    mine = (Audit.ward_id == ward_id, Audit.action.in_(actions))
    statement = select(*columns).where(*mine).order_by(Audit.id.desc())

    def look() -> Sequence[Line]:
        return [Line(*row) for row in session.execute(statement)]

    return once(session, ("audit", ward_id, frozenset(actions)), look)
