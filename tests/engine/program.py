"""The real program as a process of its own, on a filled database, beside a stand-in of Telegram."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.commands.sample_ward import fill, sample_office
from bot.domain.message import Address
from bot.domain.workdays import WARD_ZONE
from db import people, schema
from db.invitations import invite
from db.models import Figure, Inbox, Item, Person
from db.session import Sessions, make_sessions, open_engine
from tests.standin.telegram import Account

ROOT = Path(__file__).parent.parent.parent
TOKEN = "42:abcdefghijklmnopqrstuvwxyz0123456789"
ACCOUNT = "telegram"
LOADED = datetime(2026, 11, 15, 19, 30, tzinfo=WARD_ZONE)
MORNING = "2026-11-16T07:30:00"
"""A Monday on which digests go out."""


def filled(url: str) -> Sessions:
    """A migrated database with the sample ward in it, where nobody is linked yet."""
    engine = open_engine(url)
    schema.upgrade(engine)
    sessions = make_sessions(engine)
    fill(sessions, sample_office(), LOADED)
    return sessions


def link(sessions: Sessions, chats: dict[str, int], account: str = ACCOUNT) -> None:
    """Link people, by their codes, to Telegram chats."""
    with sessions.begin() as session:
        for code, chat in chats.items():
            link_one(session, code, chat, account)


def link_one(session: Session, code: str, chat: int, account: str = ACCOUNT) -> None:
    """Link one more chat to a person."""
    person = session.scalars(select(Person).where(Person.code == code)).one()
    people.link(session, Address("telegram", account, str(chat)), person.ward_id, person.id, LOADED)


def code_for(sessions: Sessions, code: str) -> str:
    """An invitation code for a person."""
    with sessions.begin() as session:
        person = session.scalars(select(Person).where(Person.code == code)).one()
        return invite(session, person.ward_id, person.id, LOADED, 14)


def figures(sessions: Sessions, key: str) -> list[str]:
    """What people reported on an item in chat, in order."""
    with sessions() as session:
        statement = (
            select(Figure.value)
            .join(Item, Item.id == Figure.item_id)
            .where(Item.key == key, Figure.inbox_id.is_not(None))
            .order_by(Figure.id)
        )
        return [str(value) for value in session.scalars(statement)]


def unhandled(sessions: Sessions) -> int:
    """How many messages of the inbox are not handled, or failed."""
    with sessions() as session:
        return session.scalar(select(func.count()).select_from(Inbox).where(Inbox.state != "done")) or 0


class Program:
    """`python -m bot run`, started and ended as often as a test wants."""

    def __init__(self, url: str, bot: Account, api_base: str, log: Path, module: str = "bot") -> None:
        self._command = [sys.executable, "-m", module, "run"]
        self._environment = os.environ | {
            "DATABASE_URL": url,
            "TELEGRAM_TOKEN": bot.token,
            "TELEGRAM_API_BASE": api_base,
        }
        self._bot = bot
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, now: str = MORNING, *, alone: bool = True, **environment: str) -> None:
        """Start it with its clock at `now`; where it is alone, return when it has found its bot or died."""
        seen = self._bot.count("getMe")
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self._environment | {"BOT_NOW": now} | environment,
                stdout=log,
                stderr=log,
            )
        patience = 400 if alone else 0
        while patience and self._bot.count("getMe") == seen and not self.ends_within(0.05):
            patience -= 1
        assert self._process.poll() in {None, -signal.SIGKILL}, self.log

    @property
    def _ended(self) -> bool:
        return self._process is not None and self._process.poll() is not None

    @property
    def pid(self) -> int:
        """The process's number."""
        assert self._process is not None
        return self._process.pid

    @property
    def log(self) -> str:
        """What it has written so far."""
        return self._log.read_text(encoding="utf-8")

    def ends_within(self, seconds: float) -> bool:
        """Wait until it ends by itself; False when it goes on."""
        assert self._process is not None
        try:
            self._process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(timeout=10)

    def pause(self) -> None:
        """Let it stand still, as an overloaded or sleeping machine does."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """End the pause."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def stop(self, within: float = 10.0) -> int:
        """Ask it to end (SIGTERM); its exit code. TimeoutExpired where it takes longer."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout=within)

    def end(self) -> None:
        """Leave nothing running, whatever happened."""
        if self._process is not None and not self._ended:
            self.kill()
