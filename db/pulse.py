"""When something last happened: the heartbeat that `check` and the watchdog read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from db.models import Pulse


def beat(session: Session, name: str, now: datetime) -> None:
    """Note that `name` ("tick", "poll:<account>") happened at `now`."""
    row = session.get(Pulse, name)
    if row is None:
        session.add(Pulse(name=name, at=now))
    else:
        row.at = now


def last(session: Session, name: str) -> datetime | None:
    """The last time that `name` happened."""
    row = session.get(Pulse, name)
    return row.at if row else None
