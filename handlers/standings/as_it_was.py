"""A ward as it was at a moment: which items it had, who answered for each, and when it was due.

The items' rows hold what is so now; what was before stands in the audit log, line by line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.workdays import ONE_DAY, WARD_ZONE, local
from bot.loading import logged
from db import audit, directives, figures, plans
from db.item_view import ItemView
from db.ward_loading import load
from db.ward_view import PersonView, WardView
from handlers.turn import Office

_PEOPLE = {"assign": "owner_id", "decider": "decider_id"}
_DAYS = frozenset({"directive_due", "carried_due"})
_CARRIED = "carry_over"
_ACTIONS = frozenset({*_PEOPLE, *_DAYS, _CARRIED, logged.ADDED, logged.CHANGED, logged.STOPPED})


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change put an end to, by attribute of `ItemView`; it came at a moment."""

    at: datetime
    before: Mapping[str, Any]


@dataclass(frozen=True)
class Past:
    """By key, what was changed of the items of a plan, the newest first; when they were added and stopped."""

    changes: Mapping[str, Sequence[Changed]] = field(default_factory=dict)
    added: Mapping[str, datetime] = field(default_factory=dict)
    stopped: Mapping[str, datetime] = field(default_factory=dict)

    def of(self, item: ItemView, moment: datetime) -> ItemView:
        """The item as it was at a moment."""
        before: dict[str, Any] = {}
        for change in self.changes.get(item.key, ()):
            if change.at > moment:
                before |= change.before
        return replace(item, **before) if before else item


def past_of(session: Session, office: Office, ward: WardView) -> Past:
    """What the audit log says about the items of the ward's plan."""
    people = {one.code: one.id for one in [*ward.former.values(), *ward.people.values()]}
    changes: defaultdict[str, list[Changed]] = defaultdict(list)
    added: dict[str, datetime] = {}
    stopped: dict[str, datetime] = {}
    years: dict[date, int | None] = {}
    for line in audit.lines(session, ward.id, _ACTIONS):
        year, key = logged.item_of(line.subject) or (
            _worked_by(session, office, ward, line, years),
            line.subject,
        )
        if year != ward.year:
            continue
        if line.action in {logged.ADDED, _CARRIED}:
            added.setdefault(key, line.at)
        elif line.action == logged.STOPPED:
            stopped.setdefault(key, line.at)
        else:
            changes[key].append(Changed(line.at, _before(line, people)))
    return Past(changes, added, stopped)


def _worked_by(
    session: Session, office: Office, ward: WardView, line: audit.Line, known: dict[date, int | None]
) -> int | None:
    """The year of the plan that a chat spoke of on the day of a line: codes are a plan's own."""
    if line.action == _CARRIED:  # "2026 NV-005": where it came from
        return int((line.before or "").partition(" ")[0]) + 1
    day = local(line.at).date()
    # Asked once a month; day by day only while last year's plan may still be worked by.
    when = day if day.month == plans.OVERLAP else day.replace(day=1)
    if when not in known:
        known[when] = _worked_by_on(session, office, ward, day)
    return known[when]


def _worked_by_on(session: Session, office: Office, ward: WardView, day: date) -> int | None:
    if day.month != plans.OVERLAP and plans.exists(session, ward.id, day.year):
        return day.year
    plan = plans.worked_by(session, ward.id, day, ward.calendar, office.regimes)
    return plan.year if plan else None


def _before(line: audit.Line, people: Mapping[str, int]) -> Mapping[str, Any]:
    if line.action in _PEOPLE:
        return {_PEOPLE[line.action]: people.get(line.before or "")}
    if line.action in _DAYS:
        # A task that came over from last year had no day: the log has the one that it had there.
        kept = line.before if line.action != "carried_due" else None
        return {"due_on": date.fromisoformat(kept) if kept else None}
    return logged.stood_before(line.before or "", people)


def as_it_was(session: Session, office: Office, ward: WardView, moment: datetime) -> WardView:
    """The ward with its items as they were at a moment, and with who answered for them and has left since."""
    past = past_of(session, office, ward)
    since = {key for key, at in past.stopped.items() if at > moment and key not in ward.items}
    if since:
        closed, regimes = office.rules.closed, office.regimes
        ward = load(
            session, ward.id, ward.today, office.calendar, closed, regimes, year=ward.year, also=since
        )
    items = {key: past.of(item, moment) for key, item in ward.items.items()}
    answered = {person for item in items.values() for person in (item.owner_id, item.decider_id)}
    gone = {key: _only_named(ward.former[key]) for key in answered & ward.former.keys() if key is not None}
    return replace(ward, items=items, people={**ward.people, **gone}).on(ward.today)


def _only_named(person: PersonView) -> PersonView:
    """Somebody who has left: to be named, not to be asked or told anything."""
    return replace(person, roles=frozenset(), fields=frozenset())


def without_later(session: Session, office: Office, ward: WardView, day: date) -> WardView:
    """The ward with the items that were in its plan at the end of a day: no report of it has what came later.

    An indicator of which a figure of that time is known belongs to it all the same.
    """
    later = _later(session, office, ward, datetime.combine(day + ONE_DAY, time(0), WARD_ZONE))
    told = figures.latest(session, [ward.items[key].id for key in later], day) if later else {}
    gone = {key for key in later if ward.items[key].id not in told}
    if not gone:
        return ward
    kept = [item for item in ward.items.values() if item.key not in gone]
    left = {one.key: replace(one, parts=tuple(key for key in one.parts if key not in gone)) for one in kept}
    return replace(ward, items=left).on(ward.today)


def _later(session: Session, office: Office, ward: WardView, since: datetime) -> set[str]:
    """The items that were ordered, or added to a plan that was there already, from that moment on."""
    ordered = directives.made_since(session, ward.id, since)
    later = {item.key for item in ward.items.values() if item.id in ordered}
    if ward.loaded_at is not None and ward.loaded_at < since:
        added = past_of(session, office, ward).added
        later |= {key for key in added.keys() & ward.items.keys() if added[key] >= since}
    return later
