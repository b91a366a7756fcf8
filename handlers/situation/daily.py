"""The day's summary for leaders who want it: every working day at the hour of the digests; /tomtat."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.ladder import days_late
from bot.domain.reading.words import fold
from db import reminders
from db.models import Person
from db.ward_loading import bump
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.deciding.registry import by_whom, counted
from handlers.situation.overview import overview
from handlers.situation.parts import own_part
from handlers.texts.situation import daily as texts
from handlers.turn import Office, Reply, Turn, UserError

KIND = "day"


def owed(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    reachable: Collection[int],
    others: Collection[str],
) -> list[str]:
    """To whom the day's summary is to go now; `others` get a longer one at this very hour."""
    wanted = [one for one in receivers(ward) if one.id in reachable and one.id not in ward.away]
    if not wanted or now.time() < office.rules.digest_at:
        return []
    made = reminders.made(session, ward.id, now.date().isoformat())
    untold = [who for one in wanted if (KIND, who := f"person:{one.id}") not in made]
    busy = {*others, *reminders.summed_up_on(session, ward.id, now)} if untold else ()
    return [who for who in untold if who not in busy]


def receivers(ward: WardView) -> list[PersonView]:
    """The leaders who want it."""
    return [one for one in ward.people.values() if one.daily_summary and rights.may(one, "daily_summary")]


def tell(session: Session, now: datetime, office: Office, ward: WardView, person: PersonView) -> Reply:
    """Totals, what is in danger, what waits for this leader; of the own fields for a field leader."""
    items, scope = own_part(ward, person) or (None, "")
    found = overview(session, now, office, ward, items, scope)
    late = 0
    if found.overdue and (due := found.overdue[0].due) is not None:
        late = days_late(due.date(), now.date(), ward.calendar)
    waiting = counted(by_whom(session, ward, person)[0])
    text = texts.summary(found, ward, person, waiting, late)
    return Reply(text, to=person.id, items=tuple(one.item.key for one in found.danger[:1]))


def show(turn: Turn) -> Sequence[Reply]:
    """/tomtat shows it now; BẬT or TẮT sets whether it comes every working day."""
    said = fold(turn.words).strip(" .!")
    if not said:
        reply = tell(turn.session, turn.now, turn.office, turn.ward, turn.person)
        return [Reply(f"{reply.text}\n{texts.how_to_switch(turn.person, turn.rules.digest_at)}")]
    if said not in texts.SWITCHES:
        raise UserError(texts.usage())
    wants = texts.SWITCHES[said]
    if wants != turn.person.daily_summary:
        _write(turn, wants=wants)
    return [Reply(texts.switched(turn.person, turn.rules.digest_at, wants=wants))]


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """It is asked for, or not wanted any more, in a whole sentence; None for other words."""
    if not rights.may(turn.person, "daily_summary"):
        return None
    folded = fold(turn.words).strip(" .?!")
    wants = texts.WANTED.fullmatch(folded) is not None
    if not wants and texts.UNWANTED.fullmatch(folded) is None:
        return None
    turn.words = "bat" if wants else "tat"
    return show(turn)


def _write(turn: Turn, *, wants: bool) -> None:
    turn.session.get_one(Person, turn.person.id).daily_summary = wants
    bump(turn.session, turn.ward.id)
    today, recipient = turn.today.isoformat(), f"person:{turn.person.id}"
    begun = turn.now.time() >= turn.rules.digest_at
    if wants and begun and not reminders.is_made(turn.session, turn.ward.id, KIND, today, recipient):
        # It begins tomorrow: today's hour is over.
        reminders.decide(turn.session, turn.ward.id, KIND, today, recipient, turn.now)
    turn.note("daily_summary", turn.person.code, after="on" if wants else "off")
