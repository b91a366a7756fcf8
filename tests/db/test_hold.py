"""What only one process may do: locks on one connection, which go when it does."""

from __future__ import annotations

from sqlalchemy import Engine, text

from db.hold import Holds

MANY = [f"account {number}" for number in range(40)]
"""More than an engine has connections."""


def test_what_one_holds_another_does_not_until_it_is_let_go(postgres_engine: Engine) -> None:
    first, second = Holds(postgres_engine), Holds(postgres_engine)
    assert all(first.held(name) for name in MANY)
    assert not any(second.held(name) for name in MANY)
    first.let_go(MANY[0])
    assert second.held(MANY[0])
    assert not first.held(MANY[0])
    assert first.held(MANY[1])
    for name in MANY:
        first.let_go(name)
        second.let_go(name)


_CUT = text(
    "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks JOIN pg_database ON pg_database.oid = database"
    " WHERE locktype = 'advisory' AND datname = current_database()"
)
"""Ends who holds something in this database, and waits until he has: a lock goes with its session."""


def test_a_connection_that_is_cut_lets_go_and_takes_again(postgres_engine: Engine) -> None:
    first, second = Holds(postgres_engine), Holds(postgres_engine)
    assert first.held("poll")
    with postgres_engine.begin() as connection:
        connection.execute(_CUT)
    assert second.held("poll")
    assert not first.held("poll")
    second.let_go("poll")
    assert first.held("poll")
    first.let_go("poll")
