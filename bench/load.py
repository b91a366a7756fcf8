"""People who report, people who join and are reminded, and a count of what became of every message."""

from __future__ import annotations

import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from sqlalchemy import Engine, create_engine, func, make_url, select

from bench.ward import YEAR, fill
from bot.app import App
from bot.channels import Ability
from bot.clock import SetClock
from bot.commands.sample_ward import WARD, sample_office
from bot.domain.message import Address
from bot.domain.workdays import WARD_ZONE
from db import people, schema
from db.invitations import invite
from db.models import Chat, Figure, Inbox, Item, Outbox, Person, TargetRow
from db.session import Sessions, make_sessions, open_engine
from tests.engine.program import ACCOUNT
from tests.standin.telegram import Account

START = datetime(YEAR, 5, 18, 7, 30, 5, tzinfo=WARD_ZONE)
"""When the morning's digests go out."""
PEOPLE, CHATS_EACH = 160, 4
"""How many the ward has, and in how many chats each of those writes who report."""
STEPS = 25
"""How many different figures are reported in a chat before it begins again."""
PAGES = 12
"""A tenth of the messages are left when the last one joins: everybody can be reminded before the end."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """A chat in which one percentage is reported again and again."""

    chat: int
    place: int
    key: str
    item_id: int
    target: Decimal

    def figure(self, number: int) -> Decimal:
        """The figure of the chat's message with this number."""
        return self.target - Decimal(number % STEPS * CHATS_EACH + self.place) / 100


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who joins while others report; `reminded`: an undisturbed program reminds him then."""

    chat: int
    code: str
    reminded: bool


@dataclass
class Load:
    """`messages` reports, `rate` a second, while newcomers join. `may_go` holds them back: it is asked with
    the part of the messages that are said."""

    messages: int
    rate: float
    people: int = PEOPLE
    reporters: Sequence[Reporter] = ()
    newcomers: Sequence[Newcomer] = ()
    may_go: Callable[[float], bool] = lambda _part: True
    said: int = 0
    _bot: Account | None = field(default=None, repr=False)
    _thread: threading.Thread | None = field(default=None, repr=False)

    def prepare(self, sessions: Sessions) -> None:
        """Fill an empty, migrated database with a ward of which only those are linked who report."""
        fill(sessions, 4, channel="telegram", account=ACCOUNT, count=self.people)
        owed = _reminded(self.people)
        self.reporters = _reporters(sessions)
        mine = {one.chat // CHATS_EACH for one in self.reporters}
        with sessions.begin() as session:
            for chat in session.scalars(select(Chat)):
                session.delete(chat)
            session.flush()
            everybody = session.scalars(select(Person).order_by(Person.id)).all()
            by_code = {int(person.code[1:]): person for person in everybody}
            for reporter in self.reporters:
                person = by_code[reporter.chat // CHATS_EACH]
                here = Address("telegram", ACCOUNT, str(reporter.chat))
                people.link(session, here, person.ward_id, person.id, START)
            self.newcomers = [
                Newcomer(
                    number * CHATS_EACH,
                    invite(session, person.ward_id, person.id, START, 14),
                    str(number) in owed,
                )
                for number, person in by_code.items()
                if number not in mine
            ]

    def begin(self, bot: Account) -> None:
        """Let people write, beside what else happens."""
        self._bot = bot
        self._thread = threading.Thread(target=self._speak, args=(bot,), daemon=True)
        self._thread.start()

    @property
    def answered(self) -> float:
        """The part of the messages that is answered, about: reminders count as answers."""
        return len(self._bot.sent) / self.messages if self._bot else 0.0

    def wait(self) -> None:
        """Until everybody has said everything."""
        assert self._thread is not None
        self._thread.join()

    def _speak(self, bot: Account) -> None:
        joining = list(reversed(self.newcomers))
        apart = max(1, self.messages * (PAGES - 1) // PAGES // max(1, len(joining)))
        due = time.monotonic()
        for number in range(self.messages):
            while not self.may_go(number / self.messages):
                time.sleep(0.05)
                due = time.monotonic()
            time.sleep(max(0.0, due - time.monotonic()))
            due += 1 / self.rate
            one = self.reporters[number % len(self.reporters)]
            figure = one.figure(number // len(self.reporters))
            bot.say(one.chat, f"{one.key} {figure}".replace(".", ","))
            self.said += 1
            if joining and number % apart == 0:
                newcomer = joining.pop()
                bot.say(newcomer.chat, f"/start {newcomer.code}")
        for newcomer in reversed(joining):
            bot.say(newcomer.chat, f"/start {newcomer.code}")

    def expected(self, place: int) -> list[Decimal]:
        """The figures that a reporter has said, in order."""
        count = len(range(place, self.messages, len(self.reporters)))
        return [self.reporters[place].figure(number) for number in range(count)]


@dataclass(frozen=True, slots=True)
class Findings:
    """What became of everything; all but `messages`, `reminded` and the two `doubled` have to be 0."""

    messages: int
    lost: int
    wrong_figures: int
    out_of_order: int
    unanswered: int
    reminded: int
    reminders_lost: int
    doubled: int
    reminders_doubled: int

    @property
    def kept(self) -> bool:
        """True when nothing was lost, changed or put out of order."""
        bad = self.lost + self.wrong_figures + self.out_of_order + self.unanswered + self.reminders_lost
        return bad == 0


def observer(url: str) -> Engine:
    """A look at the database that waits for no writer, and holds up none."""
    parsed = make_url(url)
    sqlite = parsed.get_backend_name() == "sqlite"
    return create_engine(parsed) if sqlite else open_engine(url)


def wait_for_the_end(load: Load, bot: Account, sessions: Sessions, seconds: float = 60.0) -> None:
    """Until everything is handled, sent and everybody reminded, or for so long nothing has moved."""
    before, end = None, 0.0
    while any(left := (bot.waiting(), *_open_rows(sessions), len(_not_reminded(load, bot)))):
        if (state := (left, len(bot.sent))) != before:
            before, end = state, time.monotonic() + seconds
        if time.monotonic() > end:
            return
        time.sleep(0.5)


def findings(load: Load, bot: Account, sessions: Sessions) -> Findings:
    """Compare what was said with what stands in the database, and with what arrived at the platform."""
    with sessions() as session:
        handled = session.scalar(select(func.count()).select_from(Inbox).where(Inbox.state == "done")) or 0
        sent = session.execute(
            select(Outbox.key, Outbox.state, Outbox.chat, Outbox.text).order_by(Outbox.id)
        ).all()
        figures = session.execute(
            select(Inbox.chat, Figure.item_id, Figure.value)
            .join(Inbox, Inbox.id == Figure.inbox_id)
            .order_by(Figure.id)
        ).all()
    wrong = disorder = 0
    for place, person in enumerate(load.reporters):
        here, wanted = str(person.chat), load.expected(place)
        found = [value for chat, item, value in figures if chat == here and item == person.item_id and value]
        missing, extra = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
        wrong += missing.total() + extra.total()
        replies = [row.text for row in sent if row.chat == here and row.key.startswith("reply:")]
        known = set(replies)
        heard = [text for text in bot.texts(person.chat) if text in known]
        disorder += (found != wanted) + (_once(heard) != _once(replies))
    digests = [row for row in sent if row.key.startswith("digest:")]
    arrived = Counter((str(one.chat), one.text) for one in bot.sent)
    messages = load.messages + len(load.newcomers)
    return Findings(
        messages=messages,
        lost=messages - handled,
        wrong_figures=wrong,
        out_of_order=disorder,
        unanswered=sum(row.state != "sent" for row in sent if row.key.startswith("reply:")),
        reminded=len(digests),
        reminders_lost=sum(row.state != "sent" for row in digests) + len(_not_reminded(load, bot)),
        doubled=len(bot.sent) - sum(row.state == "sent" for row in sent),
        reminders_doubled=sum(arrived[row.chat, row.text] - 1 for row in digests if row.state == "sent"),
    )


def _reporters(sessions: Sessions) -> list[Reporter]:
    """Some chats of everybody who reports a high percentage."""
    with sessions() as session:
        rows = session.execute(
            select(Person.code, Item.key, Item.id, TargetRow.spec)
            .join(Item, Item.owner_id == Person.id)
            .join(TargetRow)
            .order_by(Item.id)
        ).all()
    wanted = {
        code: (key, item_id, Decimal(spec["value"]))
        for code, key, item_id, spec in rows
        if spec["evaluation"] == "level" and spec.get("unit") == "%" and Decimal(spec.get("value", 0)) > 50
    }
    return [
        Reporter(int(code[1:]) * CHATS_EACH + place, place, *one)
        for place in range(CHATS_EACH)
        for code, one in wanted.items()
    ]


def _reminded(count: int) -> set[str]:
    """The numbers of the people to whom a program that nobody disturbs sends a digest at START."""
    with tempfile.TemporaryDirectory(prefix="giaoban-bench-") as folder:
        engine = open_engine(f"sqlite:///{folder}/ward.db")
        schema.upgrade(engine)
        sessions = make_sessions(engine)
        fill(sessions, 4, channel="telegram", account=ACCOUNT, count=count)
        ability = Ability(buttons=True, files=True, edit=True, max_text=4096)
        app = App(
            sessions=sessions,
            offices={WARD: sample_office()},
            accounts={ACCOUNT: WARD},
            abilities={"telegram": ability},
            clock=SetClock(START),
            out=Path(folder),
        )
        app.tick()
        with sessions() as session:
            found = set(session.scalars(select(Outbox.chat).where(Outbox.key.startswith("digest:"))))
        engine.dispose()
    assert found, "nobody is owed anything at that moment"
    return found


def _not_reminded(load: Load, bot: Account) -> list[int]:
    """The chats of newcomers to whom no digest has come."""
    heard = {sent.chat for sent in list(bot.sent) if sent.text.startswith("[")}
    return [one.chat for one in load.newcomers if one.reminded and one.chat not in heard]


def _open_rows(sessions: Sessions) -> tuple[int, int]:
    """How many messages are to be handled, and to be sent."""
    with sessions() as session:
        new = select(func.count()).select_from(Inbox).where(Inbox.state == "new")
        unsent = select(func.count()).select_from(Outbox).where(Outbox.state.in_(["waiting", "sending"]))
        return session.scalar(new) or 0, session.scalar(unsent) or 0


def _once(texts: Sequence[str]) -> list[str]:
    """Without what follows upon itself: a message that came twice."""
    return [text for text, _again in groupby(texts)]
