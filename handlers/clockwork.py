"""What a tick of the clock asks: who is owed a digest, a due-day message, an escalation, a summary, now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.periods import KINDS, Regime, period_from_key
from bot.domain.reminding import Duty, digest_owed, due_day_owed, unsaid
from bot.domain.reminding import Owed as Reached
from bot.domain.summaries import summary_at, summary_owed, summed_up_with
from bot.domain.watch import is_caught_up
from bot.domain.workdays import may_send, opened
from db import alarms, leaves, people, reminders
from db.ward_view import PersonView, WardView
from handlers import dead_letters, silence, watch
from handlers.deciding.mornings import undecided
from handlers.decision import Decision, Owed
from handlers.directives import asking as orders
from handlers.office import new_year
from handlers.pressing import escalation
from handlers.situation import daily
from handlers.standings.duties import duties_of
from handlers.standings.standing import awaited
from handlers.turn import Office

Made = Mapping[tuple[str, str], datetime]
"""When something was decided today, by its kind and recipient."""


def owed(session: Session, now: datetime, office: Office, ward: WardView) -> Sequence[Owed]:
    """Everything to decide at this tick; nothing outside working days and sending hours.

    Nobody is decided about who cannot be reached: what he is owed is still owed when he is back. Nor about
    who has written what is not handled yet, as after an outage: he may have reported what he owes.
    """
    today = now.date()
    changes = [Decision("handover", str(number), "ward") for number, day in ward.handovers if day <= today]
    changes += [Decision("new_year", str(ward.year), "ward")] if new_year.begins(session, ward) else []
    if changes:
        # At any hour, and before anybody is told of items that are no longer his, or are only just.
        return changes
    windows = office.rules.windows_on(now.date())
    if not may_send(now, windows, ward.calendar):
        return []
    signs = alarms.signs(session, ward.id, office.accounts, opened(now, windows))
    news: list[Owed] = [*watch.owed(session, now, ward, signs), *_dead(session, now, ward)]
    if ward.plan_id is None or not is_caught_up(signs, now):
        return [*news]
    missing = new_year.missing(session, ward, today)
    news += [Decision("no_plan", str(missing), "ward")] if missing else []
    return [*news, *_of_the_work(session, now, office, ward)]


def _dead(session: Session, now: datetime, ward: WardView) -> list[Decision]:
    found = dead_letters.owed(session, now, ward)
    return [Decision("dead", now.date().isoformat(), recipient, (), rows) for recipient, rows in found]


def _of_the_work(session: Session, now: datetime, office: Office, ward: WardView) -> list[Decision]:
    reachable = people.reachable(session, ward.id) - people.writing(session, ward.id)
    asked = silence.owed(session, now, office, ward, reachable)
    lost = [Decision("silence", key, recipient) for key, recipient in asked]
    summaries = _summaries(session, now, office, ward, reachable)
    longer = {one.recipient for one in summaries}
    days = daily.owed(session, now, office, ward, reachable, longer)
    found = _digests(session, now, office, ward, reachable, days)
    found += [
        Decision("escalation", now.date().isoformat(), one.recipient, tuple(one.items), one.stages)
        for one in escalation.owed(session, now, office, ward, reachable)
    ]
    found += summaries + [Decision("day", now.date().isoformat(), one) for one in days]
    return [*lost, *found]


def _digests(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    reachable: frozenset[int],
    days: Collection[str],
) -> list[Decision]:
    """`days` are those who get the day's summary now: it tells them what waits for their decision."""
    subject = now.date().isoformat()
    made = reminders.made(session, ward.id, subject)
    waiting = [
        person
        for person in ward.people.values()
        if person.id in reachable - ward.away.keys() and _may_be_owed(person, made, now, office)
    ]
    if not waiting:
        return []
    # Who is only writing just now can be reached all the same: nobody else acts for that.
    duties = ward.duties_by_person(people.reachable(session, ward.id))
    items = [item for person in waiting for item in duties.get(person.id, ())]
    found = awaited(session, now, office, ward, items)
    besides = _told_besides(session, now, office, ward, reachable, days, made)
    mine = {
        f"person:{person.id}": [
            duty for item in duties.get(person.id, ()) for duty in duties_of(found[item.key])
        ]
        for person in waiting
    }
    reached = {one: _reached(owed, now, office, ward, one, made) for one, owed in mine.items()}
    told = reminders.told(session, ward.id, [one for one, stages in reached.items() if stages], now)
    decisions = []
    for person in waiting:
        recipient = f"person:{person.id}"
        news = unsaid(reached[recipient], told.get(recipient, {}))
        decision = _for_person(mine[recipient], news, now, office, ward, recipient, made)
        if decision is None and person.id in besides and ("digest", recipient) not in made:
            decision = Decision("digest", subject, recipient)
        if decision is not None:
            decisions.append(decision)
    return decisions


