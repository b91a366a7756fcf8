"""The two doors: receive a message, feel a tick of the clock. Behind a door there is one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.channels import Ability
from bot.clock import Clock
from bot.delivery import Delivery
from bot.domain import hygiene
from bot.domain.guard import guarded
from bot.domain.hygiene import Pace
from bot.domain.message import Incoming
from bot.domain.silence import said_at
from bot.domain.workdays import may_send
from db import inbox, outbox, people, pulse, reminders, silences
from db.models import Chat, Inbox
from db.outage import outage
from db.session import Sessions
from db.ward_loading import WardViews
from db.ward_view import WardView
from handlers import clockwork, guard, router, start
from handlers.quiet import Quiet
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
    not named nothing can get lost.
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
    _views: dict[str, WardViews] = field(default_factory=dict)
    _quiet: Quiet = field(default_factory=Quiet)
    _pace: Pace = field(default_factory=Pace)
    _beats: dict[str, datetime] = field(default_factory=dict)
    _ticked_at: datetime | None = None

    # --- the first door ---------------------------------------------------------------------------

    def accept(self, account: str, messages: Sequence[Incoming]) -> list[int]:
        """Commit messages to the inbox; after this the platform may be told "got it".

        What must not be kept (bot.domain.guard) never reaches the database.
        Return the ids of those that were new. None at all still says that the platform is there.
        """
        now = self.clock.now()
        kept = [guarded(cleaned) for message in messages if (cleaned := hygiene.clean(message)) is not None]
        if len(kept) < len(messages):
            log.warning(
                "messages with impossible ids dropped", account=account, count=len(messages) - len(kept)
            )
        with self.sessions.begin() as session:
            self._hear(session, account, now)
            return inbox.store(session, kept, now)

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
        ward = self._view(session, code, now)
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
                kind="document" if reply.document else "reply",
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
        """Ask what is owed now and put it in the outbox, ward by ward: how many messages each made.

        Between two wards messages may be handled: a hundred mornings take longer than an answer may.
        """
        now = self.clock.now()
        if self._ticked_at is None or not timedelta(0) <= now - self._ticked_at <= pulse.STOPPED:
            self._mark(pulse.wake, now)
        with self.sessions() as session:
            self._quiet.look(session)
        for code, office in self.offices.items():
            if not self._quiet.lasts(code, office, self.clock.now()):
                yield self._tick_of(code, office, self.clock.now())
        self._mark(lambda session, moment: pulse.beat(session, "tick", moment), now)
        self._ticked_at = now
        if self.nightly is not None:
            self.nightly(now)

    def _tick_of(self, code: str, office: Office, now: datetime) -> int:
        """One ward. Each decision is its own transaction: one that fails is logged, and the others go on."""
        made = 0
        for decision in self._decisions(code, office, now):
            try:
                with self.sessions.begin() as session:
                    made += self._carry_out(session, code, office, now, decision)
            except IntegrityError:
                log.info("decided elsewhere", ward=code, decision=decision.key)
            except Exception:
                log.exception("tick failed", ward=code, decision=decision.key)
        return made

    def _mark(self, write: Callable[[Session, datetime], None], now: datetime) -> None:
        """Write when something happened; of two processes that do it at the same moment one is enough."""
        with suppress(IntegrityError), self.sessions.begin() as session:
            write(session, now)

    def _decisions(self, code: str, office: Office, now: datetime) -> Sequence[clockwork.Owed]:
        """What is owed, once what has waited for longer than it says anything is taken back."""
        try:
            with self.sessions.begin() as session:
                ward = self._views_of(code).get(session, code, now.date())
                if ward is None:
                    return []
                ward.index_names()
                reminders.take_back(session, ward.id, now)
                found = clockwork.owed(session, now, office, ward)
        except Exception:
            log.exception("tick failed", ward=code)
            return []
        if not found:
            self._quiet.note(code, office, now)
        return found

    def _carry_out(
        self, session: Session, code: str, office: Office, now: datetime, decision: clockwork.Owed
    ) -> int:
        ward = self._view(session, code, now)
        delivery = self.delivery(session, ward, now)
        made = 0
        for place, reply in enumerate(clockwork.carry_out(session, now, office, ward, decision, self.out)):
            key = f"{decision.key}:{place}"
            made += delivery.put(reply, key=key, kind=decision.sends, not_after=decision.not_after)
        return made

    # --- what stands beside the doors needs -------------------------------------------------------

    def may_interrupt(self, session: Session, account: str, now: datetime) -> bool:
        """Whether what nobody asked for may go out now: the sending hours of the account's ward."""
        code = self.accounts.get(account, "")
        ward = self._views_of(code).get(session, code, now.date()) if code in self.offices else None
        if ward is None:
            return True
        return may_send(now, self.offices[code].rules.windows_on(now.date()), ward.calendar)

    @property
    def files(self) -> Path:
        """The folder in which photos and files of tasks lie."""
        return self.evidence or self.out / "minh-chung-goc"

    def ward_of(self, session: Session, account: str) -> WardView:
        """The ward that a bot account speaks for, as it stands in this transaction."""
        return self._view(session, self.accounts[account], self.clock.now())

    def delivery(self, session: Session, ward: WardView, now: datetime) -> Delivery:
        """What puts replies on their way to the people of a ward."""
        hours = self.offices[ward.code].rules.question_hours
        return Delivery(session, ward.id, now, self.abilities, hours)

    def _view(self, session: Session, code: str, now: datetime) -> WardView:
        ward = self._views_of(code).get(session, code, now.date())
        if ward is None:
            raise LookupError(f"ward {code} has not been loaded")
        return ward

    def _views_of(self, code: str) -> WardViews:
        office = self.offices[code]
        return self._views.setdefault(code, WardViews(office.calendar, office.rules.closed))
