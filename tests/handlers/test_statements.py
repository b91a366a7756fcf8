"""A command asks the database a fixed number of questions, however many items the plan has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select

from db.models import Item, Ward
from db.session import make_sessions
from db.ward_loading import bump
from tests.driver import Stage
from tests.handlers.desk import stage

COMMANDS = [
    "/tinhhinh",
    "/tinhhinh linh vuc",
    "/tinhhinh an sinh",
    "/tinhhinh minh",
    "/chuabaocao",
    "/tonghop",
]

MOST = 43
"""What /tonghop needs: it looks at the period, at the one before it, at what the period began with, at what
is lacking upwards, at what was ordered and granted since, at who answered for what by when in those days, and
at the question whose place its choices take.
"""


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The SELECT statements that are run inside."""
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def selects(engine: Engine, played: Stage, command: str) -> int:
    played.say("Hùng", command)  # the view of the ward is read once per change
    with counted(engine) as seen:
        assert played.say("Hùng", command)
    return len(seen)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_longer_plan_needs_no_more_statements(sqlite_engine: Engine, tmp_path: Path, command: str) -> None:
    sessions = make_sessions(sqlite_engine)
    played = stage(sessions, tmp_path)
    whole = selects(sqlite_engine, played, command)
    with sessions.begin() as session:
        for item in session.scalars(select(Item).where(Item.key.in_(["CT07a", "CT08a", "NV-020", "NV-021"]))):
            item.active = False
        bump(session, session.scalars(select(Ward.id)).one())
    assert selects(sqlite_engine, played, command) == whole
    assert whole <= MOST
