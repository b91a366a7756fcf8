"""Strangers, linking, /start; and what is said in the ward's group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.message import Incoming
from bot.domain.reading.words import fold
from db import audit, people
from db.invitations import ALPHABET, Redeemed, Refusal, find, redeem
from db.models import Chat
from db.ward_view import PersonView, WardView
from handlers.situation.overview import overview
from handlers.standings.standing import standings
from handlers.texts import start as texts
from handlers.texts.directives import draft as directive_texts
from handlers.texts.situation import summary as summary_texts
from handlers.turn import Office, Reply, Turn

_CODE = re.compile(r"(?:/start(?:@\w+)?\s+)?([0-9A-Za-z]{4}[ -]?[0-9A-Za-z]{4})")
_GROUP_COMMANDS = {"tinh hinh", "tinhhinh", "tong hop", "tonghop", "chua bao cao", "chuabaocao"}


def stranger(
    session: Session, now: datetime, office: Office, ward: WardView, message: Incoming
) -> Sequence[Reply]:
    """Somebody who is not linked: a code or an own phone number links, all else gets one polite line."""
    if message.contact is not None:
        return _by_phone(session, now, office, ward, message)
    code = _code_in(message.text)
    if code is None:
        return [Reply(texts.stranger(ward.name), request_contact=True)]
    result = redeem(session, code, ward.id, message.address, now, group=False)
    if isinstance(result, Refusal):
        return [Reply(texts.refused(result))]
    return _link(session, now, office, ward, message, result.person_id)


def in_group(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    message: Incoming,
    chat: Chat | None,
) -> Sequence[Reply]:
    """In a group: a code links it; then counts by unit on demand, and silence for everything else."""
    linked = chat is not None and chat.cut_at is None and chat.person_id is None
    if not linked:
        code = _code_in(message.text)
        if code is None or not message.text.startswith("/start"):
            return []
        result = redeem(session, code, ward.id, message.address, now, group=True)
        if not isinstance(result, Redeemed):
            return [Reply(texts.refused(result))]
        people.link(session, message.address, ward.id, None, now)
        audit.note(session, now, "link_group", message.address.chat, ward_id=ward.id)
        return [Reply(texts.group_linked(ward.name))]
    if fold(message.text).lstrip("/").replace(" ", "").startswith("giaoviec"):
        return [Reply(directive_texts.only_private())]
    if fold(message.text).lstrip("/").partition("@")[0].strip() in _GROUP_COMMANDS:
        return [
            Reply(
                summary_texts.for_group(
                    overview(session, now, office, ward), ward, now, names=office.rules.group_names
                )
            )
        ]
    return []


def again(turn: Turn) -> Sequence[Reply]:
    """/start from somebody who is linked: who he is, and what waits. Another person's code moves the chat."""
    session, ward, message = turn.session, turn.ward, turn.message
    code = _code_in(message.text)
    known = find(session, code, ward.id) if code else None
    if code is None or (known is not None and known.person_id == turn.person.id):
        return [_welcome(session, turn.now, turn.office, ward, turn.person)]
    result = redeem(session, code, ward.id, message.address, turn.now, group=False)
    if isinstance(result, Refusal):
        return [Reply(texts.refused(result))]
    return _link(session, turn.now, turn.office, ward, message, result.person_id)


def brings_code(turn: Turn) -> bool:
    """True when the whole text is a code that was given out, not a figure that looks like one."""
    code = _code_in(turn.message.text)
    return code is not None and find(turn.session, code, turn.ward.id) is not None


def _code_in(text: str) -> str | None:
    """The code that a text consists of; words of two times four letters ("nhan vien") are not one."""
    found = _CODE.fullmatch(text.strip())
    if found is None:
        return None
    code = found[1]
    typed = text.startswith("/") or code.isupper() or any(letter.isdigit() for letter in code)
    return code if typed or set(code.upper()) <= set(ALPHABET) else None


def _by_phone(
    session: Session, now: datetime, office: Office, ward: WardView, message: Incoming
) -> Sequence[Reply]:
    contact = message.contact
    if contact is None or not contact.own:
        return [Reply(texts.not_own_phone())]
    person = people.by_phone(session, ward.id, contact.phone)
    # Who finds a lost phone also has its number: after a cut only a new code links.
    if person is None or people.was_cut(session, person.id):
        return [Reply(texts.unknown_phone(ward.name))]
    return _link(session, now, office, ward, message, person.id)


def _link(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    message: Incoming,
    person_id: int | None,
) -> Sequence[Reply]:
    person = ward.people.get(person_id or 0)
    if person is None:
        return [Reply(texts.refused(Refusal.EXPIRED))]
    people.link(session, message.address, ward.id, person.id, now)
    audit.note(session, now, "link", person.code, ward_id=ward.id, person_id=person.id)
    return [_welcome(session, now, office, ward, person)]


def _welcome(session: Session, now: datetime, office: Office, ward: WardView, person: PersonView) -> Reply:
    own = ward.owned(person.id)
    found = standings(session, now, office, ward, own)
    owed = [one for one in found.values() if not one.reported]
    return Reply(texts.welcome(person, ward, own, owed))
