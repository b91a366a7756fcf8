"""Whatever comes in is bounded, stored on both databases, and answered; nothing escapes as an error."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.clock import SetClock
from bot.commands.sample_ward import ACCOUNT
from bot.domain.hygiene import MAX_TEXT
from bot.domain.message import Address, Contact, Incoming
from db.models import Inbox
from db.session import Sessions
from handlers.texts import common
from tests.security.room import CHANNEL, NOON, Room

NASTY = [
    "\x00", "bhxh\x00 201", "\ud800", "\u202e102 hxhb", "‮", "\u200b" * 50, "̸" * 500, "🏴‍☠️" * 100,
    "9" * 4000, "9" * 100_000, "-" * 300, "1/0", "0/0", "1/" * 500, "%" * 300, "1e999999", "NaN", "Infinity",
    "'; DROP TABLE figure; --", '" OR 1=1', "<b>x</b><script>", "{{7*7}}", "${jndi:ldap://x}", "%s%s%s%n",
    "=1+1", "bhxh " + "1" * 200, "bhxh 99999999999999999999999999999999", "bhxh 0,0000000000000000001",
    "31/02/2026", "99/99/9999", "/" * 100, "/start", "/start " + "A" * 64, "\n" * 1000, "a\n" * 1000,
    "sửa " * 500, "bhxh 201 " * 400, "xin gia han den ngay 32/13", "ngày " * 900, "(" * 900,
    "một trăm " * 400,
]  # fmt: skip


@pytest.mark.parametrize("who", ["minh", "lan", "hung", "Lạ"])
def test_nasty_text_is_answered_like_any_other(room: Room, who: str) -> None:
    for text in NASTY:
        room.say(who, text)
        room.say(who, text, edit=True, message_id="m1")
        room.press(who, text)
    assert set(room.states()) == {"done"}


def test_nasty_text_is_stored_on_both_databases(room_on_each: Room) -> None:
    room = room_on_each
    for text in NASTY:
        room.say("minh", text, sender_name=text, attachment=text, contact=Contact(text, own=True))
        room.say("minh", f"vướng {text}")
    assert set(room.states()) == {"done"}
    with room.sessions() as session:
        for row in session.scalars(select(Inbox)):
            assert len(str(row.payload)) < 4 * MAX_TEXT


def test_a_batch_with_impossible_ids_costs_only_those_messages(room: Room) -> None:
    good = Incoming("good", Address(CHANNEL, ACCOUNT, "minh"), "minh", NOON, text="/viec")
    bad = [
        replace(good, key="x" * 1000),
        replace(good, key="nul\x00"),
        replace(good, key="2", address=Address(CHANNEL, ACCOUNT, "9" * 500)),
    ]
    assert [chat for chat, _text in room.send(*bad, good, replace(good, key="3", message_id="x" * 999))] == [
        "minh"
    ] * 2
    assert room.states() == {"done": 2}


def test_random_messages_leave_no_error(room: Room) -> None:
    chance = random.Random(20261120)
    for _ in range(100):
        text = "".join(
            chr(chance.choice([chance.randrange(1, 300), chance.randrange(1, 0x10FFFF)])) for _ in range(40)
        )
        who = chance.choice(["minh", "lan", "Lạ", "group"])
        room.say(
            who,
            chance.choice(NASTY + [text] * 20),
            edit=chance.random() < 0.2,
            group=who == "group",
            choice=chance.choice([None, None, f"q{chance.randrange(9)}.{chance.randrange(9)}", text]),
            reply_to=chance.choice([None, "m1", text]),
        )
    assert set(room.states()) == {"done"}


def test_a_chat_that_floods_is_told_once_and_holds_up_nobody(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    room = Room(sqlite_sessions, tmp_path, a_minute=10)
    said = [room.say("minh", f"bhxh {number}") for number in range(200, 230)]
    assert said[10] == [common.too_fast(10)]
    assert said[11:] == [[]] * 19
    assert room.say("lan", "/viec") != []
    assert room.states() == {"done": 11, "too_fast": 20}
    room.clock.advance(timedelta(minutes=1))
    assert room.say("minh", "/viec") != []


def test_what_came_too_fast_is_kept(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    room = Room(sqlite_sessions, tmp_path, a_minute=5)
    for number in range(7):
        room.say("minh", f"bhxh 20{number}")
    with room.sessions() as session:
        kept = session.scalars(select(Inbox).where(Inbox.state == "too_fast").order_by(Inbox.id)).all()
    assert [row.payload["text"] for row in kept] == ["bhxh 205", "bhxh 206"]


def test_a_flooded_group_is_not_answered(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    room = Room(sqlite_sessions, tmp_path, a_minute=5)
    assert [room.say("group", "xin chào cả nhà", group=True) for _ in range(20)] == [[]] * 20


def test_the_clock_of_the_pace_is_the_inboxs(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    """What was accepted over an hour and is handled at once afterwards was not sent too fast."""
    room = Room(sqlite_sessions, tmp_path, a_minute=5)
    assert isinstance(room.clock, SetClock)
    for number in range(20):
        room.app.accept(
            ACCOUNT,
            [Incoming(f"late{number}", Address(CHANNEL, ACCOUNT, "minh"), "minh", NOON, text="/viec")],
        )
        room.clock.advance(timedelta(minutes=1))
    room.app.receive_waiting()
    assert room.states() == {"done": 20}
