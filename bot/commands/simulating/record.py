"""What a simulated year leaves behind: what was said, sent and meant. The checks read nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from bot.commands.simulating.dealing import Request
from bot.commands.simulating.leave import Away
from bot.commands.simulating.posts import Post
from bot.domain.ward import WardRules
from db.ward_view import WardView
from handlers.turn import Office

GROUP = "group"
"""The chat of the ward's group; people have their own codes as chats."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an official means to report; `state` as in the tables of figures and progress, or "obstacle".

    `stone` is the intermediate date of a task that is reached.
    """

    state: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    reads: str | None = None
    stone: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One line about one item: what was meant, and what the fingers typed when they slipped.

    `slip` names the mistake, which must be asked about unless `typed` is a plausible number.
    """

    item: str
    meant: Meaning
    text: str
    slip: str | None = None
    typed: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a person: typed at `at`, taken by the program at `heard` (None: it never was)."""

    key: str
    at: datetime
    person: str
    text: str
    about: tuple[Utterance, ...] = ()
    heard: datetime | None = None
    edit: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """One message of the program that arrived. `answers` is the key of the person's own message, or None."""

    at: datetime
    chat: str
    kind: str
    key: str
    text: str
    items: tuple[str, ...] = ()
    answers: str | None = None
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def by_itself(self) -> bool:
        """True for what the clock makes the program say: reminders and summaries."""
        return self.kind in {"reminder", "summary"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: the program said that it had recorded this, and the official had meant it.

    `at` is when it was taken, `typed` when it was sent: earlier, after the machine was off. `decided`: of a
    closed period, recorded when the clerk agreed.
    """

    at: datetime
    item: str
    period: str
    as_of: date
    meaning: Meaning
    said: str
    typed: datetime
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A task that a leader has given by an order: to whom, until when, since when it is known."""

    key: str
    giver: str
    owner: str
    due: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Switch:
    """A leader has said that the day's summary is to come, or not any more."""

    person: str
    wants: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the database, as `Entry` has it; `said` is the message that it came from."""

    item: str
    period: str
    meaning: Meaning
    said: str | None


@dataclass(frozen=True, slots=True)
class Audit:
    """One look at the state: the words of /tinhhinh, the numbers of `status`, the count by the ledger."""

    at: datetime
    text: str
    status: dict[str, dict[str, int]]
    recount: dict[str, dict[str, int]]


@dataclass(eq=False)
class Record:
    """Everything that happened from `begins` to `ends`. `reach` tells who could be reached since when.

    Each is its own: what has been worked out from one is kept with it.
    """

    ward: WardView
    office: Office
    begins: datetime
    ends: datetime
    said: list[Said] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    ledger: list[Entry] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    audits: list[Audit] = field(default_factory=list)
    undelivered: list[Sent] = field(default_factory=list)
    ticks: list[datetime] = field(default_factory=list)
    outages: list[tuple[datetime, datetime]] = field(default_factory=list)
    reach: list[tuple[datetime, str, bool]] = field(default_factory=list)
    leaves: list[Away] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    switched: list[Switch] = field(default_factory=list)
    echoes: list[str] = field(default_factory=list)
    given_up: list[Utterance] = field(default_factory=list)
    week: tuple[datetime, datetime] | None = None
    twin: list[Sent] = field(default_factory=list)

    def apart(self) -> Record:
        """The same past, from which another future begins."""
        return replace(
            self,
            sent=[],
            ticks=[],
            audits=[],
            echoes=[],
            said=list(self.said),
            ledger=list(self.ledger),
            reach=list(self.reach),
            leaves=list(self.leaves),
            given=list(self.given),
            posts=list(self.posts),
            switched=list(self.switched),
        )

    @property
    def rules(self) -> WardRules:
        return self.office.rules

    @property
    def codes(self) -> dict[int, str]:
        """The code of each person by id."""
        return {person.id: person.code for person in self.ward.people.values()}

    def owner(self, key: str, day: date) -> str | None:
        """The code of who answers for an item on a day."""
        for post in self.posts:
            if key in post.items:
                return post.taker if post.moves(key, day) else post.giver
        return self.codes.get(self.ward.items[key].owner_id or 0)
