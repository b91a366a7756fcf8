"""People and their chats: who speaks, who can be reached, who is cut off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from bot.domain.message import Address
from db.kept import once
from db.models import Chat, Field, Inbox, Invitation, Item, Outbox, Person, Role, Ward
from db.outbox import CUT

_CHAT = select(Chat).where(Chat.account == bindparam("account"), Chat.chat == bindparam("chat"))
# Built once: every tick asks.
_REACHABLE = select(Chat.person_id).where(
    Chat.ward_id == bindparam("ward"), Chat.cut_at.is_(None), Chat.unreachable_at.is_(None)
)
_LIVE = (
    select(Chat)
    .where(Chat.person_id == bindparam("person"), Chat.cut_at.is_(None), Chat.unreachable_at.is_(None))
    .order_by(Chat.last_seen_at.desc(), Chat.id.desc())
)
_WRITING = (
    select(Chat.person_id)
    .join(Inbox, (Inbox.account == Chat.account) & (Inbox.chat == Chat.chat))
    .where(Chat.ward_id == bindparam("ward"), Inbox.state == "new")
)


def ward_id(session: Session, code: str) -> int | None:
    """The id of a ward by its code."""
    return session.scalars(select(Ward.id).where(Ward.code == code)).one_or_none()


def names(session: Session, code: str) -> Sequence[str]:
    """The full names of a ward's people, by the ward's code; none before it has been loaded."""
    of_ward = select(Person.name).join(Ward, Person.ward_id == Ward.id).where(Ward.code == code)
    return session.scalars(of_ward).all()


def chat_of(session: Session, address: Address) -> Chat | None:
    """The linked chat at this address, cut off or not."""
    return session.scalars(_CHAT, {"account": address.account, "chat": address.chat}).one_or_none()


def link(session: Session, address: Address, ward_id: int, person_id: int | None, now: datetime) -> Chat:
    """Tie a chat to a person, or to the ward's group (`person_id` None); a chat has one owner at a time."""
    chat = chat_of(session, address)
    if chat is None:
        chat = Chat(
            ward_id=ward_id,
            channel=address.channel,
            account=address.account,
            chat=address.chat,
            linked_at=now,
        )
        session.add(chat)
    chat.ward_id, chat.person_id, chat.linked_at = ward_id, person_id, now
    chat.cut_at = chat.unreachable_at = None
    chat.last_seen_at = now
    session.flush()
    return chat


def reachable_chats(session: Session, person_id: int) -> Sequence[Chat]:
    """A person's live chats, the one used last first."""
    return session.scalars(_LIVE, {"person": person_id}).all()


def reachable(session: Session, ward_id: int) -> frozenset[int]:
    """Ids of the people of a ward to whom something can be sent."""
    wanted = {"ward": ward_id}
    found = once(session, ("reachable", ward_id), lambda: session.scalars(_REACHABLE, wanted).all())
    return frozenset(person_id for person_id in found if person_id is not None)


def group_chats(session: Session, ward_id: int) -> Sequence[Chat]:
    """The ward's group chats that are in use."""
    statement = select(Chat).where(
        Chat.ward_id == ward_id,
        Chat.person_id.is_(None),
        Chat.cut_at.is_(None),
        Chat.unreachable_at.is_(None),
    )
    return session.scalars(statement).all()


def chats(session: Session, ward_id: int) -> Sequence[Chat]:
    """Every private chat of a ward that is not cut off."""
    statement = select(Chat).where(
        Chat.ward_id == ward_id, Chat.cut_at.is_(None), Chat.person_id.is_not(None)
    )
    return session.scalars(statement).all()


def linked_since(session: Session, since: datetime | None) -> Sequence[Chat]:
    """Private chats that were linked at or after a moment (None: ever) and are in use."""
    statement = select(Chat).where(Chat.cut_at.is_(None), Chat.person_id.is_not(None))
    return session.scalars(statement if since is None else statement.where(Chat.linked_at >= since)).all()


def cut(session: Session, person_id: int, now: datetime, *, but: Address | None = None) -> int:
    """Cut off every chat of a person (a lost phone), `but` the one that speaks; return how many.

    What waits to be said there is not said any more.
    """
    rows = session.scalars(select(Chat).where(Chat.person_id == person_id, Chat.cut_at.is_(None))).all()
    rows = [row for row in rows if but is None or (row.account, row.chat) != (but.account, but.chat)]
    for row in rows:
        row.cut_at = now
        waiting = (Outbox.account == row.account, Outbox.chat == row.chat, Outbox.state == "waiting")
        session.execute(update(Outbox).where(*waiting).values(state="failed", error=CUT))
    return len(rows)


def depart(session: Session, person_id: int, now: datetime) -> list[str]:
    """A person leaves: chats and phone number are deleted, roles and codes end, nothing is owned or led.

    Figures, and who gave them, stay. Return the keys of the items that nobody answers for now.
    """
    cut(session, person_id, now)
    session.execute(delete(Chat).where(Chat.person_id == person_id))
    session.execute(delete(Role).where(Role.person_id == person_id))
    unused = (Invitation.person_id == person_id, Invitation.used_at.is_(None))
    session.execute(delete(Invitation).where(*unused))
    session.execute(update(Field).where(Field.leader_id == person_id).values(leader_id=None))
    session.execute(update(Person).where(Person.id == person_id).values(active=False, phone=None))
    mine = update(Item).where(Item.owner_id == person_id, Item.active).values(owner_id=None)
    return sorted(session.scalars(mine.returning(Item.key)))


def was_cut(session: Session, person_id: int) -> bool:
    """True when a chat of this person was cut off and has not been linked again."""
    statement = select(Chat.id).where(Chat.person_id == person_id, Chat.cut_at.is_not(None)).limit(1)
    return session.scalars(statement).first() is not None


def is_any_reachable(session: Session, role: str) -> bool:
    """Whether somebody with this role, of any ward, can be sent something."""
    statement = (
        select(Chat.id)
        .join(Person, Person.id == Chat.person_id)
        .join(Role, Role.person_id == Person.id)
        .where(Role.name == role, Person.active, Chat.cut_at.is_(None), Chat.unreachable_at.is_(None))
    )
    return session.scalars(statement.limit(1)).first() is not None


def writing(session: Session, ward_id: int) -> frozenset[int]:
    """Ids of the people of a ward from whom something has come that is still to be handled."""
    found = session.scalars(_WRITING, {"ward": ward_id})
    return frozenset(person_id for person_id in found if person_id is not None)


def with_role(session: Session, ward_id: int, *names: str) -> Sequence[Person]:
    """The active people of a ward who have one of these roles."""
    having = select(Role.person_id).where(Role.name.in_(names))
    statement = select(Person).where(Person.ward_id == ward_id, Person.active, Person.id.in_(having))
    return session.scalars(statement.order_by(Person.id)).all()


def by_phone(session: Session, ward_id: int, phone: str) -> Person | None:
    """The one active person with this number; None when nobody or several have it."""
    wanted = normal_phone(phone)
    statement = select(Person).where(Person.ward_id == ward_id, Person.active, Person.phone.is_not(None))
    found = [person for person in session.scalars(statement) if normal_phone(person.phone or "") == wanted]
    return found[0] if len(found) == 1 and wanted else None


def normal_phone(phone: str) -> str:
    """One spelling of a Vietnamese number: digits, +84 and 84 written as 0."""
    digits = "".join(letter for letter in phone if letter.isdigit())
    if digits.startswith("84") and len(digits) > 9:
        digits = "0" + digits[2:]
    return digits
