"""A message that the rules made owed, as it is worked out a second time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

Duty = tuple[str, str | None, date]
"""What a stage is remembered by: the item, the period, the due day."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A message that had to go out: kind, to whom, about which day or period, when, what.

    `overdue` are the duties that a morning's message tells to be past their day.
    """

    kind: str
    chat: str
    subject: str
    at: datetime
    items: frozenset[str] = frozenset()
    overdue: frozenset[Duty] = frozenset()
