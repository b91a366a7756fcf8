"""Which ward and which person the operator means."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.directives import KnownPerson, Roster
from bot.domain.reading.words import normalise
from config.errors import ConfigError
from db.models import Person, Ward

if TYPE_CHECKING:
    from bot.commands.installation import Installation
    from handlers.turn import Office


def add_ward_argument(parser: argparse.ArgumentParser) -> None:
    """`--ward CODE`, for an installation of many wards."""
    parser.add_argument("--ward", metavar="MÃ", help="mã phường, khi cơ sở dữ liệu có nhiều phường")


def chosen_ward(session: Session, code: str | None) -> Ward:
    """The ward with that code, or the only one. Raise ConfigError when there is none or one must be named."""
    wards = session.scalars(select(Ward).order_by(Ward.code)).all()
    if not wards:
        raise ConfigError(["Chưa nạp kế hoạch của phường nào: ./giaoban load TỆP"])
    found = [ward for ward in wards if code in {None, ward.code}]
    if len(found) != 1:
        raise ConfigError([f"--ward: cần một trong {', '.join(ward.code for ward in wards)}"])
    return found[0]


def office_of(ward: Ward, installation: Installation) -> Office:
    """The settings of a ward. Raise ConfigError when the database has another code than the settings."""
    office = installation.offices.get(ward.code)
    if office is None:
        raise ConfigError([f"WARD_FILE: chưa có tệp thiết lập của phường {ward.code}"])
    return office


def chosen_person(session: Session, ward: Ward, said: str) -> Person:
    """The active person of that code or name, told apart as in chat.

    Raise ConfigError unless it is exactly one.
    """
    rows = session.scalars(select(Person).where(Person.ward_id == ward.id, Person.active)).all()
    people = {row.id: row for row in rows}
    known = [KnownPerson(row.id, row.name, row.address, row.unit_id, code=row.code) for row in rows]
    named = Roster(known, ()).begins(normalise(said))
    if named is None or named.rest:
        raise ConfigError([f"Không có ai tên hoặc mã là “{said}”. Xem danh sách: ./giaoban people"])
    found = [people[one] for one in named.people]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{person.name} ({person.code})" for person in found)
    raise ConfigError([f"“{said}” có {len(found)} người: {names}. Chọn theo mã."])