def _told_besides(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    reachable: frozenset[int],
    days: Collection[str],
    made: Made,
) -> set[int]:
    """Who gets the morning's message though nothing of their own is due: a decision waits for them (unless
    the day's summary says so), somebody is back from leave, an order of theirs was left ungiven.
    """
    summed_up = {
        one for one in ward.people if f"person:{one}" in days or (daily.KIND, f"person:{one}") in made
    }
    return {
        *(one for one in undecided(session, now, office, ward, reachable) if one not in summed_up),
        *leaves.untold(session, ward.id, now.date()),
        *orders.left_behind(session, ward, now),
    }


def _may_be_owed(person: PersonView, made: Made, now: datetime, office: Office) -> bool:
    """False when today's messages to this person are out: the usual case, at no cost."""
    recipient = f"person:{person.id}"
    if now.time() < office.rules.digest_at:
        return False
    if ("digest", recipient) not in made:
        return True
    return now.time() >= office.rules.due_day_at and ("due_day", recipient) not in made


def _reached(
    duties: Iterable[Duty], now: datetime, office: Office, ward: WardView, recipient: str, made: Made
) -> Sequence[Reached]:
    """What a digest could tell now, told before or not: of most people nothing."""
    sent = ("digest", recipient) in made
    return digest_owed(duties, now, office.rules, ward.calendar, already_sent_today=sent, told={})


def _for_person(
    duties: Iterable[Duty],
    news: Sequence[Reached],
    now: datetime,
    office: Office,
    ward: WardView,
    recipient: str,
    made: Made,
) -> Decision | None:
    subject = now.date().isoformat()
    if news:
        stages = {one.duty.key: one.stage for one in news}
        keys = dict.fromkeys(one.duty.item for one in news)
        return Decision("digest", subject, recipient, tuple(keys), stages)
    late = due_day_owed(
        duties,
        now,
        office.rules,
        ward.calendar,
        already_sent_today=("due_day", recipient) in made,
        digest_sent_at=made.get(("digest", recipient)),
    )
    if late:
        return Decision("due_day", subject, recipient, tuple(dict.fromkeys(duty.item for duty in late)))
    return None


def _summaries(
    session: Session, now: datetime, office: Office, ward: WardView, reachable: frozenset[int]
) -> list[Decision]:
    regime = office.regimes[office.rules.preset.regime]
    there = reachable - ward.away.keys()
    heads = ward.with_role(*office.rules.summary_to)
    clerks = ward.with_role("clerk") if "clerk" in office.rules.summary_to else []
    acting = [one for clerk in clerks if (one := ward.substitute(clerk.id, reachable)) is not None]
    recipients = [f"person:{one.id}" for one in dict.fromkeys([*heads, *acting]) if one.id in there]
    recipients += ["group"] if "group" in office.rules.summary_to else []
    decisions = []
    for kind in KINDS:
        key = summary_owed(kind, now, office.rules, ward.calendar, regime)
        if key is None or _before_loading(key, office, ward, regime) or _within_longer(key, office, ward):
            continue
        made = reminders.made(session, ward.id, key)
        decisions += [
            Decision("summary", key, recipient)
            for recipient in recipients
            if ("summary", recipient) not in made
        ]
    return decisions


def _within_longer(key: str, office: Office, ward: WardView) -> bool:
    """True for December beside the year: one summary goes out, of the longest of what ends together."""
    regime = office.regimes[office.rules.preset.regime]
    together = summed_up_with(period_from_key(key, regime), office.rules, ward.calendar, regime)
    return together[-1].key != key


def _before_loading(key: str, office: Office, ward: WardView, regime: Regime) -> bool:
    """True for a summary that fell due before the ward had its plan: there was nothing to sum up."""
    moment = summary_at(period_from_key(key, regime), office.rules, ward.calendar)
    return moment is not None and ward.loaded_at is not None and moment < ward.loaded_at
