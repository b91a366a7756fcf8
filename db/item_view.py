"""An indicator or task of the plan as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.domain.items import ItemKind, KnownItem
from bot.domain.periods import Period
from bot.domain.targets import Target


@dataclass(frozen=True, slots=True)
class Milestone:
    """An intermediate date of a task, and what stands done on it."""

    on: date
    name: str


@dataclass(frozen=True, slots=True)
class Carried:
    """The task of last year's plan that one comes from: its code, the year, the day it was due."""

    key: str
    year: int
    due: date | None


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """That an item does not concern the ward: in one `period`, or in a year ("2026") from `since` on."""

    period: str
    since: date

    def covers(self, period: Period | None) -> bool:
        """Whether it holds for a period; without one, whether it holds for the year."""
        if period is None:
            return self.period.isdecimal()
        return period.key.startswith(self.period) and period.end >= self.since


@dataclass(frozen=True, slots=True)
class ItemView:
    """An indicator or task. `parts` are the keys of a compound line's parts; `parent` the line's key.

    `collect`, `coordinating`, `milestones` and who decides are as in `db.models.Item`. `share_of` is set on
    a unit's share of a collected indicator: that indicator's short name.
    """

    id: int
    key: str
    kind: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    sort: int
    parent: str | None
    parts: tuple[str, ...]
    field: str | None
    unit_id: int | None
    owner_id: int | None
    frequency: str
    regime: str
    due_rule: str
    due_time: time
    due_on: date | None
    focal: bool
    note: str | None
    targets: tuple[tuple[date, Target], ...] = ()
    collect: str | None = None
    share_of: str | None = None
    leader_id: int | None = None
    decider_id: int | None = None
    coordinating: tuple[str, ...] = ()
    product: str | None = None
    basis: str | None = None
    milestones: tuple[Milestone, ...] = ()
    recurring: bool = False
    begins_on: date | None = None
    carried: Carried | None = None
    not_applicable: tuple[NotApplicable, ...] = ()

    def applies(self, period: Period | None) -> bool:
        """False in a period for which who decides has said that the item does not concern the ward."""
        return not any(one.covers(period) for one in self.not_applicable)

    def target_on(self, day: date) -> Target | None:
        """The target that holds on a day; the first one for days before it was set."""
        valid = [target for since, target in self.targets if since <= day]
        if valid:
            return valid[-1]
        return self.targets[0][1] if self.targets else None

    @property
    def target(self) -> Target | None:
        """The newest target."""
        return self.targets[-1][1] if self.targets else None

    @property
    def answered_for(self) -> bool:
        """True where an owner belongs to it: of compound lines only to a collected one."""
        return not self.parts or self.collect is not None

    @property
    def is_task(self) -> bool:
        return self.kind == "task"


def known_item(item: ItemView) -> KnownItem:
    """What the reading of messages needs to know of an item."""
    kind: ItemKind = "task" if item.is_task else "indicator"
    return KnownItem.of(item.key, kind, item.name, item.short_name, item.aliases, item.target)
