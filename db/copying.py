"""Everything from one database into another, SQLite or PostgreSQL, in one transaction; then compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, Table, bindparam, func, select

from db import contents, schema
from db.contents import CHUNK, TABLES


class CopyError(Exception):
    """Why nothing was copied.

    `code`: not_empty (the target has rows in the table `detail`), schema (the version of one of them is
    `detail`), differs (the table `detail` does not come back the same).
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def copy(source: Engine, target: Engine) -> dict[str, int]:
    """Copy every row; return how many of each table. The target gets the tables where it has none.

    Rows are counted and summed on both sides before anything is kept: all of it, or CopyError and nothing.
    Nobody may write to the source meanwhile.
    """
    _same_schema(source, target)
    with _snapshot(source) as source_rows, target.begin() as target_rows:
        filled = (name for name, number in _held(target_rows).items() if number)
        if name := next(filled, None):
            raise CopyError("not_empty", name)
        for table in TABLES:
            _copy_table(source_rows, target_rows, table)
        for table in TABLES:
            _link_to_itself(source_rows, target_rows, table)
            _go_on_counting(target_rows, table)
        _compare(source_rows, target_rows)
        return _held(target_rows)


def _same_schema(source: Engine, target: Engine) -> None:
    if (revision := schema.current(source)) != schema.HEAD:
        raise CopyError("schema", str(revision))
    with target.connect() as connection:
        has_tables = bool(contents.names(connection))
    if not has_tables:
        schema.upgrade(target)
    if (revision := schema.current(target)) != schema.HEAD:
        raise CopyError("schema", str(revision))


def _snapshot(engine: Engine) -> Any:
    """A transaction that sees one moment; on SQLite ours keeps writers out as well."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    return engine.begin()


def _held(connection: Connection) -> dict[str, int]:
    found = contents.counts(connection)
    return {table.name: found[table.name] for table in TABLES}


def _copy_table(source: Connection, target: Connection, table: Table) -> None:
    own = {column.name: None for column in table.columns if _refers_to(column, table)}
    rows = contents.rows(source, table)
    while chunk := [{**row, **own} for row in islice(rows, CHUNK)]:
        target.execute(table.insert(), chunk)


def _link_to_itself(source: Connection, target: Connection, table: Table) -> None:
    """References within a table, after all of its rows are there: a part may stand before its line."""
    own = [column.name for column in table.columns if _refers_to(column, table)]
    for name in own:
        change = table.update().where(table.c.id == bindparam("row")).values({name: bindparam("other")})
        for chunk in _chunks(
            {"row": row["id"], "other": row[name]} for row in contents.rows(source, table) if row[name]
        ):
            target.execute(change, chunk)


def _chunks(rows: Iterator[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _refers_to(column: Any, table: Table) -> bool:
    return any(key.column.table is table for key in column.foreign_keys)


def _go_on_counting(target: Connection, table: Table) -> None:
    """PostgreSQL counts ids apart from the rows: the next one comes after those that were copied."""
    if target.dialect.name == "postgresql" and "id" in table.columns:
        sequence = func.pg_get_serial_sequence(table.name, "id")
        last = func.max(table.c.id)
        target.execute(select(func.setval(sequence, func.coalesce(last, 1), last.is_not(None))))


def _compare(source: Connection, target: Connection) -> None:
    for table in TABLES:
        if contents.checksum(source, table) != contents.checksum(target, table):
            raise CopyError("differs", table.name)
