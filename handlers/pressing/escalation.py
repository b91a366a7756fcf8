"""The ladder: what is overdue goes to the unit head, the leader in charge, the chair; facts, no blame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.domain.ladder import Rung, days_late, rung_owed
from bot.domain.message import Choice
from bot.domain.reminding import Duty
from bot.domain.sending import in_time_until
from bot.domain.workdays import WARD_ZONE
from db import explanations, figures, outbox, reminders
from db.item_view import ItemView
from db.models import Explanation
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.deciding import handover, registry
from handlers.deciding.request import Request
from handlers.standings.duties import overdue_duty
from handlers.standings.standing import Standing, standings
from handlers.texts.pressing import escalation as texts
from handlers.turn import Office, Reply

KIND = "escalation"
WARD = "ward"
"""Recipient of the decision that the day's ladder was looked at: told to nobody."""
AHEAD = timedelta(days=21)
"""How long before its due day a dated task may first be reminded of."""
CLERK = "clerk"
HAND_OVER_DAYS = 2
"""Working days after which the clerk is told that somebody has not agreed to a hand-over."""
MOST_BYTES = 64
NAMED = 3


@dataclass(frozen=True, slots=True)
class Matter:
    """Something undone: `key` is what it is remembered by, `rungs` who may be told, the lowest first."""

    key: str
    item: ItemView
    late: int
    rungs: Sequence[Rung]
    people: dict[str, Sequence[PersonView]]


@dataclass(slots=True)
class Escalation:
    """What one person is told today: the rung by matter, and the keys of the items."""

    recipient: str
    stages: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)


def owed(
    session: Session, now: datetime, office: Office, ward: WardView, reachable: frozenset[int]
) -> Sequence[Escalation]:
    """What goes up today, once from `escalate_at` on; the last one only says that it was looked at."""
    hour = datetime.combine(now.date(), office.rules.escalate_at, WARD_ZONE)
    subject = now.date().isoformat()
    if now < hour or reminders.is_made(session, ward.id, KIND, subject, WARD):
        return []
    told = reminders.climbed(session, ward.id, now)
    made = reminders.made(session, ward.id, subject)
    found: dict[str, Escalation] = {}
    for matter in _matters(session, now, office, ward, reachable):
        who = rung_owed(matter.rungs, matter.late, told.get(matter.key, {}), hour)
        for person in matter.people.get(who or "", ()):
            recipient = f"person:{person.id}"
            if (KIND, recipient) not in made:
                one = found.setdefault(recipient, Escalation(recipient))
                one.stages[matter.key] = str(who)
                one.items.append(matter.item.key)
    return [*found.values(), Escalation(WARD)]


# --- what is undone, and who may hear of it ----------------------------------------------------------


def _matters(
    session: Session, now: datetime, office: Office, ward: WardView, reachable: frozenset[int]
) -> Iterator[Matter]:
    leaves = [item for item in ward.items.values() if not item.parts]
    for one in standings(session, now, office, ward, leaves).values():
        if (duty := overdue_duty(one)) is not None:
            yield _overdue(one.item, duty, now, office, ward, reachable)
    for request in registry.waiting(session, ward):
        yield _undecided(request, now, office, ward, reachable)
    for asked in explanations.unanswered(session, ward.id):
        if item := ward.in_force(asked.item_id):
            yield _unexplained(asked, item, now, ward, reachable)


def _overdue(
    item: ItemView, duty: Duty, now: datetime, office: Office, ward: WardView, reachable: frozenset[int]
) -> Matter:
    """An item whose due day is over: first its owner, by the morning's digest; after its grace the ladder."""
    owner, leader = ward.acting(item.owner_id, reachable), rights.in_charge(ward, item)[:1]
    steps = {
        "person": [owner] if owner else [],
        "unit_head": rights.heads_of(ward, item),
        "leader": leader,
        "chair": rights.chairs(ward),
    }
    rungs = [Rung("person", 1), *office.rules.ladder]
    in_time = in_time_until(duty.due, duty.period, office.rules, ward.calendar)
    matter = _climbable(duty.key, item, _late(in_time.date(), now, ward), rungs, steps, reachable)
    # The owner's rung is the digest: it is not told here.
    matter.people.pop("person", None)
    return matter


def _undecided(
    request: Request, now: datetime, office: Office, ward: WardView, reachable: frozenset[int]
) -> Matter:
    """A request that waits: who decides is told once more; when it waits on, who else could decide.

    Of a hand-over that is not agreed to the clerk is told: those who should agree are equals.
    """
    late = _late(request.since.date(), now, ward)
    key = texts.REQUEST + request.ref
    if request.mark == handover.MARK:
        clerks = {CLERK: rights.clerks(ward)}
        return _climbable(key, request.item, late, [Rung(CLERK, HAND_OVER_DAYS)], clerks, reachable)
    everybody = registry.kind_of(request).deciders(ward, request)
    first = [one for one in everybody if one.id in reachable][:1]
    others = [one for one in everybody if one not in first]
    steps = {"leader": first, "chair": others}
    soon = office.rules.decision_days
    pressed = [] if request.mark in registry.UNPRESSED else [Rung("leader", soon)]
    rungs = [
        *pressed,
        *(rung for rung in office.rules.ladder if rung.who == "chair" and rung.after > soon),
    ]
    return _climbable(key, request.item, late, rungs, steps, reachable)


