"""Strangers, and phones that were cut off, learn nothing but how to ask for a code."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.commands.sample_ward import ACCOUNT
from bot.domain.message import Address, Contact, Outgoing
from db import invitations, outbox, sending
from db.models import Outbox, Person, Ward
from tests.security.room import CHANNEL, Room

SAID = [
    "/start", "xin chào", "/viec", "/tinhhinh", "/nguoi", "/trogiup", "/kehoach", "/lichsu CT07b", "/tonghop",
    "/dondoc tất cả", "/nhapthay minh bhxh 201", "bhxh 201", "1", "q1.1", "Minh là ai", "x" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("who", ["Lạ", "cut"])
@pytest.mark.parametrize("words", SAID)
def test_whatever_is_said_the_answer_is_one_line(room: Room, who: str, words: str) -> None:
    room.say("minh", "bhxh tn 201/269 dat 75,7%")
    room.cut("minh")
    chat = "minh" if who == "cut" else "Lạ"
    assert [text.partition(". ")[0] for text in room.say(chat, words)] == [
        "Đây là trợ lý nhắc việc tự động của UBND phường Ngô Quyền"
    ]
    assert room.figures() == 0


def test_a_cut_phone_gets_nothing_that_was_already_waiting(room: Room) -> None:
    with room.sessions.begin() as session:
        ward = session.scalars(select(Ward)).one()
        message = Outgoing(Address(CHANNEL, ACCOUNT, "minh"), "Anh Minh có 05 mục đến hạn")
        outbox.put(session, message, key="digest", kind="reminder", now=room.clock.now(), ward_id=ward.id)
    room.cut("minh")
    with room.sessions.begin() as session:
        claims = sending.claim(session, ACCOUNT, room.clock.now(), 100)
        row = session.scalars(select(Outbox).where(Outbox.key == "digest")).one()
    assert [claim for claim in claims if claim.message.address.chat == "minh"] == []
    assert (row.state, row.error) == ("failed", "cut")


def test_a_cut_phone_is_reminded_of_nothing(room: Room) -> None:
    room.cut("minh")
    room.clock.advance(timedelta(days=1) - timedelta(hours=2, minutes=30))
    room.app.tick()
    heard = room.heard()
    assert "lan" in [chat for chat, _text in heard]
    assert "minh" not in [chat for chat, _text in heard]


def test_who_found_a_lost_phone_does_not_come_back_with_its_number(room: Room) -> None:
    with room.sessions.begin() as session:
        session.scalars(select(Person).where(Person.code == "minh")).one().phone = "0912345678"
    room.cut("minh")
    number = Contact("+84912345678", own=True)
    for chat in ("minh", "new"):
        assert "chưa có trong danh sách" in room.say(chat, contact=number)[0]
    with room.sessions.begin() as session:
        minh = session.scalars(select(Person).where(Person.code == "minh")).one()
        code = invitations.invite(session, minh.ward_id, minh.id, room.clock.now(), 14)
    assert room.say("new", f"/start {code}")[0].startswith("Kính chào anh Minh")


def test_a_number_that_is_somebody_elses_card_links_nobody(room: Room) -> None:
    with room.sessions.begin() as session:
        session.scalars(select(Person).where(Person.code == "minh")).one().phone = "0912345678"
    room.say("Lạ", contact=Contact("0912345678", own=False))
    assert room.say("Lạ", "/viec")[0].startswith("Đây là trợ lý")


def test_codes_are_not_guessed_through_the_chat(room: Room) -> None:
    said = [room.say("Lạ", f"/start {code}")[0] for code in ("ABCD2345", "ABCD2346", "ABCD2347") * 2]
    assert said[:5] == [said[0]] * 5
    assert "đợi một giờ" in said[5]
    with room.sessions.begin() as session:
        minh = session.scalars(select(Person).where(Person.code == "minh")).one()
        code = invitations.invite(session, minh.ward_id, minh.id, room.clock.now(), 14)
    assert "đợi một giờ" in room.say("Lạ", f"/start {code}")[0]


def test_a_group_that_is_not_linked_hears_nothing(room: Room) -> None:
    for words in SAID:
        assert room.say("some group", words, group=True, sender="minh") == []
