"""The two doors: what happens behind one is one transaction, and what fails leaves nothing half done."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import OperationalError

from bot.app import App
from bot.channels import Ability, SendError
from bot.clock import SetClock
from bot.commands.sample_ward import ACCOUNT, WARD, link_people, sample_office
from bot.domain.message import Address, Incoming
from bot.domain.workdays import WARD_ZONE
from bot.lost_chats import lose_chat
from db import audit, people, pulse, ward_view
from db.models import Audit, Figure, Inbox, Outbox, Reminder
from db.session import Sessions
from handlers import router
from handlers.texts.reporting import work
from handlers.turn import Reply, Turn, UserError
from tests.engine.test_sender import Platform, Work, send_all
from tests.wards import fill

CHANNEL = "sample"
MORNING = datetime(2026, 11, 16, 7, 30, tzinfo=WARD_ZONE)
LOADED = MORNING - timedelta(hours=12)


def make(sessions: Sessions, out: Path, *, shared: bool = False) -> App:
    return App(
        sessions=sessions,
        offices={WARD: sample_office()},
        accounts={ACCOUNT: WARD},
        abilities={CHANNEL: Ability(buttons=True, files=True, edit=True, max_text=4096)},
        clock=SetClock(MORNING),
        out=out,
        shared=shared,
    )


@pytest.fixture
def app(sessions: Sessions, tmp_path: Path) -> App:
    fill(sessions, sample_office(), LOADED)
    link_people(sessions, LOADED, CHANNEL, ["minh", "lan"])
    return make(sessions, tmp_path)


def said(key: str, words: str, chat: str = "minh") -> Incoming:
    return Incoming(key, Address(CHANNEL, ACCOUNT, chat), chat, MORNING, text=words, message_id=key)


def hear(app: App, *messages: Incoming) -> None:
    app.accept(ACCOUNT, messages)
    app.receive_waiting()


def values(app: App) -> list[str]:
    """What people reported in chat."""
    with app.sessions() as session:
        rows = session.scalars(select(Figure).where(Figure.inbox_id.is_not(None)).order_by(Figure.id))
        return [str(row.value) for row in rows]


def replies(app: App, chat: str = "minh") -> list[str]:
    with app.sessions() as session:
        return list(session.scalars(select(Outbox.text).where(Outbox.chat == chat).order_by(Outbox.id)))


def states(app: App) -> list[str]:
    with app.sessions() as session:
        return list(session.scalars(select(Inbox.state).order_by(Inbox.id)))


class Trouble:
    """Makes the audit of one value fail: by then its figure has been written."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, value: str, error: Exception) -> None:
        note = audit.note

        def fail(*args: object, **fields: object) -> None:
            if fields.get("after") == value:
                raise error
            note(*args, **fields)  # type: ignore[arg-type]

        monkeypatch.setattr(audit, "note", fail)


def test_who_floods_the_assistant_waits_for_himself(app: App) -> None:
    flood = [said(f"f{number}", f"tin {number}", chat="stranger") for number in range(30)]
    app.accept(ACCOUNT, [*flood, said("u1", "bhxh tn 201")])
    waiting = app.waiting()
    assert len(waiting) == 2
    app.receive(waiting[0])
    app.receive(waiting[1])
    assert values(app) == ["201"]
    assert app.receive_waiting() == 29
    assert "new" not in states(app)


def test_a_message_that_comes_again_is_answered_once(app: App) -> None:
    hear(app, said("u1", "bhxh tn 201"), said("u1", "bhxh tn 201"))
    hear(app, said("u1", "bhxh tn 201"))
    assert values(app) == ["201"]
    assert len(replies(app)) == 1


