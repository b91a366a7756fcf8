"""What goes with a post besides own items (roles, fields, a unit, whom it decides for), and moving it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from db.models import Explanation, Field, Handover, Item, Person, Role

ROLES = ("chair", "leader", "unit_head", "clerk")
"""Roles that belong to a post; the others are a person's own."""


def of(session: Session, person_id: int) -> dict[str, Any] | None:
    """The post of a person as a hand-over keeps it; None for who has none."""
    roles = session.scalars(
        select(Role.name).where(Role.person_id == person_id, Role.name.in_(ROLES)).order_by(Role.id)
    ).all()
    fields = session.scalars(select(Field.id).where(Field.leader_id == person_id).order_by(Field.id)).all()
    leads = session.scalars(select(Item.id).where(Item.leader_id == person_id, Item.active)).all()
    decides = session.scalars(select(Item.id).where(Item.decider_id == person_id, Item.active)).all()
    if not (roles or fields or leads or decides):
        return None
    row = session.get_one(Person, person_id)
    return {
        "roles": list(roles),
        "fields": list(fields),
        "leads": list(leads),
        "decides": list(decides),
        "unit": row.unit_id if "unit_head" in roles else None,
        "title": row.title if roles else None,
    }


def move(session: Session, row: Handover) -> None:
    """Give the post to who takes it; what has gone to somebody else since it was asked stays there."""
    post = row.post
    if not post:
        return
    _roles(session, row, post)
    free = or_(Field.leader_id == row.from_id, Field.leader_id.is_(None))
    session.execute(update(Field).where(Field.id.in_(post["fields"]), free).values(leader_id=row.to_id))
    led = Item.id.in_(post["leads"]) & (Item.leader_id == row.from_id)
    session.execute(update(Item).where(led).values(leader_id=row.to_id))
    decided = Item.id.in_(post["decides"]) & (Item.decider_id == row.from_id)
    session.execute(update(Item).where(decided).values(decider_id=row.to_id))
    asked = (Explanation.ward_id == row.ward_id) & (Explanation.asked_by_id == row.from_id)
    session.execute(
        update(Explanation).where(asked, Explanation.answered_at.is_(None)).values(asked_by_id=row.to_id)
    )


def _roles(session: Session, row: Handover, post: dict[str, Any]) -> None:
    """Roles change hands with the unit and the title; who gave them up stays an official."""
    if not post["roles"]:
        return
    giver, taker = session.get_one(Person, row.from_id), session.get_one(Person, row.to_id)
    mine = (Role.person_id == giver.id) & Role.name.in_(post["roles"])
    session.execute(delete(Role).where(mine))
    _grant(session, taker.id, *post["roles"])
    if giver.active:
        _grant(session, giver.id, "official")
    if post["unit"] is not None:
        taker.unit_id = post["unit"]
    taker.title = post["title"] or taker.title
    giver.title = None if giver.title == post["title"] else giver.title


def _grant(session: Session, person_id: int, *names: str) -> None:
    """Roles that the person does not have yet."""
    has = set(session.scalars(select(Role.name).where(Role.person_id == person_id)))
    session.add_all(Role(person_id=person_id, name=name) for name in names if name not in has)
    session.flush()
