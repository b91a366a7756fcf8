"""What people reported and changed, as sheets: every row with who and when, corrections included."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.loading.record_columns import Names, Value
from bot.loading.record_sheets import SHEETS
from db.models import Item, Person, Plan
from db.ward_rows import of_ward


@dataclass(frozen=True, slots=True)
class Records:
    """A sheet: its columns as (heading, width), its rows."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: list[list[Value]]


def records_of(session: Session, ward_id: int) -> list[Records]:
    """Every sheet of a ward, its rows in the order in which they were written."""
    people = session.execute(select(Person.id, Person.name).where(Person.ward_id == ward_id))
    items = session.execute(select(Item.id, Item.key, Item.short_name).where(Item.ward_id == ward_id))
    plans = session.execute(select(Plan.id, Plan.year).where(Plan.ward_id == ward_id))
    names = Names(
        {row.id: row.name for row in people},
        {item_id: (key, short_name) for item_id, key, short_name in items},
        {row.id: row.year for row in plans},
    )
    return [
        Records(
            title,
            tuple((heading, width) for heading, width, _ in columns),
            [
                [value(row, names) for _, _, value in columns]
                for row in session.scalars(
                    select(table).where(of_ward(table.__table__, ward_id)).order_by(table.id)
                )
            ],
        )
        for title, table, columns in SHEETS
    ]
