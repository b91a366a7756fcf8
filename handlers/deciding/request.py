"""A request that waits for a decision, and what each kind of request has to say of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlalchemy.orm import Session

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.turn import Reply, Turn

KIND = "decision"
"""The kind of question that a decision may lead to."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request: the row `number` of the kind `mark`, asked at `since`; `open` while nobody has decided.

    `items` are what it is about, at least one; `period` the key of the period, of a figure.
    """

    mark: str
    number: int
    items: tuple[ItemView, ...]
    asked_by_id: int
    since: datetime
    open: bool
    period: str = ""

    @property
    def ref(self) -> str:
        """How it is named in choices and questions: "g12"."""
        return f"{self.mark}{self.number}"

    @property
    def item(self) -> ItemView:
        return self.items[0]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(item.key for item in self.items)


class Row(Protocol):
    """The row of a request, of whatever table."""

    @property
    def ward_id(self) -> int: ...

    @property
    def item_id(self) -> int: ...

    @property
    def state(self) -> str: ...


R = TypeVar("R", bound=Row)


def in_plan(rows: Iterable[R], ward: WardView) -> list[R]:
    """Those of items that are still in the plan, or were in last year's."""
    return [row for row in rows if ward.in_force(row.item_id) is not None]


def known(row: R | None, ward: WardView) -> R | None:
    """The row, where it is this ward's and its item is in the plan, or was in last year's."""
    if row is None or row.ward_id != ward.id:
        return None
    return row if ward.in_force(row.item_id) is not None else None


def item_of(row: Row, ward: WardView) -> ItemView:
    """The item of a row that is in the plan or was in last year's. KeyError for others."""
    return ward.earlier[row.item_id] if row.item_id not in ward.by_id else ward.by_id[row.item_id]


def asked_or_last(rows: Sequence[R]) -> Sequence[R]:
    """What waits; nothing waiting, the last that was decided."""
    return [row for row in rows if row.state == "asked"] or rows[-1:]


class Kind(Protocol):
    """A kind of request: a module of this package (see the package's docstring)."""

    MARK: str
    """Its letter, unlike any other kind's."""
    UNDERSTOOD: frozenset[str]
    """The verdicts that it takes: names of `handlers.texts.deciding.waiting.VERDICTS`."""
    NOUN: str
    """What is counted: "đề nghị gia hạn"."""
    ACT: str
    """What deciding on it is, before the item: "Gia hạn" (CT05 do đồng chí Nga quyết định)."""

    def waiting(self, session: Session, ward: WardView) -> Iterable[Request]:
        """Everything of this kind that waits in the ward, whoever decides."""

    def about(self, session: Session, ward: WardView, item: ItemView) -> Sequence[Request]:
        """What waits about an item; nothing waiting, the last that was decided, or nothing."""

    def find(self, session: Session, ward: WardView, number: int) -> Request | None:
        """The request with this number, also one that was decided; None when the ward has none."""

    def deciders(self, ward: WardView, request: Request) -> Sequence[PersonView]:
        """Who may decide; the first who can be reached is the one who is told."""

    def line(self, session: Session, ward: WardView, request: Request) -> str:
        """The request in a list: the item, who asks for what, since when."""

    def label(self, ward: WardView, request: Request) -> str:
        """The request on a button."""

    def letter(self, turn: Turn, request: Request, to: PersonView) -> Reply:
        """The request as it is put before who decides, with its choices; addressed to nobody yet."""

    def decide(self, turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
        """Carry the verdict out, or ask for what is missing; `turn.person` is one of the deciders.

        A request that was decided before is answered with what was decided, by whom.
        """

    def picked(self, turn: Turn, request: Request, payload: Mapping[str, Any], data: str) -> Sequence[Reply]:
        """A choice was picked under what `decide` asked."""

    def answered(self, turn: Turn, request: Request, payload: Mapping[str, Any]) -> Sequence[Reply] | None:
        """Words came in answer to what `decide` asked; None when they are about something else."""
