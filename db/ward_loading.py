"""Reading a ward from the database: once per revision, not once per message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.domain.acting import Absence
from bot.domain.periods import Regime
from bot.domain.targets import Target, from_json
from bot.domain.workdays import WorkCalendar
from db import not_applicable, plans
from db.item_view import Carried, ItemView, Milestone, NotApplicable
from db.models import Field, Handover, Item, Leave, Person, Plan, Role, SpecialDay, TargetRow, Unit, Ward
from db.ward_view import FieldView, PersonView, WardView

_REVISION = select(Ward.id, Ward.revision).where(Ward.code == bindparam("code"))


PUT_RIGHT = 3
"""The last month in which figures of the year before are put right."""


@dataclass
class WardViews:
    """Keeps the last view of each ward; a newer revision in the database replaces it."""

    calendar: WorkCalendar
    closed: frozenset[str] = frozenset()
    regimes: Mapping[str, Regime] = field(default_factory=dict)
    _views: dict[tuple[int, int], WardView] = field(default_factory=dict)

    def get(self, session: Session, code: str, today: date) -> WardView | None:
        """The ward as it stands in this transaction; None before it has been loaded."""
        row = session.execute(_REVISION, {"code": code}).one_or_none()
        if row is None:
            return None
        ward_id, revision = row
        kept = self._views.get((ward_id, today.year))
        stale = kept is None or kept.revision != revision
        if kept is None or stale or (kept.today != today and today.month == plans.OVERLAP):
            kept = load(session, ward_id, today, self.calendar, self.closed, self.regimes)
        elif kept.today != today:
            kept = kept.on(today)
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
    regimes: Mapping[str, Regime] | None = None,
    *,
    year: int | None = None,
    also: Collection[str] = (),
) -> WardView:
    """Read a ward with the plan that is worked by today, or that of `year`; `closed` are codes of fields,
    `also` the codes of items that are read although a file has stopped them.

    The plan of a year is worked by until its last report is due, in January: December's figures are its own.
    Without a plan of today's year it is the newest older one. LookupError when there is none of `year`.
    """
    ward = session.get_one(Ward, ward_id)
    calendar = _with_special_days(session, ward_id, calendar)
    if year is None:
        plan = plans.worked_by(session, ward_id, today, calendar, regimes or {})
    else:
        plan = plans.of_year(session, ward_id, year)
        if plan is None:
            raise LookupError(year)
    fields = _fields(session, ward_id)
    people, former = _people(session, ward_id, fields)
    units = session.scalars(select(Unit).where(Unit.ward_id == ward_id)).all()
    items, off = _items(session, plan.id, closed, also) if plan else ({}, {})
    view = WardView(
        id=ward.id,
        code=ward.code,
        name=ward.name,
        revision=ward.revision,
        plan_id=plan.id if plan else None,
        year=plan.year if plan else today.year,
        loaded_at=plan.loaded_at if plan else None,
        items=items,
        people=people,
        units={row.id: row.name for row in units},
        unit_codes={row.code: row.name for row in units},
        confirming=frozenset(row.id for row in units if row.confirms),
        fields=fields,
        calendar=calendar,
        off=off,
        former=former,
        absences=_absences(session, ward_id, today),
        handovers=_handovers(session, ward_id),
        earlier=_earlier(session, ward_id, plan, today, closed) if year is None else {},
        over=year is not None and year < today.year and plans.exists(session, ward_id, year + 1),
    )
    return view.on(today)


def _earlier(
    session: Session, ward_id: int, plan: Plan | None, today: date, closed: frozenset[str]
) -> dict[int, ItemView]:
    """The items of the plan before, while figures of theirs may still be put right."""
    if plan is None or plan.year != today.year or today.month > PUT_RIGHT:
        return {}
    before = plans.of_year(session, ward_id, plan.year - 1)
    return {item.id: item for item in _items(session, before.id, closed)[0].values()} if before else {}


def _absences(session: Session, ward_id: int, today: date) -> tuple[Absence, ...]:
    """Who is or will be away in today's year or later; who came back early is there from that day on."""
    begins = today.replace(month=1, day=1)
    rows = session.scalars(select(Leave).where(Leave.ward_id == ward_id, Leave.last >= begins))
    return tuple(
        Absence(row.id, row.person_id, row.substitute_id, row.first, last)
        for row in rows
        if (last := last_day(row)) >= row.first
    )


