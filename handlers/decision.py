"""One thing that a tick has to tell, and to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import groupby
from typing import Any, Literal

from bot.domain.watch import News
from bot.domain.workdays import ONE_DAY, WARD_ZONE
from db import reminders

Kind = Literal[
    "digest",
    "due_day",
    "summary",
    "escalation",
    "silence",
    "dead",
    "handover",
    "day",
    "new_year",
    "no_plan",
]


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to tell: `recipient` is "person:7", "group" or "ward", `subject` the day or the period.

    `stages` are the stages of the duties it tells, `items` their keys.
    """

    kind: Kind
    subject: str
    recipient: str
    items: tuple[str, ...] = ()
    stages: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.recipient}:{self.subject}"

    @property
    def sends(self) -> str:
        """The kind of outbox row: a reminder may be repeated once, a reply more often."""
        return "summary" if self.kind in {"summary", "day"} else "reminder"

    @property
    def not_after(self) -> datetime | None:
        """The end of the day that it is about: what could not go out until then is decided anew."""
        if self.kind not in reminders.OF_A_DAY:
            return None
        day = date.fromisoformat(self.subject)
        return datetime.combine(day + ONE_DAY, time(), WARD_ZONE)


Owed = Decision | News
"""What a tick may have to tell: of the ward's work, or of the assistant itself."""


def together(decisions: Iterable[Owed]) -> Iterator[list[Owed]]:
    """Decisions as they are carried out: each alone, the summary of a period with all who are told of it."""
    for _, alike in groupby(decisions, key=_what):
        yield list(alike)


def _what(decision: Owed) -> str:
    if isinstance(decision, Decision) and decision.kind == "summary":
        return f"summary:{decision.subject}"
    return decision.key
