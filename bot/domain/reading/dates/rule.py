"""What a rule of the date grammar is: a pattern over plain text, how to read it, an example."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.domain.reading.dates.model import DateDoubt, DateReading, Workday

Answer = DateReading | DateDoubt
Build = Callable[[re.Match[str], "Anchor"], Answer | None]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date is relative to. `lean` says which year "30/9" means; `marked`: the person types marks."""

    now: datetime
    deadline: date | None
    workday: Workday
    lean: Literal["future", "past"]
    marked: bool

    @property
    def today(self) -> date:
        """Return the day of `now`."""
        return self.now.date()


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of a date. `alone`: it is a date in any message; else only next to a cue, or as an answer."""

    name: str
    pattern: re.Pattern[str]
    build: Build
    example: str
    alone: bool = False


def rule(name: str, pattern: str, build: Build, example: str, *, alone: bool = False) -> Rule:
    """Return a rule whose pattern stands on whole words of a plain text."""
    return Rule(name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), build, example, alone)


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, where it stands in the plain text, and where the rule's own words begin (`core`).

    `alone`: nothing more is needed to take it for a date.
    """

    start: int
    end: int
    answer: Answer
    rule: str
    alone: bool
    core: int
