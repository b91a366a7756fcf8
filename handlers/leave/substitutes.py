"""Who may act for somebody on leave: who is offered, and why somebody cannot."""

from __future__ import annotations

from datetime import date

from bot.domain.acting import Absence
from db import people
from db.ward_view import PersonView
from handlers import rights
from handlers.texts.leave import written as texts
from handlers.turn import Turn

OFFERED = 4


def sample(turn: Turn, person: PersonView, first: date, last: date) -> PersonView | None:
    """Somebody else who could act, of the own unit where there is one; a leader for a leader."""
    leads = person.has("leader", "chair")
    others = [
        one
        for one in turn.ward.people.values()
        if one.id != person.id
        and rights.may(one, "report")
        and one.has("leader", "chair") == leads
        and _overlapping(turn, one.id, first, last) is None
    ]
    near = [one for one in others if one.unit_id == person.unit_id]
    return next(iter(near or others), None)


def candidates(turn: Turn, person: PersonView, first: date, last: date) -> list[PersonView]:
    """Who may act: reachable, there all the time; of the own unit, for a leader the other leaders first."""
    reachable = people.reachable(turn.session, turn.ward.id)
    leads = person.has("leader", "chair")
    near = [
        one
        for one in turn.ward.people.values()
        if one.id != person.id
        and one.id in reachable
        and rights.may(one, "report")
        and _overlapping(turn, one.id, first, last) is None
        and (one.unit_id == person.unit_id or (leads and one.has("leader", "chair")))
    ]
    return sorted(near, key=lambda one: leads and not one.has("leader", "chair"))[:OFFERED]


def _overlapping(turn: Turn, person_id: int, first: date, last: date) -> Absence | None:
    rows = [one for one in turn.ward.absences if one.person == person_id]
    return next((one for one in rows if one.first <= last and one.last >= first), None)


def wrong(turn: Turn, absence: Absence, *, still: bool) -> tuple[str, PersonView | None] | None:
    """Why somebody cannot act, and whether he may be kept all the same; None when all is well."""
    person = turn.ward.people.get(absence.substitute or 0)
    if person is None:
        return None
    if person.id == absence.person:
        return texts.not_oneself(), None
    if person.id not in people.reachable(turn.session, turn.ward.id):
        return texts.not_linked(person), None
    other = _overlapping(turn, person.id, absence.first, absence.last)
    if other is None or still:
        return None
    shared = max(other.first, absence.first)
    acts = turn.ward.with_absence(absence, shared).substitute(absence.person)
    return texts.away_too(person, other, turn.ward), person if acts else None
