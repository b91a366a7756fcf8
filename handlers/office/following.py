"""Who answers for what, where that changed between the loading of a new year's plan and its first day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from db import audit, handovers
from db.item_view import ItemView
from db.models import Item
from db.ward_view import PersonView, WardView
from handlers.standings.plan_year import identity

_COLUMNS = {"assign": "owner_id", "decider": "decider_id"}


def follow(session: Session, ward: WardView) -> Sequence[tuple[ItemView, PersonView]]:
    """Let this plan's items follow what was assigned of last year's since; those that changed hands.

    An item follows the one of its name as long as both are the same person's: what the new plan changes
    itself stays. A hand-over whose day is still to come is about this year's items.
    """
    twins = _twins(ward)
    _hand_on(session, ward, {old.id: new.id for old, new in twins})
    now_by_code = {old.key: new for old, new in twins}
    people = {one.code: one.id for one in [*ward.former.values(), *ward.people.values()]}
    found: dict[str, ItemView] = {}
    for line in reversed(audit.lines(session, ward.id, _COLUMNS.keys())):
        item = now_by_code.get(line.subject)
        if item is None or ward.loaded_at is None or line.at <= ward.loaded_at:
            continue
        row, column = session.get_one(Item, item.id), _COLUMNS[line.action]
        if getattr(row, column) == people.get(line.before or "") and line.after in people:
            setattr(row, column, people[line.after])
            found |= {item.key: item} if line.action == "assign" else {}
    session.flush()
    owners = [(one, ward.people.get(session.get_one(Item, one.id).owner_id or 0)) for one in found.values()]
    return [(item, owner) for item, owner in owners if owner is not None]


def _twins(ward: WardView) -> list[tuple[ItemView, ItemView]]:
    """The items of last year's plan, each with this year's of the same name (a share: of the same unit)."""
    this_year = {identity(item): item for item in ward.items.values()}
    pairs = [(old, this_year.get(identity(old))) for old in ward.earlier.values()]
    return [(old, new) for old, new in pairs if new is not None]


def _hand_on(session: Session, ward: WardView, ids: Mapping[int, int]) -> None:
    for row in handovers.still_open(session, ward.id):
        row.items = [ids.get(one, one) for one in row.items]
