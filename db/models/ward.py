"""The ward, its units and people, and how their chats are linked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Base


class Ward(Base):
    """The tenant. `revision` grows with every change of items, targets or people: caches compare it."""

    __tablename__ = "ward"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    revision: Mapped[int] = mapped_column(default=1)


class Unit(Base):
    """Who carries out: a department, a station, a tổ dân phố.

    `confirms`: the unit's head confirms its figures of collected indicators before they count.
    """

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("ward_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    code: Mapped[str]
    name: Mapped[str]
    sort: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    confirms: Mapped[bool] = mapped_column(default=False, server_default=false())


class Person(Base):
    """Somebody who answers for items or reads them. `address` is "anh", "chị", "bác", "cô", "chú".

    `daily_summary`: a leader who wants the ward's state every working day, not only every week.
    """

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
    daily_summary: Mapped[bool] = mapped_column(default=False, server_default=false())

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


class Leave(Base):
    """A person is away from `first` to `last` (both included); the substitute has his duties and rights.

    Without one, who heads his unit is told what falls due. `ended_at`: called off, or back early; `told_at`:
    he was told what happened meanwhile. Nothing of the plan changes hands: the dates decide.
    """

    __tablename__ = "leave"
    __table_args__ = (Index("ix_leave_ward_id_last", "ward_id", "last"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    substitute_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    first: Mapped[date]
    last: Mapped[date]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    ended_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]


class Handover(Base):
    """A post's open work goes from one person to another from `starts_on` on, once both have agreed.

    `items` are the ids of the items as they were proposed; `state`: asked, done, refused, called_off. `post`
    is what goes with them besides: {"roles", "fields", "leads", "decides", "unit", "title"} (db/posts.py).
    """

    __tablename__ = "handover"

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    to_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    starts_on: Mapped[date]
    items: Mapped[list[Any]]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    from_agreed_at: Mapped[datetime | None]
    to_agreed_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(12), default="asked")
    words: Mapped[str | None] = mapped_column(Text)
    post: Mapped[dict[str, Any] | None]
