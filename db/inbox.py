"""The way in: messages as they came, committed before the platform is told "got it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, aliased

from bot.domain.message import Address, Contact, Incoming, SentFile
from db.models import Inbox

MANY = 100
"""How many chats are looked for at once."""

# Statements that every message needs are built once: building one takes four times as long as running it.
_ROWS = cast("Table", Inbox.__table__)
_INSERTS = {
    name: insert(_ROWS).on_conflict_do_nothing(index_elements=["account", "key"]).returning(_ROWS.c.id)
    for name, insert in (("postgresql", postgresql.insert), ("sqlite", sqlite.insert))
}
_FIRST = func.min(Inbox.id)
_WAITING = (
    select(_FIRST)
    .where(Inbox.state == "new")
    .group_by(Inbox.account, Inbox.chat)
    .order_by(_FIRST)
    .limit(bindparam("limit"))
)
_WAITING_IN = (
    select(Inbox.id)
    .where(Inbox.account == bindparam("account"), Inbox.chat == bindparam("chat"), Inbox.state == "new")
    .order_by(Inbox.id)
    .limit(MANY)
)
_SETTLE = (
    update(_ROWS)
    .where(_ROWS.c.id == bindparam("one"))
    .values(state=bindparam("became"), handled_at=bindparam("now"))
)
_EARLIER = aliased(Inbox)
_TAKE = (
    select(Inbox)
    .where(
        Inbox.id == bindparam("id"),
        Inbox.state == "new",
        ~exists().where(
            _EARLIER.account == Inbox.account,
            _EARLIER.chat == Inbox.chat,
            _EARLIER.state == "new",
            _EARLIER.id < Inbox.id,
        ),
    )
    .with_for_update(nowait=True)
)

WORDS = ("text", "sender_name", "contact", "attachment", "file", "choice")
"""What a message says, in its payload. Where and when it came stays: edits and doubles are known by it."""


def store(session: Session, messages: Sequence[Incoming], now: datetime) -> list[int]:
    """Add each message once; return the ids of the new ones. The unique key (account, key) decides."""
    if not messages:
        return []
    rows = [
        {
            "account": message.address.account,
            "key": message.key,
            "chat": message.address.chat,
            "message_id": message.message_id,
            "payload": to_payload(message),
            "received_at": now,
            "state": "new",
        }
        for message in messages
    ]
    statement = _INSERTS[session.get_bind().dialect.name]
    return list(session.connection().execute(statement, rows).scalars())


def waiting(session: Session, limit: int = MANY) -> list[int]:
    """The first message of each chat that is not yet handled, oldest first.

    Whoever sends a thousand messages waits for himself: everybody else's are answered in between.
    """
    return list(session.scalars(_WAITING, {"limit": limit}))


def waiting_chats(session: Session) -> list[tuple[str, str]]:
    """(account, chat) of every chat in which something waits to be handled."""
    rows = session.execute(select(Inbox.account, Inbox.chat).where(Inbox.state == "new").distinct())
    return [(account, chat) for account, chat in rows]


def waiting_in(session: Session, account: str, chat: str) -> list[int]:
    """Ids of one chat's messages that are not yet handled, oldest first."""
    return list(session.scalars(_WAITING_IN, {"account": account, "chat": chat}))


def settle(session: Session, inbox_id: int, state: str, now: datetime) -> None:
    """The message is handled; `state` is what has become of it."""
    session.execute(_SETTLE, {"one": inbox_id, "became": state, "now": now})


def take(session: Session, inbox_id: int) -> Inbox | None:
    """Lock a message that is still new; None when somebody else has handled it, or when it is not its turn.

    A chat's messages are handled in order, whoever does it. Raise OperationalError where somebody is at it
    now: the database is busy (db.outage), the message may be asked for again in a moment.
    """
    return session.scalars(_TAKE, {"id": inbox_id}).one_or_none()


def of_message(session: Session, address: Address, message_id: str) -> list[int]:
    """Ids of the inbox rows of one platform message, its edits included."""
    statement = select(Inbox.id).where(
        Inbox.account == address.account, Inbox.chat == address.chat, Inbox.message_id == message_id
    )
    return list(session.scalars(statement))


def earlier(session: Session, message: Incoming) -> list[int]:
    """Ids of the inbox rows that an edited message replaces: the same platform message, before."""
    if not message.message_id:
        return []
    versions = of_message(session, message.address, message.message_id)
    this = session.scalar(
        select(Inbox.id).where(Inbox.account == message.address.account, Inbox.key == message.key)
    )
    return [inbox_id for inbox_id in versions if inbox_id != this]


def forget(session: Session, inbox_ids: Sequence[int]) -> None:
    """Take what they say out of messages that should never have been kept, earlier versions too."""
    for row in session.scalars(select(Inbox).where(Inbox.id.in_(inbox_ids))):
        row.payload = {key: value for key, value in row.payload.items() if key not in WORDS}


def fail(session: Session, inbox_id: int, reference: str, now: datetime) -> None:
    """Mark a message that could not be handled; it is kept, with the reference that the person was given."""
    session.execute(
        update(Inbox).where(Inbox.id == inbox_id).values(state="failed", error=reference, handled_at=now)
    )


def readable(row: Inbox) -> Incoming | None:
    """The message of a row that could not be handled; None where that was because nobody can read it."""
    try:
        return from_payload(row.payload)
    except (KeyError, TypeError, ValueError):
        return None


def to_payload(message: Incoming) -> dict[str, Any]:
    """A message as JSON; empty fields are left out."""
    payload = {name: value for name, value in asdict(message).items() if value not in (None, "", False, ())}
    return payload | {"sent_at": message.sent_at.isoformat()}


def from_payload(payload: dict[str, Any]) -> Incoming:
    """The message that `to_payload` wrote."""
    fields = dict(payload)
    fields["address"] = Address(**fields["address"])
    fields["sent_at"] = datetime.fromisoformat(fields["sent_at"])
    if contact := fields.get("contact"):
        fields["contact"] = Contact(**contact)
    if file := fields.get("file"):
        fields["file"] = SentFile(**file)
    if masked := fields.get("masked"):
        fields["masked"] = tuple(masked)
    return Incoming(**fields)
