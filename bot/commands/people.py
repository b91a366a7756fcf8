"""`./giaoban people`: who is who in a ward, and whom the assistant can reach."""

from __future__ import annotations

import argparse
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from bot.commands.choosing import add_ward_argument, chosen_ward
from bot.commands.installation import Installation
from db.models import Chat, Person, Ward
from handlers.texts.common import ROLE_NAMES


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "people", description="Danh sách cán bộ: mã, họ tên, đơn vị, vai trò, đã kết nối trên kênh nào."
    )
    add_ward_argument(parser)


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Print one line for each active person."""
    with installation.sessions() as session:
        ward = chosen_ward(session, args.ward)
        people = active_people(session, ward)
        chats = chats_of(session, ward)
        print(f"{ward.name}: {len(people)} cán bộ")
        _print_table([_row(person, chats.get(person.id, [])) for person in people])
    return 0


def active_people(session: Session, ward: Ward) -> list[Person]:
    """The people of a ward, by unit and name."""
    statement = (
        select(Person)
        .where(Person.ward_id == ward.id, Person.active)
        .options(selectinload(Person.roles), selectinload(Person.unit))
    )
    return sorted(session.scalars(statement), key=lambda one: (one.unit.sort if one.unit else -1, one.name))


def chats_of(session: Session, ward: Ward) -> dict[int, list[Chat]]:
    """The chats that are not cut off, by person."""
    found: dict[int, list[Chat]] = {}
    statement = select(Chat).where(
        Chat.ward_id == ward.id, Chat.person_id.is_not(None), Chat.cut_at.is_(None)
    )
    for chat in session.scalars(statement):
        found.setdefault(chat.person_id or 0, []).append(chat)
    return found


def state_of(chats: list[Chat]) -> str:
    """Whether the assistant reaches somebody who has these chats."""
    if not chats:
        return "chưa kết nối"
    reached = sorted({chat.channel for chat in chats if chat.unreachable_at is None})
    if reached:
        return ", ".join(reached)
    return f"không gửi được từ {max(chat.unreachable_at for chat in chats if chat.unreachable_at):%d/%m/%Y}"


def _row(person: Person, chats: list[Chat]) -> tuple[str, ...]:
    roles = ", ".join(ROLE_NAMES[role.name] for role in person.roles)
    return person.code, person.name, person.unit.name if person.unit else "", roles, state_of(chats)


def _print_table(rows: list[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
