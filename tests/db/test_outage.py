"""A database in trouble is told from a fault of the program: one is waited for, the other is not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from db.outage import outage


def trouble(engine: Engine, *statements: str) -> str | None:
    """What is said of the error that the statements meet."""
    with pytest.raises(DBAPIError) as met:
        _run(engine, statements)
    return outage(met.value)


def _run(engine: Engine, statements: Iterable[str]) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_a_wrong_statement_is_our_fault(engine: Engine) -> None:
    assert trouble(engine, "SELECT no_such_column FROM ward") is None


def test_a_broken_rule_is_our_fault(engine: Engine) -> None:
    row = "INSERT INTO ward (code, name, revision) VALUES ('a', 'A', 1)"
    assert trouble(engine, row, row) is None


def test_a_full_disk_is_told(sqlite_engine: Engine) -> None:
    fill = "INSERT INTO pulse (name, at) VALUES (hex(randomblob(1000000)), '2026-11-16')"
    assert trouble(sqlite_engine, "PRAGMA max_page_count = 1", fill) == "full"


def test_a_database_that_can_only_be_read_is_told(sqlite_engine: Engine) -> None:
    assert trouble(sqlite_engine, "PRAGMA query_only = ON", "DELETE FROM ward") == "read_only"


def test_a_file_that_is_no_database_is_told(sqlite_engine: Engine) -> None:
    path = sqlite_engine.url.database
    assert path is not None
    sqlite_engine.dispose()
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"no database at all" * 400)
    assert trouble(sqlite_engine, "SELECT 1 FROM ward") == "damaged"


def test_a_connection_cut_by_the_server_is_told_and_the_next_one_works(postgres_engine: Engine) -> None:
    assert trouble(postgres_engine, "SELECT pg_terminate_backend(pg_backend_pid())") == "away"
    with postgres_engine.begin() as connection:
        assert connection.scalar(text("SELECT 1")) == 1


def test_a_read_only_transaction_is_told(postgres_engine: Engine) -> None:
    assert trouble(postgres_engine, "SET TRANSACTION READ ONLY", "DELETE FROM ward") == "read_only"


def test_other_errors_are_no_outage() -> None:
    assert outage(ValueError("no")) is None
