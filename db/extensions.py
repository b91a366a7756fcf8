"""More time for an item: what was asked, what was decided, and until when an item is due because of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from db.models import Extension, Item, Ward

Key = tuple[int, str | None]
"""An item's id and the period that is extended (None: a task with its own date)."""


_ASKED = (
    select(Extension)
    .where(Extension.item_id.in_(bindparam("ids", expanding=True)), Extension.asked_at <= bindparam("at"))
    .order_by(Extension.id)
)
WAITING = (
    select(Extension)
    .where(Extension.ward_id == bindparam("ward"), Extension.state == "asked")
    .order_by(Extension.id)
)


@dataclass(frozen=True, slots=True)
class Extended:
    """What extensions make of one due day: `due` the newest one granted, `times` how often one who asked got
    it, `asked` waits.
    """

    due: date | None = None
    times: int = 0
    asked: Extension | None = None
    decided_at: datetime | None = None


def extended(session: Session, item_ids: Iterable[int], at: datetime) -> Mapping[Key, Extended]:
    """What was granted and what waited at a moment, by item and period."""
    rows: defaultdict[Key, list[Extension]] = defaultdict(list)
    for row in session.scalars(_ASKED, {"ids": list(item_ids), "at": at}):
        rows[row.item_id, row.period].append(row)
    return {key: _summed(found, at) for key, found in rows.items()}


def _summed(rows: Sequence[Extension], at: datetime) -> Extended:
    granted = [row for row in rows if row.state == "granted" and row.decided_at and row.decided_at <= at]
    waiting = [row for row in rows if row.decided_at is None or row.decided_at > at]
    last = max(granted, key=lambda row: (row.decided_at or at, row.id), default=None)
    return Extended(
        last.decided_due if last else None,
        sum(not is_own_day(row) for row in granted),
        waiting[-1] if waiting else None,
        last.decided_at if last else None,
    )


def is_own_day(row: Extension) -> bool:
    """True for the day that a leader set himself: nobody asked for more time."""
    return row.asked_by_id == row.decided_by_id


def waiting(session: Session, ward_id: int) -> Sequence[Extension]:
    """What waits for a decision, the oldest first."""
    return session.scalars(WAITING, {"ward": ward_id}).all()


def of_item(session: Session, item_id: int) -> Sequence[Extension]:
    """Everything that was ever asked for an item, the oldest first."""
    statement = select(Extension).where(Extension.item_id == item_id).order_by(Extension.id)
    return session.scalars(statement).all()


def replace(session: Session, key: Key, now: datetime) -> None:
    """What was asked before for the same item and period no longer waits: somebody asks anew."""
    item_id, period = key
    same_period = Extension.period.is_(None) if period is None else Extension.period == period
    session.execute(
        update(Extension)
        .where(Extension.item_id == item_id, same_period, Extension.state == "asked")
        .values(state="replaced", decided_at=now)
    )


def replace_all(session: Session, item_id: int, now: datetime) -> None:
    """Nothing that was asked for an item waits any more, of whatever period."""
    asked = (Extension.item_id == item_id) & (Extension.state == "asked")
    session.execute(update(Extension).where(asked).values(state="replaced", decided_at=now))


def withdraw(session: Session, row: Extension, now: datetime) -> bool:
    """It is taken back by who asked; False when somebody decided in the meantime."""
    undecided = (Extension.id == row.id) & (Extension.state == "asked")
    changed = session.scalars(
        update(Extension).where(undecided).values(state="withdrawn", decided_at=now).returning(Extension.id)
    ).all()
    session.refresh(row)
    return bool(changed)


def decide(
    session: Session, row: Extension, by_id: int, now: datetime, due: date | None, words: str | None
) -> bool:
    """Grant it until `due`, or refuse it (None); False when somebody else decided in the meantime."""
    values = {
        "state": "granted" if due else "refused",
        "decided_by_id": by_id,
        "decided_at": now,
        "decided_due": due,
        "words": words,
    }
    undecided = (Extension.id == row.id) & (Extension.state == "asked")
    changed = session.scalars(
        update(Extension).where(undecided).values(**values).returning(Extension.id)
    ).all()
    session.refresh(row)
    if changed and due is not None and row.period is None:
        _date_again(session, row)
    return bool(changed)


def _date_again(session: Session, row: Extension) -> None:
    """A task that came over without its day, since that was over, and got the more time it waited for."""
    task = session.get_one(Item, row.item_id)
    if task.due_on is None:
        task.due_on = row.old_due
        session.get_one(Ward, row.ward_id).revision += 1
