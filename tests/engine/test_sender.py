"""A database in trouble is waited for; what was sent meanwhile is written down, not sent again."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from bot.app import App
from bot.channels import Ability, Accept, Ready, SendError, at_once
from bot.clock import SetClock
from bot.domain.message import Address, Command, Outgoing
from bot.domain.workdays import WARD_ZONE
from bot.engine import patience, sender
from bot.engine.patience import patiently
from bot.engine.sender import Sender
from db import outbox, sending
from db.models import Outbox
from db.session import Sessions

NOW = datetime(2026, 11, 16, 7, 30, tzinfo=WARD_ZONE)


def trouble(code: int) -> OperationalError:
    error = sqlite3.OperationalError("in trouble")
    error.sqlite_errorcode = code
    return OperationalError("COMMIT", {}, error)


FULL, AWAY = trouble(sqlite3.SQLITE_FULL), trouble(sqlite3.SQLITE_IOERR)


class Platform:
    """A channel that takes everything down; the first messages meet these errors."""

    name = "sample"
    account = "ward"
    ability = Ability(buttons=True, files=True, edit=True, max_text=4096)

    def __init__(self, *errors: SendError) -> None:
        self.taken: list[str] = []
        self._errors = list(errors)

    async def open(self) -> None: ...

    async def close(self) -> None: ...

    async def receive(self, accept: Accept) -> None: ...

    async def show_menu(self, commands: Sequence[Command], chat: str | None = None) -> None: ...

    async def fetch(self, file_id: str, limit: int, /) -> bytes:
        raise SendError("no_files", rejected=True)

    async def send(self, message: Outgoing, ready: Ready = at_once) -> str | None:
        await ready()
        self.taken.append(message.text)
        if self._errors:
            raise self._errors.pop(0)
        return f"m{len(self.taken)}"


class Work:
    """Runs at once; the given errors come instead of the given calls (counted from 1)."""

    def __init__(self, errors: dict[int, Exception] | None = None) -> None:
        self._errors = errors or {}
        self._calls = 0

    async def __call__(self, function: Callable[..., Any], *args: Any) -> Any:
        self._calls += 1
        if error := self._errors.get(self._calls):
            raise error
        return function(*args)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(sender, "IDLE", 0.01)


@pytest.fixture
def app(sqlite_sessions: Sessions, tmp_path: Path) -> App:
    return App(sqlite_sessions, {}, {"ward": "nobody"}, {}, SetClock(NOW), tmp_path)


def put(app: App, *texts: str, kind: str = "reply") -> None:
    """Put messages in: "minh: one" goes to the chat minh, with its text as key."""
    with app.sessions.begin() as session:
        for text in texts:
            message = Outgoing(Address("sample", "ward", text.split(":")[0]), text)
            outbox.put(session, message, key=text, kind=kind, now=NOW)


def states(app: App) -> list[str]:
    with app.sessions() as session:
        return list(session.scalars(select(Outbox.state).order_by(Outbox.id)))


def send_all(app: App, platform: Platform, work: Work) -> None:
    one = Sender(app, platform, work)
    one.drain()
    asyncio.run(asyncio.wait_for(one.run(), timeout=10))


def test_a_full_disk_is_told_in_one_sentence_and_waited_for() -> None:
    work = Work({1: FULL, 2: FULL})
    with capture_logs() as logs:
        assert asyncio.run(patiently(work, lambda: "done")) == "done"
    assert [entry["event"] for entry in logs] == [
        "the disk of the database is full: make room, nothing is lost meanwhile"
    ] * 2


def test_a_fault_of_the_program_is_not_waited_for() -> None:
    with pytest.raises(ValueError, match="a bug"):
        asyncio.run(patiently(Work({1: ValueError("a bug")}), lambda: "done"))


def test_what_was_sent_while_the_database_was_away_is_not_sent_again(app: App) -> None:
    put(app, "minh: one", "minh: two", "lan: one")
    platform = Platform()
    send_all(app, platform, Work({3: AWAY, 4: FULL, 6: AWAY}))
    assert sorted(platform.taken) == ["lan: one", "minh: one", "minh: two"]
    assert states(app) == ["sent"] * 3


def test_what_a_dead_program_had_under_way_goes_out_and_a_document_is_held(app: App) -> None:
    put(app, "minh: one", "lan: one")
    put(app, "hung: file", kind="document")
    with app.sessions.begin() as session:
        sending.claim(session, "ward", NOW, 9)
    platform = Platform()
    send_all(app, platform, Work())
    assert sorted(platform.taken) == ["lan: one", "minh: one"]
    assert states(app) == ["sent", "sent", "held"]


def test_a_chat_that_cannot_be_reached_now_holds_up_nobody_else(app: App) -> None:
    put(app, "minh: one", "lan: one", "lan: two")
    platform = Platform(SendError("flood", retry_after=60))
    send_all(app, platform, Work())
    assert states(app) == ["waiting", "sent", "sent"]


def test_an_account_that_has_sent_as_much_as_it_may_does_not_go_on_trying(app: App) -> None:
    put(app, "minh: one", "lan: one", "lan: two", "hung: one")
    platform = Platform(SendError("quota", quota=True))

    async def play() -> None:
        one = Sender(app, platform, Work())
        one.drain()
        await one.run()
        put(app, "minh: two")
        await one.run()
        assert len(platform.taken) == 1
        assert states(app) == ["waiting"] * 5
        app.clock.set(NOW.replace(hour=9))  # type: ignore[attr-defined]
        await one.run()

    asyncio.run(asyncio.wait_for(play(), timeout=10))
    assert states(app) == ["sent"] * 5


def test_a_slow_answer_repeats_a_reminder_once_and_never_a_document(app: App) -> None:
    put(app, "minh: reminder", kind="reminder")
    put(app, "lan: file", kind="document")
    lost = SendError("network", maybe_sent=True)
    platform = Platform(lost, lost, lost)
    send_all(app, platform, Work())
    app.clock.set(NOW.replace(hour=9))  # type: ignore[attr-defined]
    send_all(app, platform, Work())
    app.clock.set(NOW.replace(hour=11))  # type: ignore[attr-defined]
    send_all(app, platform, Work())
    assert platform.taken.count("minh: reminder") == 2
    assert platform.taken.count("lan: file") == 1
    assert states(app) == ["failed", "held"]


def test_the_next_message_goes_when_it_is_written_down_that_the_last_one_went(app: App) -> None:
    written: list[int] = []

    class Watched(Platform):
        async def send(self, message: Outgoing, ready: Ready = at_once) -> str | None:
            await ready()
            written.append(states(app).count("sent"))
            return await super().send(message)

    put(app, *(f"person {number}: one" for number in range(6)))
    send_all(app, Watched(), Work({4: AWAY}))
    assert written == list(range(6))


def test_a_platform_that_does_not_answer_one_call_does_not_hold_up_the_others(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "HANGS", 0.01)
    others_sent = asyncio.Event()

    class Stuck(Platform):
        async def send(self, message: Outgoing, ready: Ready = at_once) -> str | None:
            await ready()
            if not self.taken:
                self.taken.append(message.text)
                await others_sent.wait()
                return "m1"
            if len(self.taken) == 2:
                others_sent.set()
            return await super().send(message)

    put(app, "minh: one", "lan: one", "hung: one")
    platform = Stuck()
    send_all(app, platform, Work())
    assert platform.taken == ["minh: one", "lan: one", "hung: one"]


def test_a_sender_that_stood_still_leaves_to_another_what_it_has_taken_over(app: App) -> None:
    put(app, "minh: one", "lan: one")
    other = Platform()

    class Paused(Platform):
        async def send(self, message: Outgoing, ready: Ready = at_once) -> str | None:
            if not other.taken:
                app.clock.set(app.clock.now() + sending.LEASE * 2)  # type: ignore[attr-defined]
                successor = Sender(app, other, Work(), alone=False)
                successor.drain()
                await successor.run()
            return await super().send(message, ready)

    paused = Paused()
    one = Sender(app, paused, Work(), alone=False)
    one.drain()
    asyncio.run(asyncio.wait_for(one.run(), timeout=10))
    assert sorted(other.taken) == ["lan: one", "minh: one"]
    assert paused.taken == []
    assert states(app) == ["sent", "sent"]


def test_while_others_may_send_too_nothing_is_taken_over_before_its_time(app: App) -> None:
    put(app, "minh: one")
    with app.sessions.begin() as session:
        sending.claim(session, "ward", NOW)
    platform = Platform()
    one = Sender(app, platform, Work(), alone=False)
    one.drain()
    asyncio.run(asyncio.wait_for(one.run(), timeout=10))
    assert platform.taken == []
    app.clock.set(NOW + sending.LEASE * 2)  # type: ignore[attr-defined]
    again = Sender(app, platform, Work(), alone=False)
    again.drain()
    asyncio.run(asyncio.wait_for(again.run(), timeout=10))
    assert platform.taken == ["minh: one"]


def test_a_platform_that_never_answers_is_sent_a_reply_twice_and_a_document_once(app: App) -> None:
    put(app, "minh: reply")
    put(app, "lan: file", kind="document")
    platform = Platform(*[SendError("network", maybe_sent=True)] * 9)
    for hour in range(8, 13):
        send_all(app, platform, Work())
        app.clock.set(NOW.replace(hour=hour))  # type: ignore[attr-defined]
    assert sorted(platform.taken) == ["lan: file", "minh: reply", "minh: reply"]
    assert states(app) == ["failed", "held"]
