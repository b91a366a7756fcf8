"""The way in: every message once, whole, and handled by one."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.domain.message import Address, Contact, Incoming
from bot.domain.workdays import WARD_ZONE
from db import inbox
from db.models import Inbox
from db.outage import outage
from db.session import Sessions

NOW = datetime(2026, 11, 16, 7, 30, tzinfo=WARD_ZONE)


def message(key: str, chat: str = "7", **fields: object) -> Incoming:
    return Incoming(key, Address("telegram", "ward", chat), "7", NOW, **fields)  # type: ignore[arg-type]


def store(sessions: Sessions, *messages: Incoming) -> int:
    with sessions.begin() as session:
        return len(inbox.store(session, messages, NOW))


def test_a_message_is_stored_once_however_often_it_comes(sessions: Sessions) -> None:
    assert store(sessions, message("u1", text="một"), message("u2", text="hai")) == 2
    assert store(sessions, message("u2", text="khác"), message("u3", text="ba"), message("u3")) == 1
    with sessions() as session:
        rows = session.scalars(select(Inbox).order_by(Inbox.id)).all()
    assert [row.payload.get("text") for row in rows] == ["một", "hai", "ba"]


def test_an_empty_batch_is_nothing(sessions: Sessions) -> None:
    assert store(sessions) == 0


def test_each_chat_waits_with_its_first_message_and_the_oldest_comes_first(sessions: Sessions) -> None:
    store(sessions, *(message(f"u{number}") for number in range(5)), message("v1", chat="8"))
    with sessions.begin() as session:
        first, other = inbox.waiting(session)
        row = inbox.take(session, first)
        assert row is not None
        assert row.key == "u0"
        row.state = "done"
    with sessions() as session:
        second, still = inbox.waiting(session)
        assert still == other
        assert session.get_one(Inbox, second).key == "u1"
        assert inbox.waiting(session, limit=1) == [second]


def test_a_handled_message_cannot_be_taken_again(sessions: Sessions) -> None:
    store(sessions, message("u1"))
    with sessions.begin() as session:
        inbox.fail(session, inbox.waiting(session)[0], "A1B2C3", NOW)
    with sessions.begin() as session:
        assert inbox.take(session, 1) is None


def test_what_waits_is_found_chat_by_chat(sessions: Sessions) -> None:
    store(sessions, message("u1"), message("u2", chat="8"), message("u3"))
    with sessions() as session:
        assert sorted(inbox.waiting_chats(session)) == [("ward", "7"), ("ward", "8")]
        assert inbox.waiting_in(session, "ward", "7") == [1, 3]
        assert inbox.waiting_in(session, "ward", "9") == []


def test_two_workers_cannot_take_the_same_message(postgres_sessions: Sessions) -> None:
    sessions = postgres_sessions
    store(sessions, message("u1"))
    with sessions.begin() as first, sessions.begin() as second:
        assert inbox.take(first, 1) is not None
        with pytest.raises(OperationalError) as busy:
            inbox.take(second, 1)
        assert outage(busy.value) == "busy"


def test_a_message_waits_for_an_earlier_one_of_its_chat(sessions: Sessions) -> None:
    store(sessions, message("u1"), message("u2"), message("u3", chat="8"))
    with sessions.begin() as session:
        assert inbox.take(session, 2) is None
        assert inbox.take(session, 3) is not None
        inbox.settle(session, 1, "done", NOW)
        assert inbox.take(session, 2) is not None


def test_an_edited_message_finds_what_it_replaces(sessions: Sessions) -> None:
    store(sessions, message("u1", message_id="m5"), message("u2", chat="8", message_id="m5"), message("u3"))
    store(sessions, message("u4", message_id="m5", edit=True))
    with sessions() as session:
        assert inbox.earlier(session, message("u4", message_id="m5", edit=True)) == [1]
        assert inbox.earlier(session, message("u9")) == []


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
maybe = st.none() | texts.filter(bool)


@settings(max_examples=50)
@given(
    text=texts,
    choice=maybe,
    reply_to=maybe,
    contact=st.none() | st.builds(Contact, texts, st.booleans()),
    edit=st.booleans(),
)
def test_a_message_comes_back_as_it_went_in(
    text: str, choice: str | None, reply_to: str | None, contact: Contact | None, edit: bool
) -> None:
    before = message("u1", text=text, choice=choice, reply_to=reply_to, contact=contact, edit=edit)
    assert inbox.from_payload(inbox.to_payload(before)) == before
