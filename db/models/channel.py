"""The way in and out: messages as they came, messages to send, questions that are open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


class Inbox(Base):
    """A message as it came, committed before the platform is told "got it".

    `state`: new, done, failed (kept with `error`, the reference that the person was given), too_fast (kept,
    but not read: the chat sent more than it may).
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("account", "key"),
        Index("ix_inbox_state_id", "state", "id"),
        Index("ix_inbox_account_chat_message_id", "account", "chat", "message_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(80))
    chat: Mapped[str] = mapped_column(String(60))
    message_id: Mapped[str | None] = mapped_column(String(60))
    payload: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(8), default="new")
    handled_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(40))


class Outbox(Base):
    """One platform message, in the same transaction as what it acknowledges.

    `key` makes it unique ("reply:812:0", "digest:7:2026-11-16"). `kind`: reply, reminder, summary, document.
    `state`: waiting, sending (until `lease_until`), sent, failed, held (a document that may have arrived);
    `settled_at` is when the clerk sent a failed or held one again, or let it be. After `not_after` it says
    nothing any more: it does not go out (the digest of a day).
    `doubts` counts the attempts after which nobody knew whether it had arrived.
    `items` are the keys of the items it is about, in the order shown, so that a reply to it finds them.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("key"),
        Index("ix_outbox_state_account_id", "state", "account", "id"),
        Index("ix_outbox_account_chat_platform_id", "account", "chat", "platform_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    channel: Mapped[str] = mapped_column(String(20))
    account: Mapped[str] = mapped_column(String(60))
    chat: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(12))
    text: Mapped[str] = mapped_column(Text)
    choices: Mapped[list[Any]] = mapped_column(default=list)
    document: Mapped[str | None] = mapped_column(Text)
    silent: Mapped[bool] = mapped_column(default=False)
    request_contact: Mapped[bool] = mapped_column(default=False)
    items: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[datetime]
    not_before: Mapped[datetime | None]
    not_after: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    settled_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    doubts: Mapped[int] = mapped_column(default=0, server_default="0")
    lease_until: Mapped[datetime | None]
    platform_id: Mapped[str | None] = mapped_column(String(60))
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(80))


class Question(Base):
    """What the bot asked in a chat, with its choices; the next answer goes there until it expires.

    `kind` names the handler that takes the answer; `choices` is a list of {"label", "data"} in the order
    shown; `payload` is what the handler needs to go on; `answer` is the place of the choice that was picked,
    0 when it was answered in words.
    """

    __tablename__ = "question"
    __table_args__ = (Index("ix_question_account_chat_closed_at", "account", "chat", "closed_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    account: Mapped[str] = mapped_column(String(60))
    chat: Mapped[str] = mapped_column(String(60))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]]
    choices: Mapped[list[Any]]
    asked_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    answer: Mapped[int | None]
