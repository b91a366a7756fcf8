"""A copy of the whole database while the program works, tried out by restoring it before it counts."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from bot.domain.rotation import Keep, kept
from bot.domain.workdays import WARD_ZONE
from db import contents, postgresql_tools
from db.postgresql_tools import ToolError
from db.session import open_engine

STAMP = "%Y%m%d-%H%M%S-%f"
SUFFIXES = {"sqlite": ".db", "postgresql": ".dump"}
UNFINISHED = ".part"
ABANDONED = timedelta(days=1)


class BackupError(Exception):
    """Why there is no copy, or no good one.

    `code`: no_database, unreadable, damaged (what SQLite found), differs (the tables whose rows do not
    match), unwritable, no_tool, tool_failed; `detail` is a path, a name or the tool's own words.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that is good. `restored`: tried by restoring; else only read through, for want of rights."""

    path: Path
    at: datetime
    rows: int
    restored: bool


def make(url: str, folder: Path, now: datetime) -> Copy:
    """Copy the database at `url` into `folder`, and check the copy. Raise BackupError.

    A copy that is unfinished or not good never has a final name.
    """
    source = make_url(url)
    kind = source.get_backend_name()
    path = folder / f"giaoban-{now.astimezone(WARD_ZONE):{STAMP}}{SUFFIXES[kind]}"
    unfinished = path.with_suffix(UNFINISHED)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished.touch(mode=0o600)
        found = (_copy_sqlite if kind == "sqlite" else _copy_postgresql)(source, unfinished)
        unfinished.replace(path)
    except ToolError as error:
        raise BackupError(error.code, error.detail) from error
    except OSError as error:
        raise BackupError("unwritable", f"{folder}: {error.strerror}") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    rows, restored = found
    return Copy(path, now, rows, restored)


def copies_in(folder: Path) -> list[Path]:
    """The copies in a folder, oldest first."""
    return sorted(
        (path for suffix in SUFFIXES.values() for path in folder.glob(f"giaoban-*{suffix}") if made_at(path)),
        key=lambda path: path.stem,
    )


def made_at(path: Path) -> datetime | None:
    """When a copy was made, by its name; None for a file of another name."""
    try:
        return datetime.strptime(path.stem.removeprefix("giaoban-"), STAMP).replace(tzinfo=WARD_ZONE)
    except ValueError:
        return None


def rotate(folder: Path, keep: Keep, now: datetime) -> list[Path]:
    """Delete the copies that need not stay, and what a process that died left behind; return the deleted."""
    copies = {moment: path for path in copies_in(folder) if (moment := made_at(path))}
    stay = kept(copies, keep)
    old = [path for moment, path in copies.items() if moment not in stay]
    old += [
        path
        for path in folder.glob(f"giaoban-*{UNFINISHED}")
        if (moment := made_at(path)) and now - moment > ABANDONED
    ]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def check_sqlite(path: Path) -> None:
    """Raise BackupError where a SQLite file is damaged or no database at all."""
    try:
        with closing(sqlite3.connect(path)) as database:
            verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
            dangling = database.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        raise BackupError("unreadable", f"{path}: {error}") from error
    if verdict != "ok" or dangling is not None:
        raise BackupError("damaged", verdict if verdict != "ok" else f"foreign key of {dangling[0]}")


# --- SQLite --------------------------------------------------------------------------------------


def _copy_sqlite(url: URL, copy: Path) -> tuple[int, bool]:
    source = Path(url.database or "")
    if not source.is_file():
        raise BackupError("no_database", str(source))
    try:
        before = _counts_of_file(source)
        with closing(sqlite3.connect(source, isolation_level=None)) as database:
            database.execute("VACUUM INTO ?", (str(copy),))
        after = _counts_of_file(source)
    except (sqlite3.Error, DBAPIError) as error:
        raise BackupError("unreadable", f"{source}: {getattr(error, 'orig', error)}") from error
    with TemporaryDirectory(dir=copy.parent, prefix="trial-") as folder:
        trial = Path(folder) / "giaoban.db"
        shutil.copyfile(copy, trial)
        check_sqlite(trial)
        return _compared(before, _counts_of_file(trial), after), True


def _counts_of_file(path: Path) -> dict[str, int]:
    # An engine without the program's recipe: reading must not wait for a writer, nor change the file.
    engine = create_engine(f"sqlite:///{path}")
    try:
        with engine.connect() as connection:
            return contents.counts(connection)
    finally:
        engine.dispose()


# --- PostgreSQL ----------------------------------------------------------------------------------


def _copy_postgresql(url: URL, copy: Path) -> tuple[int, bool]:
    engine = open_engine(url.render_as_string(hide_password=False))
    try:
        version = postgresql_tools.server_version(engine)
        dump, restore = (postgresql_tools.find(name, version) for name in ("pg_dump", "pg_restore"))
        before = _counts_of(engine)
        # One schema: what a restore moved aside stays in another one and is not copied again. Of the queue
        # only the tables: jobs of then would hold up those of the day of a restore.
        wanted = ("--schema=public", f"--exclude-table-data={contents.QUEUE}*")
        form = ("--format=custom", "--no-owner", "--no-privileges", f"--file={copy}")
        postgresql_tools.call(dump, url, *wanted, *form)
        after = _counts_of(engine)
        with _trial_database(engine, url) as trial:
            if trial is None:
                postgresql_tools.read_through(restore, copy)
                return sum(after.values()), False
            postgresql_tools.restore(restore, trial, copy)
            return _compared(before, _counts_of_url(trial), after), True
    except DBAPIError as error:
        raise BackupError("unreadable", str(error.orig).strip().splitlines()[0]) from error
    finally:
        engine.dispose()


@contextmanager
def _trial_database(engine: Engine, url: URL) -> Iterator[URL | None]:
    """A database for one trial, empty; None where this user may not create one."""
    name = f"giaoban_trial_{secrets.token_hex(4)}"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            connection.execute(text(f"CREATE DATABASE {name}"))
        except ProgrammingError:
            yield None
            return
    try:
        trial = open_engine(url.set(database=name).render_as_string(hide_password=False))
        with trial.begin() as connection:
            connection.execute(text("DROP SCHEMA public"))
        trial.dispose()
        yield url.set(database=name)
    finally:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))


def _counts_of_url(url: URL) -> dict[str, int]:
    engine = open_engine(url.render_as_string(hide_password=False))
    try:
        return _counts_of(engine)
    finally:
        engine.dispose()


def _counts_of(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return contents.counts(connection)


def _compared(before: Mapping[str, int], copied: Mapping[str, int], after: Mapping[str, int]) -> int:
    """The rows of the copy, each table's between what the database held before and after copying."""
    wrong = [
        name
        for name in before.keys() | copied.keys()
        if not min(before.get(name, 0), after.get(name, 0))
        <= copied.get(name, -1)
        <= max(before.get(name, 0), after.get(name, 0))
    ]
    if wrong:
        raise BackupError("differs", ", ".join(sorted(wrong)))
    return sum(copied.values())
