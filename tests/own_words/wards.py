"""Four wards on a quiet Friday morning: a real plan each, invented people, nothing said yet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.app import App
from bot.channels import Ability
from bot.clock import SetClock
from bot.commands.sample_ward import ACCOUNT, FILES, PLANS, WARD, fill, link_people, sample_office
from bot.domain.message import Address, Incoming
from bot.domain.workdays import WARD_ZONE
from db import figures
from db.models import Extension, Figure, Item, Obstacle, Outbox, Progress, Question
from db.session import make_sessions, open_engine
from handlers.correcting import offers
from tests.wards import hurry, keep_sqlite, migrate

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=WARD_ZONE)
CHANNEL = "sample"
WARDS = ("ngo-quyen", "le-loi", "phuong-2-cao-lanh", "phuong-2-tay-ninh")
_STATES = {"none_arose": "nil", "held": "keeps", "in_progress": "words", "grade": "done", "withdrawn": "none"}


@dataclass(frozen=True)
class Record:
    """One line of the book: of which item, of what kind (as `want` of a label), the value or the words."""

    code: str
    kind: str
    said: str


@dataclass(frozen=True)
class Outcome:
    """What became of a message: what was recorded, the questions left open, everything that was answered.

    `offers`: so many choices stand below what was recorded, each to put it right.
    """

    records: Sequence[Record]
    asks: bool
    answer: str
    offers: int = 0


class OwnWard:
    """A ward as it was loaded, for one message after the other; nothing of one is left for the next."""

    def __init__(self, plan: str, folder: Path) -> None:
        self._engine = open_engine(f"sqlite:///{folder}/{plan}.sqlite3")
        self._sessions = make_sessions(self._engine)
        hurry(self._engine)
        migrate(self._engine)
        office = sample_office()
        fill(self._sessions, office, NOW, files=files(plan, folder))
        link_people(self._sessions, NOW, CHANNEL)
        with self._sessions() as session:
            self._newest = _newest(session)
            self._codes = {item.id: item.key for item in session.scalars(select(Item))}
        self._restore = keep_sqlite(self._engine)
        # Everybody writes at the same moment, and nobody too often.
        rules = replace(office.rules, messages_a_minute=sys.maxsize)
        self._app = App(
            sessions=self._sessions,
            offices={WARD: replace(office, rules=rules)},
            accounts={ACCOUNT: WARD},
            abilities={CHANNEL: Ability(buttons=False, files=True, edit=True, max_text=4096)},
            clock=SetClock(NOW),
            out=folder,
        )

    def hear(self, person: str, text: str, *, tap: int | None = None) -> Outcome:
        """Let one person, named by his code, say one thing to the ward as it was at the beginning.

        `tap`: then he presses this one of the choices below the answer.
        """
        self._restore(self._engine)
        app = self._app
        address = Address(CHANNEL, ACCOUNT, person)
        app.accept(ACCOUNT, [Incoming("u1", address, person, NOW, text, message_id="m1")])
        app.receive_waiting()
        if tap is not None:
            choice = f"q{self._asked_last(person)}.{tap}"
            app.accept(ACCOUNT, [Incoming("u2", address, person, NOW, "", choice=choice, message_id="m2")])
            app.receive_waiting()
        with self._sessions() as session:
            own = Question.closed_at.is_(None) & (Question.chat == person)  # not what a leader is asked
            open_ones = session.scalars(select(Question).where(own)).all()
            said = session.scalars(select(Outbox).where(Outbox.chat == person).order_by(Outbox.id)).all()
            found = tuple(self._records(session))
        offered = [row for row in open_ones if row.kind == offers.KIND]
        answer = "\n".join(row.text for row in said)
        return Outcome(found, len(open_ones) > len(offered), answer, sum(len(row.choices) for row in offered))

    def _asked_last(self, person: str) -> int:
        with self._sessions() as session:
            asked = select(Question.id).where(Question.chat == person).order_by(Question.id.desc())
            return session.scalars(asked).first() or 0

    def _records(self, session: Session) -> list[Record]:
        told = session.scalars(select(Figure).where(Figure.id > self._newest[0], figures.STANDS))
        said = select(Progress).where(Progress.id > self._newest[1], figures.STANDS_OF_TASK)
        steps = {row.item_id: row for row in session.scalars(said.order_by(Progress.id))}
        found = [_of_figure(self._codes[row.item_id], row) for row in told]
        found += [_of_progress(self._codes[item_id], row) for item_id, row in steps.items()]
        hindered = session.scalars(select(Obstacle).where(Obstacle.closed_at.is_(None)))
        found += [Record(self._codes[row.item_id], "obstacle", row.words) for row in hindered]
        more = session.scalars(select(Extension))
        return found + [Record(self._codes[row.item_id], "extension", str(row.asked_due)) for row in more]


def files(plan: str, folder: Path) -> tuple[Path, ...]:
    """The plan and its people, made the sample ward's and of its year."""
    if plan == WARD:
        return FILES
    own = (PLANS / f"{plan}.yaml").read_text(encoding="utf-8")
    as_sample = folder / f"{plan}.yaml"
    text = own.replace(f"mã phường: {plan}", f"mã phường: {WARD}").replace("năm: 2024", "năm: 2026", 1)
    as_sample.write_text(text, encoding="utf-8")
    return (as_sample, HERE / f"{plan}.people.yaml")


def _newest(session: Session) -> tuple[int, int]:
    told, steps = session.scalars(select(Figure.id)).all(), session.scalars(select(Progress.id)).all()
    return max(told, default=0), max(steps, default=0)


def _of_figure(code: str, row: Figure) -> Record:
    if row.state == "of_assigned" and row.value is not None:
        return Record(code, "figure", f"{row.value:f}")
    if row.state != "value":
        return Record(code, _STATES.get(row.state, row.state), row.words or "")
    if row.numerator is not None and row.denominator is not None:
        return Record(code, "figure", f"{row.numerator:f}/{row.denominator:f}")
    return Record(code, "figure", f"{row.value:f}")


def _of_progress(code: str, row: Progress) -> Record:
    return Record(code, "done" if row.state == "done" else "words", row.words or "")
