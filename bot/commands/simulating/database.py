"""The database of a simulation: opened, copied for a twin, and read at the end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from bot.commands.simulating.record import Meaning, Row
from db.models import Figure, Inbox, Obstacle, Progress
from db.session import Sessions, open_engine


def open_database(path: Path) -> Engine:
    """The database of a simulation: the real one, except that it need not survive a power cut."""
    engine = open_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _hurry(connection: object, _record: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")  # type: ignore[attr-defined]

    return engine


def copied(sessions: Sessions, path: Path) -> Engine:
    """The same database once more, in another file."""
    target = open_database(path)
    with sessions() as session, target.connect() as other:
        source = session.connection().connection.driver_connection
        goal = other.connection.driver_connection
        assert source is not None  # noqa: S101 - both are open
        assert goal is not None  # noqa: S101
        source.rollback()
        goal.rollback()
        source.backup(goal)
    target.dispose()  # another process may go on from here: a connection belongs to the one that opened it
    return target


def stored_rows(session: Session, keys: Mapping[int, str]) -> list[Row]:
    """What people have reported, as the tables hold it: figures, words of progress, obstacles, in order."""
    said = {row.id: row.key for row in session.execute(select(Inbox.id, Inbox.key))}
    figures = session.scalars(select(Figure).where(~Figure.supplied).order_by(Figure.id))
    words = session.scalars(select(Progress).order_by(Progress.id))
    obstacles = session.scalars(select(Obstacle).order_by(Obstacle.id))
    return [
        *(Row(keys[one.item_id], one.period, _meaning(one), said.get(one.inbox_id or 0)) for one in figures),
        *(
            Row(
                keys[one.item_id],
                one.period,
                Meaning(one.state, stone=one.milestone),
                said.get(one.inbox_id or 0),
            )
            for one in words
        ),
        *(Row(keys[one.item_id], "", Meaning("obstacle"), said.get(one.inbox_id or 0)) for one in obstacles),
    ]


def _meaning(row: Figure) -> Meaning:
    return Meaning(row.state, row.value, row.numerator, row.denominator, row.reads)
