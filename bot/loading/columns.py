"""What a column and a sheet of the workbook are, and a section of the YAML."""

from __future__ import annotations

from dataclasses import dataclass

from bot.loading import cells
from bot.loading.cells import Kind

LONG = 10_000
TEXT = cells.Text()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` is the line's attribute ("target.value" for one of its target).

    `lists` names the sheet whose codes are offered in a drop-down; `rare` columns are folded away; `longest`
    is how many letters the database takes.
    """

    key: str
    heading: str
    kind: Kind = TEXT
    note: str = ""
    width: int = 14
    lists: str = ""
    rare: bool = False
    longest: int = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook, a section of the YAML; `part` is the attribute of PlanDocument."""

    part: str
    title: str
    columns: tuple[Column, ...]
    sample: tuple[tuple[str, str], ...] = ()

    def column(self, key: str) -> Column:
        """The column of an attribute."""
        return next(column for column in self.columns if column.key == key)
