"""What is said where something must not be kept: a secret document, a citizen's number (bot.domain.guard)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.message import Address, Incoming
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from db import audit, figures, inbox, people
from db.item_view import ItemView
from db.models import Chat
from db.ward_view import PersonView, WardView
from handlers.texts import guard as texts
from handlers.turn import Reply

ACTION = "secret"
TOLD_AGAIN = timedelta(hours=1)
"""Several files sent in a row are one piece of news for the office."""
SHORT = 3
"""Longer words may be the beginning of a field's name."""


def refuse(
    session: Session, now: datetime, ward: WardView, message: Incoming, chat: Chat | None, inbox_id: int
) -> Sequence[Reply]:
    """A secret message: its sender is told what to do, the clerks who sent it and when; nobody what it said.

    In a group that is not the ward's nothing is said.
    """
    known = chat is not None and chat.cut_at is None
    if message.group and not known:
        return []
    earlier = inbox.earlier(session, message)
    inbox.forget(session, earlier)
    person = _sender(session, ward, message)
    clerks = [one for one in ward.with_role("clerk") if one != person] if known else []
    lately = audit.done_since(session, ward.id, ACTION, message.sender, now - TOLD_AGAIN)
    audit.note(
        session,
        now,
        ACTION,
        message.sender,
        ward_id=ward.id,
        person_id=person.id if person else None,
        inbox_id=inbox_id,
    )
    recorded = bool(figures.from_messages(session, earlier))
    file = message.attachment is not None
    said = Reply(texts.refused(person, file=file, told=bool(clerks), recorded=recorded))
    if lately:
        return [said]
    return [said, *(Reply(texts.office_told(person, message, ward), to=one.id) for one in clerks)]


def _sender(session: Session, ward: WardView, message: Incoming) -> PersonView | None:
    """Who sent it; in a group by the private chat, which has the sender's own number."""
    here = message.address
    chat = people.chat_of(session, Address(here.channel, here.account, message.sender))
    return ward.people.get(chat.person_id or 0) if chat is not None and chat.cut_at is None else None


def with_notice(replies: Sequence[Reply], message: Incoming, person: PersonView | None) -> Sequence[Reply]:
    """The replies, the first one saying once that a citizen's number or name was not kept.

    The last line stays the last: it says how to answer.
    """
    if not message.masked or person is None or message.group:
        return replies
    notice = texts.masked(person, message.masked)
    own = next((place for place, one in enumerate(replies) if one.to is None and not one.group), None)
    if own is None:
        return [Reply(notice), *replies]
    *lines, last = replies[own].text.split("\n")
    noticed = replace(replies[own], text="\n".join([*lines, notice, last]))
    return [*replies[:own], noticed, *replies[own + 1 :]]


# --- fields that are closed ------------------------------------------------------------------------------


def closed(ward: WardView, words: str) -> str | None:
    """What is said to words that name something of a closed field; None for everything else."""
    if not ward.off:
        return None
    found = ward.whole_catalogue.find(words)
    # "Hôm qua 99,6" resembles "Tuyển quân": what is only guessed is left to reading.
    if found.items and not found.guessed and all(one.key in ward.off for one in found.items):
        return of_closed([ward.off[one.key] for one in found.items[:1]], ward)
    said = fold(words).strip(" ?.!")
    closed_fields = {item.field for item in ward.off.values()}
    names = [heading.name for code, heading in ward.fields.items() if code in closed_fields]
    for name in names:
        if said == fold(name) or (len(said) > SHORT and fold(name).startswith(said)):
            return texts.closed([], name)
    return None


def of_closed(items: Sequence[ItemView], ward: WardView) -> str:
    """The refusal of a figure for items that are off."""
    heading = ward.fields.get(items[0].field or "")
    return texts.closed([f"{item.key} {item.short_name}" for item in items], heading.name if heading else "")


def without_closed(ward: WardView, readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], list[ItemView]]:
    """The readings that are about open items alone, and the items that are off of the others."""
    kept: list[Reading] = []
    off: dict[str, ItemView] = {}
    for reading in readings:
        about = [reading.item] if reading.item else []
        about += [one.item for doubt in reading.doubts for one in doubt.candidates if one.item]
        named = [ward.off[key] for key in about if key in ward.off]
        if named and len(named) == len(about):
            off[named[0].key] = named[0]
        else:
            kept.append(_of_open(ward, reading) if named else reading)
    return tuple(kept), list(off.values())


def _of_open(ward: WardView, reading: Reading) -> Reading:
    doubts = tuple(
        replace(doubt, candidates=tuple(one for one in doubt.candidates if one.item not in ward.off))
        for doubt in reading.doubts
    )
    return replace(reading, doubts=doubts)
