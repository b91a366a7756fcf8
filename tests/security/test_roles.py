"""A role that is taken away works at once, also for what was asked while it was still there."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from db.models import TargetRow
from tests.security.room import Room

REFUSED = "chưa được phân quyền"


def targets(room: Room) -> int:
    with room.sessions() as session:
        return session.scalars(select(func.count(TargetRow.id))).one()


@pytest.mark.parametrize(
    "command",
    ["/nguoi", "/chuabaocao", "/dondoc minh", "/kehoach", "/giaochitieu bhxh tn 300", "/nguoicat minh"],
)
def test_the_next_command_is_refused(room: Room, command: str) -> None:
    assert REFUSED not in room.say("lan", command)[0]
    room.take_role("lan", "clerk", leave="official")
    assert REFUSED in room.say("lan", command)[0]


def test_a_chair_who_is_none_any_more_sees_nothing(room: Room) -> None:
    assert "Chủ tịch" in room.say("hung", "/tinhhinh")[0]
    room.take_role("hung", "chair", leave="official")
    assert REFUSED in room.say("hung", "/tinhhinh")[0]


def test_a_phone_is_not_cut_off_by_who_lost_the_role_meanwhile(room: Room) -> None:
    room.say("lan", "/nguoicat minh")
    button = room.button("lan", "Cắt liên kết")
    room.take_role("lan", "clerk", leave="official")
    assert REFUSED in room.press("lan", button)[0]
    assert room.audited("cut") == 0
    assert room.say("minh", "/viec") != []


def test_a_target_is_not_set_by_who_lost_the_role_meanwhile(room: Room) -> None:
    room.say("lan", "/giaochitieu bhxh tn 300")
    before = targets(room)
    room.take_role("lan", "clerk", leave="official")
    assert REFUSED in room.say("lan", "1")[0]
    assert targets(room) == before


def test_nothing_is_entered_for_another_by_who_lost_the_role_meanwhile(room: Room) -> None:
    room.say("lan", "/nhapthay minh bhxh tn 201/269 dat 75,7%")
    button = room.button("lan", "Ghi 201/269")
    room.take_role("lan", "clerk", leave="official")
    assert REFUSED in room.press("lan", button)[0]
    assert room.figures() == 0


def test_nothing_is_reported_by_who_may_only_look_now(room: Room) -> None:
    room.say("minh", "bhxh tn 201/269 dat 75,7%")
    button = room.button("minh", "Ghi 201/269")
    room.take_role("minh", "official", leave="observer")
    assert REFUSED in room.press("minh", button)[0]
    assert room.figures() == 0


def test_who_is_off_the_list_is_a_stranger_at_once(room: Room) -> None:
    room.say("minh", "bhxh tn 201/269 dat 75,7%")
    button = room.button("minh", "Ghi 201/269")
    room.dismiss("minh")
    stranger = room.say("Lạ", "xin chào")
    assert room.say("minh", "/viec") == stranger
    assert room.press("minh", button) == stranger
    assert room.say("minh", "bhxh 201") == stranger
    assert room.figures() == 0
