"""A ward in which anything can be sent from anywhere: what the tests of security have in common."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from bot.app import App
from bot.channels import Ability
from bot.clock import SetClock
from bot.commands.sample_ward import ACCOUNT, WARD, link_people, sample_office
from bot.domain.message import Address, Incoming
from bot.domain.workdays import WARD_ZONE
from db import people
from db.models import Audit, Figure, Inbox, Outbox, Person, Role, Ward
from db.session import Sessions
from tests.wards import fill

CHANNEL = "sample"
NOON = datetime(2026, 11, 16, 10, 0, tzinfo=WARD_ZONE)


class Room:
    """The App, its people (each in a chat named by the own code), and what it says to whom."""

    def __init__(self, sessions: Sessions, out: Path, *, a_minute: int = 100_000) -> None:
        self.sessions = sessions
        self.clock = SetClock(NOON)
        office = sample_office()
        self.app = App(
            sessions=sessions,
            offices={WARD: replace(office, rules=replace(office.rules, messages_a_minute=a_minute))},
            accounts={ACCOUNT: WARD},
            abilities={CHANNEL: Ability(buttons=True, files=True, edit=True, max_text=4096)},
            clock=self.clock,
            out=out,
        )
        fill(sessions, office, NOON - timedelta(days=1))
        link_people(sessions, NOON - timedelta(days=1), CHANNEL)
        self._keys = 0
        self._shown = 0

    def say(self, chat: str, text: str = "", **more: object) -> list[str]:
        """Somebody sends a message; return what the bot says in that chat."""
        self._keys += 1
        message = Incoming(
            f"u{self._keys}",
            Address(CHANNEL, ACCOUNT, chat),
            chat,
            self.clock.now(),
            text=text,
            message_id=f"m{self._keys}",
        )
        return [words for to, words in self.send(replace(message, **more)) if to == chat]  # type: ignore[arg-type]

    def send(self, *messages: Incoming) -> list[tuple[str, str]]:
        """Messages come in and are handled; return what the bot says, by chat."""
        self.app.accept(ACCOUNT, messages)
        self.app.receive_waiting()
        return self.heard()

    def heard(self) -> list[tuple[str, str]]:
        """What has come into the outbox since the last call."""
        with self.sessions() as session:
            rows = session.scalars(select(Outbox).where(Outbox.id > self._shown).order_by(Outbox.id)).all()
        self._shown = rows[-1].id if rows else self._shown
        return [(row.chat, row.text) for row in rows]

    def button(self, chat: str, label: str) -> str:
        """What a button of the newest message that has it would send."""
        with self.sessions() as session:
            rows = session.scalars(select(Outbox).where(Outbox.chat == chat).order_by(Outbox.id.desc()))
            return next(
                str(data) for row in rows for shown, data in row.choices if str(shown).startswith(label)
            )

    def press(self, chat: str, data: str, *, group: bool = False) -> list[str]:
        """Somebody's client sends the data of a button, shown to him or not."""
        return self.say(chat, choice=data, group=group)

    # --- what the ward does to people --------------------------------------------------------------

    def take_role(self, code: str, role: str, *, leave: str) -> None:
        """A person loses a role, and has at least another one, as loading a list does it."""
        with self.sessions.begin() as session:
            person = session.scalars(select(Person).where(Person.code == code)).one()
            person.roles = [one for one in person.roles if one.name not in {role, leave}]
            session.flush()
            person.roles.append(Role(name=leave))
            session.scalars(select(Ward)).one().revision += 1

    def dismiss(self, code: str) -> None:
        """A person is taken off the list."""
        with self.sessions.begin() as session:
            session.scalars(select(Person).where(Person.code == code)).one().active = False
            session.scalars(select(Ward)).one().revision += 1

    def cut(self, code: str) -> None:
        """Every chat of a person is cut off."""
        with self.sessions.begin() as session:
            person = session.scalars(select(Person).where(Person.code == code)).one()
            people.cut(session, person.id, self.clock.now())

    # --- what is in the database ---------------------------------------------------------------------

    def figures(self) -> int:
        """How many figures people have reported."""
        with self.sessions() as session:
            return session.scalars(select(func.count(Figure.id)).where(Figure.inbox_id.is_not(None))).one()

    def audited(self, action: str) -> int:
        """How often something was done."""
        with self.sessions() as session:
            return session.scalars(select(func.count(Audit.id)).where(Audit.action == action)).one()

    def states(self) -> dict[str, int]:
        """How many messages of the inbox are in each state."""
        with self.sessions() as session:
            return dict(Counter(session.scalars(select(Inbox.state))))
