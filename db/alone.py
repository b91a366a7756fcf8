"""One program at a time on one SQLite file: a lock of the operating system, which a killed one lets go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import make_url


class InUseError(Exception):
    """Another program works on this database; the text is the file."""


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Hold the database at `url` for this program; raise InUseError when another one does.

    A file beside it is locked, not the database: commands go on reading and writing. PostgreSQL is shared.
    Where that file cannot be made nothing is held: the database itself will tell what the disk lacks.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        yield
        return
    path = Path(f"{parsed.database}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(path, timeout=0, isolation_level=None)
    except (OSError, sqlite3.OperationalError):
        yield
        return
    with closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise InUseError(parsed.database) from error
        yield
