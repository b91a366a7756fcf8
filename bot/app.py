"""The two doors: receive a message, feel a tick of the clock. Behind a door there is one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import structlog
from sqlalchemy.orm import Session

from bot.channels import Ability
from bot.clock import Clock
from bot.delivery import Delivery
from bot.domain import hygiene
from bot.domain.guard import guarded
from bot.domain.hygiene import Pace
from bot.domain.message import Incoming
from bot.domain.silence import said_at
from bot.ticks import Ticks
from bot.wards import Wards
from db import inbox, outbox, people, pulse, silences
from db.models import Chat, Inbox
from db.outage import outage
from db.session import Sessions
from db.ward_view import WardView
from handlers import guard, router, start
from handlers.texts import common
from handlers.turn import Office, Reply, Turn, UserError

log = structlog.get_logger()

SEEN_EVERY = timedelta(minutes=10)
"""How exactly "last seen" is kept: a row less to write for most messages."""
BEAT_EVERY = timedelta(seconds=20)
"""How exactly the last poll is kept."""


@dataclass
class App:
    """Giao ban itself, for all wards of an installation.

    `accounts` maps the name of a bot account to the code of its ward, `abilities` a channel to what it
    can do; `out` is the folder for files, `evidence` for photos and files of tasks; `nightly` is felt at each
    tick (bot.nightly). `keeps` is how long the platform of a bot account holds what nobody fetches; of those
    not named nothing can get lost. `shared`: other processes do the same work on the same database.
    """

    sessions: Sessions
    offices: Mapping[str, Office]
    accounts: Mapping[str, str]
    abilities: Mapping[str, Ability]
    clock: Clock
    out: Path
    evidence: Path | None = None
    nightly: Callable[[datetime], None] | None = None
    keeps: Mapping[str, timedelta] = field(default_factory=dict)
    shared: bool = False
    _pace: Pace = field(default_factory=Pace)
    _beats: dict[str, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._wards = Wards(self.offices, self.accounts)
        self.ticks = Ticks(self.sessions, self._wards, self.clock, self.delivery, self.out, self.shared)

    # --- the first door ---------------------------------------------------------------------------

    def accept(self, account: str, messages: Sequence[Incoming]) -> list[int]:
        """Commit messages to the inbox; after this the platform may be told "got it".

        What must not be kept (bot.domain.guard) never reaches the database.
        Return the ids of those that were new. None at all still says that the platform is there.
        """
        now = self.clock.now()
        clean = [cleaned for message in messages if (cleaned := hygiene.clean(message)) is not None]
        if len(clean) < len(messages):
            log.warning(
                "messages with impossible ids dropped", account=account, count=len(messages) - len(clean)
            )
        with self.sessions.begin() as session:
            self._hear(session, account, now)
            staff = partial(people.names, session, self.accounts.get(account, ""))
            return inbox.store(session, [guarded(message, staff) for message in clean], now)

    def _hear(self, session: Session, account: str, now: datetime) -> None:
        last = self._beats.get(account)
        if last is None or not timedelta(0) <= now - last < BEAT_EVERY:
            pulse.beat(session, f"poll:{account}", now)
            if account in self.keeps:
                silences.hear(session, account, now, self.keeps[account])
            self._beats[account] = now

    def waiting(self) -> list[int]:
        """The first message of each chat that is still to be handled, oldest first."""
        with self.sessions() as session:
            return inbox.waiting(session)

    def receive_waiting(self) -> int:
        """Handle what waits in the inbox; return how many messages that was."""
        handled = 0
        while done := sum(self.receive(inbox_id) for inbox_id in self.waiting()):
            handled += done
        return handled

    def receive(self, inbox_id: int) -> bool:
        """Handle one message of the inbox: its rows and its replies are committed together, or neither.

        False when it was handled already, or is to be handled after an earlier one of its chat.

        A message that cannot be handled is marked, and its sender told. When the database is the trouble the
        error rises, and the message waits.
        """
        now = self.clock.now()
        try:
            with self.sessions.begin() as session:
                row = inbox.take(session, inbox_id)
                if row is None:
                    return False
                inbox.settle(session, inbox_id, self._handle(session, row, now), now)
        except Exception as error:
            if outage(error) is not None:
                raise
            reference = secrets.token_hex(3).upper()
            log.exception("message failed", inbox=inbox_id, reference=reference)
            self._apologise(inbox_id, reference, now)
        return True

    def _handle(self, session: Session, row: Inbox, now: datetime) -> str:
        """Answer a message; return what has become of it."""
        message = inbox.from_payload(row.payload)
        code = self.accounts[message.address.account]
        office = self.offices[code]
        ward = self._wards.get(session, code, now)
        chat = people.chat_of(session, message.address)
        person = ward.people.get(chat.person_id or 0) if chat and not chat.cut_at else None
        delivery = self.delivery(session, ward, now)
        here = message.address
        pace = self._pace.admit((here.account, here.chat), row.received_at, office.rules.messages_a_minute)
        if pace == "yes":
            replies = self._replies(session, row, message, now, office, ward, chat)
            replies = guard.with_notice(replies, message, person)
        else:
            tell = pace == "tell" and not message.group
            replies = [Reply(common.too_fast(office.rules.messages_a_minute))] if tell else []
        for place, reply in enumerate(replies):
            delivery.put(
                reply,
                key=f"reply:{row.id}:{place}",
                kind=_kind(reply),
                here=here,
                person_id=person.id if person else None,
            )
        return "done" if pace == "yes" else "too_fast"

    def _replies(
        self,
        session: Session,
        row: Inbox,
        message: Incoming,
        now: datetime,
        office: Office,
        ward: WardView,
        chat: Chat | None,
    ) -> Sequence[Reply]:
        person = ward.people.get(chat.person_id or 0) if chat and not chat.cut_at else None
        try:
            with session.begin_nested():
                if chat is not None and (chat.last_seen_at is None or now - chat.last_seen_at > SEEN_EVERY):
                    chat.last_seen_at = now
                    chat.unreachable_at = None
                if message.secret:
                    return guard.refuse(session, now, ward, message, chat, row.id)
                if message.group:
                    return start.in_group(session, now, office, ward, message, chat)
                if person is None:
                    return start.stranger(session, now, office, ward, message)
                keeps = self.keeps.get(message.address.account)
                said = said_at(message.sent_at, row.received_at, keeps)
                turn = Turn(
                    session, now, office, ward, person, message, row.id, self.out, said, files=self.files
                )
                return router.answer(turn)
        except UserError as error:
            return [Reply(error.text, error.choices)]

    def _apologise(self, inbox_id: int, reference: str, now: datetime) -> None:
        with self.sessions.begin() as session:
            row = inbox.take(session, inbox_id)
            if row is None:
                return
            inbox.fail(session, inbox_id, reference, now)
            message = inbox.readable(row)
            if message is not None and not message.group:
                said = common.apology(message.address, message.sent_at, reference)
                outbox.put(session, said, key=f"apology:{inbox_id}", kind="reply", now=now)

    # --- the second door --------------------------------------------------------------------------

    def tick(self) -> int:
        """The whole of a tick; return how many messages it made."""
        return sum(self.ticking())

    def ticking(self) -> Iterator[int]:
        """A tick, decision by decision: how many messages each made."""
        yield from self.ticks.once()
        if self.nightly is not None:
            self.nightly(self.clock.now())

    # --- what stands beside the doors needs -------------------------------------------------------

    def may_interrupt(self, session: Session, account: str, now: datetime) -> bool:
        """Whether what nobody asked for may go out now: the sending hours of the account's ward."""
        return self._wards.may_interrupt(session, account, now)

    @property
    def files(self) -> Path:
        """The folder in which photos and files of tasks lie."""
        return self.evidence or self.out / "minh-chung-goc"

    def ward_of(self, session: Session, account: str) -> WardView:
        """The ward that a bot account speaks for, as it stands in this transaction."""
        return self._wards.get(session, self.accounts[account], self.clock.now())

    def accounts_beside(self, account: str) -> Sequence[str]:
        """The bot accounts of the ward of this one."""
        code = self.accounts.get(account)
        return [one for one, ward in self.accounts.items() if ward == code]

    def delivery(self, session: Session, ward: WardView, now: datetime) -> Delivery:
        """What puts replies on their way to the people of a ward."""
        hours = self.offices[ward.code].rules.question_hours
        return Delivery(session, ward, now, self.abilities, hours)


def _kind(reply: Reply) -> str:
    """What the sender has to know of a reply."""
    if reply.waits:
        return outbox.LETTER
    return "document" if reply.document else "reply"
