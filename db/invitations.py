"""Invitation codes: single-use, expiring, hashed at rest, not to be guessed at the pace that is allowed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from bot.domain.message import Address
from db.models import CodeTry, Invitation, Person

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0, O, 1, I, L and U: nobody has to guess what was printed."""

LENGTH = 8
WRONG_PER_CHAT = 5
WRONG_IN_ALL = 200
WINDOW = timedelta(hours=1)


class Refusal(StrEnum):
    """Why a code does not link. Strangers need not be told which."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    TOO_MANY = "too_many"
    PRIVATE_ONLY = "private_only"
    GROUP_ONLY = "group_only"


@dataclass(frozen=True, slots=True)
class Redeemed:
    """Whom a good code names: a person, or (`person_id` None) the ward's group."""

    ward_id: int
    person_id: int | None


def make_code() -> str:
    """A new code of 8 characters, out of 656 billion."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def hash_code(code: str) -> str:
    """What is kept of a code: SHA-256 of its one spelling (capitals, no spaces or hyphens), in hex."""
    spelt = "".join(letter for letter in code.upper() if letter.isalnum())
    return sha256(spelt.encode()).hexdigest()


def waiting_since(session: Session, ward_id: int, person_id: int | None, now: datetime) -> datetime | None:
    """When the code was given that a new one would end: not used yet, and still good."""
    return session.scalars(
        select(func.max(Invitation.created_at)).where(*_waits(ward_id, person_id, now))
    ).one()


def _waits(ward_id: int, person_id: int | None, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Invitation.ward_id == ward_id,
        Invitation.person_id.is_(None) if person_id is None else Invitation.person_id == person_id,
        Invitation.used_at.is_(None),
        Invitation.expires_at > now,
    )


def invite(session: Session, ward_id: int, person_id: int | None, now: datetime, days: int) -> str:
    """A new code for a person, or (None) the ward's group, good for `days`; it ends the ones given before."""
    session.execute(update(Invitation).where(*_waits(ward_id, person_id, now)).values(expires_at=now))
    code = make_code()
    session.add(
        Invitation(
            ward_id=ward_id,
            person_id=person_id,
            code_hash=hash_code(code),
            created_at=now,
            expires_at=now + timedelta(days=days),
        )
    )
    return code


def find(session: Session, code: str, ward_id: int) -> Invitation | None:
    """The invitation of a ward with this code, used or not."""
    statement = select(Invitation).where(
        Invitation.code_hash == hash_code(code), Invitation.ward_id == ward_id
    )
    return session.scalars(statement).one_or_none()


def redeem(
    session: Session, code: str, ward_id: int, address: Address, now: datetime, *, group: bool
) -> Redeemed | Refusal:
    """Use up a code that somebody sent from `address` to a bot of the ward; linking the chat is the caller's.

    A refusal is returned, not raised, because the wrong try that was counted has to be committed.
    """
    if _wrong_tries(session, now, address) >= WRONG_PER_CHAT or _wrong_tries(session, now) >= WRONG_IN_ALL:
        return Refusal.TOO_MANY
    invitation = find(session, code, ward_id)
    result = _use(session, invitation, now, group=group) if invitation else Refusal.UNKNOWN
    if result in {Refusal.UNKNOWN, Refusal.USED, Refusal.EXPIRED}:
        _count(session, address, now)
    return result


def _use(session: Session, invitation: Invitation, now: datetime, *, group: bool) -> Redeemed | Refusal:
    if invitation.expires_at <= now or not _is_active(session, invitation.person_id):
        return Refusal.EXPIRED
    if group != (invitation.person_id is None):
        return Refusal.PRIVATE_ONLY if group else Refusal.GROUP_ONLY
    # Two processes may hold the same code at once: the row decides who was first.
    unused = update(Invitation).where(Invitation.id == invitation.id, Invitation.used_at.is_(None))
    if session.execute(unused.values(used_at=now).returning(Invitation.id)).first() is None:
        return Refusal.USED
    return Redeemed(invitation.ward_id, invitation.person_id)


def _is_active(session: Session, person_id: int | None) -> bool:
    if person_id is None:
        return True
    person = session.get(Person, person_id)
    return person is not None and person.active


def _wrong_tries(session: Session, now: datetime, address: Address | None = None) -> int:
    statement = select(func.count()).select_from(CodeTry).where(CodeTry.at > now - WINDOW)
    if address is not None:
        statement = statement.where(CodeTry.account == address.account, CodeTry.chat == address.chat)
    return session.scalars(statement).one()


def _count(session: Session, address: Address, now: datetime) -> None:
    session.execute(delete(CodeTry).where(CodeTry.at <= now - WINDOW))
    session.add(CodeTry(account=address.account, chat=address.chat, at=now))
    session.flush()
