"""The way out: one row is one platform message; what becomes of it is in `db.sending`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from bot.domain.message import Address, Outgoing
from db.models import Chat, Outbox

OVERTAKEN, CUT = "overtaken", "cut"
"""Why a message that is marked as failed was not to go out any more: nothing is wrong with it."""
LETTER = "letter"
"""What one person has another told, and that waits for the sending hours."""
UNASKED = ("reminder", "summary", LETTER)
"""Kinds of messages that nobody asked for: they go out in the sending hours of working days only."""
UNSENT = Outbox.state.in_(["waiting", "sending"])
"""Rows that have still to go out, or are just going."""

# Built once, and on the table: every message passes here.
_ROWS = cast("Table", Outbox.__table__)
_PUT = insert(_ROWS).returning(_ROWS.c.id)
_OVERTAKEN = (
    select(Outbox)
    .where(
        Outbox.ward_id == bindparam("ward"),
        Outbox.state == "waiting",
        Outbox.not_after <= bindparam("now"),
    )
    .order_by(Outbox.id)
    .with_for_update()
)
_ABOUT = select(Outbox.items).where(
    Outbox.account == bindparam("account"),
    Outbox.chat == bindparam("chat"),
    Outbox.platform_id == bindparam("platform_id"),
)
_LAST_ABOUT = (
    select(Outbox.items, Outbox.kind)
    .where(
        Outbox.account == bindparam("account"),
        Outbox.chat == bindparam("chat"),
        Outbox.created_at >= bindparam("since"),
        # What is not there yet, nobody answers.
        (Outbox.kind != LETTER) | (Outbox.state == "sent"),
    )
    .order_by(Outbox.id.desc())
    .limit(10)
)


def last_said_at(session: Session, account: str, chat: str) -> datetime | None:
    """When the newest message to this chat was written."""
    return session.scalar(
        select(func.max(Outbox.created_at)).where(Outbox.account == account, Outbox.chat == chat)
    )


def last_text(session: Session, account: str, chat: str) -> str | None:
    """The newest message to this chat."""
    statement = select(Outbox.text).where(Outbox.account == account, Outbox.chat == chat)
    return session.scalars(statement.order_by(Outbox.id.desc()).limit(1)).first()


def last_texts(
    session: Session, account: str, chat: str, since: datetime, limit: int
) -> Sequence[tuple[str, Sequence[Any]]]:
    """The newest messages to this chat since a moment, each with its choices, the newest first."""
    statement = (
        select(Outbox.text, Outbox.choices)
        .where(Outbox.account == account, Outbox.chat == chat, Outbox.created_at >= since)
        .order_by(Outbox.id.desc())
        .limit(limit)
    )
    return [(text, choices) for text, choices in session.execute(statement)]


def put(
    session: Session,
    message: Outgoing,
    *,
    key: str,
    kind: str,
    now: datetime,
    ward_id: int | None = None,
    person_id: int | None = None,
    items: Sequence[str] = (),
    not_after: datetime | None = None,
) -> int:
    """Add one message; return its id. Its key must be new (IntegrityError otherwise)."""
    row = {
        "ward_id": ward_id,
        "person_id": person_id,
        "channel": message.address.channel,
        "account": message.address.account,
        "chat": message.address.chat,
        "key": key,
        "kind": kind,
        "text": message.text,
        "choices": [[choice.label, choice.data] for choice in message.choices],
        "document": str(message.document) if message.document else None,
        "silent": message.silent,
        "request_contact": message.request_contact,
        "items": list(items),
        "created_at": now,
        "not_after": not_after,
    }
    return int(session.execute(_PUT, row).scalar_one())


def move_chat(session: Session, old: Address, chat: str) -> None:
    """The platform gave a chat another id: what waits for it, and the link, go there."""
    session.execute(
        update(Outbox).where(Outbox.account == old.account, Outbox.chat == old.chat, UNSENT).values(chat=chat)
    )
    session.execute(update(Chat).where(Chat.account == old.account, Chat.chat == old.chat).values(chat=chat))


def undelivered(session: Session, address: Address) -> Sequence[Outbox]:
    """Messages that wait for a chat where nobody is any more, oldest first."""
    statement = (
        select(Outbox)
        .where(
            Outbox.account == address.account,
            Outbox.chat == address.chat,
            UNSENT,
        )
        .order_by(Outbox.id)
    )
    return session.scalars(statement).all()


def overtaken(session: Session, ward_id: int, now: datetime) -> Sequence[Outbox]:
    """Mark what waits and says nothing any more; return it, oldest first."""
    rows = session.scalars(_OVERTAKEN, {"ward": ward_id, "now": now}).all()
    for row in rows:
        row.state, row.error = "failed", OVERTAKEN
    return rows


def has_letter(session: Session, person_id: int, item: str) -> bool:
    """Whether a letter about the item still waits for the sending hours: what comes of it comes behind it."""
    statement = select(Outbox.items).where(
        Outbox.person_id == person_id, Outbox.kind == LETTER, Outbox.state == "waiting"
    )
    return any(item in items for items in session.scalars(statement))


def withdraw(session: Session, ward_id: int, key_start: str) -> None:
    """What waits under keys that begin so has been overtaken by events: it does not go out."""
    session.execute(
        update(Outbox)
        .where(Outbox.ward_id == ward_id, Outbox.state == "waiting", Outbox.key.startswith(key_start))
        .values(state="failed", error=OVERTAKEN)
    )


def point_anew(session: Session, ward_id: int, since: datetime, changed: Mapping[str, str | None]) -> None:
    """Name the items of messages since a moment by other codes; None: there is no such item any more."""
    recent = (Outbox.ward_id == ward_id) & (Outbox.created_at >= since)
    for number, items in session.execute(select(Outbox.id, Outbox.items).where(recent)).all():
        if not changed.keys().isdisjoint(items):
            new = [key for old in items if (key := changed.get(old, old)) is not None]
            session.execute(update(Outbox).where(Outbox.id == number).values(items=new))


def about(session: Session, account: str, chat: str, platform_id: str) -> list[str]:
    """Keys of the items that a message we sent was about, in the order shown."""
    wanted = {"account": account, "chat": chat, "platform_id": platform_id}
    return list(session.scalars(_ABOUT, wanted).first() or [])


def reminders_since(session: Session, person_id: int, since: datetime) -> list[list[str]]:
    """The items of each reminder that was made for a person since a moment and did not fail."""
    statement = select(Outbox.items).where(
        Outbox.person_id == person_id,
        Outbox.kind == "reminder",
        Outbox.created_at >= since,
        Outbox.state != "failed",
    )
    return [list(items) for items in session.scalars(statement)]


def last_about(session: Session, account: str, chat: str, since: datetime) -> tuple[list[str], str]:
    """Keys of the items of the newest message to this chat that was about any, since a moment, and its kind;
    none, and "", where there was no such message.
    """
    wanted = {"account": account, "chat": chat, "since": since}
    rows = session.execute(_LAST_ABOUT, wanted)
    return next(((list(items), kind) for items, kind in rows if items), ([], ""))
