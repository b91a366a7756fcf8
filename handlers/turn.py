"""What a handler gets and gives: one turn of a conversation, and the replies to it. No channel, no commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.message import Choice, Incoming
from bot.domain.periods import Regime
from bot.domain.reading.model import Context, Reading
from bot.domain.ward import WardRules
from bot.domain.workdays import WorkCalendar, is_quiet, may_send, next_opening
from db import audit, people
from db.models import Question
from db.ward_view import PersonView, WardView


class UserError(Exception):
    """What a person must be told; whatever the handler had done so far is taken back."""

    def __init__(self, text: str, choices: tuple[Choice, ...] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that waits for the next answer in the chat: `kind` names the handler that takes it."""

    kind: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to say. Without `to` it goes to the chat that spoke; `to` is a person, `group` the ward's.

    `waits`: it goes out in the next sending hours, an answer before that does not wait for it.
    `items` are the keys of the items it is about, in the order shown. With `ask`, the choices are numbered
    answers to that question; without it, a choice is the same as typing its `data`.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    ask: Ask | None = None
    items: tuple[str, ...] = ()
    document: Path | None = None
    to: int | None = None
    group: bool = False
    silent: bool = False
    request_contact: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """What is set for a ward outside the database: rules, reporting regimes, the holiday table.

    `accounts` are the bot accounts that speak for the ward and from whose platform an answer comes every
    few minutes, even when nobody says anything: when none does, the watchdog says so. `alone`: the
    installation serves no other ward.
    """

    rules: WardRules
    regimes: Mapping[str, Regime]
    calendar: WorkCalendar
    accounts: tuple[str, ...] = ()
    alone: bool = True


@dataclass(slots=True)
class Turn:
    """One message of one known person. `words` is the text that is left to read (after a command's name).

    `context_items` are the keys that a message without a name is about; `answered` when they come from what
    the assistant said last, and not from what it asked. `owner` is the person for whom
    somebody else reports. `replaces` are the inbox rows whose figures an edited message corrects.
    `question` is the one that was open in the chat when the message came. `heard` is the message as it was
    first read (`handlers.reporting.hearing`), with the words and the context that it was read in. `said_at`
    is when the person sent it: `now` is later where the assistant was off meanwhile. `files` is the folder in
    which photos and files of tasks lie. `file_taken`: the photo or file of the message has its place already.
    """

    session: Session
    now: datetime
    office: Office
    ward: WardView
    person: PersonView
    message: Incoming
    inbox_id: int
    out: Path
    said_at: datetime
    words: str = ""
    context_items: tuple[str, ...] = ()
    answered: bool = False
    owner: PersonView | None = None
    replaces: tuple[int, ...] = ()
    question: Question | None = None
    files: Path = Path()
    file_taken: bool = False
    heard: tuple[str, Context, tuple[Reading, ...]] | None = None

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def rules(self) -> WardRules:
        return self.office.rules

    @property
    def loud(self) -> bool:
        """Whether what nobody asked for may make a sound now: it is a working day's sending hour."""
        return may_send(self.now, self.rules.windows_on(self.today), self.ward.calendar)

    def opening_after_quiet(self) -> datetime | None:
        """At night and on a day off, when the next sending hours begin; None at any other time."""
        if not is_quiet(self.now, self.ward.calendar):
            return None
        return next_opening(self.now, self.rules.windows_on, self.ward.calendar)

    def reaches(self, person: PersonView | None) -> bool:
        """Whether somebody can be written to: there is a chat of his that has not been lost."""
        return person is not None and bool(people.reachable_chats(self.session, person.id))

    def note(self, action: str, subject: str, *, before: str | None = None, after: str | None = None) -> None:
        """Write into the audit log what this person does with this message."""
        audit.note(
            self.session,
            self.now,
            action,
            subject,
            ward_id=self.ward.id,
            person_id=self.person.id,
            before=before,
            after=after,
            inbox_id=self.inbox_id,
        )
