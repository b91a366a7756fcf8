"""Of a secret, and of a citizen's number, nothing is left in the database, nor in its file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.commands.sample_ward import ACCOUNT
from bot.domain.message import Address, Contact, Incoming
from db.models import Audit, Base, Figure, Inbox
from db.session import Sessions
from tests.security.room import CHANNEL, NOON, Room

SECRET, CITIZEN, PHONE = "Bàng Hoàng Tía Sơn", "001085012345", "0912345678"


def message(key: str, chat: str, text: str) -> Incoming:
    return Incoming(key, Address(CHANNEL, ACCOUNT, chat), chat, NOON, text=text)


def traces(room: Room, *planted: str) -> list[str]:
    """Where the planted words stand: in which column of which table."""
    with room.sessions() as session:
        return [
            f"{table.name}.{column.name}"
            for table in Base.metadata.sorted_tables
            for column in table.columns
            for value in session.scalars(select(column))
            if any(word in str(value) for word in planted)
        ]


def in_files(folder: Path, *planted: str) -> list[str]:
    """Files of the database that hold the planted words, in any way JSON may write them."""
    wanted = [word.encode() for word in planted] + [ascii(word)[1:-1].encode() for word in planted]
    return [
        path.name for path in folder.glob("*.sqlite3*") if any(word in path.read_bytes() for word in wanted)
    ]


@pytest.fixture
def room(sessions: Sessions, tmp_path: Path) -> Room:
    return Room(sessions, tmp_path)


def test_no_trace_of_a_secret_is_left(room: Room, tmp_path: Path) -> None:
    room.say("minh", f"MẬT\nKế hoạch {SECRET}")
    room.say("minh", f"{SECRET} (tối mật)", attachment="photo")
    room.say("minh", "xem giúp", attachment=f"{SECRET} (mật).pdf")
    room.say("nobody", f"tuyệt mật {SECRET}")
    room.say("group", f"tài liệu mật {SECRET}", group=True)
    assert traces(room, SECRET) == []
    assert in_files(tmp_path, SECRET) == []


def test_a_version_without_the_mark_is_forgotten_when_an_edit_adds_it(room: Room) -> None:
    room.say("minh", f"Kế hoạch {SECRET} chuẩn bị đến đâu", message_id="m1")
    assert "inbox.payload" in traces(room, SECRET)
    with room.sessions.begin() as session:
        (row,) = session.scalars(select(Inbox)).all()
        row.payload = row.payload | {"sender_name": SECRET, "choice": SECRET}
    room.say("minh", f"MẬT Kế hoạch {SECRET} chuẩn bị đến đâu", message_id="m1", edit=True)
    assert "inbox.payload" not in traces(room, SECRET)


def test_a_figure_is_taken_without_the_numbers_of_people(room: Room, tmp_path: Path) -> None:
    room.say("minh", f"bhxh 201, ông A cccd {CITIZEN}, sđt {PHONE}")
    room.say("minh", f"vướng bhxh: bà B {PHONE} chưa nộp hồ sơ", attachment=f"{CITIZEN}.jpg")
    room.say("minh", f"vướng bhyt: gọi {PHONE}", message_id="m1", edit=True)
    room.say("minh", contact=Contact(PHONE, own=False))
    room.say("nobody", f"tôi là {PHONE}")
    with room.sessions() as session:
        assert session.scalars(select(Figure.value).where(Figure.inbox_id.is_not(None))).all() == [
            Decimal(201)
        ]
    assert traces(room, CITIZEN, PHONE) == []
    assert in_files(tmp_path, CITIZEN, PHONE) == []


def test_the_clerk_is_told_once_who_and_when_and_the_audit_log_has_each(room: Room) -> None:
    heard = room.send(*(message(f"s{place}", "minh", "MẬT xem xong xóa") for place in range(3)))
    (told,) = [text for to, text in heard if to == "lan"]
    assert "Minh" in told
    assert "10 giờ 00, 16/11/2026" in told
    assert "xóa" not in told
    with room.sessions() as session:
        rows = session.scalars(select(Audit).where(Audit.action == "secret")).all()
    assert [(row.subject, row.before, row.after) for row in rows] == [("minh", None, None)] * 3


def test_a_stranger_cannot_make_the_clerk_be_told(room: Room) -> None:
    heard = room.send(message("s1", "nobody", "TUYỆT MẬT"))
    assert [to for to, _text in heard] == ["nobody"]


def test_that_a_number_was_masked_is_said_once_and_also_beside_an_error(room: Room) -> None:
    for text in (f"bhxh 201 {PHONE}\nbhyt 98% {CITIZEN}", f"/lichsu không có mục này {PHONE}"):
        (said,) = room.say("minh", text)
        assert said.count("không lưu thông tin cá nhân") == 1
