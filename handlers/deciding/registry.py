"""The kinds of requests, and what waits for a person across all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from db import people
from db.requests import waiting_kinds
from db.ward_view import PersonView, WardView
from handlers.deciding import (
    carried,
    completion,
    declined,
    extension,
    handover,
    late_figure,
    not_applicable,
    unit_figure,
)
from handlers.deciding.request import Kind, Request

KINDS: tuple[Kind, ...] = (
    extension,
    completion,
    unit_figure,
    late_figure,
    not_applicable,
    carried,
    handover,
    declined,
)
BY_MARK = {kind.MARK: kind for kind in KINDS}
_ROWS: Mapping[str, str] = {
    extension.MARK: "extension",
    completion.MARK: "completion",
    unit_figure.MARK: "unit_figure",
    late_figure.MARK: "late_figure",
    not_applicable.MARK: "not_applicable",
    handover.MARK: "handover",
    declined.MARK: "decline",
}
"""What is looked for before a kind is asked; a kind that is not here asks only of items that came over."""
UNPRESSED = frozenset({handover.MARK, carried.MARK})
"""Of these the ladder does not remind who decides."""


WEEK = 5
"""Working days of a week."""


def kind_of(request: Request) -> Kind:
    return BY_MARK[request.mark]


def waiting(session: Session, ward: WardView) -> list[Request]:
    """Everything that waits in a ward, the oldest first."""
    some = waiting_kinds(session, ward.id)
    asked = [kind for kind in KINDS if kind.MARK not in _ROWS or _ROWS[kind.MARK] in some]
    found = [one for kind in asked for one in kind.waiting(session, ward)]
    return sorted(found, key=lambda one: (one.since, one.mark, one.number))


def waiting_for(session: Session, ward: WardView, person: PersonView) -> list[Request]:
    """What waits for this person's decision, the oldest first."""
    return [one for one in waiting(session, ward) if person in kind_of(one).deciders(ward, one)]


def by_whom(
    session: Session, ward: WardView, person: PersonView
) -> tuple[list[Request], dict[PersonView, list[Request]]]:
    """What this person may decide: what was put before him, and what before others, by them.

    Before whom: the first of the deciders who can be reached.
    """
    reachable, own = people.reachable(session, ward.id), []
    others: dict[PersonView, list[Request]] = {}
    for one in waiting_for(session, ward, person):
        told = next((who for who in kind_of(one).deciders(ward, one) if who.id in reachable), person)
        if told == person:
            own.append(one)
        else:
            others.setdefault(told, []).append(one)
    return own, others


def by_decider(session: Session, ward: WardView, reachable: Collection[int]) -> dict[int, list[Request]]:
    """What waits, by the person who was told: the first of the deciders who can be reached."""
    found: dict[int, list[Request]] = {}
    for one in waiting(session, ward):
        told = next((who.id for who in kind_of(one).deciders(ward, one) if who.id in reachable), None)
        if told is not None:
            found.setdefault(told, []).append(one)
    return found


def is_told_each_morning(request: Request, today: date, decision_days: int, ward: WardView) -> bool:
    """What came today was told as it came; on the day of `decision_days` the ladder tells of it.

    A hand-over and a task of last year are not on the ladder's lowest rung: from the first morning on. Of a
    task of last year, which has the year before it, once a week.
    """
    since = request.since.date()
    if request.mark == carried.MARK:
        return ward.calendar.workdays_between(since, today) % WEEK == 1
    if request.mark in UNPRESSED:
        return since < today
    return ward.calendar.workdays_between(since, today) > decision_days


def find(session: Session, ward: WardView, ref: str) -> Request | None:
    """The request that a reference ("g12") names; None when there is none."""
    kind, number = BY_MARK.get(ref[:1]), ref[1:]
    return kind.find(session, ward, int(number)) if kind and number.isdecimal() else None


def counted(requests: Sequence[Request]) -> list[tuple[int, str]]:
    """How many of which kind, in the order of the kinds."""
    counts = Counter(one.mark for one in requests)
    return [(counts[kind.MARK], kind.NOUN) for kind in KINDS if counts[kind.MARK]]
