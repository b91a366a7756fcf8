"""The words of messages are forgotten after a set time; figures, and how they came about, stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.domain.message import Address, Choice, Contact, Incoming, Outgoing
from db import inbox, invitations, outbox, questions, retention
from db.models import Figure, Inbox, Invitation, Outbox, Question, Ward
from db.session import Sessions, make_sessions, open_engine
from tests.keeping.conftest import NOW

HERE = Address("console", "console", "minh")
OLD = NOW - timedelta(days=91)


@pytest.fixture
def filled(url: str) -> Iterator[Sessions]:
    engine = open_engine(url)
    yield make_sessions(engine)
    engine.dispose()


def say(sessions: Sessions, key: str, at: datetime, *, state: str = "done", **more: object) -> None:
    message = Incoming(key, HERE, "minh", at, sender_name="Minh", message_id=key, **more)  # type: ignore[arg-type]
    with sessions.begin() as session:
        (row_id,) = inbox.store(session, [message], at)
        row = session.get(Inbox, row_id)
        assert row is not None
        row.state = state


def answer(
    sessions: Sessions, key: str, at: datetime, *, state: str = "sent", ward_id: int | None = 1
) -> None:
    with sessions.begin() as session:
        message = Outgoing(HERE, "Đã ghi nhận BHXH: 201", (Choice("Sửa", "/sua"),))
        put = outbox.put(session, message, key=key, kind="reply", now=at, ward_id=ward_id, items=["CT01"])
        session.get_one(Outbox, put).state = state


def forget(sessions: Sessions) -> int:
    return retention.forget_messages(sessions, 1, ["console"], NOW - timedelta(days=90))


def test_the_words_of_old_messages_are_forgotten_and_of_new_ones_kept(filled: Sessions) -> None:
    say(filled, "old", OLD, text="bhxh 201", contact=Contact("0912345678", own=True), choice="q1.1")
    say(filled, "new", NOW - timedelta(days=89), text="bhxh 202")
    answer(filled, "old", OLD)
    answer(filled, "held", OLD, state="held")
    answer(filled, "new", NOW - timedelta(days=89))
    assert forget(filled) == 3
    with filled() as session:
        came = {row.key: row.payload for row in session.scalars(select(Inbox))}
        went = {row.key: row for row in session.scalars(select(Outbox))}
    assert not came["old"].keys() & set(inbox.WORDS)
    assert inbox.from_payload(came["old"]).message_id == "old"
    assert came["new"]["text"] == "bhxh 202"
    assert (went["old"].text, went["old"].choices, went["old"].items) == ("", [], ["CT01"])
    assert went["new"].text == "Đã ghi nhận BHXH: 201"


def test_a_second_night_finds_nothing_more_to_forget(filled: Sessions) -> None:
    say(filled, "old", OLD, text="bhxh 201")
    answer(filled, "old", OLD)
    assert (forget(filled), forget(filled)) == (2, 0)


def test_an_apology_is_of_no_ward_and_forgotten_with_its_account(filled: Sessions) -> None:
    answer(filled, "apology:1", OLD, ward_id=None)
    assert retention.forget_messages(filled, 1, ["le-loi"], NOW) == 0
    assert forget(filled) == 1


def test_many_messages_are_forgotten_in_small_transactions(
    filled: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 3)
    for number in range(10):
        say(filled, f"old{number}", OLD, text="bhxh 201")
    assert forget(filled) == 10


def test_what_is_still_to_be_handled_or_sent_is_left_alone(filled: Sessions) -> None:
    say(filled, "waiting", OLD, state="new", text="bhxh 201")
    answer(filled, "waiting", OLD, state="waiting")
    assert forget(filled) == 0


def test_another_wards_messages_are_left_alone(filled: Sessions) -> None:
    say(filled, "old", OLD, text="bhxh 201")
    answer(filled, "old", OLD)
    with filled.begin() as session:
        other = Ward(code="le-loi", name="Phường Lê Lợi")
        session.add(other)
        session.flush()
        number = other.id
    assert retention.forget_messages(filled, number, ["le-loi"], NOW) == 0


def test_figures_stay_with_their_message(filled: Sessions) -> None:
    with filled.begin() as session:
        row = session.get(Inbox, 1)
        assert row is not None
        row.received_at, row.state = OLD, "done"
        before = [(one.value, one.at, one.inbox_id) for one in session.scalars(select(Figure))]
    assert forget(filled) == 1
    with filled() as session:
        assert [(one.value, one.at, one.inbox_id) for one in session.scalars(select(Figure))] == before


def test_old_questions_go_but_never_the_newest_whose_number_must_not_come_again(filled: Sessions) -> None:
    def ask(at: datetime) -> int:
        with filled.begin() as session:
            asked = questions.ask(
                session, HERE, ward_id=1, person_id=1, kind="report", payload={}, choices=(), now=at, hours=48
            )
            return asked.id

    first, second = ask(OLD), ask(OLD)
    assert retention.forget_questions(filled, NOW) == 1
    assert ask(NOW) == second + 1
    assert retention.forget_questions(filled, NOW) == 1
    recent = ask(NOW - timedelta(days=30))
    assert retention.forget_questions(filled, NOW) == 0
    with filled() as session:
        left = set(session.scalars(select(Question.id)))
    assert first not in left
    assert recent in left


def test_used_and_expired_codes_are_forgotten_and_good_ones_kept(filled: Sessions) -> None:
    with filled.begin() as session:
        invitations.invite(session, 1, 1, OLD, 14)
        used = invitations.invite(session, 1, 2, OLD, 365)
        assert not isinstance(
            invitations.redeem(session, used, 1, HERE, OLD, group=False), invitations.Refusal
        )
        invitations.invite(session, 1, 3, OLD, 365)
        invitations.invite(session, 1, 4, NOW - timedelta(days=20), 14)
    assert retention.forget_codes(filled, NOW) == 2
    with filled() as session:
        assert set(session.scalars(select(Invitation.person_id))) == {3, 4}


def test_a_file_is_deleted_when_everybody_has_it_and_it_is_old(filled: Sessions, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    kept = {"operators.xlsx", "new.xlsx", "waits.xlsx", "shared.xlsx"}
    for name in ("old.xlsx", "held.xlsx", *kept):
        (out / name).write_text("x")
    elsewhere = tmp_path / "elsewhere.xlsx"
    elsewhere.write_text("x")

    def hand_over(file: Path, at: datetime, state: str = "sent") -> None:
        key = f"{file.name}{at}"
        answer(filled, key, at, state=state)
        with filled.begin() as session:
            session.execute(update(Outbox).where(Outbox.key == key).values(document=str(file)))

    for name, state in (("old", "sent"), ("held", "held"), ("waits", "waiting"), ("shared", "sent")):
        hand_over(out / f"{name}.xlsx", OLD, state)
    hand_over(out / "new.xlsx", NOW - timedelta(days=13))
    hand_over(out / "shared.xlsx", NOW - timedelta(days=1))
    hand_over(elsewhere, OLD)
    assert retention.forget_files(filled, out, NOW) == 2
    assert {file.name for file in out.iterdir()} == kept
    assert elsewhere.exists()
    assert retention.forget_files(filled, out, NOW) == 0
