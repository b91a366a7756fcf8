"""The sample ward for tests of handlers: figures are put in as rows, the state is looked at on any day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.commands.sample_ward import sample_office
from bot.domain.targets import Target
from bot.domain.workdays import WARD_ZONE
from db.models import Figure, Item, Progress, TargetRow, Ward
from db.session import Sessions
from db.ward_loading import load
from db.ward_view import WardView
from handlers.situation.overview import Overview, overview
from handlers.standings.standing import Standing, standings
from handlers.turn import Office
from tests.driver import Stage, parse
from tests.wards import fill

LOADED = datetime(2026, 1, 5, 8, tzinfo=WARD_ZONE)


def moment(day: str, hour: int = 12) -> datetime:
    """ "16/11/2026" at noon."""
    return datetime.strptime(day, "%d/%m/%Y").replace(hour=hour, tzinfo=WARD_ZONE)


def day(text: str) -> date:
    return moment(text).date()


def stage(
    sessions: Sessions, out: Path, people: str = "Lan, Hùng, Minh", begins: str = "16/11/2026"
) -> Stage:
    """The App at noon of a day, when it says nothing by itself."""
    return Stage(sessions, parse(f"@ người: {people}\n[{begins} 12:00]\n"), out)


@dataclass
class Desk:
    """A ward whose plan was loaded in January, without any of the figures that ship with it."""

    sessions: Sessions
    office: Office = field(default_factory=sample_office)

    def __post_init__(self) -> None:
        fill(self.sessions, self.office, LOADED)
        with self.sessions.begin() as session:
            for row in session.scalars(select(Figure)):
                session.delete(row)

    def report(self, key: str, as_of: str, value: str | None = None, **more: Any) -> None:
        """A figure of an indicator; its period is a month unless `period` says so."""
        at = day(as_of)
        closed = self.office.regimes["nd09"].cut_off or 31
        month = at.month + (at.day > closed)
        self._add(
            Figure,
            key,
            as_of=at,
            value=Decimal(value) if value is not None else None,
            **({"period": f"2026-{month:02}", "state": "value" if value else "held"} | more),
        )

    def progress(self, key: str, on: str, state: str, **more: Any) -> None:
        """A word of progress on a task."""
        self._add(
            Progress, key, **({"at": moment(on), "period": f"{on[6:]}-{on[3:5]}", "state": state} | more)
        )

    def _add(self, table: type[Figure] | type[Progress], key: str, **values: Any) -> None:
        with self.sessions.begin() as session:
            item = session.scalars(select(Item).where(Item.key == key)).one()
            times = {"at": LOADED, "reported_at": values.get("at", LOADED)} | values
            session.add(table(ward_id=item.ward_id, item_id=item.id, **times))

    def set_target(self, key: str, since: str, target: Target) -> None:
        """Another target for an item, from a day on."""
        with self.sessions.begin() as session:
            item = session.scalars(select(Item).where(Item.key == key)).one()
            session.add(
                TargetRow(item_id=item.id, valid_from=day(since), spec=target.to_json(), entered_at=LOADED)
            )

    def ward(self, now: datetime) -> WardView:
        with self.sessions() as session:
            ward_id = session.scalars(select(Ward.id)).one()
            return load(session, ward_id, now.date(), self.office.calendar, self.office.rules.closed)

    def look(self, on: str, until: str | None = None) -> dict[str, Standing]:
        """Where everything stands at noon of a day."""
        now = moment(on)
        last = day(until) if until else None
        with self.sessions() as session:
            return standings(
                session, now, self.office, self.ward(now), until=(lambda _item: last) if last else None
            )

    def overview(self, on: str) -> Overview:
        """The whole ward at noon of a day."""
        now = moment(on)
        with self.sessions() as session:
            return overview(session, now, self.office, self.ward(now))
