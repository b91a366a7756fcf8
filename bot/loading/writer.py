"""Writing lines over rows: what differs is set, noted for the operator and in the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.periods import Regime
from bot.domain.ward import WardRules
from bot.loading.cells import Day
from bot.loading.changes import ORDER, Action, Change, Changes, Detail
from bot.loading.columns import Sheet
from bot.loading.document import PlanDocument
from db import audit
from db.models import Field, Item, Person, Plan, Unit, Ward

Row = TypeVar("Row", Unit, Person, Field, Plan, Item)
LOADED = "load."
"""How the action of a line begins that a loading writes into the audit log."""
_HEADINGS = {"active": "đang dùng", "sort": ORDER, "source_year": "năm gốc"}


@dataclass
class Writer:
    """One loading: what it was given, what the ward has by code, what it has changed."""

    session: Session
    rules: WardRules
    regimes: Mapping[str, Regime]
    document: PlanDocument
    now: datetime
    actor_id: int | None
    ward: Ward
    plan: Plan | None
    source_year: int | None
    changes: Changes
    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up what the ward has already."""
        self.units = {row.code: row for row in self._of_ward(Unit)}
        self.people = {row.code: row for row in self._of_ward(Person)}
        self.fields = {row.code: row for row in self._of_ward(Field)}
        self.items = {
            row.key: row for row in self._of_ward(Item) if self.plan and row.plan_id == self.plan.id
        }

    def _of_ward(self, model: type[Row]) -> list[Row]:
        statement = select(model).where(model.ward_id == self.ward.id).order_by(model.id)
        return list(self.session.scalars(statement))

    def put(self, sheet: Sheet, code: str, row: Row | None, fresh: Row, values: Mapping[str, Any]) -> Row:
        """Set on `row` the values that differ, or add `fresh` with them; note what was done.

        A new place in the list is told where nothing else is: one line fewer moves all that follow.
        """
        kept = fresh if row is None else row
        details = [
            Detail(self._heading(sheet, name), self.shown(name, before), self.shown(name, value))
            for name, value in values.items()
            if (before := getattr(kept, name)) != value
        ]
        details = [detail for detail in details if detail.heading != ORDER] or details
        for name, value in values.items():
            setattr(kept, name, value)
        if row is None:
            self.session.add(kept)
            self.session.flush()
            self.note("add", sheet, code, values.get("name", ""))
        elif details:
            self.note("change", sheet, code, self._name(kept), *details)
        else:
            self.changes.unchanged[sheet.title] += 1
        return kept

    def stop(self, sheet: Sheet, code: str, row: Unit | Person | Item) -> None:
        """Take out of use what the document no longer lists; its history stays."""
        row.active = False
        self.note("stop", sheet, code, row.name)

    def note(self, action: Action, sheet: Sheet, code: str, name: str, *details: Detail) -> None:
        """Remember a change for the operator and in the audit log."""
        self.changes.changes.append(Change(action, sheet.title, code, name, details))
        audit.note(
            self.session,
            self.now,
            f"{LOADED}{action}",
            f"{sheet.part} {self.changes.year} {code}",
            ward_id=self.ward.id,
            person_id=self.actor_id,
            before="; ".join(f"{detail.heading}: {detail.before}" for detail in details) or None,
            after="; ".join(f"{detail.heading}: {detail.after}" for detail in details) or name,
        )

    def shown(self, name: str, value: Any) -> str:
        """A value as the operator reads it: codes for ids, words for nothing and for yes or no."""
        if value is None or value == []:
            return ""
        if name.endswith("_id"):
            return self._code(name, value)
        if isinstance(value, bool):
            return "có" if value else "không"
        if isinstance(value, date):
            return Day().show(value)
        return "; ".join(map(str, value)) if isinstance(value, list) else str(value)

    def _code(self, name: str, row_id: int) -> str:
        tables: dict[str, dict[str, Any]] = {
            "unit_id": self.units,
            "owner_id": self.people,
            "leader_id": self.people,
            "decider_id": self.people,
            "field_id": self.fields,
            "parent_id": self.items,
        }
        return next((code for code, row in tables[name].items() if row.id == row_id), str(row_id))

    @staticmethod
    def _heading(sheet: Sheet, name: str) -> str:
        by_key = {column.key: column.heading for column in sheet.columns}
        return by_key.get(name.removesuffix("_id"), _HEADINGS.get(name, name))

    @staticmethod
    def _name(row: Unit | Person | Field | Plan | Item) -> str:
        return row.title if isinstance(row, Plan) else row.name
