"""One order makes one task, however often it arrives or is confirmed; each has its own key."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.loading.items import MADE_IN_CHAT
from db import directives
from db.models import Audit, Directive, Item, Plan, Question
from db.session import Sessions
from handlers.directives import giving
from tests.security.room import Room

ORDER = "giao Phòng VH-XH rà soát hộ nghèo, phối hợp Trạm Y tế, báo cáo trước thứ Năm"


@pytest.fixture
def room(sqlite_sessions: Sessions, tmp_path: Path) -> Room:
    return Room(sqlite_sessions, tmp_path)


def tasks(room: Room) -> list[Item]:
    """The tasks that orders made."""
    with room.sessions() as session:
        return list(session.scalars(select(Item).where(Item.slug.startswith(MADE_IN_CHAT)).order_by(Item.id)))


def count(room: Room, table: type[Directive] | type[Question]) -> int:
    with room.sessions() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_nothing_is_there_before_the_leader_has_confirmed(room: Room) -> None:
    room.say("hung", ORDER)
    assert tasks(room) == []
    assert count(room, Directive) == 0


def test_the_task_has_all_that_the_order_said(room: Room) -> None:
    room.say("hung", ORDER)
    room.say("hung", "đúng")
    (item,) = tasks(room)
    assert (item.key, item.kind, item.name) == ("NV-035", "task", "Rà soát hộ nghèo, báo cáo")
    assert (f"{item.due_on:%d/%m/%Y}", item.due_time, item.frequency) == ("19/11/2026", "16:30", "none")
    with room.sessions() as session:
        (row,) = session.scalars(select(Directive)).all()
        item = session.get_one(Item, item.id)
        assert item.owner is not None
        assert item.owner.code == "huong"
        assert item.coordinating == ["y-te"]
        assert item.leader_id == row.given_by_id == row.entered_by_id
        assert (row.words, row.made, row.accepted_at) == (ORDER, True, None)
        assert session.scalars(select(Audit.action).where(Audit.subject == "NV-035")).all() == ["directive"]


def test_a_message_that_is_delivered_twice_makes_one_task(room: Room) -> None:
    room.say("hung", ORDER, key="once")
    room.say("hung", ORDER, key="once")
    room.say("hung", "đúng", key="yes")
    room.say("hung", "đúng", key="yes")
    assert len(tasks(room)) == 1


def test_an_old_button_gives_nothing_a_second_time(room: Room) -> None:
    room.say("hung", ORDER)
    yes = room.button("hung", "ĐÚNG")
    room.press("hung", yes)
    assert "chưa ghi gì thêm" in room.press("hung", yes)[0]
    assert len(tasks(room)) == 1


def test_the_same_words_said_again_are_another_order(room: Room) -> None:
    for _ in range(2):
        room.say("hung", ORDER)
        room.say("hung", "đúng")
    assert [item.key for item in tasks(room)] == ["NV-035", "NV-036"]


def test_an_order_that_was_given_is_not_changed_by_editing_its_message(room: Room) -> None:
    room.say("hung", ORDER, message_id="m-order")
    room.say("hung", "đúng")
    said = room.say("hung", ORDER.replace("Năm", "Sáu"), message_id="m-order", edit=True)
    assert "NV-035 đã được giao theo nội dung trước khi sửa tin" in said[0]
    assert [f"{item.due_on:%d/%m}" for item in tasks(room)] == ["19/11"]


def test_a_key_that_was_used_by_a_stopped_task_is_not_given_again(room: Room) -> None:
    with room.sessions.begin() as session:
        last = session.scalars(select(Item).where(Item.key == "NV-034")).one()
        last.active = False
        plan = session.scalars(select(Plan.id)).one()
        assert directives.next_key(session, plan) == "NV-035"


def test_a_deadline_that_passed_before_the_answer_is_asked_again(room: Room) -> None:
    room.say("hung", "giao anh Minh rà soát hộ nghèo trước 11h hôm nay")
    room.clock.set(room.clock.now().replace(hour=13))
    assert "Hạn này đã qua; chưa giao." in room.say("hung", "đúng")[0]
    assert tasks(room) == []


def test_two_processes_never_share_a_key(postgres_sessions: Sessions, tmp_path: Path) -> None:
    """Both see NV-034 as the highest key; the one that comes second takes the next."""
    room = Room(postgres_sessions, tmp_path)
    with room.sessions() as session:
        plan = session.scalars(select(Plan)).one()
        plan_id, ward_id = plan.id, plan.ward_id
    both = threading.Barrier(2)

    def add(number: int) -> None:
        with room.sessions.begin() as session:
            item = Item(ward_id=ward_id, plan_id=plan_id, kind="task", name="Việc", short_name="Việc")
            item.slug = f"{giving.MADE_IN_CHAT}{number}"
            directives.next_key(session, plan_id)
            both.wait(timeout=10)
            directives.add_task(session, item)

    threads = [threading.Thread(target=add, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(item.key for item in tasks(room)) == ["NV-035", "NV-036"]
