"""What was looked up is kept until the session writes, and no longer."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.kept import once
from db.models import Ward
from db.session import Sessions


def wards(session: Session) -> int:
    """How many wards there are, asked through `once`."""
    return once(session, "wards", lambda: session.scalar(select(func.count()).select_from(Ward)) or 0)


def test_the_same_question_is_asked_once(sessions: Sessions) -> None:
    asked: list[int] = []
    with sessions() as session:
        for _ in range(3):
            once(session, "x", lambda: asked.append(1))
    assert asked == [1]


def test_what_was_written_is_seen_at_once(sessions: Sessions) -> None:
    with sessions() as session:
        before = wards(session)
        session.add(Ward(code="kept", name="Phường Thử"))
        assert wards(session) == before + 1


def test_what_was_taken_back_is_gone_at_once(sessions: Sessions) -> None:
    with sessions() as session:
        before = wards(session)
        tried = session.begin_nested()
        session.add(Ward(code="kept", name="Phường Thử"))
        assert wards(session) == before + 1
        tried.rollback()
        assert wards(session) == before
