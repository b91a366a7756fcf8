"""A file that is older than a hand-over gives nothing back in silence."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Handover, Item, Person, Ward
from db.session import Sessions
from tests.loading.plans import NOW, load, small


def hand_over(session: Session, giver: str, taker: str) -> None:
    """The task NV-001 has gone from one to the other."""
    people = {row.code: row.id for row in session.scalars(select(Person))}
    task = session.scalars(select(Item).where(Item.key == "NV-001")).one()
    task.owner_id = people[taker]
    session.add(
        Handover(
            ward_id=session.scalars(select(Ward.id)).one(),
            from_id=people[giver],
            to_id=people[taker],
            starts_on=NOW.date(),
            items=[task.id],
            asked_by_id=people[taker],
            at=NOW,
            done_at=NOW,
            state="done",
        )
    )


def test_an_item_that_goes_back_to_who_handed_it_over_is_told(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path))
        hand_over(session, "minh", "lan")
    with sqlite_sessions.begin() as session:
        told = [one for one in load(session, small(tmp_path)).warnings if one.startswith("NV-001")]
    assert len(told) == 1
    assert "đã bàn giao" in told[0]
    with sqlite_sessions.begin() as session:
        assert not [one for one in load(session, small(tmp_path)).warnings if one.startswith("NV-001")]