def _handovers(session: Session, ward_id: int) -> tuple[tuple[int, date], ...]:
    """What both sides have agreed on, and waits for its day."""
    statement = select(Handover.id, Handover.starts_on).where(Handover.state == "agreed")
    rows = session.execute(statement.where(Handover.ward_id == ward_id))
    return tuple((number, day) for number, day in rows)


def last_day(row: Leave) -> date:
    """The last day on which somebody is away: the one planned, or the day before he came back."""
    return row.last if row.ended_at is None else min(row.last, row.ended_at.date() - timedelta(days=1))


def _fields(session: Session, ward_id: int) -> dict[str, FieldView]:
    rows = session.scalars(select(Field).where(Field.ward_id == ward_id).order_by(Field.sort, Field.id))
    return {row.code: FieldView(row.id, row.code, row.name, row.leader_id, row.sort) for row in rows}


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
            row.daily_summary,
        )
        for row in rows
    }
    active = {row.id for row in rows if row.active}
    return (
        {one: view for one, view in everybody.items() if one in active},
        {one: view for one, view in everybody.items() if one not in active},
    )


def _items(
    session: Session, plan_id: int, closed: frozenset[str], also: Collection[str] = ()
) -> tuple[dict[str, ItemView], dict[str, ItemView]]:
    """The items of a plan, and apart those that are off: of a closed field, or part of such a line."""
    in_use = (Item.plan_id == plan_id) & (Item.active | Item.key.in_(also))
    rows = session.scalars(select(Item).where(in_use).order_by(Item.sort, Item.id)).all()
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
    known = codes, _targets(session, plan_id), _carried(session, rows), _not_applicable(session, plan_id)
    opened = _views([row for row in rows if row.id not in off], *known)
    return opened, _views([row for row in rows if row.id in off], *known)


def _views(
    rows: Sequence[Item],
    codes: Mapping[int, str],
    targets: Mapping[int, Sequence[tuple[date, Target]]],
    carried: Mapping[int | None, Carried],
    not_applicable: Mapping[int, tuple[NotApplicable, ...]],
) -> dict[str, ItemView]:
    keys = {row.id: row.key for row in rows}
    lines = {row.id: row.short_name for row in rows if row.collect}
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
            collect=row.collect,
            share_of=lines.get(row.parent_id or 0),
            leader_id=row.leader_id,
            decider_id=row.decider_id,
            coordinating=tuple(row.coordinating),
            product=row.product,
            basis=row.basis,
            milestones=tuple(Milestone(date.fromisoformat(one["on"]), one["name"]) for one in row.milestones),
            recurring=row.recurring,
            begins_on=row.begins_on,
            carried=carried.get(row.carried_from_id),
            not_applicable=not_applicable.get(row.id, ()),
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


def _not_applicable(session: Session, plan_id: int) -> dict[int, tuple[NotApplicable, ...]]:
    granted = not_applicable.granted(session, plan_id)
    return {key: tuple(NotApplicable(row.period, row.since) for row in rows) for key, rows in granted.items()}


def _carried(session: Session, rows: Sequence[Item]) -> dict[int | None, Carried]:
    """By id, the tasks of last year's plan that went over into this one."""
    ids = [row.carried_from_id for row in rows if row.carried_from_id]
    if not ids:
        return {}
    statement = select(Item.id, Item.key, Plan.year, Item.due_on).join(Plan, Plan.id == Item.plan_id)
    found = session.execute(statement.where(Item.id.in_(ids)))
    return {old: Carried(key, year, due) for old, key, year, due in found}


def _with_special_days(session: Session, ward_id: int, calendar: WorkCalendar) -> WorkCalendar:
    for row in session.scalars(select(SpecialDay).where(SpecialDay.ward_id == ward_id)):
        calendar = calendar.with_special(row.day, works=row.works)
    return calendar
