"""Kills the program again and again while people report, and counts what became of every message.

    python -m bench.torture --messages 10000 --kills 100 --seed 1 [--postgresql URL]

It dies at each named point (tests/engine/killable.py) in turn, and at random times between. Counted against
the stand-in of Telegram: messages lost, figures missing, doubled or out of order, reminders lost, replies
doubled.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from sqlalchemy import func, select

from bench.ward import YEAR, fill
from bot.domain.workdays import WARD_ZONE
from db import schema
from db.models import Figure, Inbox, Item, Outbox, Person, TargetRow
from db.session import Sessions, make_sessions, open_engine
from tests.engine.killable import POINTS, VARIABLE
from tests.engine.program import ACCOUNT, TOKEN, Program
from tests.standin.telegram import Account, TelegramStandIn

START = datetime(YEAR, 5, 18, 7, 30, 5, tzinfo=WARD_ZONE)
"""When the morning's digests go out."""
RARE = ("tick.before", "tick.after")
"""Points that are passed once a minute, not with every message."""
ANY = ""
STEPS = 100
"""How many different figures a person reports before he begins again."""


@dataclass
class Torture:
    """What people send, and how it dies. `rate` is messages a second, of all together.

    It dies at each of the `points` in turn; ANY is some moment. `killed` is where it did.
    """

    messages: int
    kills: int
    seed: int
    rate: float = 15.0
    processes: int = 1
    points: Sequence[str] = (*POINTS, ANY, ANY)
    killed: Counter[str] = field(default_factory=Counter)

    def run(self, folder: Path, url: str) -> Findings:
        """Let it happen on an empty database at `url`."""
        engine = open_engine(url)
        schema.upgrade(engine)
        sessions = make_sessions(engine)
        fill(sessions, 4, channel="telegram", account=ACCOUNT)
        people = _reporters(sessions)
        with TelegramStandIn() as api:
            bot = api.account(TOKEN)
            programs = [
                Program(url, bot, api.url, folder / f"log-{number}.txt", module="tests.engine.killable")
                for number in range(self.processes)
            ]
            speaking = threading.Thread(target=self._speak, args=(bot, people), daemon=True)
            try:
                speaking.start()
                self._kill(programs)
                speaking.join()
                _wait_for_the_end(bot, sessions)
            finally:
                for program in programs:
                    program.end()
            found = _findings(self, sessions, bot, people)
        engine.dispose()
        return found

    def _speak(self, bot: Account, people: list[Reporter]) -> None:
        started = time.monotonic()
        for number in range(self.messages):
            time.sleep(max(0.0, started + number / self.rate - time.monotonic()))
            person = people[number % len(people)]
            bot.say(person.chat, f"{person.key} {person.figure(number // len(people))}".replace(".", ","))

    def _kill(self, programs: list[Program]) -> None:
        """Start them and let one after the other die, as often as wanted; then start it for good."""
        chance = random.Random(self.seed)
        started = time.monotonic()
        pause = self.messages / self.rate / (self.kills + 1)
        alone = len(programs) == 1
        engine = {} if alone else {"ENGINE": "procrastinate"}
        for program in programs[1:]:
            program.start(now=_now(started), alone=alone, **engine)
        for number in range(self.kills):
            program = programs[number % len(programs)]
            program.end()
            point = self.points[number % len(self.points)]
            aim = {VARIABLE: f"{point}:{1 if point in RARE else chance.randint(1, 5)}"} if point else {}
            program.start(now=_now(started), alone=alone, **engine, **aim)
            wait = chance.uniform(0.1, pause) if not point else 2 * pause + 5
            if not program.ends_within(wait):
                program.kill()
                point = "at a random time"
            self.killed[point] += 1
            if len(programs) > 1:
                program.start(now=_now(started), alone=alone, **engine)
        programs[0].end()
        programs[0].start(now=_now(started), alone=alone, **engine)


@dataclass(frozen=True, slots=True)
class Reporter:
    """Somebody who reports one percentage again and again."""

    chat: int
    key: str
    item_id: int
    target: Decimal

    def figure(self, place: int) -> Decimal:
        """The figure of his `place`-th message."""
        return self.target - Decimal(place % STEPS) / 100


