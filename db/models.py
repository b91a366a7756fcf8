"""The tables. Names follow docs/glossary.md; rows that record what was said are only ever added to."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from db.types import Exact, Moment

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Shared metadata: a naming convention, so that migrations can name every constraint."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {
        Decimal: Exact,
        datetime: Moment,
        str: String(200),
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


# --- the ward and its people ---------------------------------------------------------------------


class Ward(Base):
    """The tenant. `revision` grows with every change of items, targets or people: caches compare it."""

    __tablename__ = "ward"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    revision: Mapped[int] = mapped_column(default=1)


class Unit(Base):
    """Who carries out: a department, a station, a tổ dân phố."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("ward_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    code: Mapped[str]
    name: Mapped[str]
    sort: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)


class Person(Base):
    """Somebody who answers for items or reads them. `address` is "anh", "chị", "bác", "cô", "chú"."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("ward_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    code: Mapped[str]
    name: Mapped[str]
    address: Mapped[str] = mapped_column(String(20), default="đồng chí")
    title: Mapped[str | None]
    phone: Mapped[str | None] = mapped_column(String(20))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    active: Mapped[bool] = mapped_column(default=True)

    unit: Mapped[Unit | None] = relationship()
    roles: Mapped[list[Role]] = relationship(back_populates="person", cascade="all, delete-orphan")


class Role(Base):
    """What a person is: official, unit_head, leader (of a field), chair, clerk, admin, observer."""

    __tablename__ = "role"
    __table_args__ = (UniqueConstraint("person_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(20))

    person: Mapped[Person] = relationship(back_populates="roles")


class Chat(Base):
    """A conversation on a channel that belongs to a person, or to the ward's group (`person_id` empty).

    A chat that was cut off (lost phone, left) keeps its row with `cut_at`; linking again clears it.
    """

    __tablename__ = "chat"
    __table_args__ = (UniqueConstraint("account", "chat"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    channel: Mapped[str] = mapped_column(String(20))
    account: Mapped[str] = mapped_column(String(60))
    chat: Mapped[str] = mapped_column(String(60))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    linked_at: Mapped[datetime]
    cut_at: Mapped[datetime | None]
    unreachable_at: Mapped[datetime | None]
    last_seen_at: Mapped[datetime | None]

    person: Mapped[Person | None] = relationship()


class Invitation(Base):
    """A single-use code, hashed: links a person's chat, or (`person_id` empty) the ward's group."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class CodeTry(Base):
    """One wrong code: counted per chat and per installation, so that codes cannot be guessed."""

    __tablename__ = "code_try"

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(String(60))
    chat: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime] = mapped_column(index=True)


# --- the plan ------------------------------------------------------------------------------------


