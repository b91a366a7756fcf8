"""What the clock has done: reminders, days off, pulses, alarms; and the audit log."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


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
