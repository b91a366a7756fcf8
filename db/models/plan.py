"""The plan: fields, items, targets, who reports which part."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Base
from db.models.ward import Person, Unit


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
    `due_rule` and `due_time` say when a period's report is due inside the ward (bot/domain/schedule.py).
    An indicator's `parent_id` is the compound line it is part of: the plan lists the line once.
    A task has `due_on` (or none); the state it is in follows from its last progress.

    `collect` makes an indicator a collected one: its parts are its units' shares, each an item of its own
    with the unit, the person who reports and the target assigned to the unit; the ward's value is their
    "sum", or the "ratio" of their sums. None where the item is reported as a whole. `decider_id` decides
    extensions and completions instead of the field's leader; `leader_id` is the leader in charge where it is
    not the field's. `coordinating` are the codes of the units that work together with the owner's.
    `milestones` are intermediate dates, each {"on": ISO date, "name": text}. `carried_from_id` is the task
    of last year's plan that was not finished. A `recurring` task comes back each period: "xong" ends a week
    of "Ngày Chủ nhật xanh", not the task. `begins_on`: no report of it is due before that day (a task that
    was given in the middle of a period).
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
    collect: Mapped[str | None] = mapped_column(String(8))
    leader_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decider_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    coordinating: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    product: Mapped[str | None] = mapped_column(Text)
    basis: Mapped[str | None] = mapped_column(Text)
    milestones: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"), unique=True)
    recurring: Mapped[bool] = mapped_column(default=False, server_default=false())
    begins_on: Mapped[date | None]

    owner: Mapped[Person | None] = relationship(foreign_keys=owner_id)
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


class Directive(Base):
    """A leader's order in his own words, and the task that it made or pressed.

    `made`: the task was not there before; else it was pressed. `accepted_at` is when the person in charge
    answered that he has it, `opinion` what he said to it.
    """

    __tablename__ = "directive"

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    given_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    words: Mapped[str] = mapped_column(Text)
    made: Mapped[bool]
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"), unique=True)
    accepted_at: Mapped[datetime | None]
    accepted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    opinion: Mapped[str | None] = mapped_column(Text)
