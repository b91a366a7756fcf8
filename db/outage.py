"""When the database itself is the trouble: away, full, read-only, locked, damaged."""

from __future__ import annotations

import sqlite3
from typing import Literal

from sqlalchemy.exc import DBAPIError

Outage = Literal["away", "busy", "full", "read_only", "damaged"]

_SQLITE: dict[int, Outage] = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "away",
    sqlite3.SQLITE_CANTOPEN: "away",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
_POSTGRESQL: dict[str, Outage] = {
    "08": "away",
    "57": "away",
    "58": "away",
    "40": "busy",
    "53": "full",
    "55": "busy",
    "XX": "damaged",
    "25006": "read_only",
    "25P03": "away",
    "53300": "busy",
}
"""Classes of SQLSTATE (its first two signs), and single states that tell more than their class."""


def outage(error: BaseException) -> Outage | None:
    """What is wrong with the database; None where the fault is ours (a wrong statement, a broken rule)."""
    if not isinstance(error, DBAPIError):
        return None
    if isinstance(error.orig, sqlite3.Error):
        # The code's low byte is its kind; the rest says more than anybody here needs.
        return _SQLITE.get(getattr(error.orig, "sqlite_errorcode", 0) & 0xFF)
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return "away" if error.connection_invalidated or _is_operational(error) else None
    return _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2])


def _is_operational(error: DBAPIError) -> bool:
    return type(error.orig).__name__ in {"OperationalError", "ConnectionTimeout", "InterfaceError"}
