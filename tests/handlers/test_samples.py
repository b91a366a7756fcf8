"""Every sample answer that the program shows is one that it reads itself, on all four real plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.app import App
from bot.channels import Ability
from bot.clock import SetClock
from bot.domain.message import Address, Incoming
from bot.domain.workdays import WARD_ZONE
from config.calendars import load_calendar
from db import figures, people
from db.item_view import ItemView
from db.models import Figure, Item, Outbox, Person, Progress, Role, Ward
from db.session import Sessions
from db.ward_loading import load as view_of
from db.ward_view import WardView
from handlers.standings.last_year import last_value
from handlers.texts.reporting.said import sample
from handlers.turn import Office
from tests.loading.plans import COUNTS, REGIMES, load, rules_of, shipped

NOW = datetime(2026, 11, 16, 12, 0, tzinfo=WARD_ZONE)
HERE = Address("sample", "console", "minh")


class Post:
    """A ward with a shipped plan, all of it in the hands of one person, who writes."""

    def __init__(self, sessions: Sessions, name: str, out: Path) -> None:
        document = shipped(name)
        # Every item is open: what a closed field refuses is another test's matter.
        rules = replace(rules_of(document), defence_decision="57/QĐ-UBND")
        office = Office(rules, REGIMES, load_calendar())
        self.sessions = sessions
        with sessions.begin() as session:
            load(session, document, 2026, NOW)
            self.ward_id = session.scalars(select(Ward.id)).one()
            minh = Person(ward_id=self.ward_id, code="m1", name="Trần Minh", address="anh")
            session.add(minh)
            session.flush()
            session.add(Role(person_id=minh.id, name="official"))
            session.execute(update(Item).values(owner_id=minh.id))
            people.link(session, HERE, self.ward_id, minh.id, NOW)
            self.view: WardView = view_of(session, self.ward_id, NOW.date(), office.calendar)
        self.clock = SetClock(NOW)
        self.app = App(
            sessions=sessions,
            offices={self.view.code: office},
            accounts={"console": self.view.code},
            abilities={"sample": Ability(buttons=False, files=True, edit=True, max_text=4096)},
            clock=self.clock,
            out=out,
        )
        self._said = 0

    def answer(self, text: str) -> str:
        """What the App answers to a message."""
        self._said += 1
        self.clock.set(NOW + timedelta(seconds=5 * self._said))
        message = Incoming(
            f"u{self._said}", HERE, "minh", self.clock.now(), text, message_id=f"m{self._said}"
        )
        self.app.accept("console", [message])
        self.app.receive_waiting()
        with self.sessions() as session:
            return session.scalars(select(Outbox.text).order_by(Outbox.id.desc())).first() or ""

    def last(self, item: ItemView) -> Decimal | None:
        """The last value that came with the plan, as the program puts it into a sample."""
        with self.sessions() as session:
            return last_value(figures.latest(session, [item.id]).get(item.id))

    def reported(self, item: ItemView) -> Figure | Progress | None:
        """The newest row of an item that was sent."""
        sent = select(Figure).where(Figure.item_id == item.id, Figure.inbox_id.is_not(None))
        with self.sessions() as session:
            if item.is_task:
                return session.scalars(select(Progress).where(Progress.item_id == item.id)).first()
            return session.scalars(sent).first()


@pytest.mark.parametrize("name", COUNTS)
def test_the_sample_answer_of_each_item_is_recorded_for_that_item(
    name: str, sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    office = Post(sqlite_sessions, name, tmp_path)
    wrong = []
    for item in office.view.items.values():
        if item.parts:
            continue
        text = sample(item, office.last(item))
        said = office.answer(text)
        if office.reported(item) is None or not said.startswith(("Đã ghi nhận", "Đã có từ trước")):
            wrong.append(f"{text} → {said}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", COUNTS)
def test_the_sample_answer_with_the_last_figure_is_that_figure(
    name: str, sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    office = Post(sqlite_sessions, name, tmp_path)
    wrong = []
    for item in office.view.items.values():
        target = item.target
        if item.parts or item.is_task or target is None or target.unit is None or target.value is None:
            continue
        if target.evaluation in {"event_free", "milestone", "narrative", "maintain"}:
            continue
        last = target.value - (1 if target.value > 1 and target.unit not in {"%", "‰"} else Decimal("0.01"))
        office.answer(sample(item, last))
        row = office.reported(item)
        if not isinstance(row, Figure) or row.value != last:
            wrong.append(f"{sample(item, last)} → {row.value if isinstance(row, Figure) else None}")
    assert not wrong, "\n".join(wrong)
