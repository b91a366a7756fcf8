"""The way out: who may send what, in which order, and what a dead sender leaves behind."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.domain.message import Address, Choice, Outgoing
from bot.domain.workdays import WARD_ZONE
from db import outbox, sending
from db.models import Outbox, Ward
from db.sending import LEASE
from db.session import Sessions

NOW = datetime(2026, 11, 16, 7, 30, tzinfo=WARD_ZONE)
SECOND = timedelta(seconds=1)


def put(sessions: Sessions, *texts: str, account: str = "ward", kind: str = "reply") -> None:
    """Put messages in: "minh: one" goes to the chat minh, with its text as key."""
    with sessions.begin() as session:
        for text in texts:
            message = Outgoing(Address("telegram", account, text.split(":")[0]), text)
            outbox.put(session, message, key=text, kind=kind, now=NOW)


def claim(sessions: Sessions, limit: int = 9, now: datetime = NOW, account: str = "ward") -> list[str]:
    with sessions.begin() as session:
        return [one.message.text for one in sending.claim(session, account, now, limit)]


def state_of(sessions: Sessions, text: str) -> str:
    with sessions() as session:
        return session.scalars(select(Outbox.state).where(Outbox.key == text)).one()


def mark(sessions: Sessions, text: str, then: str, *, later: datetime = NOW) -> None:
    with sessions.begin() as session:
        found = session.scalars(select(Outbox.id).where(Outbox.key == text)).one()
        if then == "sent":
            sending.mark_sent(session, found, "m1", NOW)
        elif then == "again":
            sending.mark_retry(session, found, later, "network")
        elif then == "held":
            sending.mark_held(session, found, "interrupted")
        else:
            sending.mark_failed(session, found, "bad_request")


def test_what_was_put_in_comes_out_whole(sessions: Sessions) -> None:
    message = Outgoing(
        Address("telegram", "ward", "7"),
        "Biểu tổng hợp",
        choices=(Choice("Đúng", "q1.1"), Choice("Sai", "q1.2")),
        document=Path("out/bieu.xlsx"),
        silent=True,
        request_contact=True,
    )
    with sessions.begin() as session:
        outbox.put(session, message, key="k", kind="document", now=NOW)
    with sessions.begin() as session:
        (claimed,) = sending.claim(session, "ward", NOW)
    assert (claimed.message, claimed.kind, claimed.attempt) == (message, "document", 1)


def test_a_key_is_put_in_once(sessions: Sessions) -> None:
    put(sessions, "minh: one")
    with pytest.raises(IntegrityError):
        put(sessions, "minh: one")


def test_the_oldest_goes_first_as_many_as_asked_for(sessions: Sessions) -> None:
    put(sessions, "minh: one", "lan: one", "hung: one")
    assert claim(sessions, 2) == ["minh: one", "lan: one"]
    assert claim(sessions, 2) == ["hung: one"]


def test_who_has_asked_is_answered_before_others_are_reminded(sessions: Sessions) -> None:
    put(sessions, "minh: due today", "lan: due today", kind="reminder")
    put(sessions, "hung: recorded", "lan: recorded")
    assert claim(sessions, 2) == ["hung: recorded", "minh: due today"]
    assert claim(sessions) == ["lan: due today"]


def test_a_chat_gets_its_messages_in_order_and_holds_up_nobody_else(sessions: Sessions) -> None:
    put(sessions, "minh: one", "minh: two", "lan: one")
    assert claim(sessions) == ["minh: one", "lan: one"]
    assert claim(sessions) == []
    mark(sessions, "minh: one", "sent")
    assert claim(sessions) == ["minh: two"]


@pytest.mark.parametrize("end", ["failed", "held"])
def test_a_message_that_will_not_go_out_lets_the_next_one_pass(sessions: Sessions, end: str) -> None:
    put(sessions, "minh: one", "minh: two")
    claim(sessions)
    mark(sessions, "minh: one", end)
    assert claim(sessions) == ["minh: two"]


def test_a_message_put_off_holds_its_chat_until_its_time(sessions: Sessions) -> None:
    put(sessions, "minh: one", "minh: two", "lan: one")
    claim(sessions, 1)
    mark(sessions, "minh: one", "again", later=NOW + 17 * SECOND)
    assert claim(sessions, now=NOW + 16 * SECOND) == ["lan: one"]
    assert claim(sessions, now=NOW + 17 * SECOND) == ["minh: one"]


def test_accounts_do_not_see_each_others_messages(sessions: Sessions) -> None:
    put(sessions, "minh: one", account="first")
    assert claim(sessions, account="second") == []
    assert claim(sessions, account="first") == ["minh: one"]


def test_attempts_are_counted_unless_nothing_was_tried(sessions: Sessions) -> None:
    put(sessions, "minh: one")
    for counted in (True, False, True):
        with sessions.begin() as session:
            (one,) = sending.claim(session, "ward", NOW)
            sending.mark_retry(session, one.id, NOW, "network", counted=counted)
    with sessions.begin() as session:
        assert sending.claim(session, "ward", NOW)[0].attempt == 3


def test_what_a_dead_sender_had_under_way_is_found(sessions: Sessions) -> None:
    put(sessions, "minh: one", "lan: one")
    claim(sessions, 1)
    with sessions.begin() as session:
        assert [one.message.text for one in sending.abandoned(session, "ward")] == ["minh: one"]


def test_a_sender_that_is_alive_keeps_what_it_has_under_way(sessions: Sessions) -> None:
    put(sessions, "minh: one", "lan: one")
    with sessions.begin() as session:
        minh, lan = sending.claim(session, "ward", NOW, 2)
        assert sending.renew(session, [minh], NOW + 20 * SECOND) == {minh.id}
    later = NOW + LEASE + SECOND
    with sessions.begin() as session:
        assert sending.abandoned(session, "ward", later) == [lan]


def test_a_sender_whose_message_was_taken_over_is_told(sessions: Sessions) -> None:
    put(sessions, "minh: one")
    with sessions.begin() as session:
        (first,) = sending.claim(session, "ward", NOW)
        assert sending.is_claimed(session, first)
        sending.mark_retry(session, first.id, NOW, "interrupted")
        (second,) = sending.claim(session, "ward", NOW)
        assert sending.renew(session, [first], NOW) == set()
        assert sending.is_claimed(session, second)
        assert not sending.is_claimed(session, first)


def test_an_account_with_something_to_send_now_is_found_and_when_the_next_is_due(sessions: Sessions) -> None:
    put(sessions, "minh: one", "lan: one")
    claim(sessions)
    mark(sessions, "lan: one", "again", later=NOW + 17 * SECOND)
    with sessions() as session:
        assert sending.open_accounts(session, NOW) == []
        assert sending.open_accounts(session, NOW + 17 * SECOND) == ["ward"]
        assert sending.open_accounts(session, NOW + LEASE + SECOND) == ["ward"]
        assert sending.next_due(session, "ward") == NOW + 17 * SECOND
        assert sending.next_due(session, "another") is None


def test_a_chat_that_moved_takes_its_waiting_messages_along(sessions: Sessions) -> None:
    put(sessions, "old: one", "old: two")
    claim(sessions, 1)
    mark(sessions, "old: one", "sent")
    with sessions.begin() as session:
        outbox.move_chat(session, Address("telegram", "ward", "old"), "new")
    with sessions.begin() as session:
        (one,) = sending.claim(session, "ward", NOW)
    assert one.message.address.chat == "new"


def test_a_reply_finds_what_the_message_was_about(sessions: Sessions) -> None:
    with sessions.begin() as session:
        message = Outgoing(Address("telegram", "ward", "7"), "Nhắc")
        outbox_id = outbox.put(session, message, key="k", kind="reminder", now=NOW, items=("CT05", "CT06"))
        sending.mark_sent(session, outbox_id, "m88", NOW)
    with sessions() as session:
        assert outbox.about(session, "ward", "7", "m88") == ["CT05", "CT06"]
        assert outbox.about(session, "ward", "8", "m88") == []
        assert outbox.last_about(session, "ward", "7", NOW - SECOND) == (["CT05", "CT06"], "reminder")
        assert outbox.last_about(session, "ward", "7", NOW + SECOND) == ([], "")


def test_two_senders_at_the_same_moment_take_different_chats(postgres_sessions: Sessions) -> None:
    sessions = postgres_sessions
    put(sessions, "minh: one", "minh: two", "lan: one")
    with sessions.begin() as first, sessions.begin() as second:
        assert [one.message.text for one in sending.claim(first, "ward", NOW, 1)] == ["minh: one"]
        assert [one.message.text for one in sending.claim(second, "ward", NOW, 9)] == ["lan: one"]
    assert state_of(sessions, "minh: two") == "waiting"


def test_when_codes_change_what_was_said_is_about_the_same_items(sessions: Sessions) -> None:
    said = {"two": ["NV-005", "CT01"], "gone": ["NV-002"], "other": ["CT01"]}
    with sessions.begin() as session:
        ward = Ward(code="ngo-quyen", name="Phường Ngô Quyền")
        session.add(ward)
        session.flush()
        for key, items in said.items():
            message = Outgoing(Address("telegram", "ward", key), key)
            outbox.put(session, message, key=key, kind="reply", now=NOW, ward_id=ward.id, items=items)
        outbox.point_anew(session, ward.id, NOW - SECOND, {"NV-005": "NV-007", "NV-002": None})
        about = {key: outbox.last_about(session, "ward", key, NOW)[0] for key in said}
        assert about == {"two": ["NV-007", "CT01"], "gone": [], "other": ["CT01"]}
        outbox.point_anew(session, ward.id, NOW + SECOND, {"CT01": "CT09"})
        assert outbox.last_about(session, "ward", "other", NOW)[0] == ["CT01"]
