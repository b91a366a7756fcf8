"""`./giaoban restore FILE`: put a backup in place, keep what stood there, name what is lost."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.clock import SystemClock
from bot.commands.asking import agreed
from bot.commands.backup import said
from bot.commands.installation import Installation
from bot.domain.message import Address, Outgoing
from bot.evidence_files import FOLDER, mirror
from config.errors import ConfigError
from db import outbox, people, restore, schema
from db.alone import InUseError, alone
from db.backup import BackupError
from db.models import Ward
from db.restore import Lost
from db.session import make_sessions, open_engine
from handlers.texts import alarm as texts

SHOWN = 40


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "restore",
        description="Khôi phục một bản sao lưu. Dữ liệu đang có được chuyển sang chỗ khác, không bị ghi đè; "
        "những báo cáo ghi sau bản sao được nêu tên, người báo được đề nghị gửi lại.",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="bản sao trong data/backups")
    parser.add_argument("--yes", action="store_true", help="không hỏi lại")


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Ask, restore, say what is missing; 1 when nothing was changed."""
    if not args.file.is_file():
        raise ConfigError([f"restore: không có tệp {args.file}"])
    if not args.yes and not agreed(f"Khôi phục {args.file.name} thay cho dữ liệu đang dùng? (có/không) "):
        print("Chưa thay đổi gì.")
        return 1
    url = installation.database_url
    try:
        with alone(url):
            aside = restore.restore(url, args.file.resolve(), SystemClock().now())
            mirror(args.file.resolve().parent / FOLDER, installation.evidence)
            print(f"Đã khôi phục {args.file}.")
            print(f"Dữ liệu trước khi khôi phục: {aside}" if aside else "Trước đó chưa có dữ liệu.")
            return _after(installation, aside)
    except BackupError as error:
        print(f"Chưa thay đổi gì: {said(error)}")
    except InUseError as error:
        print(f"Chưa thay đổi gì: trợ lý đang chạy trên {error}; dừng trợ lý rồi chạy lại lệnh này.")
    return 1


def _after(installation: Installation, aside: str | None) -> int:
    """Name what the copy does not have; tell it to the people concerned when the assistant runs again."""
    engine = open_engine(installation.database_url)
    try:
        if (revision := schema.current(engine)) != schema.HEAD:
            print(f"Bản sao ở phiên bản {revision}, chương trình cần {schema.HEAD}: ./giaoban migrate")
            return 0
        with make_sessions(engine).begin() as session:
            lost = _lost(installation.database_url, aside, session)
            _say(session, lost)
            _tell(session, lost)
    finally:
        engine.dispose()
    print("Chạy lại trợ lý: ./giaoban run")
    return 0


def _lost(url: str, aside: str | None, restored: Session) -> list[Lost] | None:
    """The reports that only the former database has; None when it cannot be asked."""
    if aside is None:
        return None
    former = restore.former_engine(url, aside)
    try:
        with make_sessions(former)() as session:
            return restore.lost(session, restored)
    except DBAPIError:
        return None
    finally:
        former.dispose()


def _say(session: Session, lost: Sequence[Lost] | None) -> None:
    until = restore.last_moment(session)
    never = "Bản sao được làm khi trợ lý chưa chạy lần nào."
    print(f"Bản sao có dữ liệu đến {until:%H:%M %d/%m/%Y}." if until else never)
    if lost is None:
        print("Không đọc được dữ liệu cũ: mọi báo cáo gửi sau thời điểm trên không có trong bản sao.")
        return
    print(f"{len(lost)} báo cáo ghi sau bản sao, cần gửi lại:" if lost else "Không mất báo cáo nào.")
    for one in lost[:SHOWN]:
        print(f"  {one.at:%H:%M %d/%m/%Y} {one.person}: {one.key} {one.item}")
    if len(lost) > SHOWN:
        print(f"  … và {len(lost) - SHOWN} báo cáo nữa")


def _tell(session: Session, lost: Sequence[Lost] | None) -> None:
    """Ask those whose reports are gone to send them again; tell clerks and admins what happened."""
    now, until = SystemClock().now(), restore.last_moment(session)
    if until is None:
        return
    for ward in session.scalars(select(Ward)):
        mine = None if lost is None else [one for one in lost if one.ward_id == ward.id]
        by_person: dict[int, list[Lost]] = {}
        for one in mine or ():
            by_person.setdefault(one.person_id or 0, []).append(one)
        for person_id, theirs in by_person.items():
            _put(session, ward, person_id, texts.send_again(theirs, until), now)
        for person in people.with_role(session, ward.id, "clerk", "admin"):
            _put(session, ward, person.id, texts.restored(mine, until), now)


def _put(session: Session, ward: Ward, person_id: int, text: str, now: datetime) -> None:
    for chat in people.reachable_chats(session, person_id)[:1]:
        outbox.put(
            session,
            Outgoing(Address(chat.channel, chat.account, chat.chat), text),
            key=f"restored:{uuid4().hex}",
            kind="reminder",
            now=now,
            ward_id=ward.id,
            person_id=person_id,
        )
