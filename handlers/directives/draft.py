"""An order before it is given: what is known of it so far, and what it still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, time
from typing import Any, Literal

from bot.domain.directives import Directive, Recurrence, Stone
from bot.domain.workdays import WARD_ZONE
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.turn import Turn

Need = Literal["what", "who", "when", "confirm"]


@dataclass(frozen=True, slots=True)
class Draft:
    """An order that waits in a question. `words` are verbatim, `inbox_id` the message that brought them.

    `given_by` is the leader (or the clerk who writes for the office), `said_at` when he said it. `people`
    are ids of who may be meant: with exactly one it is sure. `due` and `days` are ISO dates, `at` an hour
    ("17:00") where one was said. `recurrences` are ways in which it may come back, "week:fri", or "week:" on
    the ward's usual day: one, and no `days` beside it, is sure. `stones` are intermediate dates, "2026-11-20
    dự thảo". `unit` and `coordinating` are ids of units. `place` is its own among the orders of one message,
    `then` are those behind it, as `to_json` writes them. `files` are the photo or file that it came with.
    """

    words: str
    inbox_id: int
    given_by: int
    said_at: str
    people: tuple[int, ...] = ()
    stranger: str = ""
    unit: int | None = None
    coordinating: tuple[int, ...] = ()
    what: str = ""
    due: str | None = None
    at: str | None = None
    due_words: str = ""
    days: tuple[str, ...] = ()
    undated: bool = False
    recurrences: tuple[str, ...] = ()
    begins: str | None = None
    until: str = ""
    product: str | None = None
    basis: str | None = None
    stones: tuple[str, ...] = ()
    place: int = 0
    then: tuple[Mapping[str, Any], ...] = ()
    files: tuple[Mapping[str, Any], ...] = ()

    @property
    def need(self) -> Need:
        """What is to be asked next."""
        if not self.what:
            return "what"
        if len(self.people) != 1:
            return "who"
        return "confirm" if self.due or self.undated or self.recurrence else "when"

    @property
    def recurrence(self) -> Recurrence | None:
        """How it comes back, once that is sure."""
        if len(self.recurrences) != 1 or self.days or self.due:
            return None
        return recurrence_of(self.recurrences[0])

    @property
    def milestones(self) -> list[Stone]:
        """The intermediate dates, the first one first."""
        parted = (one.partition(" ") for one in sorted(self.stones))
        return [Stone(date.fromisoformat(day), name) for day, _, name in parted]

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.due) if self.due else None

    @property
    def next(self) -> Draft | None:
        """The order behind this one in the same message."""
        return replace(from_json(self.then[0]), then=self.then[1:]) if self.then else None

    def to_json(self) -> dict[str, Any]:
        """As it waits in a question."""
        return asdict(self)


def from_json(kept: Mapping[str, Any]) -> Draft:
    """The draft that `to_json` wrote."""
    known = {one.name for one in fields(Draft)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
    }
    return Draft(**{name: value for name, value in values.items() if name in known})


def recurrence_of(data: str) -> Recurrence:
    """The one that a draft or a choice keeps as "week:fri"."""
    frequency, _, rule = data.partition(":")
    return Recurrence(frequency, rule or None)


def kept(stones: Iterable[Stone]) -> tuple[str, ...]:
    """Intermediate dates as a draft keeps them."""
    return tuple(f"{one.on.isoformat()} {one.name}" for one in stones)


def of_message(turn: Turn, order: Directive, words: str, given_by: PersonView) -> Draft:
    """The draft that an order makes."""
    draft = Draft(words, turn.inbox_id, given_by.id, turn.said_at.isoformat())
    return with_order(turn, draft, order)


def with_order(turn: Turn, draft: Draft, order: Directive) -> Draft:
    """The draft with everything that an order says."""
    draft = replace(
        draft,
        people=able(turn.ward, order.people),
        stranger=order.stranger,
        unit=order.unit,
        coordinating=order.coordinating,
        what=order.what,
        product=order.product,
        basis=order.basis,
        stones=kept(order.stones),
    )
    return with_day(turn, draft, order)


def with_day(turn: Turn, draft: Draft, order: Directive) -> Draft:
    """The draft due as an order says: on a day, one of several, never, each period; a day that is over is
    asked again."""
    hour = f"{order.at:%H:%M}" if order.at else None
    draft = replace(
        draft,
        due=None,
        at=hour,
        due_words=order.due_words,
        days=(),
        undated=order.undated,
        recurrences=tuple(f"{one.frequency}:{one.due_rule or ''}" for one in order.recurrences),
        begins=order.begins.isoformat() if order.begins else None,
        until=order.until,
    )
    if order.due is None:
        return replace(draft, days=tuple(day.isoformat() for day in order.days))
    dated = replace(draft, due=order.due.isoformat())
    return dated if moment(turn, dated) > turn.now else replace(draft, at=None)


def on_same_day(draft: Draft, changed: Draft) -> Draft:
    """A changed draft that is due as it was before."""
    names = ("due", "at", "due_words", "days", "undated", "recurrences", "begins", "until")
    return replace(changed, **{name: getattr(draft, name) for name in names})


def able(ward: WardView, people: tuple[int, ...]) -> tuple[int, ...]:
    """Those of them who may be in charge of something: who only reads the ward may not."""
    return tuple(one for one in people if one in ward.people and rights.may(ward.people[one], "report"))


def moment(turn: Turn, draft: Draft) -> datetime:
    """When it is due: at the hour that was said, else the ward's. Only of a draft that has a day."""
    hour = time.fromisoformat(draft.at) if draft.at else turn.rules.task_preset.due_time
    return datetime.combine(draft.day or turn.today, hour, WARD_ZONE)
