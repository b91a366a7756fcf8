"""Everything goes from one database to another, in either direction, and is compared before it counts."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select, text

from db import contents, copying, schema
from db.copying import CopyError, copy
from db.models import Figure, Item
from db.session import make_sessions, open_engine
from tests.keeping.conftest import NOW, Place, report


def other(url: str) -> str:
    return "postgresql" if url.startswith("sqlite") else "sqlite"


@pytest.fixture
def source(url: str) -> Engine:
    return open_engine(url)


@pytest.fixture
def target(url: str, place: Place) -> Engine:
    """An empty database of the other kind."""
    return open_engine(place(other(url)))


@pytest.fixture(autouse=True)
def _close(source: Engine, target: Engine) -> object:
    yield
    source.dispose()
    target.dispose()


def test_every_row_arrives_as_it_was(source: Engine, target: Engine) -> None:
    counts = copy(source, target)
    assert counts["figure"] > 2
    assert counts["item"] == 74
    assert counts["person"] == 16
    with source.connect() as left, target.connect() as right:
        for table in contents.TABLES:
            assert list(contents.rows(left, table)) == list(contents.rows(right, table))


def test_it_comes_back_the_same(source: Engine, target: Engine, url: str, place: Place) -> None:
    again = open_engine(place(other(other(url))))
    assert copy(source, target) == copy(target, again)
    with source.connect() as left, again.connect() as right:
        for table in contents.TABLES:
            assert contents.checksum(left, table) == contents.checksum(right, table)
    again.dispose()


def test_new_rows_get_new_numbers_afterwards(source: Engine, target: Engine) -> None:
    copy(source, target)
    with make_sessions(target).begin() as session:
        ids = session.scalars(select(Figure.id)).all()
        assert report(session, "CT02", "55", NOW).id == max(ids) + 1


def test_a_part_may_stand_before_its_line(source: Engine, target: Engine) -> None:
    with make_sessions(source).begin() as session:
        first, *_, last = session.scalars(select(Item).order_by(Item.id)).all()
        first.parent_id = last.id
        child, parent = first.id, last.id
    copy(source, target)
    with make_sessions(target)() as session:
        row = session.get(Item, child)
        assert row is not None
        assert row.parent_id == parent


def test_a_target_that_holds_anything_is_refused(source: Engine, target: Engine) -> None:
    schema.upgrade(target)
    with target.begin() as connection:
        connection.execute(text("INSERT INTO pulse (name, at) VALUES ('tick', '2026-11-20 00:00:00')"))
    with pytest.raises(CopyError, match="not_empty: pulse"):
        copy(source, target)


def test_another_version_of_the_schema_is_refused(source: Engine, target: Engine) -> None:
    with source.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(CopyError, match="schema: 0000"):
        copy(source, target)


def test_what_does_not_arrive_the_same_is_taken_back(
    source: Engine, target: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_link_to_itself", lambda *_args: None)
    with pytest.raises(CopyError, match=r"differs: (item|figure)"):
        copy(source, target)
    with target.connect() as connection:
        held = contents.counts(connection)
    assert not any(number for name, number in held.items() if name != "alembic_version")