def _unexplained(
    row: Explanation, item: ItemView, now: datetime, ward: WardView, reachable: frozenset[int]
) -> Matter:
    """An explanation that is due: who owes it on its day, who asked for it on the day after."""
    steps = {
        "person": [one for one in [ward.acting(row.asked_of_id, reachable)] if one],
        "leader": [one for one in [ward.substitute(row.asked_by_id, reachable)] if one],
    }
    rungs = [Rung("person", 0), Rung("leader", 1)]
    late = _late(row.due_on, now, ward)
    return _climbable(texts.EXPLANATION + str(row.id), item, late, rungs, steps, reachable)


def _climbable(
    key: str,
    item: ItemView,
    late: int,
    rungs: Sequence[Rung],
    steps: Mapping[str, Sequence[PersonView]],
    reachable: frozenset[int],
) -> Matter:
    """The rungs on which somebody stands who can be reached and does not stand on a lower one."""
    people: dict[str, Sequence[PersonView]] = {}
    below: set[int] = set()
    for rung in rungs:
        standing = [one for one in steps[rung.who] if one.id in reachable and one.id not in below]
        if standing:
            people[rung.who] = standing
            below |= {one.id for one in standing}
    return Matter(key, item, late, [rung for rung in rungs if rung.who in people], people)


def _late(due: date, now: datetime, ward: WardView) -> int:
    return days_late(due, now.date(), ward.calendar)


# --- what is said ------------------------------------------------------------------------------------


def tell(
    session: Session, now: datetime, office: Office, ward: WardView, recipient: str, stages: Mapping[str, str]
) -> Sequence[Reply]:
    """One person's message: overdue items, requests that wait for a decision, explanations."""
    if recipient == WARD:
        return []
    reader = ward.people[int(recipient.removeprefix("person:"))]
    told = texts.Told(
        reader=reader,
        overdue=_facts(session, now, office, ward, stages),
        waiting=_still_waiting(session, ward, [key for key, rung in stages.items() if rung != CLERK]),
        stalled=_still_waiting(session, ward, [key for key, rung in stages.items() if rung == CLERK]),
        unexplained=[session.get_one(Explanation, one) for one in _ids(stages, texts.EXPLANATION)],
        rungs=frozenset(stages.values()),
    )
    if not (told.overdue or told.waiting or told.stalled or told.unexplained):
        return []
    items = tuple(fact.one.item.key for fact in told.overdue)
    return [Reply(texts.message(told, ward, now), choices=_choices(told, ward), to=reader.id, items=items)]


def _facts(
    session: Session, now: datetime, office: Office, ward: WardView, stages: Mapping[str, str]
) -> list[texts.Fact]:
    """The overdue items that are still so, the latest first, with what was done about them."""
    keys = [key.split()[0] for key in stages if not key.startswith((texts.REQUEST, texts.EXPLANATION))]
    found = standings(session, now, office, ward, [ward.items[key] for key in keys if key in ward.items])
    obstacles = {row.item_id: row.words for row in figures.open_obstacles(session, ward.id, now)}
    late = [(duty.due, one) for one in found.values() if (duty := overdue_duty(one)) is not None]
    return [
        texts.Fact(
            one,
            due.date(),
            _late(due.date(), now, ward),
            _reminded(session, ward, one, due),
            obstacles.get(one.item.id),
            next(iter(rights.deciders(ward, one.item)), None),
        )
        for due, one in sorted(late, key=lambda pair: pair[0])
    ]


def _reminded(session: Session, ward: WardView, one: Standing, due: datetime) -> int:
    """How many reminders about an item its owner, or who acted for him, got for what is due now."""
    owner = one.item.owner_id
    if owner is None:
        return 0
    begins = one.period.end if one.period and due == one.due else (due - AHEAD).date()
    since = datetime.combine(begins, time(), WARD_ZONE)
    people = {owner, *(row.substitute for row in ward.absences if row.person == owner and row.substitute)}
    said = [items for person in people for items in outbox.reminders_since(session, person, since)]
    return sum(one.item.key in items for items in said)


def _still_waiting(session: Session, ward: WardView, keys: Iterable[str]) -> list[str]:
    """The requests that still wait, as they are listed in /duyet."""
    refs = [key.removeprefix(texts.REQUEST) for key in keys if key.startswith(texts.REQUEST)]
    found = [registry.find(session, ward, ref) for ref in refs]
    return [registry.kind_of(one).line(session, ward, one) for one in found if one is not None and one.open]


def _ids(stages: Mapping[str, str], prefix: str) -> list[int]:
    return [int(key.removeprefix(prefix)) for key in stages if key.startswith(prefix)]


def _choices(told: texts.Told, ward: WardView) -> tuple[Choice, ...]:
    """To press those who are named, and to see what waits for a decision."""
    owners = {fact.one.item.owner_id: None for fact in told.overdue}
    people = [ward.people[key] for key in owners if key and key in ward.people and key != told.reader.id]
    together = "/dondoc " + ", ".join(one.code for one in people)
    people = people if rights.may(told.reader, "press") else []
    choices = [Choice(texts.press_label(one), f"/dondoc {one.code}") for one in people[:NAMED]]
    if len(people) > 1 and len(together.encode()) <= MOST_BYTES:
        choices.append(Choice(texts.press_all_label(len(people)), together))
    if told.waiting:
        choices.append(Choice(texts.DECIDE, "/duyet"))
    return tuple(choices)
