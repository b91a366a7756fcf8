"""The migrations make what the models say, forward and back, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from db import schema
from db.models import Base
from db.session import open_engine


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without any table."""
    if request.param == "sqlite":
        engine = open_engine(f"sqlite:///{tmp_path}/empty.db")
        yield engine
        engine.dispose()
        return
    url = request.getfixturevalue("postgres_url")
    with open_engine(url).connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("DROP DATABASE IF EXISTS schema_test"))
        connection.execute(text("CREATE DATABASE schema_test"))
    engine = open_engine(url.replace("/postgres?", "/schema_test?"))
    yield engine
    engine.dispose()


def test_the_migrations_make_what_the_models_say(empty: Engine) -> None:
    schema.upgrade(empty)
    assert schema.current(empty) == schema.HEAD
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_migrations_can_be_taken_back_and_made_again(empty: Engine) -> None:
    schema.upgrade(empty)
    schema.downgrade(empty, "base")
    assert set(inspect(empty).get_table_names()) <= {"alembic_version"}
    schema.upgrade(empty)
    assert set(Base.metadata.tables) <= set(inspect(empty).get_table_names())
