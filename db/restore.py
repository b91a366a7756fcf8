"""A backup put back in place: what stood there is moved aside, never overwritten."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, func, inspect, make_url, select, text
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateSchema, DropSchema

from bot.domain.workdays import WARD_ZONE
from db import postgresql_tools
from db.alone import InUseError
from db.backup import BackupError, check_sqlite
from db.models import Figure, Item, Obstacle, Person, Progress, Pulse
from db.postgresql_tools import ToolError
from db.session import open_engine

STAMP = "%Y%m%d_%H%M%S"
SIGNATURES = {b"SQLite format 3\x00": "sqlite", b"PGDMP": "postgresql"}
REPORTS: tuple[Any, ...] = (Figure, Progress, Obstacle)


@dataclass(frozen=True, slots=True)
class Lost:
    """A report that was recorded after the backup: of what, by whom, when."""

    ward_id: int
    person_id: int | None
    person: str
    key: str
    item: str
    at: datetime


def restore(url: str, copy: Path, now: datetime) -> str | None:
    """Put the backup in place; return where the former database is now: a file, a schema, or None.

    Raise BackupError for a copy that is not good or of the other kind ("other_kind"), InUseError while
    somebody works on the database. The caller holds `alone`. Afterwards either database is whole.
    """
    target = make_url(url)
    kind = target.get_backend_name()
    if kind_of(copy) != kind:
        raise BackupError("other_kind", str(copy))
    try:
        return (_restore_sqlite if kind == "sqlite" else _restore_postgresql)(target, copy, now)
    except ToolError as error:
        raise BackupError(error.code, error.detail) from error
    except OSError as error:
        raise BackupError("unwritable", f"{error.filename}: {error.strerror}") from error


def kind_of(copy: Path) -> str | None:
    """The database that a copy is of, by its first bytes: sqlite, postgresql; None for another file."""
    with copy.open("rb") as file:
        head = file.read(16)
    return next((kind for signature, kind in SIGNATURES.items() if head.startswith(signature)), None)


def former_engine(url: str, aside: str) -> Engine:
    """The database that was moved aside, to be read."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return open_engine(f"sqlite:///{aside}")
    return open_engine(url).execution_options(schema_translate_map={None: aside})


def last_moment(session: Session) -> datetime | None:
    """The last moment at which the program was alive, as far as this database knows."""
    return session.scalars(select(func.max(Pulse.at))).one()


def lost(former: Session, restored: Session) -> list[Lost]:
    """The reports of the former database that the restored one does not have, oldest first."""
    found: list[Lost] = []
    for table in REPORTS:
        newest = restored.scalars(select(func.max(table.id))).one() or 0
        statement = (
            select(table, Item.key, Item.short_name, Person.name)
            .join(Item, Item.id == table.item_id)
            .outerjoin(Person, Person.id == table.person_id)
            .where(table.id > newest)
        )
        found += [
            Lost(row.ward_id, row.person_id, person or "", key, item, row.at)
            for row, key, item, person in former.execute(statement)
        ]
    return sorted(found, key=lambda one: one.at)


# --- SQLite --------------------------------------------------------------------------------------


def _restore_sqlite(url: URL, copy: Path, now: datetime) -> str | None:
    path = Path(url.database or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    arriving = path.with_name(f"{path.name}.restoring")
    shutil.copyfile(copy, arriving)
    with arriving.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        check_sqlite(arriving)
    except BackupError:
        arriving.unlink()
        raise
    aside = path.with_name(f"{path.stem}-before-restore-{_stamp(now)}{path.suffix}")
    # Its log goes with it: the former database stays whole, and cannot be taken for part of the new one.
    for suffix in ("-wal", "-shm", ""):
        former = Path(f"{path}{suffix}")
        if former.exists():
            former.rename(f"{aside}{suffix}")
    arriving.replace(path)
    return str(aside) if aside.exists() else None


# --- PostgreSQL ----------------------------------------------------------------------------------


def _restore_postgresql(url: URL, copy: Path, now: datetime) -> str | None:
    engine = open_engine(url.render_as_string(hide_password=False))
    try:
        tool = postgresql_tools.find("pg_restore", postgresql_tools.server_version(engine))
        postgresql_tools.read_through(tool, copy)
        aside = _move_aside(engine, f"before_restore_{_stamp(now)}")
        try:
            postgresql_tools.restore(tool, url, copy)
        except ToolError:
            _move_back(engine, aside)
            raise
        return aside
    finally:
        engine.dispose()


def _move_aside(engine: Engine, name: str) -> str | None:
    """Rename the schema that holds the tables; an empty one is dropped. None when there was no table."""
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    with engine.begin() as connection:
        if connection.scalar(others):
            raise InUseError(str(connection.engine.url.database))
        if not inspect(connection).get_table_names():
            connection.execute(DropSchema("public", if_exists=True))
            return None
        connection.execute(text(f"ALTER SCHEMA public RENAME TO {name}"))
        return name


def _move_back(engine: Engine, name: str | None) -> None:
    with engine.begin() as connection:
        connection.execute(DropSchema("public", cascade=True, if_exists=True))
        if name is None:
            connection.execute(CreateSchema("public"))
        else:
            connection.execute(text(f"ALTER SCHEMA {name} RENAME TO public"))


def _stamp(now: datetime) -> str:
    return f"{now.astimezone(WARD_ZONE):{STAMP}}"
