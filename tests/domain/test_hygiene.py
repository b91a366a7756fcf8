"""Whatever a platform hands over, what is kept is bounded and can be stored and shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.hygiene import MANY_CHATS, MAX_TEXT, Pace, clean, clean_text
from bot.domain.message import Address, Contact, Incoming
from bot.domain.workdays import WARD_ZONE

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=WARD_ZONE)
MESSAGE = Incoming("u1", Address("sample", "phuong", "7"), "7", NOW, text="BHXH 201")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("BHXH 201", "BHXH 201"),
        ("BHXH\t201\nBHYT 97,5", "BHXH\t201\nBHYT 97,5"),
        ("BHXH 201\r\nBHYT", "BHXH 201\nBHYT"),
        ("BH\x00XH 2\x1b01\x7f", "BHXH 201"),
        ("BHXH \u202e102\u202c", "BHXH 102"),
        ("\ufeffBHXH \u2066201\u2069\u200f", "BHXH 201"),
        ("nửa chữ \ud83d", "nửa chữ "),
        ("tổ 5 \U0001f600 đã xong", "tổ 5 \U0001f600 đã xong"),
    ],
)
def test_invisible_and_unstorable_signs_are_dropped(said: str, kept: str) -> None:
    assert clean_text(said) == kept


@settings(max_examples=100)
@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=300))
def test_every_text_can_be_stored_and_is_left_alone_the_second_time(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode()
    assert "\x00" not in cleaned
    assert clean_text(cleaned) == cleaned


def test_a_usual_message_is_kept_as_it_is() -> None:
    usual = replace(MESSAGE, message_id="12", reply_to="11", contact=Contact("0912345678", own=True))
    assert clean(usual) == usual


def test_everything_that_comes_with_a_message_is_bounded() -> None:
    huge = "9" * 1_000_000
    found = clean(
        replace(
            MESSAGE,
            text=huge,
            sender_name=huge,
            message_id=huge,
            reply_to=huge,
            choice=huge,
            contact=Contact(huge, own=True),
            attachment=huge,
        )
    )
    assert found is not None
    assert len(found.text) == MAX_TEXT
    assert found.message_id is found.reply_to is None
    assert len(repr(found)) < MAX_TEXT + 2000


@pytest.mark.parametrize(
    "message",
    [
        replace(MESSAGE, key="k" * 81),
        replace(MESSAGE, key=""),
        replace(MESSAGE, sender="7\x00"),
        replace(MESSAGE, address=Address("sample", "phuong", "7" * 61)),
        replace(MESSAGE, address=Address("sample", "phuong", "7\ud800")),
    ],
)
def test_ids_that_no_platform_gives_are_refused(message: Incoming) -> None:
    assert clean(message) is None


def test_a_chat_that_hurries_is_told_once_a_minute() -> None:
    pace = Pace()
    moments = [NOW + timedelta(seconds=number) for number in range(70)]
    said = [pace.admit("a", moment, 10) for moment in moments]
    assert said[:12] == ["yes"] * 10 + ["tell", "no"]
    assert said[12:60] == ["no"] * 48
    assert said[60:] == ["yes"] * 10


def test_one_chat_does_not_slow_another() -> None:
    pace = Pace()
    assert [pace.admit("a", NOW, 1), pace.admit("a", NOW, 1), pace.admit("b", NOW, 1)] == [
        "yes",
        "tell",
        "yes",
    ]


def test_chats_that_have_fallen_silent_are_forgotten() -> None:
    pace = Pace()
    for number in range(3 * MANY_CHATS):
        pace.admit(number, NOW + timedelta(seconds=number), 5)
    assert len(pace._came) <= MANY_CHATS + 1
