"""What people reported. Rows are only ever added to."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


class Figure(Base):
    """One reported value of an indicator for a period. Append-only: a correction is a new row.

    `state` is one of: value (a number, or a/b), none_arose (không phát sinh), not_applicable, held (đang
    duy trì, đã đạt), lost, in_progress, grade (`words` holds it), words (a narrative), of_assigned (`value`
    is the official's own "đạt 100 % chỉ tiêu được giao"), withdrawn (what
    it corrects is taken back; see db.figures.STANDS). `reads` tells a stock that is left from a change
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
    """One report on a task. Append-only. `state`: not_done, in_progress, done; `percent` when it was said.

    paused, cancelled: somebody stopped the task, in `words` why; of no `period` (""), like the not_done with
    which it is taken up again. withdrawn: what it corrects is taken back (db.figures.STANDS_OF_TASK).

    `milestone` is the name of the intermediate date that was said to be reached.
    """

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
    milestone: Mapped[str | None]


class Evidence(Base):
    """A photo or file that shows that a task was done; the file lies in the data folder under its hash.

    `kind`: photo, file. `state`: waiting (for the platform to give it: `file_id` is its name there, next
    asked for at `not_before`), kept, again (the task has this very file already), lost (told to the sender).
    """

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("item_id", "sha256"), Index("ix_evidence_state", "state"))

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    at: Mapped[datetime]
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(String(8))
    size: Mapped[int]
    sha256: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    account: Mapped[str] = mapped_column(String(60))
    chat: Mapped[str] = mapped_column(String(60))
    file_id: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime]


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
