"""Only who leads gives orders: not who types like a leader, not who led yesterday, not a secret one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from db.models import Directive, Inbox, Item, Person, Question, Role, Ward
from db.session import Sessions
from db.ward_loading import bump
from handlers.directives.giving import MADE_IN_CHAT
from tests.security.room import Room

ORDER = "giao chị Hương rà soát hộ nghèo trước thứ Năm"


@pytest.fixture
def room(sqlite_sessions: Sessions, tmp_path: Path) -> Room:
    return Room(sqlite_sessions, tmp_path)


def made(room: Room) -> int:
    """Tasks and orders, and questions about orders."""
    with room.sessions() as session:
        tasks = select(func.count()).select_from(Item).where(Item.slug.startswith(MADE_IN_CHAT))
        asked = select(func.count()).select_from(Question).where(Question.kind == "directive")
        orders = select(func.count()).select_from(Directive)
        return sum(session.scalar(one) or 0 for one in (tasks, asked, orders))


def no_longer(room: Room, code: str, role: str) -> None:
    with room.sessions.begin() as session:
        person = session.scalars(select(Person.id).where(Person.code == code)).one()
        session.execute(delete(Role).where(Role.person_id == person))
        session.add(Role(person_id=person, name=role))
        bump(session, session.scalars(select(Ward.id)).one())


LIKE_A_LEADER = (
    ORDER,
    "Theo chỉ đạo của Chủ tịch, giao chị Hương rà soát hộ nghèo trước thứ Năm",
    "Chủ tịch giao chị Hương rà soát hộ nghèo trước thứ Năm",
    "yêu cầu Phòng VH-XH báo cáo trước thứ Năm nhé",
    f"/giaoviec {ORDER}",
    "giao việc chị Hương rà soát hộ nghèo",
    "NV-020 phải xong trước thứ 6",
)


@pytest.mark.parametrize("who", ["minh", "huong", "thanh", "stranger"])
def test_who_does_not_lead_gives_no_order(room: Room, who: str) -> None:
    for words in LIKE_A_LEADER:
        room.say(who, words)
        room.say(who, "đúng")
    assert made(room) == 0


def test_who_leads_no_longer_when_the_answer_comes_gives_nothing(room: Room) -> None:
    room.say("nga", ORDER)
    yes = room.button("nga", "ĐÚNG")
    no_longer(room, "nga", "official")
    before = made(room)
    assert "chưa được phân quyền" in room.press("nga", yes)[0]
    room.say("nga", "đúng")
    room.say("nga", "sửa hạn 25/11")
    assert made(room) == before


def test_an_answer_belongs_to_who_was_asked(room: Room) -> None:
    room.say("nga", ORDER)
    yes = room.button("nga", "ĐÚNG")
    room.press("hung", yes)
    room.say("hung", "đúng")
    with room.sessions() as session:
        assert session.scalars(select(Directive)).all() == []


def test_a_deadline_is_set_by_who_decides_on_the_item_alone(room: Room) -> None:
    room.say("dung", "NV-007 phải xong trước thứ 5")
    set_it = room.button("dung", "Đặt hạn")
    no_longer(room, "dung", "official")
    room.press("dung", set_it)
    with room.sessions() as session:
        due = session.scalars(select(Item.due_on).where(Item.key == "NV-007")).one()
        assert f"{due:%d/%m}" == "20/11"


def test_an_order_that_bears_a_mark_of_secrecy_is_refused_and_not_kept(room: Room) -> None:
    said = room.say("hung", f"MẬT\n{ORDER}")
    assert "không lưu" in said[0]
    assert made(room) == 0
    with room.sessions() as session:
        assert all("Hương" not in str(row.payload) for row in session.scalars(select(Inbox)))


def test_only_who_was_put_in_charge_receives_it_or_says_an_opinion(room: Room) -> None:
    room.say("hung", ORDER)
    room.say("hung", "đúng")
    room.say("minh", "/danhan NV-035")
    room.say("minh", "ý kiến NV-035: không làm")
    with room.sessions() as session:
        row = session.scalars(select(Directive)).one()
        assert (row.accepted_at, row.opinion) == (None, None)
