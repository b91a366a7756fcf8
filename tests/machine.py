"""A ward's assistant on a machine that is switched off, loses its network, or has a wrong clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.app import App
from bot.channels import Ability
from bot.clock import SetClock
from bot.commands.sample_ward import ACCOUNT, WARD, link_people, sample_office
from bot.domain.message import Address, Incoming
from bot.domain.workdays import WARD_ZONE
from db import sending
from db.models import Figure, Item, Outbox
from db.session import Sessions
from tests.wards import fill

CHANNEL = "sample"
MINUTE = timedelta(minutes=1)


def at(text: str) -> datetime:
    """ "16/11/2026 07:30"."""
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=WARD_ZONE)


class Machine:
    """The App, its platform that keeps messages for a day, and what has arrived at whom."""

    def __init__(
        self,
        sessions: Sessions,
        out: Path,
        loaded: str,
        people: Iterable[str] = ("minh", "lan", "hung"),
        keeps: timedelta = timedelta(hours=24),
    ) -> None:
        self.sessions = sessions
        self.clock = SetClock(at(loaded))
        office = replace(sample_office(), accounts=(ACCOUNT,))
        self.app = App(
            sessions=sessions,
            offices={WARD: office},
            accounts={ACCOUNT: WARD},
            abilities={CHANNEL: Ability(buttons=True, files=True, edit=True, max_text=4096, keeps=keeps)},
            clock=self.clock,
            out=out,
            keeps={ACCOUNT: keeps},
        )
        fill(sessions, office, at(loaded))
        link_people(sessions, at(loaded), CHANNEL, people)
        self.arrived: list[tuple[str, str]] = []
        self._keys = 0

    def said(self, chat: str, text: str, when: str, key: str | None = None) -> Incoming:
        """A message as the platform has it."""
        self._keys += 1
        number = key or str(self._keys)
        return Incoming(
            f"u{number}", Address(CHANNEL, ACCOUNT, chat), chat, at(when), text=text, message_id=f"m{number}"
        )

    def poll(self, when: str, *messages: Incoming) -> None:
        """The platform answers at a moment."""
        self.clock.set(at(when))
        self.app.accept(ACCOUNT, messages)

    def tick(self, when: str, *, sends: bool = True) -> list[tuple[str, str]]:
        """The clock beats; return what arrives then, to whom (nothing without a network)."""
        self.clock.set(at(when))
        self.app.tick()
        return self.send() if sends else []

    def handle(self) -> list[tuple[str, str]]:
        """What waits in the inbox is handled; return what arrives."""
        self.app.receive_waiting()
        return self.send()

    def send(self) -> list[tuple[str, str]]:
        """Send what may go out now."""
        now, begun = self.clock.now(), len(self.arrived)
        while True:
            with self.sessions.begin() as session:
                unasked = self.app.may_interrupt(session, ACCOUNT, now)
                claims = sending.claim(session, ACCOUNT, now, 50, unasked=unasked)
                for claim in claims:
                    sending.mark_sent(session, claim.id, f"b{claim.id}", now)
                    self.arrived.append((claim.message.address.chat, claim.message.text))
            if not claims:
                return self.arrived[begun:]

    def states(self, kind: str = "reminder") -> list[str]:
        """What has become of the messages of a kind."""
        with self.sessions() as session:
            return list(session.scalars(select(Outbox.state).where(Outbox.kind == kind).order_by(Outbox.id)))

    def figures(self, key: str) -> list[Figure]:
        """What was reported on an item in chat."""
        with self.sessions() as session:
            reported = (Item.key == key) & Figure.inbox_id.is_not(None)
            return list(session.scalars(select(Figure).join(Item).where(reported).order_by(Figure.id)))
