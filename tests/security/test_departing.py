"""Who leaves the ward has no way back in, and nothing but what he reported is kept of him."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.domain.message import Contact
from db.models import Audit, Chat, Field, Figure, Item, Outbox, Person, Role
from db.session import Sessions
from tests.security.room import Room

PHONE = "0900000005"


@pytest.fixture
def room(sqlite_sessions: Sessions, tmp_path: Path) -> Room:
    return Room(sqlite_sessions, tmp_path)


def depart(room: Room, code: str) -> None:
    room.say("lan", f"/nguoithoi {code}")
    room.press("lan", room.button("lan", "Thôi công tác"))


def test_who_has_left_cannot_come_back_by_chat_code_or_phone(room: Room) -> None:
    code = room.say("lan", "/nguoimoi minh")[0].split(": ")[1][:9]
    depart(room, "minh")
    for said in (
        room.say("minh", "bhxh 201"),
        room.say("minh", f"/start {code}"),
        room.say("minh", contact=Contact(PHONE, own=True)),
        room.say("minh", "viec"),
    ):
        assert "Minh" not in said[0]
    assert room.figures() == 0
    with room.sessions() as session:
        assert session.scalars(select(Chat).where(Chat.chat == "minh")).all() == []


def test_of_who_has_left_the_figures_stay_and_the_rest_goes(room: Room) -> None:
    room.say("minh", "bhxh 201")
    depart(room, "minh")
    with room.sessions() as session:
        person = session.scalars(select(Person).where(Person.code == "minh")).one()
        assert (person.active, person.phone) == (False, None)
        assert session.scalars(select(Role).where(Role.person_id == person.id)).all() == []
        assert session.scalars(select(Item.key).where(Item.owner_id == person.id)).all() == []
        figure = session.scalars(select(Figure).where(Figure.inbox_id.is_not(None))).one()
        assert figure.person_id == person.id
        waiting = select(func.count(Outbox.id)).where(Outbox.chat == "minh", Outbox.state == "waiting")
        assert session.scalars(waiting).one() == 0
    assert room.audited("depart") == 1
    assert room.audited("assign") == 10


def test_a_leader_who_has_left_leads_nothing(room: Room) -> None:
    depart(room, "dung")
    with room.sessions() as session:
        person = session.scalars(select(Person).where(Person.code == "dung")).one()
        assert session.scalars(select(Field).where(Field.leader_id == person.id)).all() == []
        assert "leader" in (session.scalars(select(Audit.before).where(Audit.action == "depart")).one() or "")


def test_nobody_departs_himself_and_a_second_yes_does_nothing(room: Room) -> None:
    assert "người khác" in room.say("lan", "/nguoithoi lan")[0]
    room.say("lan", "/nguoithoi minh")
    first = room.button("lan", "Thôi công tác")
    room.say("lan", "/nguoithoi minh")
    room.press("lan", room.button("lan", "Thôi công tác"))
    room.press("lan", first)
    assert room.audited("depart") == 1
