"""Figures and words of progress that came after their period was closed, and what was decided on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from db import not_applicable
from db.models import Figure, LateFigure, Progress

_DECIMALS = ("value", "numerator", "denominator")
_PLAIN = ("state", "reads", "estimate", "words")
WAITING = (
    select(LateFigure)
    .where(LateFigure.ward_id == bindparam("ward"), LateFigure.state == "asked")
    .order_by(LateFigure.id)
)


_WAITING_FOR = select(LateFigure).where(
    LateFigure.item_id == bindparam("item"),
    LateFigure.period == bindparam("period"),
    LateFigure.state == "asked",
)


def spec_of(figure: Figure) -> dict[str, Any]:
    """The value columns of a figure as JSON: decimals as text."""
    exact = {name: getattr(figure, name) for name in _DECIMALS}
    return {name: None if value is None else f"{value:f}" for name, value in exact.items()} | {
        name: getattr(figure, name) for name in _PLAIN
    }


def figure_of(row: LateFigure) -> Figure:
    """The figure that a late one is or becomes, in no session yet; what came before is not known to it."""
    exact = {name: row.spec[name] for name in _DECIMALS}
    values = {name: None if text is None else Decimal(text) for name, text in exact.items()}
    return Figure(
        ward_id=row.ward_id,
        item_id=row.item_id,
        period=row.period,
        as_of=row.as_of,
        person_id=row.person_id,
        entered_by_id=row.entered_by_id,
        channel=row.channel,
        inbox_id=row.inbox_id,
        reported_at=row.at,
        **values,
        **{name: row.spec[name] for name in _PLAIN},
    )


def spec_of_progress(row: Progress) -> dict[str, Any]:
    """The same of a word of progress on a task."""
    percent = None if row.percent is None else f"{row.percent:f}"
    return {"progress": row.state, "percent": percent, "words": row.words}


def said_by(row: LateFigure) -> Figure | Progress:
    """The figure, or the word of progress, that a late one is or becomes; in no session yet."""
    if "progress" not in row.spec:
        return figure_of(row)
    percent = row.spec["percent"]
    return Progress(
        ward_id=row.ward_id,
        item_id=row.item_id,
        period=row.period,
        state=row.spec["progress"],
        percent=None if percent is None else Decimal(percent),
        words=row.spec["words"],
        person_id=row.person_id,
        entered_by_id=row.entered_by_id,
        channel=row.channel,
        inbox_id=row.inbox_id,
        reported_at=row.at,
    )


def put(session: Session, row: LateFigure, now: datetime) -> None:
    """Put it before the clerk; what waited for the same item and period no longer does."""
    replace(session, row.item_id, row.period, now)
    not_applicable.replace(session, row.item_id, row.period, now)
    session.add(row)
    session.flush()


def replace(session: Session, item_id: int, period: str, now: datetime) -> LateFigure | None:
    """Ask no longer for what waits for an item and period: something newer came. What it was, if anything."""
    row = session.scalars(_WAITING_FOR, {"item": item_id, "period": period}).first()
    if row is not None:
        row.state, row.decided_at = "replaced", now
        session.flush()
    return row


def waiting(session: Session, ward_id: int) -> Sequence[LateFigure]:
    """What waits for a decision, the oldest first."""
    return session.scalars(WAITING, {"ward": ward_id}).all()


def of_item(session: Session, item_id: int) -> Sequence[LateFigure]:
    """Everything that ever came late for an item, the oldest first."""
    statement = select(LateFigure).where(LateFigure.item_id == item_id).order_by(LateFigure.id)
    return session.scalars(statement).all()


def granted(session: Session, figure_ids: Iterable[int]) -> Mapping[int, LateFigure]:
    """Of these figures, those that somebody granted after their period was closed."""
    rows = session.scalars(select(LateFigure).where(LateFigure.figure_id.in_(list(figure_ids))))
    return {row.figure_id: row for row in rows if row.figure_id is not None}


def granted_of(session: Session, item_ids: Iterable[int]) -> Sequence[LateFigure]:
    """Figures and words of progress of these items that were recorded after their period was closed.

    What was taken back since is not among them.
    """
    gone = select(Figure.id).where(Figure.corrects_id == LateFigure.figure_id, Figure.state == "withdrawn")
    mine = LateFigure.item_id.in_(list(item_ids)) & (LateFigure.state == "granted") & ~gone.exists()
    return session.scalars(select(LateFigure).where(mine).order_by(LateFigure.id)).all()


def decide(
    session: Session, row: LateFigure, state: str, by_id: int, now: datetime, words: str | None
) -> bool:
    """Grant or refuse it, once; False when somebody else decided in the meantime."""
    undecided = (LateFigure.id == row.id) & (LateFigure.state == "asked")
    values = {"state": state, "decided_by_id": by_id, "decided_at": now, "words": words}
    changed = session.scalars(
        update(LateFigure).where(undecided).values(**values).returning(LateFigure.id)
    ).all()
    session.refresh(row)
    return bool(changed)