class Plan(Base):
    """A ward's plan for one year."""

    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("ward_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    year: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    source_year: Mapped[int]
    loaded_at: Mapped[datetime]


class Field(Base):
    """A heading of the plan (lĩnh vực), with the leader in charge."""

    __tablename__ = "field"
    __table_args__ = (UniqueConstraint("ward_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    code: Mapped[str] = mapped_column(String(60))
    name: Mapped[str]
    leader_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    sort: Mapped[int] = mapped_column(default=0)

    leader: Mapped[Person | None] = relationship()


class Item(Base):
    """An indicator or a task of the plan.

    `key` is its code in chat (CT05, NV-022); `slug` its stable name in the plan file. `frequency` is week,
    month, quarter, half, nine_months, year or none; `regime` names a reporting regime (nd09, calendar);
    `due_rule` and `due_time` say when a period's report is due inside the ward (bot/domain/periods.py).
    An indicator's `parent_id` is the compound line it is part of: the plan lists the line once.
    A task has `due_on` (or none), and `state` follows from its last progress.
    """

    __tablename__ = "item"
    __table_args__ = (UniqueConstraint("plan_id", "key"), UniqueConstraint("plan_id", "slug"))

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    kind: Mapped[str] = mapped_column(String(12))
    key: Mapped[str] = mapped_column(String(20))
    slug: Mapped[str] = mapped_column(String(120))
    sort: Mapped[int]
    name: Mapped[str] = mapped_column(Text)
    short_name: Mapped[str]
    aliases: Mapped[list[Any]] = mapped_column(default=list)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"))
    field_id: Mapped[int | None] = mapped_column(ForeignKey("field.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    frequency: Mapped[str] = mapped_column(String(12), default="month")
    regime: Mapped[str] = mapped_column(String(20), default="nd09")
    due_rule: Mapped[str] = mapped_column(String(20), default="+2")
    due_time: Mapped[str] = mapped_column(String(5), default="16:30")
    due_on: Mapped[date | None]
    focal: Mapped[bool] = mapped_column(default=False)
    listed: Mapped[bool] = mapped_column(default=True)
    active: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str | None] = mapped_column(Text)

    owner: Mapped[Person | None] = relationship()
    unit: Mapped[Unit | None] = relationship()
    field: Mapped[Field | None] = relationship()


class TargetRow(Base):
    """What an indicator is measured against, from `valid_from` on; the newest row that is valid counts.

    `spec` is `bot.domain.targets.Target` as a JSON object (decimals as text); a change of target by chat
    adds a row with the document's number and date, so that older reports keep the older target.
    """

    __tablename__ = "target"
    __table_args__ = (Index("ix_target_item_id_valid_from", "item_id", "valid_from"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    valid_from: Mapped[date]
    spec: Mapped[dict[str, Any]]
    document: Mapped[str | None]
    document_date: Mapped[date | None]
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]


# --- what people said ----------------------------------------------------------------------------


class Figure(Base):
    """One reported value of an indicator for a period. Append-only: a correction is a new row.

    `state` is one of: value (a number, or a/b), none_arose (không phát sinh), not_applicable, held (đang
    duy trì, đã đạt), lost, in_progress, grade (`words` holds it), words (a narrative), of_assigned (`value`
    is the official's own "đạt 100 % chỉ tiêu được giao"). `reads` tells a stock that is left from a change
    ("còn 6 hộ", "giảm 1 hộ"). `supplied` marks what came with the workbook's sheet "Số đã có".
    `reported_at` is when this figure was first reported: a correction keeps it, so that it does not make an
    on-time report late.
    """

    __tablename__ = "figure"
    __table_args__ = (
        Index("ix_figure_item_id_period", "item_id", "period"),
        UniqueConstraint("inbox_id", "item_id", "period", "ordinal"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    period: Mapped[str] = mapped_column(String(12))
    as_of: Mapped[date]
    state: Mapped[str] = mapped_column(String(16), default="value")
    value: Mapped[Decimal | None]
    numerator: Mapped[Decimal | None]
    denominator: Mapped[Decimal | None]
    reads: Mapped[str | None] = mapped_column(String(8))
    estimate: Mapped[bool] = mapped_column(default=False)
    supplied: Mapped[bool] = mapped_column(default=False)
    words: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    channel: Mapped[str] = mapped_column(String(20), default="")
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    ordinal: Mapped[int] = mapped_column(default=0)
    reported_at: Mapped[datetime]
    at: Mapped[datetime]
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("figure.id"))


class Progress(Base):
    """One report on a task. Append-only. `state`: not_done, in_progress, done; `percent` when it was said."""

    __tablename__ = "progress"
    __table_args__ = (Index("ix_progress_item_id_at", "item_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    period: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(16))
    percent: Mapped[Decimal | None]
    words: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    channel: Mapped[str] = mapped_column(String(20), default="")
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    reported_at: Mapped[datetime]
    at: Mapped[datetime]
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("progress.id"))


class Obstacle(Base):
    """A difficulty reported in somebody's own words; open until it is said to be over, or the task done.

    `closed_by_id` is who said that it is over, `closing` what a leader said to it.
    """

    __tablename__ = "obstacle"

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    words: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closing: Mapped[str | None] = mapped_column(Text)


class Extension(Base):
    """More time asked for an item (for one `period` of it), and what became of it. The old due day stays.

    `state`: asked, granted (until `decided_due`), refused, replaced (the same person asked anew). A row is
    decided once; the newest granted one of an item and period holds from `decided_at` on.
    """

    __tablename__ = "extension"
    __table_args__ = (Index("ix_extension_item_id_period", "item_id", "period"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    period: Mapped[str | None] = mapped_column(String(12))
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    old_due: Mapped[date]
    asked_due: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    state: Mapped[str] = mapped_column(String(12), default="asked")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    decided_due: Mapped[date | None]
    words: Mapped[str | None] = mapped_column(Text)


class Explanation(Base):
    """Why an item stands as it does: asked by a leader, due on its own, answered in writing.

    `words` is what the leader asked beside; `period` the one in question then. `objective_by_id` is the
    leader who confirmed an objective reason (nguyên nhân khách quan): a mark on the item that stays.
    """

    __tablename__ = "explanation"
    __table_args__ = (Index("ix_explanation_item_id_period", "item_id", "period"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    period: Mapped[str | None] = mapped_column(String(12))
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_of_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    due_on: Mapped[date]
    words: Mapped[str | None] = mapped_column(Text)
    answer: Mapped[str | None] = mapped_column(Text)
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    objective_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    objective_at: Mapped[datetime | None]


# --- the way in and out --------------------------------------------------------------------------


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
    `state`: waiting, sending (until `lease_until`), sent, failed, held (a document that may have arrived).
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
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    platform_id: Mapped[str | None] = mapped_column(String(60))
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(80))


class Question(Base):
    """What the bot asked in a chat, with its choices; the next answer goes there until it expires.

    `kind` names the handler that takes the answer; `choices` is a list of {"label", "data"} in the order
    shown; `payload` is what the handler needs to go on; `answer` is the place of the choice that was picked.
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


# --- the clock -----------------------------------------------------------------------------------


class Reminder(Base):
    """A decision to tell somebody something, made once: its unique key decides, not luck.

    `kind`: digest, due_day, summary, escalation. `subject` is the day ("2026-11-16"), or the period of a
    summary. `recipient` is "person:7", "group", or "ward" (what was looked at, and told to nobody).
    `stages` is what was told: the stage by duty ({"CT05 2026-11 2026-11-17": 2}), the rung of an
    escalation ({"CT05 2026-11 2026-11-17": "leader"}), so that it is told once.
    """

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("ward_id", "kind", "subject", "recipient"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    kind: Mapped[str] = mapped_column(String(12))
    subject: Mapped[str] = mapped_column(String(40))
    recipient: Mapped[str] = mapped_column(String(40))
    stages: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]


class SpecialDay(Base):
    """A day off or a make-up working day that the clerk added by chat, over the holiday table of `config`."""

    __tablename__ = "special_day"
    __table_args__ = (UniqueConstraint("ward_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    day: Mapped[date]
    works: Mapped[bool]
    reason: Mapped[str | None]
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]


class Pulse(Base):
    """When something last happened: "tick", "poll:<account>", "backup"; what the watchdog reads."""

    __tablename__ = "pulse"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    at: Mapped[datetime]


class Alarm(Base):
    """What a ward was told to be wrong since `since`, and (`over_at`) that it is over; one row for each name.

    `name` is of bot.domain.watch. The row that changes decides which process tells it.
    """

    __tablename__ = "alarm"
    __table_args__ = (UniqueConstraint("ward_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    name: Mapped[str] = mapped_column(String(12))
    since: Mapped[datetime]
    told_at: Mapped[datetime]
    over_at: Mapped[datetime | None]


class Audit(Base):
    """Who changed what, when. Only added to."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
