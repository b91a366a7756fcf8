"""One process at a time for what only one may do, on PostgreSQL: locks that a dead process lets go."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import ColumnElement, Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError


class Holds:
    """The locks of one process, by name, of this database: all on one connection, however many they are."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._mine: set[str] = set()

    def held(self, name: str) -> bool:
        """Whether it is ours: still, or from now on."""
        connection = self._alive()
        if name not in self._mine and connection.scalar(select(func.pg_try_advisory_lock(_key(name)))):
            self._mine.add(name)
        return name in self._mine

    def let_go(self, name: str) -> None:
        """Give it to others."""
        if name in self._mine and self._connection is not None:
            self._mine.discard(name)
            # Where the connection is gone, so is the lock.
            with suppress(SQLAlchemyError):
                self._connection.execute(select(func.pg_advisory_unlock(_key(name))))
            if not self._mine:
                self._close()

    def _alive(self) -> Connection:
        if self._connection is not None:
            try:
                self._connection.execute(select(1))
            except SQLAlchemyError:
                self._close()
        if self._connection is None:
            self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        return self._connection

    def _close(self) -> None:
        """Not back to the pool: locks live as long as their connection does."""
        self._mine.clear()
        if self._connection is not None:
            with suppress(SQLAlchemyError):
                self._connection.invalidate()
            self._connection.close()
        self._connection = None


def _key(name: str) -> ColumnElement[int]:
    return func.hashtextextended(name, 0)
