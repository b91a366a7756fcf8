"""One process at a time for what only one may do, on PostgreSQL: a lock that a dead process lets go."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError


class Hold:
    """The lock called `name`, of this database; held by a connection of its own."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._key = func.hashtextextended(name, 0)
        self._connection: Connection | None = None

    def held(self) -> bool:
        """Whether it is ours: still, or from now on."""
        if self._connection is not None:
            try:
                self._connection.execute(select(1))
            except SQLAlchemyError:
                self.let_go()
        if self._connection is None:
            self._connection = self._take()
        return self._connection is not None

    def _take(self) -> Connection | None:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.scalar(select(func.pg_try_advisory_lock(self._key))):
            return connection
        connection.close()
        return None

    def let_go(self) -> None:
        """Give it to others."""
        if self._connection is not None:
            # Not back to the pool: the lock lives as long as the connection does.
            with suppress(SQLAlchemyError):
                self._connection.invalidate()
            self._connection.close()
        self._connection = None
