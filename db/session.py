"""Engine and sessions: SQLite so that an acknowledged report survives a power cut, or PostgreSQL."""

from __future__ import annotations

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

Sessions = sessionmaker[Session]

STANDS_STILL = 30
"""Seconds until PostgreSQL ends a transaction in which nothing happens: its program has been stopped."""

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
)


def open_engine(url: str) -> Engine:
    """An engine for `url`, with the recipe that SQLite needs (BEGIN IMMEDIATE, WAL, FULL)."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        parsed = parsed.set(drivername="postgresql+psycopg")
        options = f"-c idle_in_transaction_session_timeout={STANDS_STILL}s"
        return create_engine(
            parsed, pool_pre_ping=True, hide_parameters=True, connect_args={"options": options}
        )
    # Errors are logged: what people wrote must not come along as a statement's parameters.
    engine = create_engine(parsed, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        # The driver's own BEGIN is deferred: two writers would fail in the middle, not wait at the start.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    return engine


def make_sessions(engine: Engine) -> Sessions:
    """The factory of units of work; rows stay usable after commit."""
    return sessionmaker(engine, expire_on_commit=False)
