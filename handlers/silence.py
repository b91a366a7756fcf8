"""After a silence longer than the platform keeps messages: who is asked to send again what was lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.silence import SLACK, Silence, is_to_be_asked
from db import extensions, people, reminders, silences
from db.ward_view import WardView
from handlers import rights
from handlers.pressing.owed import is_awaited
from handlers.standings.standing import standings
from handlers.texts import silence as texts
from handlers.turn import Office, Reply

KIND = "silence"
WARD = "ward"
"""Recipient of the decision that everybody has been asked: told to nobody."""


def owed(
    session: Session, now: datetime, office: Office, ward: WardView, reachable: frozenset[int]
) -> Iterator[tuple[str, str]]:
    """(key of the silence, recipient) of everybody to ask now; when nobody is left, that all were asked."""
    for account in office.accounts:
        one = silences.of(session, account)
        if one is None or not is_to_be_asked(one, now):
            continue
        made = reminders.made(session, ward.id, one.key)
        left = [
            f"person:{person_id}"
            for person_id in sorted(_concerned(session, now, office, ward, account, one) & reachable)
            if (KIND, f"person:{person_id}") not in made
        ]
        yield from ((one.key, recipient) for recipient in left or [WARD])


def tell(
    session: Session, office: Office, ward: WardView, key: str, recipient: str, now: datetime
) -> Sequence[Reply]:
    """The question to one person; nothing where the silence is known no more."""
    accounts = [account for account in office.accounts if _key_of(session, account) == key]
    one = silences.of(session, accounts[0]) if accounts else None
    if one is None:
        return []
    if recipient == WARD:
        for account in accounts:
            silences.forget(session, account)
        return []
    person = ward.people[int(recipient.removeprefix("person:"))]
    found = standings(session, now, office, ward, ward.duties(person.id))
    return [Reply(texts.send_again(person, one, list(found.values())), to=person.id)]


def _key_of(session: Session, account: str) -> str | None:
    one = silences.of(session, account)
    return one.key if one is not None else None


def _concerned(
    session: Session, now: datetime, office: Office, ward: WardView, account: str, one: Silence
) -> set[int]:
    """Ids of those who may have sent something that was lost.

    They owe a report that is asked about and not there, have a request to decide, or wrote just after: of
    what the platform had kept. A message sent while everything is thrown away cannot have come: where one
    has, the clock was wrong, not the platform silent, and nobody is asked.
    """
    came = silences.heard_after(session, account, one)
    if any(one.since + SLACK < sent < one.lost_until for sent in came.values()):
        return set()
    chats = {chat.chat: chat.person_id for chat in people.chats(session, ward.id) if chat.account == account}
    wrote = {chats.get(chat) for chat in came}
    leaves = [item for item in ward.items.values() if not item.parts]
    found = standings(session, now, office, ward, leaves).values()
    owners = {row.item.owner_id for row in found if not row.reported and is_awaited(row, now, office, ward)}
    owing = {acting.id for owner in owners if (acting := ward.acting(owner))}
    waiting = [ward.by_id.get(row.item_id) for row in extensions.waiting(session, ward.id)]
    deciding = {person.id for item in waiting if item for person in rights.deciders(ward, item)[:1]}
    return {person_id for person_id in wrote | owing | deciding if person_id is not None}
