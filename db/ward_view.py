"""A ward as one immutable value: items, targets, people, calendar; read once per revision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.domain.items import KnownItem
from bot.domain.reading import Catalogue
from bot.domain.targets import Target, from_json
from bot.domain.workdays import WorkCalendar
from bot.domain.yardstick import is_rate
from db.models import Field, Item, Person, Plan, Role, SpecialDay, TargetRow, Unit, Ward

LEADERS = frozenset({"chair", "leader"})
BOUNDED_UNITS = frozenset({"%"})


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person: `address` is "anh", "chị", …; `fields` are the codes of the fields he or she leads."""

    id: int
    code: str
    name: str
    address: str
    title: str | None
    unit_id: int | None
    roles: frozenset[str]
    fields: frozenset[str]

    def has(self, *names: str) -> bool:
        """True when the person has one of these roles."""
        return not self.roles.isdisjoint(names)

    @property
    def given_name(self) -> str:
        """The last word of the name: how people are addressed."""
        return self.name.split()[-1]


@dataclass(frozen=True, slots=True)
class ItemView:
    """An indicator or task. `parts` are the keys of a compound line's parts; `parent` the line's key."""

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
    def is_task(self) -> bool:
        return self.kind == "task"


@dataclass(frozen=True)
class WardView:
    """Everything about a ward that changes only when somebody changes it.

    `off` are the items of closed fields (`WardRules.closed`); they are not among `items`. `former` are
    people who have left: what they reported stays under their names.
    """

    id: int
    code: str
    name: str
    revision: int
    plan_id: int | None
    year: int
    loaded_at: datetime | None
    items: Mapping[str, ItemView]
    people: Mapping[int, PersonView]
    units: Mapping[int, str]
    fields: Mapping[str, FieldView]
    calendar: WorkCalendar
    off: Mapping[str, ItemView] = field(default_factory=dict)
    former: Mapping[int, PersonView] = field(default_factory=dict)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The names by which items are found in messages."""
        return Catalogue([known_item(item) for item in self.items.values() if not item.parts])

    @cached_property
    def whole_catalogue(self) -> Catalogue:
        """The same with what is off: a figure for that must not be taken for one of another item."""
        if not self.off:
            return self.catalogue
        every = [*self.items.values(), *self.off.values()]
        return Catalogue([known_item(item) for item in every if not item.parts])

    @cached_property
    def by_id(self) -> dict[int, ItemView]:
        return {item.id: item for item in self.items.values()}

    def owned(self, person_id: int) -> list[ItemView]:
        """The items that a person answers for, in the plan's order; a compound line through its parts."""
        return [item for item in self.items.values() if item.owner_id == person_id and not item.parts]

    def with_parts(self, items: Iterable[ItemView]) -> list[ItemView]:
        """The items, each compound line followed by all that is under it; each item once."""
        found: dict[str, ItemView] = {}
        for item in items:
            found[item.key] = item
            found |= {part.key: part for part in self.with_parts(self.items[key] for key in item.parts)}
        return list(found.values())

    def with_role(self, *names: str) -> list[PersonView]:
        """People who have one of these roles."""
        return [person for person in self.people.values() if person.has(*names)]

    def unit_name(self, unit_id: int | None) -> str | None:
        return self.units.get(unit_id) if unit_id is not None else None

    def who(self, person_id: int | None) -> PersonView | None:
        """Who did something, also when he has left since."""
        return self.people.get(person_id or 0) or self.former.get(person_id or 0)

    def leader_of(self, item: ItemView) -> PersonView | None:
        """The leader in charge of the item's field."""
        heading = self.fields.get(item.field or "")
        return self.people.get(heading.leader_id) if heading and heading.leader_id else None


@dataclass(frozen=True, slots=True)
class FieldView:
    """A heading of the plan."""

    code: str
    name: str
    leader_id: int | None
    sort: int


_REVISION = select(Ward.id, Ward.revision).where(Ward.code == bindparam("code"))


@dataclass
class WardViews:
    """Keeps the last view of each ward; a newer revision in the database replaces it."""

    calendar: WorkCalendar
    closed: frozenset[str] = frozenset()
    _views: dict[tuple[int, int], WardView] = field(default_factory=dict)

    def get(self, session: Session, code: str, today: date) -> WardView | None:
        """The ward as it stands in this transaction; None before it has been loaded."""
        row = session.execute(_REVISION, {"code": code}).one_or_none()
        if row is None:
            return None
        ward_id, revision = row
        kept = self._views.get((ward_id, today.year))
        if kept is None or kept.revision != revision:
            kept = load(session, ward_id, today, self.calendar, self.closed)
            self._views[ward_id, today.year] = kept
        return kept


def bump(session: Session, ward_id: int) -> None:
    """Say that items, targets, people or days changed: views are read anew."""
    ward = session.get_one(Ward, ward_id)
    ward.revision += 1
    session.flush()


def load(
    session: Session,
    ward_id: int,
    today: date,
    calendar: WorkCalendar,
    closed: frozenset[str] = frozenset(),
) -> WardView:
    """Read a ward: the plan of today's year, or the newest older one; `closed` are codes of fields."""
    ward = session.get_one(Ward, ward_id)
    plan = session.scalars(
        select(Plan).where(Plan.ward_id == ward_id).order_by((Plan.year > today.year), Plan.year.desc())
    ).first()
    fields = _fields(session, ward_id)
    people, former = _people(session, ward_id, fields)
    items, off = _items(session, plan.id, closed) if plan else ({}, {})
    return WardView(
        id=ward.id,
        code=ward.code,
        name=ward.name,
        revision=ward.revision,
        plan_id=plan.id if plan else None,
        year=plan.year if plan else today.year,
        loaded_at=plan.loaded_at if plan else None,
        items=items,
        people=people,
        units={row.id: row.name for row in session.scalars(select(Unit).where(Unit.ward_id == ward_id))},
        fields=fields,
        calendar=_with_special_days(session, ward_id, calendar),
        off=off,
        former=former,
    )


