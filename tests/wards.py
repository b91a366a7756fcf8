"""Databases that are made once and copied: migrated ones, and those with the same plan on the same day."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, event, select, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from bot.commands import sample_ward
from bot.commands.sample_ward import FILES
from db import schema
from db.models import Base, Ward
from db.session import Sessions, open_engine
from handlers.turn import Office

Restore = Callable[[Engine], None]

_KEPT: dict[tuple[Engine, str, datetime, tuple[Path, ...]], Restore] = {}
"""What puts a ward into an empty database as `sample_ward.fill` did, by what that was given."""


def hurry(engine: Engine) -> None:
    """Do not wait for the disk of a SQLite file: nobody pulls the plug in these tests."""

    @event.listens_for(engine, "connect")
    def _hurry(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        connection.cursor().execute("PRAGMA synchronous=OFF")


@cache
def _migrated() -> Restore:
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/empty.db")
        schema.upgrade(engine)
        restore = keep_sqlite(engine)
        engine.dispose()
    return restore


def migrate(engine: Engine) -> None:
    """What `schema.upgrade` does to an empty SQLite file."""
    _migrated()(engine)


def fill(sessions: Sessions, office: Office, now: datetime, files: Sequence[Path] = FILES) -> None:
    """Load the plan and its people into an empty, migrated database; the same again is copied."""
    engine: Engine = sessions.kw["bind"]
    key = (engine, repr((office.rules, office.regimes)), now, tuple(files))
    if key not in _KEPT:
        sample_ward.fill(sessions, office, now, files=files)
        _KEPT[key] = keep_sqlite(engine) if engine.dialect.name == "sqlite" else _keep_postgresql(engine)
        return
    with sessions() as session:
        assert session.scalar(select(Ward.id)) is None
    _KEPT[key](engine)


def keep_sqlite(engine: Engine) -> Restore:
    """A copy in memory, put back by what this returns."""
    kept = sqlite3.connect(":memory:", check_same_thread=False)

    def restore(engine: Engine) -> None:
        with _file(engine) as file:
            kept.backup(file)

    with _file(engine) as file:
        file.backup(kept)
    return restore


@contextmanager
def _file(engine: Engine) -> Iterator[sqlite3.Connection]:
    """The connection below SQLAlchemy's, outside of a transaction."""
    pooled = engine.raw_connection()
    try:
        assert isinstance(pooled.driver_connection, sqlite3.Connection)
        yield pooled.driver_connection
    finally:
        pooled.close()


def _keep_postgresql(engine: Engine) -> Restore:
    """A schema beside with the same tables, and where their ids have got to."""
    beside, names = f"kept_{len(_KEPT)}", [table.name for table in Base.metadata.sorted_tables]

    def restore(engine: Engine) -> None:
        rows = [f"INSERT INTO {name} SELECT * FROM {beside}.{name}" for name in names]
        _run(engine, *rows, f"SELECT setval(name::regclass, last_value) FROM {beside}.counted")

    counted = (
        "SELECT sequencename AS name, last_value FROM pg_sequences "
        "WHERE schemaname = 'public' AND last_value IS NOT NULL"
    )
    _run(
        engine,
        f"CREATE SCHEMA {beside}",
        *(f"CREATE TABLE {beside}.{name} AS TABLE {name}" for name in names),
        f"CREATE TABLE {beside}.counted AS {counted}",
    )
    return restore


def empty(engine: Engine) -> None:
    """Delete every row of a PostgreSQL database; ids begin at 1 again. Far faster than TRUNCATE is."""
    names = [table.name for table in Base.metadata.sorted_tables]
    _run(
        engine,
        "SET LOCAL session_replication_role = replica",
        *(f"DELETE FROM {name}" for name in names),
        "SELECT setval(c.oid::regclass, 1, false) FROM pg_class c WHERE relkind = 'S' "
        "AND relnamespace = 'public'::regnamespace",
    )


def _run(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(";".join(statements).replace(":", r"\:")))
