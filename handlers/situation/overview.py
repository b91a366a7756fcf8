"""The state of a ward at one moment, as numbers: what /tinhhinh, summaries and `status --json` show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.domain.rollup import Counts, roll_up
from bot.domain.tasks import DONE, STOPPED, TaskClass, roll_up_tasks
from bot.domain.verdict import ItemClass
from db import figures
from db.item_view import ItemView
from db.models import Obstacle
from db.ward_view import WardView
from handlers.standings.newest import Cut
from handlers.standings.standing import Standing, standings
from handlers.turn import Office

DANGER: tuple[ItemClass, ...] = ("not_met", "at_risk")


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts over the lines of the plan, and what needs somebody's eye; `scope` names a part of the ward.

    `danger` are indicators whose number is bad, the worst first; `due_soon` those whose number is only
    awaited. `parts` is how many of the lines counted are parts of a compound line that is not itself counted.
    `late_stones` are tasks that are in time as a whole, with an intermediate date that is over.
    """

    now: datetime
    indicators: Counts
    parts: int
    tasks: Mapping[TaskClass, int]
    danger: Sequence[Standing]
    due_soon: Sequence[Standing]
    overdue: Sequence[Standing]
    missing: Sequence[Standing]
    late_stones: Sequence[Standing]
    obstacles: Sequence[tuple[ItemView, Obstacle]]
    newest: date | None
    all: Mapping[str, Standing]
    scope: str = ""

    @property
    def task_total(self) -> int:
        return sum(self.tasks.values())

    @property
    def lines(self) -> list[Standing]:
        """The indicators that are counted: lines of the plan, and parts of those that are not looked at."""
        return judged_lines(self.all)

    @property
    def unconfirmed(self) -> int:
        """How many of the tasks that are done wait for somebody's yes."""
        return sum(one.checked.waiting is not None for one in self.all.values())

    @property
    def withheld(self) -> list[Standing]:
        """Units' figures that wait for their head's yes, and do not count meanwhile."""
        return [one for one in self.all.values() if one.withheld is not None and not one.withheld.returned]

    @property
    def carried(self) -> int:
        """How many of the tasks that are not done came over from last year's plan."""
        return sum(
            one.item.carried is not None and one.task not in DONE | STOPPED for one in self.all.values()
        )

    @property
    def missing_people(self) -> set[int]:
        """Owners of what is due, past and not there."""
        return {one.item.owner_id for one in self.missing if one.item.owner_id}

    @property
    def trouble(self) -> int:
        """How many items need somebody's eye."""
        return len(self.danger) + len(self.overdue) + len(self.late_stones)


def overview(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    items: Sequence[ItemView] | None = None,
    scope: str = "",
    until: Cut | None = None,
) -> Overview:
    """Look at the whole ward, or at some of its items; with `until`, at what was known as of a day."""
    chosen = ward.items.values() if items is None else ward.with_parts(items)
    found = standings(session, now, office, ward, chosen, until)
    return _of(found, figures.open_obstacles(session, ward.id, now), now, scope)


def by_field(session: Session, now: datetime, office: Office, ward: WardView) -> list[tuple[str, Overview]]:
    """Each field that has items, by name: looked at once, however many fields there are."""
    found = standings(session, now, office, ward)
    obstacles = figures.open_obstacles(session, ward.id, now)
    rows = []
    for code, heading in ward.fields.items():
        items = ward.with_parts([item for item in ward.items.values() if item.field == code])
        if items:
            rows.append((heading.name, _of({one.key: found[one.key] for one in items}, obstacles, now)))
    return rows


def _of(
    found: Mapping[str, Standing], obstacles: Sequence[Obstacle], now: datetime, scope: str = ""
) -> Overview:
    lines = judged_lines(found)
    leaves = [one for one in found.values() if not one.item.parts]
    # A collected indicator is judged as a whole, and asked for unit by unit.
    judged = [
        one
        for one in found.values()
        if one.collected is not None or (not one.item.parts and not _within(one.item, found))
    ]
    items = {one.item.id: one.item for one in found.values()}
    return Overview(
        now=now,
        indicators=roll_up([one.verdict for one in lines if one.verdict is not None]),
        parts=sum(one.item.parent is not None for one in lines),
        tasks=roll_up_tasks([one.task for one in leaves if one.task is not None]),
        danger=_danger(judged),
        due_soon=[one for one in judged if one.verdict is not None and one.verdict.reason == "due_soon"],
        overdue=sorted(
            (one for one in leaves if one.task == "overdue"),
            key=lambda one: one.missed or (one.due or now).date(),
        ),
        missing=[one for one in leaves if one.missing],
        late_stones=[one for one in leaves if one.stone_late],
        obstacles=[(items[row.item_id], row) for row in obstacles if row.item_id in items],
        newest=max((one.figure.as_of for one in leaves if one.figure is not None), default=None),
        all=found,
        scope=scope,
    )


def judged_lines(found: Mapping[str, Standing]) -> list[Standing]:
    """Of these, the indicators that are counted."""
    return [one for one in found.values() if one.item.parent not in found and one.verdict is not None]


def _within(item: ItemView, found: Mapping[str, Standing]) -> bool:
    """True for a unit's share whose indicator is looked at as well."""
    return item.share_of is not None and item.parent in found


def _danger(leaves: Sequence[Standing]) -> list[Standing]:
    """Not met before at risk; within each, what has no completion (an event, a ceiling) before the least."""
    judged = [(one, one.verdict) for one in leaves if one.verdict is not None]
    bad = [(one, said) for one, said in judged if said.cls in DANGER and said.reason != "due_soon"]
    bad.sort(key=lambda pair: (DANGER.index(pair[1].cls), pair[1].ratio or 0))
    return [one for one, _said in bad]
