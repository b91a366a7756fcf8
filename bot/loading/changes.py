"""What loading a document changes, and what the plan still lacks: values to show before anything is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from bot.loading.document import Problem

Action = Literal["add", "change", "stop"]
ORDER = "thứ tự"
"""The heading under which a line's place in its list is told: no column of the workbook."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One attribute: its heading in the workbook, the text before ("" when there was none) and after."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One line added, changed or stopped; `sheet` is its title in the workbook, `code` and `name` its own."""

    action: Action
    sheet: str
    code: str
    name: str
    details: tuple[Detail, ...] = ()

    @property
    def is_order(self) -> bool:
        """True for a line that only stands in another place of its list."""
        return bool(self.details) and all(detail.heading == ORDER for detail in self.details)


@dataclass
class Changes:
    """Everything that loading does, in order, and what is to be said besides.

    With `problems` nothing is loaded. `warnings` do not stop the loading. `lacks_*` are keys of items in use
    without a person in charge, without an assigned number, without a field, and tasks without a date.
    """

    ward: str = ""
    year: int = 0
    changes: list[Change] = field(default_factory=list)
    unchanged: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    lacks_owner: list[str] = field(default_factory=list)
    lacks_target: list[str] = field(default_factory=list)
    lacks_due: list[str] = field(default_factory=list)
    lacks_field: list[str] = field(default_factory=list)

    def count(self, action: Action, sheet: str) -> int:
        """How many lines of a sheet are added, changed or stopped."""
        return sum(change.action == action and change.sheet == sheet for change in self.changes)
