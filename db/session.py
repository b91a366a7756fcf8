"""Engine and sessions: SQLite so that an acknowledged report survives a power cut, or PostgreSQL."""

from __future__ import annotations

import time

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

Sessions = sessionmaker[Session]

STANDS_STILL = 30
"""Seconds until PostgreSQL ends a transaction in which nothing happens: its program has been stopped."""

RESTED = 2.0
"""Seconds after which a connection to PostgreSQL is asked whether it still stands, before it is used."""

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
        engine = create_engine(parsed, hide_parameters=True, connect_args={"options": options})
        _ask_after_a_rest(engine)
        return engine
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

    # Not a listener: where an engine has one, every statement looks for others.
    engine.dialect.do_begin = _begin_immediate  # type: ignore[method-assign]
    return engine


def _begin_immediate(dbapi_connection: PoolProxiedConnection) -> None:
    dbapi_connection.cursor().execute("BEGIN IMMEDIATE")


def _ask_after_a_rest(engine: Engine) -> None:
    """Replace a connection that was cut while it was not used.

    pool_pre_ping would ask before every unit of work: one journey more for each, and a message needs eight.
    """

    @event.listens_for(engine, "checkin")
    def _rest(_connection: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
        record.info["rests_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _ask(connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: object) -> None:
        if time.monotonic() - record.info.get("rests_since", time.monotonic()) < RESTED:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error  # the pool tries with another


def make_sessions(engine: Engine) -> Sessions:
    """The factory of units of work; rows stay usable after commit."""
    return sessionmaker(engine, expire_on_commit=False)