@dataclass(frozen=True, slots=True)
class Findings:
    """What became of everything; all but the first two, and `doubled`, have to be 0."""

    messages: int
    kills: int
    lost: int
    wrong_figures: int
    out_of_order: int
    unanswered: int
    reminders_lost: int
    doubled: int

    @property
    def kept(self) -> bool:
        """True when nothing was lost, changed or put out of order."""
        bad = self.lost + self.wrong_figures + self.out_of_order + self.unanswered + self.reminders_lost
        return bad == 0

    @property
    def clean(self) -> bool:
        """True when besides no more was said twice than there were kills."""
        return self.kept and self.doubled <= self.kills


def _reporters(sessions: Sessions) -> list[Reporter]:
    """One item of each person whose report is a percentage."""
    with sessions() as session:
        rows = session.execute(
            select(Person.code, Item.key, Item.id, TargetRow.spec)
            .join(Item, Item.owner_id == Person.id)
            .join(TargetRow)
            .order_by(Item.id)
        ).all()
    found = {
        code: Reporter(int(code[1:]), key, item_id, Decimal(spec["value"]))
        for code, key, item_id, spec in rows
        if spec["evaluation"] == "level" and spec.get("unit") == "%" and Decimal(spec.get("value", 0)) > 50
    }
    return list(found.values())


def _now(started: float) -> str:
    return (START + timedelta(seconds=time.monotonic() - started)).isoformat()


def _wait_for_the_end(bot: Account, sessions: Sessions, seconds: float = 60.0) -> None:
    """Until everything is handled and sent, or for so long nothing more has been."""
    least, end = None, 0.0
    while open_rows := bot.waiting() + _open_rows(sessions):
        if least is None or open_rows < least:
            least, end = open_rows, time.monotonic() + seconds
        if time.monotonic() > end:
            return
        time.sleep(0.2)


def _open_rows(sessions: Sessions) -> int:
    with sessions() as session:
        new = select(func.count()).select_from(Inbox).where(Inbox.state == "new")
        unsent = select(func.count()).select_from(Outbox).where(Outbox.state.in_(["waiting", "sending"]))
        return (session.scalar(new) or 0) + (session.scalar(unsent) or 0)


_SENT = select(Outbox.key, Outbox.state, Outbox.chat, Outbox.text).order_by(Outbox.id)


def _findings(torture: Torture, sessions: Sessions, bot: Account, people: list[Reporter]) -> Findings:
    with sessions() as session:
        handled = session.scalar(select(func.count()).select_from(Inbox).where(Inbox.state == "done")) or 0
        sent = session.execute(_SENT).all()
        figures = session.execute(
            select(Figure.item_id, Figure.value).where(Figure.inbox_id.is_not(None)).order_by(Figure.id)
        ).all()
    wrong = disorder = 0
    for place, person in enumerate(people):
        count = len(range(place, torture.messages, len(people)))
        wanted = [person.figure(number) for number in range(count)]
        found = [value for item_id, value in figures if item_id == person.item_id and value is not None]
        missing, extra = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
        wrong += missing.total() + extra.total()
        replies = [row.text for row in sent if row.chat == str(person.chat) and row.key.startswith("reply:")]
        heard = [text for text in bot.texts(person.chat) if text in set(replies)]
        disorder += (found != wanted) + (_once(heard) != _once(replies))
    digests = [row.state for row in sent if row.key.startswith("digest:")]
    return Findings(
        messages=torture.messages,
        kills=torture.kills,
        lost=torture.messages - handled,
        wrong_figures=wrong,
        out_of_order=disorder,
        unanswered=sum(row.state != "sent" for row in sent if row.key.startswith("reply:")),
        reminders_lost=sum(state != "sent" for state in digests) + (not digests),
        doubled=len(bot.sent) - sum(row.state == "sent" for row in sent),
    )


def _once(texts: list[str]) -> list[str]:
    """Without what follows upon itself: a message that came twice."""
    return [text for text, _again in groupby(texts)]


def main() -> int:
    """Print what was found; 1 when something was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=15.0, help="messages a second")
    parser.add_argument("--postgresql", metavar="URL", help="an empty database, and three processes on it")
    options = parser.parse_args()
    processes = 3 if options.postgresql else 1
    torture = Torture(options.messages, options.kills, options.seed, options.rate, processes)
    with tempfile.TemporaryDirectory(prefix="giaoban-torture-") as folder:
        found = torture.run(Path(folder), options.postgresql or f"sqlite:///{folder}/ward.db")
    print(found)
    print("killed:", dict(torture.killed))
    return 0 if found.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
