"""When something last happened: what `check` and the watchdog read, and who does the work of the night."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.orm import Session

from db.models import Pulse

STOPPED = timedelta(minutes=3)
"""A program whose last tick is older than this was not running."""


# Built once, and without objects: every tick of every process beats.
_ROWS = cast("Table", Pulse.__table__)
_BEAT = (
    update(_ROWS)
    .where(_ROWS.c.name == bindparam("named"))
    .values(at=bindparam("now"))
    .returning(_ROWS.c.name)
)
_LAST = select(Pulse.at).where(Pulse.name == bindparam("named"))
_ALL = select(_ROWS.c.name, _ROWS.c.at)


def beat(session: Session, name: str, now: datetime) -> None:
    """Note that `name` ("tick", "poll:<account>", "backup") happened at `now`."""
    moved = session.connection().execute(_BEAT, {"named": name, "now": now})
    if moved.first() is None:
        session.add(Pulse(name=name, at=now))
        session.flush()


def last(session: Session, name: str) -> datetime | None:
    """The last time that `name` happened."""
    return session.scalar(_LAST, {"named": name})


def all_last(session: Session) -> dict[str, datetime]:
    """The last time of everything that has ever happened, by name."""
    return {row.name: row.at for row in session.connection().execute(_ALL)}


def wake(session: Session, now: datetime) -> None:
    """Before each tick: note when the program came to life, where the last tick is long past ("awake").

    "born" is when it first did.
    """
    known = all_last(session)
    tick = known.get("tick")
    if tick is None or now - tick > STOPPED:
        beat(session, "awake", now)
    if "born" not in known:
        beat(session, "born", now)


def first(session: Session, name: str, now: datetime) -> None:
    """Note when `name` first happened; later times change nothing."""
    if last(session, name) is None:
        beat(session, name, now)


def forget(session: Session, name: str) -> None:
    """`name` holds no longer."""
    session.execute(delete(Pulse).where(Pulse.name == name))


def claim(session: Session, name: str, before: datetime, now: datetime) -> bool:
    """Take on the work `name`, last taken on at or before `before`; False when another process was first.

    IntegrityError when both were the first ever.
    """
    if last(session, name) is None:
        session.add(Pulse(name=name, at=now))
        session.flush()
        return True
    taken = update(Pulse).where(Pulse.name == name, Pulse.at <= before).values(at=now).returning(Pulse.name)
    return session.execute(taken).first() is not None
