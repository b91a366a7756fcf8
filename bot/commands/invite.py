"""`./giaoban invite`: codes that link a chat to a person or to the ward's group, printed or as a sheet."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.commands import invitation_sheet
from bot.commands.choosing import add_ward_argument, chosen_person, chosen_ward
from bot.commands.installation import Installation
from bot.commands.invitation_sheet import Letter
from bot.commands.people import active_people, chats_of
from bot.commands.platforms import bot_names
from config.errors import ConfigError
from db import audit, invitations
from db.models import Person, Role, Ward

_NO_BOT = "Chưa hỏi được tên bot (xem ./giaoban check)"


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "invite",
        description="Cấp mã mời dùng một lần. Mã mới của một người thay mã cũ chưa dùng của người ấy.",
    )
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("person", nargs="?", metavar="NGƯỜI", help="mã hoặc họ tên, có dấu hoặc không")
    who.add_argument("--all", action="store_true", help="mọi người chưa kết nối: một tệp in thành phiếu")
    who.add_argument("--admin", action="store_true", help="người quản trị; chưa có thì tạo")
    who.add_argument("--group", action="store_true", help="nhóm chat chung của phường")
    add_ward_argument(parser)


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Make the codes, and show each the only time that it can be seen."""
    now = installation.clock.now()
    with installation.sessions.begin() as session:
        ward = (
            _first_ward(session, installation, args.ward) if args.admin else chosen_ward(session, args.ward)
        )
        people = _invited(session, ward, args)
        letters = [_letter(session, installation, ward, person, now) for person in people]
    bot = _bot_of(installation, ward.code) if letters else None
    if args.all:
        return _show_sheet(
            letters, bot, ward, installation.out / f"thu-moi-{ward.code}-{now:%Y%m%d-%H%M}.html"
        )
    for letter in letters:
        _show(letter, bot)
    return 0


def _invited(session: Session, ward: Ward, args: argparse.Namespace) -> list[Person | None]:
    """Who gets a code; None stands for the group."""
    if args.group:
        return [None]
    if args.admin:
        return [_admin(session, ward)]
    if args.all:
        people, linked = active_people(session, ward), chats_of(session, ward)
        if not people:
            raise ConfigError(["Chưa có cán bộ nào trong danh sách: ./giaoban load TỆP"])
        return [person for person in people if person.id not in linked]
    return [chosen_person(session, ward, args.person)]


def _letter(
    session: Session, installation: Installation, ward: Ward, person: Person | None, now: datetime
) -> Letter:
    office = installation.offices.get(ward.code)
    if office is None:
        raise ConfigError([f"WARD_FILE: chưa có tệp thiết lập của phường {ward.code}"])
    days = office.rules.invitation_days
    person_id = person.id if person else None
    ends = invitations.waiting_since(session, ward.id, person_id, now)
    code = invitations.invite(session, ward.id, person_id, now, days)
    name = person.name if person else f"Nhóm chung của {ward.name}"
    audit.note(session, now, "invite", name, ward_id=ward.id)
    unit = person.unit.name if person and person.unit else ward.name
    return Letter(name, unit, code, days, group=person is None, ends=ends)


def _bot_of(installation: Installation, ward_code: str) -> str | None:
    """The name of the bot that serves the ward, where it can be asked for now."""
    names = bot_names(installation)
    served = installation.wards_of_accounts.items()
    return next(
        (str(names[one]) for one, ward in served if ward == ward_code and isinstance(names[one], str)), None
    )


def _show(letter: Letter, bot: str | None) -> None:
    print(f"{letter.name}: mã {letter.code}, dùng một lần, trong {letter.days} ngày.")
    if letter.ends:
        print(f"Mã cấp lúc {letter.ends:%H:%M %d/%m} chưa dùng, nay hết hiệu lực: phiếu in trước đó bỏ đi.")
    if bot:
        print(f"Đường dẫn: {letter.link(bot)}")
    else:
        print(f"{_NO_BOT}, nên chưa có đường dẫn.")
    where = (
        "Thêm trợ lý vào nhóm rồi gửi trong nhóm" if letter.group else "Hoặc mở trợ lý trên Telegram và gửi"
    )
    print(f"{where}: /start {letter.code}")


def _show_sheet(letters: list[Letter], bot: str | None, ward: Ward, path: Path) -> int:
    if not letters:
        print("Mọi người đều đã kết nối. Mã cho điện thoại mới của một người: ./giaoban invite NGƯỜI")
        return 0
    path.touch(mode=0o600)
    path.write_text(invitation_sheet.page(letters, bot, ward.name), encoding="utf-8")
    print(f"{len(letters)} phiếu mời: {path}")
    if bot is None:
        print(f"{_NO_BOT}, nên phiếu chưa có mã QR và tên bot. Khi hỏi được thì chạy lại lệnh này rồi in.")
    if ended := [letter.name for letter in letters if letter.ends]:
        print(f"Mã cấp trước, chưa dùng, nay hết hiệu lực ({len(ended)}): {', '.join(ended)}.")
        print("Phiếu in trước của những người này bỏ đi.")
    print("Mở bằng trình duyệt rồi in; phát tận tay, xóa tệp sau khi in: ai có mã là vào được.")
    return 0


# --- the first admin, before anything is loaded ---------------------------------------------------


def _first_ward(session: Session, installation: Installation, code: str | None) -> Ward:
    """The ward that is meant; made from the ward file when the database is empty."""
    if session.scalars(select(Ward.id)).first() is None:
        wanted = code or next(iter(installation.offices))
        if wanted in installation.offices:
            session.add(Ward(code=wanted, name=installation.offices[wanted].rules.name))
            session.flush()
    return chosen_ward(session, code)


def _admin(session: Session, ward: Ward) -> Person:
    """The ward's admin, who is made when there is none. Raise ConfigError when there are several."""
    admins = [one for one in active_people(session, ward) if "admin" in {role.name for role in one.roles}]
    if len(admins) > 1:
        names = ", ".join(f"{one.name} ({one.code})" for one in admins)
        raise ConfigError([f"Có {len(admins)} quản trị: {names}. Mời từng người: ./giaoban invite MÃ"])
    if admins:
        return admins[0]
    admin = Person(ward_id=ward.id, code="quan-tri", name="Quản trị hệ thống", roles=[Role(name="admin")])
    session.add(admin)
    ward.revision += 1
    session.flush()
    return admin
