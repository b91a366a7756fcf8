"""What a database holds, so that two can be compared: rows counted, and rows summed up to a checksum."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, func, inspect, select, table

from db.models import Base
from db.types import canonical

TABLES: tuple[Table, ...] = tuple(Base.metadata.sorted_tables)
"""Every table of the program, those that others refer to first."""
CHUNK = 500
QUEUE = "procrastinate_"
"""How the tables of the engine's queue begin: they change all the time, and our rows say the same."""


def names(connection: Connection) -> list[str]:
    """The tables of the database, whatever version of the schema it has; the engine's queue left out."""
    return [name for name in inspect(connection).get_table_names() if not name.startswith(QUEUE)]


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table holds."""
    return {
        name: connection.scalar(select(func.count()).select_from(table(name))) or 0
        for name in names(connection)
    }


def rows(connection: Connection, of: Table) -> Iterator[Mapping[str, Any]]:
    """The rows of a table in the order of its key, as values of the program's own types."""
    result = connection.execution_options(yield_per=CHUNK).execute(
        select(of).order_by(*of.primary_key.columns)
    )
    for row in result.mappings():
        yield dict(row)


def checksum(connection: Connection, of: Table) -> str:
    """A sum over all values of a table: the same on SQLite and PostgreSQL when the rows are the same."""
    found = sha256()
    for row in rows(connection, of):
        found.update(as_json(row).encode())
        found.update(b"\n")
    return found.hexdigest()


def as_json(row: Mapping[str, Any]) -> str:
    """One row as a line of JSON: decimals as their exact text, moments in UTC."""
    return json.dumps(row, default=_plain, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return canonical(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no column holds a {type(value).__name__}")
