"""Sample wards that are loaded once and copied: most tests begin with the same plan on the same day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select

from bot.commands import sample_ward
from bot.commands.sample_ward import FILES
from db.models import Ward
from db.session import Sessions
from handlers.turn import Office

_LOADED: dict[tuple[str, datetime, tuple[Path, ...]], sqlite3.Connection] = {}
"""Databases in memory as `sample_ward.fill` has left them, by what it was given."""


def fill(sessions: Sessions, office: Office, now: datetime, files: Sequence[Path] = FILES) -> None:
    """Load the plan and its people into an empty, migrated database: once, then on SQLite it is copied."""
    engine: Engine = sessions.kw["bind"]
    key = (repr((office.rules, office.regimes)), now, tuple(files))
    if engine.dialect.name == "sqlite" and key in _LOADED:
        with sessions() as session:
            assert session.scalar(select(Ward.id)) is None
        with _file(engine) as file:
            _LOADED[key].backup(file)
        return
    sample_ward.fill(sessions, office, now, files=files)
    if engine.dialect.name == "sqlite":
        _LOADED[key] = sqlite3.connect(":memory:", check_same_thread=False)
        with _file(engine) as file:
            file.backup(_LOADED[key])


@contextmanager
def _file(engine: Engine) -> Iterator[sqlite3.Connection]:
    """The connection below SQLAlchemy's, outside of a transaction."""
    pooled = engine.raw_connection()
    try:
        assert isinstance(pooled.driver_connection, sqlite3.Connection)
        yield pooled.driver_connection
    finally:
        pooled.close()
