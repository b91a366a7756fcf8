"""People who share a name are never mixed up: the full name or the code decides, else it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Figure, Item, Person, Role, Ward
from db.session import Sessions
from db.ward_loading import bump
from tests.driver import Stage
from tests.handlers.desk import stage


@pytest.fixture
def played(sqlite_sessions: Sessions, tmp_path: Path) -> Stage:
    """A second Minh has joined the ward."""
    made = stage(sqlite_sessions, tmp_path)
    with sqlite_sessions.begin() as session:
        ward = session.scalars(select(Ward)).one()
        other = Person(ward_id=ward.id, code="minh2", name="Trần Văn Minh", address="anh")
        other.roles = [Role(name="official")]
        session.add(other)
        session.flush()
        bump(session, ward.id)
    return made


def test_a_given_name_that_two_people_have_is_asked_about(played: Stage) -> None:
    for words in ("/nhapthay Minh bhxh 201", "/phancong NV-001 Minh", "/dondoc Minh", "/nguoicat Minh"):
        ((_, said),) = played.say("Lan", words)
        assert "Bùi Đức Minh" in said
        assert "Trần Văn Minh" in said
    with played.sessions() as session:
        assert not session.scalars(select(Figure).where(Figure.supplied.is_(False))).all()


@pytest.mark.parametrize("who", ["Trần Văn Minh", "minh2", "anh Văn Minh"])
def test_the_full_name_or_the_code_decides(played: Stage, who: str) -> None:
    played.say("Lan", f"/phancong NV-001 {who}")
    with played.sessions() as session:
        item = session.scalars(select(Item).where(Item.key == "NV-001")).one()
        owner = session.get_one(Person, item.owner_id)
        assert owner.code == "minh2"


def test_tinhhinh_of_a_name_that_two_people_have_shows_neither(played: Stage) -> None:
    said = played.say("Hùng", "/tinhhinh Minh")
    assert all("Chỉ tiêu thành phần" not in text for _who, text in said)
