"""How the program is, in numbers: what last happened, what waits, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import pulse
from db.models import Inbox, Outbox
from db.outbox import UNSENT


@dataclass(frozen=True, slots=True)
class Health:
    """`last` is when things last happened ("tick", "poll:<account>", "backup"); rows are counted by state.

    `unread_since` and `unsent_since` are when the oldest open row came in; None: there is none.
    """

    last: Mapping[str, datetime]
    inbox: Mapping[str, int]
    outbox: Mapping[str, int]
    unread_since: datetime | None
    unsent_since: datetime | None


def look(session: Session) -> Health:
    """The state of the whole installation in this transaction."""
    unread = select(func.min(Inbox.received_at)).where(Inbox.state == "new")
    unsent = select(func.min(Outbox.created_at)).where(UNSENT)
    return Health(
        last=pulse.all_last(session),
        inbox=_counted(session, Inbox),
        outbox=_counted(session, Outbox),
        unread_since=session.scalars(unread).one(),
        unsent_since=session.scalars(unsent).one(),
    )


def _counted(session: Session, table: type[Inbox | Outbox]) -> dict[str, int]:
    rows = session.execute(select(table.state, func.count()).group_by(table.state))
    return {str(state): int(count) for state, count in rows}
