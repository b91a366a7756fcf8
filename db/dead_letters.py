"""Messages that do not go out by themselves any more: refused, given up, or held as perhaps arrived."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from bot.domain.message import Address, Choice, Outgoing
from db import outbox
from db.models import Outbox
from db.outbox import CUT, OVERTAKEN

REMEMBERED = timedelta(days=14)
"""What could not be sent so long ago is of no use to anybody."""

# Built once: every tick asks.
_WAITING = (
    select(Outbox)
    .where(
        Outbox.state.in_(["failed", "held"]),
        Outbox.ward_id == bindparam("ward"),
        Outbox.settled_at.is_(None),
        Outbox.created_at > bindparam("since"),
        Outbox.error.not_in([OVERTAKEN, CUT]),
        Outbox.text != "",
    )
    .order_by(Outbox.id)
)


def waiting(session: Session, ward_id: int, now: datetime) -> Sequence[Outbox]:
    """What waits for the clerk's word, oldest first; what was withdrawn on purpose is no failure."""
    return session.scalars(_WAITING, {"ward": ward_id, "since": now - REMEMBERED}).all()


def settle(session: Session, outbox_id: int, now: datetime) -> bool:
    """It is decided about; False when that was so before: of two taps one counts."""
    undecided = (Outbox.id == outbox_id) & Outbox.settled_at.is_(None)
    done = update(Outbox).where(undecided).values(settled_at=now).returning(Outbox.id)
    return session.execute(done).first() is not None


def send_again(session: Session, row: Outbox, to: Address, now: datetime) -> int:
    """A new message that says the same; its key lets there be only one (IntegrityError otherwise).

    The choices of a question stay where it was asked.
    """
    same = (row.account, row.chat) == (to.account, to.chat)
    choices = [Choice(*pair) for pair in row.choices if same or str(pair[1]).startswith("/")]
    document = Path(row.document) if row.document else None
    message = Outgoing(to, row.text, tuple(choices), document, row.silent, row.request_contact)
    return outbox.put(
        session,
        message,
        key=f"resent:{row.id}",
        kind=row.kind,
        now=now,
        ward_id=row.ward_id,
        person_id=row.person_id,
        items=row.items,
        not_after=row.not_after,
    )