def test_a_bug_leaves_nothing_half_done_and_one_apology_with_a_reference(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    Trouble(monkeypatch, "201", RuntimeError("a bug"))
    hear(app, said("u1", "bhxh tn 201"), said("u2", "bhxh tn 205"), said("u3", "viec", chat="lan"))
    assert states(app) == ["failed", "done", "done"]
    assert values(app) == ["205"]
    with app.sessions() as session:
        failed = session.scalars(select(Inbox).where(Inbox.state == "failed")).one()
        assert session.scalars(select(Audit).where(Audit.inbox_id == failed.id)).all() == []
    apology, receipt = replies(app)
    assert failed.error
    assert failed.error in apology
    assert "205" in receipt
    assert len(replies(app, "lan")) == 1


def test_an_apology_is_not_repeated(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    Trouble(monkeypatch, "201", RuntimeError("a bug"))
    hear(app, said("u1", "bhxh tn 201"))
    hear(app, said("u1", "bhxh tn 201"))
    app.receive(1)
    assert len(replies(app)) == 1


def test_what_a_person_must_mend_takes_back_what_was_written(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = router.answer

    def refuse(turn: Turn) -> Sequence[Reply]:
        answer(turn)
        raise UserError("Đề nghị gửi lại.")

    monkeypatch.setattr(router, "answer", refuse)
    hear(app, said("u1", "bhxh tn 201"))
    assert (states(app), values(app)) == (["done"], [])
    assert replies(app) == ["Đề nghị gửi lại."]


def test_a_message_that_makes_no_sense_to_the_machine_is_marked_and_holds_up_nobody(app: App) -> None:
    app.accept(ACCOUNT, [said("u1", "bhxh tn 201"), said("u2", "bhyt 99,8")])
    with app.sessions.begin() as session:
        session.get_one(Inbox, 1).payload = {"no": "message"}
    app.receive_waiting()
    assert states(app) == ["failed", "done"]
    assert values(app) == ["99.8"]


def test_while_the_database_is_in_trouble_a_message_waits(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    with monkeypatch.context() as patched:
        Trouble(patched, "201", OperationalError("INSERT", {}, full))
        app.accept(ACCOUNT, [said("u1", "bhxh tn 201")])
        with pytest.raises(OperationalError):
            app.receive(1)
        assert (states(app), values(app), replies(app)) == (["new"], [], [])
    app.receive_waiting()
    assert (states(app), values(app), len(replies(app))) == (["done"], ["201"], 1)


def test_a_tick_says_each_thing_once_however_often_and_by_whomever_it_is_felt(
    app: App, tmp_path: Path
) -> None:
    other = make(app.sessions, tmp_path)
    assert app.tick() == 2
    assert other.tick() == 0
    assert app.tick() == 0
    assert len(replies(app)) == len(replies(app, "lan")) == 1


def test_two_processes_that_decide_at_the_same_moment_send_once(app: App, tmp_path: Path) -> None:
    """Each has seen that the digests are owed before the other has written them down."""
    other = make(app.sessions, tmp_path)
    office = app.offices[WARD]
    seen = [each.ticks._decisions(WARD, office, MORNING) for each in (app, other)]
    assert seen[0] == seen[1] != []
    for each, decisions in zip((app, other), seen, strict=True):
        each.ticks._decisions = lambda *_args, found=decisions: found  # type: ignore[method-assign]
        each.tick()
    with app.sessions() as session:
        recipients = list(session.scalars(select(Reminder.recipient).order_by(Reminder.recipient)))
    assert len(recipients) == len(set(recipients))
    assert len(replies(app)) == len(replies(app, "lan")) == 1


def test_processes_that_feel_the_same_minute_share_the_wards(app: App, tmp_path: Path) -> None:
    """The first to come has the ward for this minute; had it died there, another has it in the next."""
    here, other = (make(app.sessions, tmp_path, shared=True) for _process in range(2))
    here.ticks._decisions = lambda *_args: []  # type: ignore[method-assign]
    assert here.tick() == 0
    assert other.tick() == 0
    other.clock.set(MORNING + timedelta(minutes=1))  # type: ignore[attr-defined]
    assert other.tick() == 2
    with app.sessions() as session:
        assert pulse.last(session, "tick") == MORNING + timedelta(minutes=1)


def test_one_reminder_that_fails_does_not_hold_up_the_others(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = work.digest

    def fail(person: object, *args: object) -> str:
        if person.code == "minh":  # type: ignore[attr-defined]
            raise RuntimeError("a bug")
        return digest(person, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "digest", fail)
    assert app.tick() == 1
    assert replies(app) == []
    monkeypatch.setattr(work, "digest", digest)
    assert app.tick() == 1
    assert len(replies(app)) == len(replies(app, "lan")) == 1


def test_the_first_message_does_not_wait_for_the_names_of_the_plan(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.tick()
    monkeypatch.setattr(ward_view, "_catalogue_of", None)
    hear(app, said("m1", "bhxh tn 201"))
    assert values(app) == ["201"]


def test_a_machine_that_was_off_is_late_and_does_not_flood(app: App) -> None:
    app.clock.set(MORNING + timedelta(days=2, hours=3))  # type: ignore[attr-defined]
    app.tick()
    assert len(replies(app)) == 1


def test_a_chat_that_is_gone_is_told_to_the_clerk_once(app: App) -> None:
    app.tick()
    for _ in range(2):
        lose_chat(app, Address(CHANNEL, ACCOUNT, "minh"), "blocked")
    told = [text for text in replies(app, "lan") if "Bùi Đức Minh" in text]
    assert len(told) == 1
    with app.sessions() as session:
        assert set(session.scalars(select(Outbox.state).where(Outbox.chat == "minh"))) == {"failed"}


def test_what_waited_for_a_chat_that_is_gone_goes_to_the_persons_other_one(app: App) -> None:
    app.tick()
    with app.sessions.begin() as session:
        lost = people.chat_of(session, Address(CHANNEL, ACCOUNT, "minh"))
        assert lost is not None
        people.link(session, Address(CHANNEL, ACCOUNT, "second"), lost.ward_id, lost.person_id, LOADED)
    waiting = replies(app)
    lose_chat(app, Address(CHANNEL, ACCOUNT, "minh"), "blocked")
    assert replies(app, "second") == waiting


def test_the_message_by_which_a_chat_is_found_gone_goes_to_the_persons_other_one_too(app: App) -> None:
    app.tick()
    with app.sessions.begin() as session:
        lost = people.chat_of(session, Address(CHANNEL, ACCOUNT, "minh"))
        assert lost is not None
        people.link(session, Address(CHANNEL, ACCOUNT, "second"), lost.ward_id, lost.person_id, LOADED)
    waiting = replies(app)

    with app.sessions.begin() as session:
        session.execute(delete(Outbox).where(Outbox.chat != "minh"))
    platform = Platform(SendError("blocked", permanent=True))
    platform.account = ACCOUNT
    send_all(app, platform, Work())
    assert replies(app, "second") == waiting
    assert len(waiting) == 1
