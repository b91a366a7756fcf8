"""A button, and a number that is typed instead, belongs to whom it was shown, for as long as it is good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.commands.sample_ward import ACCOUNT
from bot.domain.message import Address
from db import people
from db.models import Person
from handlers.texts import common
from tests.security.room import CHANNEL, Room

DOUBT = "bhxh tn 201/269 dat 75,7%"
RECORD = "Ghi 201/269"


@pytest.fixture
def button(room: Room) -> str:
    """The button by which Minh records what he was asked about."""
    room.say("minh", DOUBT)
    return room.button("minh", RECORD)


def test_who_was_asked_may_answer_once(room: Room, button: str) -> None:
    room.press("minh", button)
    assert room.figures() == 1
    assert room.press("minh", button) == [common.expired_choice()]
    assert room.figures() == 1


@pytest.mark.parametrize("somebody", ["lan", "hung", "tuan", "Lạ"])
def test_a_button_of_another_chat_does_nothing(room: Room, button: str, somebody: str) -> None:
    room.press(somebody, button)
    assert room.figures() == 0


def test_a_button_of_a_private_chat_does_nothing_in_the_group(room: Room, button: str) -> None:
    assert room.press("minh", button, group=True) == []
    assert room.figures() == 0


def test_a_chat_that_changed_hands_does_not_answer_for_the_former_owner(room: Room, button: str) -> None:
    with room.sessions.begin() as session:
        tuan = session.scalars(select(Person).where(Person.code == "tuan")).one()
        here = Address(CHANNEL, ACCOUNT, "minh")
        people.link(session, here, tuan.ward_id, tuan.id, room.clock.now())
    assert room.press("minh", button) == [common.not_yours()]
    room.say("minh", "1")
    assert room.figures() == 0


def test_a_button_expires(room: Room, button: str) -> None:
    room.clock.advance(timedelta(hours=48, minutes=1))
    assert room.press("minh", button) == [common.expired_choice()]
    assert room.figures() == 0


def test_a_typed_number_expires_with_its_question(room: Room, button: str) -> None:
    room.clock.advance(timedelta(hours=48, minutes=1))
    room.say("minh", "1")
    assert room.figures() == 0


def test_a_newer_question_ends_the_older_one(room: Room, button: str) -> None:
    room.say("minh", "bhyt 99,5/99")
    assert room.press("minh", button) == [common.expired_choice()]


@pytest.mark.parametrize("place", ["0", "9", "999"])
def test_a_choice_that_was_not_offered_cannot_be_picked(room: Room, button: str, place: str) -> None:
    room.press("minh", f"{button.partition('.')[0]}.{place}")
    assert room.figures() == 0


@pytest.mark.parametrize(
    "data", ["q0.1", "q999999999999999999.1", "q1", "q1.1.1", "q-1.1", "q1.1; DROP TABLE"]
)
def test_a_button_that_was_never_shown_does_nothing(room: Room, button: str, data: str) -> None:
    room.press("minh", data)
    assert room.figures() == 0
    assert room.states().get("failed", 0) == 0


def test_a_command_behind_a_button_asks_for_the_right_like_one_that_is_typed(room: Room) -> None:
    assert room.press("minh", "/nguoicat lan") == room.say("minh", "/nguoicat lan")
    assert room.say("lan", "/viec") != []


def test_of_two_taps_on_one_button_one_counts(room: Room, button: str) -> None:
    for _ in range(5):
        room.press("minh", button)
    assert room.figures() == 1
