"""A ward as a plan document again: what it works with now, in the form in which it can be loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.targets import Target, from_json
from bot.loading.document import (
    FieldLine,
    IndicatorLine,
    KnownLine,
    PersonLine,
    PlanDocument,
    ShareLine,
    TaskLine,
    UnitLine,
)
from bot.loading.items import shares_among
from db.models import Field, Figure, Item, Person, Plan, TargetRow, Unit, Ward


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes by which lines refer to each other, by id."""

    units: Mapping[int, str]
    people: Mapping[int, str]
    fields: Mapping[int, str]
    items: Mapping[int, str]


def document_of(session: Session, ward: Ward, plan: Plan | None) -> PlanDocument:
    """The units, people and fields in use, and the plan's items with the newest target of each.

    Who has left is not named: an item that he had is exported without a person in charge.
    """
    every_unit = session.scalars(select(Unit).where(Unit.ward_id == ward.id).order_by(Unit.sort, Unit.id))
    people = session.scalars(select(Person).where(Person.ward_id == ward.id).order_by(Person.id)).all()
    fields = session.scalars(
        select(Field).where(Field.ward_id == ward.id).order_by(Field.sort, Field.id)
    ).all()
    items = _items(session, plan)
    shares = shares_among(items)
    kept = {row.unit_id for row in items if row.id in shares}  # a share is known by its unit
    units = [row for row in every_unit if row.active or row.id in kept]
    codes = Codes(
        {row.id: row.code for row in units},
        {row.id: row.code for row in people if row.active},
        {row.id: row.code for row in fields},
        {row.id: row.key for row in items},
    )
    targets = _targets(session, items)
    return PlanDocument(
        ward_code=ward.code,
        ward_name=ward.name,
        year=plan.year if plan else None,
        title=plan.title if plan else None,
        units=tuple(UnitLine(code=row.code, name=row.name, confirms=row.confirms or None) for row in units),
        people=tuple(_person(row, codes) for row in people if row.active),
        fields=tuple(_field(row, codes) for row in fields),
        indicators=tuple(
            _indicator(row, codes, targets)
            for row in items
            if row.kind == "indicator" and row.id not in shares
        ),
        shares=tuple(_share(row, codes, targets) for row in items if row.id in shares),
        tasks=tuple(_task(row, codes) for row in items if row.kind == "task"),
        known=tuple(_known(session, items, targets)),
    )


def _items(session: Session, plan: Plan | None) -> Sequence[Item]:
    if plan is None:
        return []
    statement = select(Item).where(Item.plan_id == plan.id, Item.active).order_by(Item.sort, Item.id)
    return session.scalars(statement).all()


def _targets(session: Session, items: Sequence[Item]) -> dict[int, Target]:
    """The newest target of each indicator."""
    statement = (
        select(TargetRow)
        .where(TargetRow.item_id.in_([row.id for row in items]))
        .order_by(TargetRow.valid_from, TargetRow.id)
    )
    return {row.item_id: from_json(row.spec) for row in session.scalars(statement)}


def _person(row: Person, codes: Codes) -> PersonLine:
    return PersonLine(
        code=row.code,
        name=row.name,
        address=row.address,
        title=row.title,
        phone=row.phone,
        unit=codes.units.get(row.unit_id or 0),
        roles=tuple(sorted(role.name for role in row.roles)) or None,
    )


def _field(row: Field, codes: Codes) -> FieldLine:
    return FieldLine(code=row.code, name=row.name, leader=codes.people.get(row.leader_id or 0))


def _indicator(row: Item, codes: Codes, targets: Mapping[int, Target]) -> IndicatorLine:
    return IndicatorLine(
        **_common(row, codes),
        note=row.note,
        parent=codes.items.get(row.parent_id or 0),
        listed=row.listed,
        collect=row.collect,
        target=targets.get(row.id),
    )


def _share(row: Item, codes: Codes, targets: Mapping[int, Target]) -> ShareLine:
    target = targets.get(row.id)
    whole = target.whole if target else None
    return ShareLine(
        code=codes.items[row.parent_id or 0],
        unit=codes.units.get(row.unit_id or 0),
        owner=codes.people.get(row.owner_id or 0),
        assigned=target.value if target else None,
        whole=whole,
        counted=target.unit if target and whole is not None else None,
    )


def _task(row: Item, codes: Codes) -> TaskLine:
    by_preset = not (row.recurring or row.due_on or row.frequency == "none")
    own = {"frequency": None} if by_preset else {}
    return TaskLine(
        **_common(row, codes) | own,
        note=row.note,
        due_on=row.due_on,
        product=row.product,
        coordinating=tuple(row.coordinating) or None,
        basis=row.basis,
        milestones=tuple((date.fromisoformat(one["on"]), one["name"]) for one in row.milestones) or None,
    )


def _common(row: Item, codes: Codes) -> dict[str, Any]:
    return {
        "code": row.key,
        "name": row.name,
        "slug": row.slug,
        "short_name": row.short_name,
        "aliases": tuple(row.aliases) or None,
        "field": codes.fields.get(row.field_id or 0),
        "unit": codes.units.get(row.unit_id or 0),
        "owner": codes.people.get(row.owner_id or 0),
        "leader": codes.people.get(row.leader_id or 0),
        "decider": codes.people.get(row.decider_id or 0),
        "frequency": row.frequency,
        "regime": row.regime,
        "due_rule": row.due_rule,
        "due_time": time.fromisoformat(row.due_time),
        "focal": row.focal or None,
    }


def _known(session: Session, items: Sequence[Item], targets: Mapping[int, Target]) -> Iterator[KnownLine]:
    """What the ward had when it began: the last figure that was supplied, last year's, the opening stock."""
    statement = (
        select(Figure)
        .where(Figure.item_id.in_([row.id for row in items]), Figure.supplied)
        .order_by(Figure.as_of, Figure.id)
    )
    supplied = {row.item_id: row for row in session.scalars(statement)}
    for item in items:
        row, target = supplied.get(item.id), targets.get(item.id)
        last_year = target.last_year if target else None
        baseline = target.baseline if target else None
        if row is None and last_year is None and baseline is None:
            continue
        yield KnownLine(
            code=item.key,
            as_of=row.as_of if row else None,
            value=row.value if row else None,
            state=row.state if row and row.state != "value" else None,
            last_year=last_year,
            baseline=baseline,
        )
    yield from _year_before(items, targets)


def _year_before(items: Sequence[Item], targets: Mapping[int, Target]) -> Iterator[KnownLine]:
    """Last year's figures by month. Under every regime the first of a month is in that month's period."""
    ends = {item: targets[item.id].ends_on for item in items if item.id in targets}
    for item, end in ends.items():
        if end is not None:
            for month, value in sorted(targets[item.id].last_year_by.items()):
                yield KnownLine(code=item.key, as_of=date(end.year - 1, month, 1), value=value)
