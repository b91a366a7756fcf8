"""Which figures count: where a unit's head confirms, what waits for him, and what he returned, does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import figures
from db.models import Confirmation, Figure


@dataclass(frozen=True, slots=True)
class Withheld:
    """A newest figure that does not count: what became of it, and the figure before it that does."""

    confirmation: Confirmation
    counted: Figure | None = None

    @property
    def returned(self) -> bool:
        return self.confirmation.state == "returned"


def withheld(
    session: Session, newest: Mapping[int, Figure], until: date | None = None
) -> dict[int, Withheld]:
    """By item, of these newest figures, those that do not count."""
    ids = [row.id for row in newest.values()]
    if not ids:
        return {}
    statement = select(Confirmation).where(Confirmation.figure_id.in_(ids), Confirmation.state != "confirmed")
    rows = session.scalars(statement).all()
    return {row.item_id: Withheld(row, counted(session, row.item_id, until)) for row in rows}


def counted(session: Session, item_id: int, until: date | None) -> Figure | None:
    """The newest figure of an item that nobody has to confirm any more."""
    open_ = select(Confirmation.figure_id).where(
        Confirmation.item_id == item_id,
        Confirmation.state != "confirmed",
        Confirmation.figure_id.is_not(None),
    )
    statement = (
        select(Figure)
        .where(Figure.item_id == item_id, Figure.as_of <= (until or date.max), Figure.id.not_in(open_))
        .where(figures.STANDS)
        .order_by(Figure.as_of.desc(), Figure.id.desc())
    )
    return session.scalars(statement).first()


def uncounted(session: Session, item_ids: Sequence[int]) -> set[int]:
    """Ids of the figures of these items that wait, came back or were replaced before anybody confirmed."""
    statement = select(Confirmation.figure_id).where(
        Confirmation.item_id.in_(item_ids),
        Confirmation.state != "confirmed",
        Confirmation.figure_id.is_not(None),
    )
    return {one for one in session.scalars(statement) if one is not None}


def ask(session: Session, figure: Figure, now: datetime) -> Confirmation:
    """Put a figure before its unit's head."""
    session.flush()
    row = Confirmation(ward_id=figure.ward_id, item_id=figure.item_id, figure_id=figure.id, asked_at=now)
    session.add(row)
    session.flush()
    return row