def known_item(item: ItemView) -> KnownItem:
    """What the reading of messages needs to know of an item."""
    target = item.target
    unit = target.unit if target else None
    return KnownItem(
        key=item.key,
        kind="task" if item.is_task else "indicator",
        name=item.name,
        short_name=item.short_name,
        aliases=item.aliases,
        # "% so với năm trước" is typed as "%".
        unit=unit.split()[0] if unit is not None and is_rate(unit) else unit,
        comparator=target.comparator if target else None,
        target=target.value if target else None,
        bounded=unit in BOUNDED_UNITS or bool(target and target.whole),
        cumulative=False if target and (target.whole or target.backlog) else None,
        baseline=target.baseline if target else None,
        assigned=bool(target and target.source == "assigned_later"),
    )


def _fields(session: Session, ward_id: int) -> dict[str, FieldView]:
    rows = session.scalars(select(Field).where(Field.ward_id == ward_id).order_by(Field.sort, Field.id))
    return {row.code: FieldView(row.code, row.name, row.leader_id, row.sort) for row in rows}


def _people(
    session: Session, ward_id: int, fields: Mapping[str, FieldView]
) -> tuple[dict[int, PersonView], dict[int, PersonView]]:
    """The people of a ward, and apart those who have left."""
    roles: defaultdict[int, set[str]] = defaultdict(set)
    for person_id, name in session.execute(
        select(Role.person_id, Role.name).join(Person).where(Person.ward_id == ward_id)
    ):
        roles[person_id].add(name)
    led: defaultdict[int, set[str]] = defaultdict(set)
    for heading in fields.values():
        if heading.leader_id:
            led[heading.leader_id].add(heading.code)
    rows = session.scalars(select(Person).where(Person.ward_id == ward_id).order_by(Person.id)).all()
    everybody = {
        row.id: PersonView(
            row.id,
            row.code,
            row.name,
            row.address,
            row.title,
            row.unit_id,
            frozenset(roles[row.id]),
            frozenset(led[row.id]),
        )
        for row in rows
    }
    active = {row.id for row in rows if row.active}
    return (
        {one: view for one, view in everybody.items() if one in active},
        {one: view for one, view in everybody.items() if one not in active},
    )


def _items(
    session: Session, plan_id: int, closed: frozenset[str]
) -> tuple[dict[str, ItemView], dict[str, ItemView]]:
    """The items of a plan, and apart those that are off: of a closed field, or part of such a line."""
    rows = session.scalars(
        select(Item).where(Item.plan_id == plan_id, Item.active).order_by(Item.sort, Item.id)
    ).all()
    codes = {
        row.id: row.code
        for row in session.scalars(
            select(Field).where(Field.id.in_({r.field_id for r in rows if r.field_id}))
        )
    }
    off: set[int] = set()
    if closed:
        off = {row.id for row in rows if codes.get(row.field_id or 0) in closed}
        off |= {row.id for row in rows if row.parent_id in off}
    targets = _targets(session, plan_id)
    opened = _views([row for row in rows if row.id not in off], codes, targets)
    return opened, _views([row for row in rows if row.id in off], codes, targets)


def _views(
    rows: Sequence[Item], codes: Mapping[int, str], targets: Mapping[int, Sequence[tuple[date, Target]]]
) -> dict[str, ItemView]:
    keys = {row.id: row.key for row in rows}
    parts: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        if row.parent_id:
            parts[row.parent_id].append(row.key)
    return {
        row.key: ItemView(
            id=row.id,
            key=row.key,
            kind=row.kind,
            name=row.name,
            short_name=row.short_name,
            aliases=tuple(row.aliases),
            sort=row.sort,
            parent=keys.get(row.parent_id or 0),
            parts=tuple(parts[row.id]),
            field=codes.get(row.field_id or 0),
            unit_id=row.unit_id,
            owner_id=row.owner_id,
            frequency=row.frequency,
            regime=row.regime,
            due_rule=row.due_rule,
            due_time=time.fromisoformat(row.due_time),
            due_on=row.due_on,
            focal=row.focal,
            note=row.note,
            targets=tuple(targets.get(row.id, ())),
        )
        for row in rows
    }


def _targets(session: Session, plan_id: int) -> defaultdict[int, list[tuple[date, Target]]]:
    found: defaultdict[int, list[tuple[date, Target]]] = defaultdict(list)
    statement = (
        select(TargetRow)
        .join(Item, Item.id == TargetRow.item_id)
        .where(Item.plan_id == plan_id)
        .order_by(TargetRow.valid_from, TargetRow.id)
    )
    for row in session.scalars(statement):
        found[row.item_id].append((row.valid_from, from_json(row.spec)))
    return found


def _with_special_days(session: Session, ward_id: int, calendar: WorkCalendar) -> WorkCalendar:
    for row in session.scalars(select(SpecialDay).where(SpecialDay.ward_id == ward_id)):
        calendar = calendar.with_special(row.day, works=row.works)
    return calendar
