"""Everything of one ward, row by row, for taking it away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from db import contents
from db.models import Chat, Item, Person

LEFT_OUT = frozenset({"invitation", "code_try", "pulse"})
"""Codes that open the door, and what is of the installation and of no ward."""


def rows_of(session: Session, ward_id: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(table, row) of a ward, those that others refer to first."""
    for table in contents.TABLES:
        if table.name not in LEFT_OUT:
            statement = select(table).where(of_ward(table, ward_id)).order_by(*table.primary_key.columns)
            for row in session.execute(statement).mappings():
                yield table.name, dict(row)


def of_ward(table: Table, ward_id: int) -> ColumnElement[bool]:
    """What ties a table's rows to a ward: its own column, or who or what the row is about."""
    if table.name == "ward":
        return table.c.id == ward_id
    # A message is of the ward for which its chat, or another of the same account, was linked.
    accounts = select(Chat.account).where(Chat.ward_id == ward_id)
    if table.name == "outbox":  # an apology for what could not be handled is of no ward
        return (table.c.ward_id == ward_id) | (table.c.ward_id.is_(None) & table.c.account.in_(accounts))
    if "ward_id" in table.c:
        return table.c.ward_id == ward_id
    if "person_id" in table.c:
        return table.c.person_id.in_(select(Person.id).where(Person.ward_id == ward_id))
    if "item_id" in table.c:
        return table.c.item_id.in_(select(Item.id).where(Item.ward_id == ward_id))
    return table.c.account.in_(accounts)
