"""A decision of the clock is written down, and becomes words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.watch import News
from db import people, reminders
from db.ward_view import WardView
from handlers import dead_letters, silence, watch
from handlers.correcting import late
from handlers.deciding.mornings import undecided
from handlers.deciding.registry import counted
from handlers.decision import Decision, Owed
from handlers.directives import asking as orders
from handlers.handover import handing_over
from handlers.leave import over as leave_over
from handlers.office import new_year
from handlers.pressing import escalation
from handlers.reporting import asking
from handlers.situation import daily, summary
from handlers.standings.standing import standings
from handlers.texts.deciding import waiting as decide_texts
from handlers.texts.reporting import work as texts
from handlers.turn import Office, Reply


def carry_out(
    session: Session, now: datetime, office: Office, ward: WardView, alike: Sequence[Owed], out: Path
) -> Iterator[tuple[Owed, Sequence[Reply]]]:
    """Write decisions down that are one of kind (`decision.together`), and say what each is about.

    IntegrityError when somebody else did already. A period is summed up once for all who are told of it.
    """
    ended: summary.Ended | None = None
    for decision in alike:
        if isinstance(decision, News):
            yield decision, watch.tell(session, office, ward, decision)
            continue
        reminders.decide(
            session, ward.id, decision.kind, decision.subject, decision.recipient, now, decision.stages
        )
        if decision.kind == "summary":
            ended = ended or summary.ended(session, now, office, ward, decision.subject)
            yield decision, summary.periodic(session, now, office, ended, decision.recipient, out)
        else:
            yield decision, _about(session, now, office, ward, decision)


def _about(
    session: Session, now: datetime, office: Office, ward: WardView, decision: Decision
) -> Sequence[Reply]:
    if decision.kind in _ABOUT_THE_WARD:
        return _ABOUT_THE_WARD[decision.kind](session, now, office, ward, decision)
    person = ward.people[int(decision.recipient.removeprefix("person:"))]
    if decision.kind == "day":
        return [daily.tell(session, now, office, ward, person)]
    items = [ward.items[key] for key in decision.items]
    found = list(standings(session, now, office, ward, items).values())
    open_still = asking.unanswered(session, ward, person.id, decision.items, now)
    open_still += late.unexplained(session, ward, person.id, now)
    if decision.kind == "due_day":
        return [
            Reply(texts.due_day(person, found, now, ward, open_still), to=person.id, items=decision.items)
        ]
    there = people.reachable(session, ward.id)
    requests = undecided(session, now, office, ward, there).get(person.id, [])
    said = leave_over.first_morning(session, ward, person, now)
    said += [texts.digest(person, found, now, ward, open_still)] if found else []
    said += [decide_texts.morning(person, counted(requests), requests[0].since)] if requests else []
    if (ungiven := orders.left_behind(session, ward, now).get(person.id)) is not None:
        said.append(ungiven)
    choices = (Choice(decide_texts.SEE, "/duyet"),) if requests and not found else ()
    return [Reply("\n".join(said), choices=choices, to=person.id, items=decision.items)] if said else []


def _hand_over(
    session: Session, now: datetime, _office: Office, ward: WardView, decision: Decision
) -> Sequence[Reply]:
    handing_over.carry_out(session, now, ward, int(decision.subject))
    return []


_ABOUT_THE_WARD: Mapping[str, Callable[[Session, datetime, Office, WardView, Decision], Sequence[Reply]]] = {
    "handover": _hand_over,
    "escalation": lambda session, now, office, ward, one: escalation.tell(
        session, now, office, ward, one.recipient, one.stages
    ),
    "dead": lambda session, now, _office, ward, one: dead_letters.tell(session, now, ward, one.recipient),
    "silence": lambda session, now, office, ward, one: silence.tell(
        session, office, ward, one.subject, one.recipient, now
    ),
    "new_year": lambda session, now, office, ward, _one: new_year.begin(session, now, office, ward),
    "no_plan": lambda _session, _now, _office, ward, one: new_year.miss(ward, int(one.subject)),
}
"""What is told of the ward as a whole, or of what happened to it, by the kind of decision."""
