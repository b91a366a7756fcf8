"""What reading an order needs to know of the ward's people and units, and what it yields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who may be named: `address` is "anh", "chị" …; `heads` when the unit's head."""

    id: int
    name: str
    address: str
    unit: int | None
    heads: bool = False
    leads: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit by the name that the ward gave it."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Who:
    """Who is named from token `start` to `end`: the people who may be meant, and the unit if one is named.

    One person: sure. None at all: the unit has nobody.
    """

    people: tuple[int, ...]
    unit: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """Who may be meant by what a text begins with (one person: sure), how it was said, and what follows."""

    people: tuple[int, ...]
    said: str
    rest: str


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often a task comes back (week, month, quarter), and its due rule as in `Preset`; None: not said."""

    frequency: str
    due_rule: str | None = None


@dataclass(frozen=True, slots=True)
class Stone:
    """An intermediate date, and what stands done on it."""

    on: date
    name: str


@dataclass(frozen=True, slots=True)
class Directive:
    """An order as far as its words say it.

    `people` are those who may be meant as the one in charge (exactly one: sure; none: not said, or `stranger`
    holds the words that fit nobody). `unit` is the unit that was named, `coordinating` those that work along.
    `what` is the rest of the words. `due` is the day, `at` the hour where one was typed, `due_words` how it
    was said ("trước thứ Năm"); `days` are days that may be meant where it was not said so that it is sure;
    `undated`: "không hạn". `recurrences`: how it comes back (exactly one and no `days`: sure), from `begins`
    on; `until` are the words that name another end than the year's. `stones` are intermediate dates. `codes`
    are codes of items that the order is about: it presses them. `reminds`: its verb is "nhắc", "đôn đốc";
    `strong`: its verb can only order ("giao", "yêu cầu"). `several`: the message gives a second order
    to somebody.
    """

    people: tuple[int, ...] = ()
    stranger: str = ""
    unit: int | None = None
    coordinating: tuple[int, ...] = ()
    what: str = ""
    due: date | None = None
    at: time | None = None
    due_words: str = ""
    days: tuple[date, ...] = ()
    undated: bool = False
    recurrences: tuple[Recurrence, ...] = ()
    begins: date | None = None
    until: str = ""
    product: str | None = None
    basis: str | None = None
    stones: tuple[Stone, ...] = ()
    codes: tuple[str, ...] = ()
    reminds: bool = False
    strong: bool = False
    several: bool = False

    @property
    def timed(self) -> bool:
        """True when its words say by when, or how often."""
        return bool(self.due or self.days or self.undated or self.recurrences)
