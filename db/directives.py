"""Leaders' orders: which task they made or pressed, and what the person in charge answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.kept import once
from db.models import Directive, Item, Unit

PREFIX = "NV-"
TRIES = 8
"""How many keys are tried when others take them at the same moment."""
_NUMBER = re.compile(r"NV-?(\d+)", re.IGNORECASE)


def next_key(session: Session, plan_id: int) -> str:
    """The next free key of a task: one above the highest of the plan, stopped ones included."""
    keys = session.scalars(select(Item.key).where(Item.plan_id == plan_id))
    used = [int(found[1]) for key in keys if (found := _NUMBER.fullmatch(key))]
    return f"{PREFIX}{max(used, default=0) + 1:03d}"


def add_task(session: Session, item: Item) -> None:
    """Add a task under the next free key. The unique key decides: who comes second takes the one after."""
    item.sort = (session.scalar(select(func.max(Item.sort)).where(Item.plan_id == item.plan_id)) or 0) + 1
    for left in reversed(range(TRIES)):
        item.key = next_key(session, item.plan_id)
        try:
            with session.begin_nested():
                session.add(item)
                session.flush()
            return
        except IntegrityError:
            if not left:
                raise


def of_item(session: Session, item_id: int) -> Sequence[Directive]:
    """The orders about an item, the newest first."""
    statement = select(Directive).where(Directive.item_id == item_id).order_by(Directive.id.desc())
    return session.scalars(statement).all()


def from_messages(session: Session, inbox_ids: Iterable[int]) -> Directive | None:
    """The order that one of these messages gave; None when they gave none."""
    statement = select(Directive).where(Directive.inbox_id.in_(list(inbox_ids))).order_by(Directive.id.desc())
    return session.scalars(statement).first()


def unanswered(session: Session, item_ids: Iterable[int]) -> Sequence[Directive]:
    """Orders that made these items, which nobody has said to have received, the oldest first."""
    waiting = (
        Directive.item_id.in_(list(item_ids)),
        Directive.made.is_(True),
        Directive.accepted_at.is_(None),
    )
    return session.scalars(select(Directive).where(*waiting).order_by(Directive.id)).all()


def unit_codes(session: Session, unit_ids: Iterable[int]) -> list[str]:
    """The codes of units, in the ward's order."""
    statement = select(Unit.code).where(Unit.id.in_(list(unit_ids))).order_by(Unit.sort, Unit.id)
    return list(session.scalars(statement))


def given(session: Session, ward_id: int, start: datetime, end: datetime) -> int:
    """How many tasks were made by orders in [start, end)."""
    when = (Directive.ward_id == ward_id, Directive.made.is_(True), Directive.at >= start, Directive.at < end)
    return session.scalar(select(func.count()).select_from(Directive).where(*when)) or 0


def given_by(session: Session, ward_id: int, person_id: int, since: datetime) -> Sequence[Directive]:
    """The orders of one leader from that moment on, the newest first."""
    when = (Directive.ward_id == ward_id, Directive.given_by_id == person_id, Directive.at >= since)
    return session.scalars(select(Directive).where(*when).order_by(Directive.id.desc())).all()


def made_since(session: Session, ward_id: int, moment: datetime) -> set[int]:
    """The items that orders made from that moment on, and the records of them in last year's plan."""
    made = (
        select(Directive.item_id, Item.carried_from_id, Directive.at)
        .join(Item, Item.id == Directive.item_id)
        .where(Directive.ward_id == ward_id, Directive.made.is_(True))
    )
    rows = once(session, ("made", ward_id), lambda: session.execute(made).all())
    pairs = [(item_id, record_id) for item_id, record_id, at in rows if at >= moment]
    return {one for pair in pairs for one in pair if one is not None}
