"""What waits for somebody's decision, and what was decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


class Extension(Base):
    """More time asked for an item (for one `period` of it), and what became of it. The old due day stays.

    `state`: asked, granted (until `decided_due`), refused, replaced (the same person asked anew), withdrawn.
    A row is decided once; the newest granted one of an item and period holds from `decided_at` on.
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


class Confirmation(Base):
    """What waits for a yes: a task said to be done, or a unit's figure of a collected indicator.

    Exactly one of `progress_id` and `figure_id` is set. `state`: asked, confirmed, returned (with `words`,
    and for a task `due_on` for what is missing), replaced (reported anew before it was decided). `late`: the
    task was past its due day when it was said to be done; no confirmation, however late, changes that.
    """

    __tablename__ = "confirmation"
    __table_args__ = (
        UniqueConstraint("progress_id"),
        UniqueConstraint("figure_id"),
        Index("ix_confirmation_ward_id_state", "ward_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    progress_id: Mapped[int | None] = mapped_column(ForeignKey("progress.id"))
    figure_id: Mapped[int | None] = mapped_column(ForeignKey("figure.id"))
    asked_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12), default="asked")
    late: Mapped[bool] = mapped_column(default=False, server_default=false())
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    words: Mapped[str | None] = mapped_column(Text)
    due_on: Mapped[date | None]


class Decline(Base):
    """A task that who got it asks to be rid of; it stands meanwhile.

    `state`: asked, granted (it went to somebody else, or was stopped), refused (it stays his, with `words`),
    withdrawn (he went on with it), replaced (said anew).
    """

    __tablename__ = "decline"
    __table_args__ = (Index("ix_decline_ward_id_state", "ward_id", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text)
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    state: Mapped[str] = mapped_column(String(12), default="asked")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    words: Mapped[str | None] = mapped_column(Text)


class NotApplicableRow(Base):
    """That an item does not concern the ward, in one `period` or in a year ("2026") from the day `since` on.

    `state`: asked, granted, refused, withdrawn, replaced (said anew, or reported on), ended (granted once).
    """

    __tablename__ = "not_applicable"
    __table_args__ = (Index("ix_not_applicable_ward_id_state", "ward_id", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    period: Mapped[str] = mapped_column(String(12))
    since: Mapped[date]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(12), default="asked")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    words: Mapped[str | None] = mapped_column(Text)


class LateFigure(Base):
    """A figure or correction that came after its period was closed; the clerk decides on it.

    `spec` are the value columns of the `Figure` that it becomes once granted (decimals as text), which is
    then `figure_id`; of a task {"progress": state, "percent", "words"}. `at` is when it was sent. `state`:
    asked, granted, refused, replaced (sent anew).
    """

    __tablename__ = "late_figure"
    __table_args__ = (
        Index("ix_late_figure_ward_id_state", "ward_id", "state"),
        Index("ix_late_figure_item_id_period", "item_id", "period"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    period: Mapped[str] = mapped_column(String(12))
    as_of: Mapped[date]
    spec: Mapped[dict[str, Any]]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    channel: Mapped[str] = mapped_column(String(20), default="")
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(12), default="asked")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    words: Mapped[str | None] = mapped_column(Text)
    figure_id: Mapped[int | None] = mapped_column(ForeignKey("figure.id"), unique=True)


class Reopening(Base):
    """A closed period that a leader opened again, why, and until when; `closed_at` when it was shut early."""

    __tablename__ = "reopening"

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    period: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(Text)
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    until: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
