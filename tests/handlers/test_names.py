"""People who share a name are never mixed up: the full name or the code decides, else it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Figure, Item, Person, Role, Ward
from db.session import Sessions
from db.ward_loading import bump
from tests.driver import Stage
from tests.handlers.desk import stage


@pytest.fixture
def played(sqlite_sessions: Sessions, tmp_path: Path) -> Stage:
    """Two more called Minh have joined the ward, and a Hoa and a Hòa."""
    made = stage(sqlite_sessions, tmp_path)
    with sqlite_sessions.begin() as session:
        ward = session.scalars(select(Ward)).one()
        for code, name, address in (
            ("minh2", "Trần Văn Minh", "anh"),
            ("minh3", "Nguyễn Thị Minh", "chị"),
            ("hoa", "Đỗ Thị Hoa", "cô"),
            ("hoa2", "Đặng Văn Hòa", "bác"),
        ):
            other = Person(ward_id=ward.id, code=code, name=name, address=address)
            other.roles = [Role(name="official")]
            session.add(other)
        session.flush()
        bump(session, ward.id)
    return made


def test_a_given_name_that_two_people_have_is_asked_about(played: Stage) -> None:
    for words in ("/nhapthay Minh 201", "/phancong NV-001 Minh", "/dondoc Minh", "/nguoicat Minh"):
        ((_, said),) = played.say("Lan", words)
        assert "Bùi Đức Minh" in said
        assert "Trần Văn Minh" in said
    with played.sessions() as session:
        assert not session.scalars(select(Figure).where(Figure.supplied.is_(False))).all()


@pytest.mark.parametrize("who", ["Trần Văn Minh", "minh2", "anh Văn Minh"])
def test_the_full_name_or_the_code_decides(played: Stage, who: str) -> None:
    played.say("Lan", f"/phancong NV-001 {who}")
    with played.sessions() as session:
        item = session.scalars(select(Item).where(Item.key == "NV-001")).one()
        owner = session.get_one(Person, item.owner_id)
        assert owner.code == "minh2"


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("chị Minh", "minh3"),
        ("c Minh", "minh3"),
        ("bà Minh", "minh3"),
        ("minh", "minh"),
        ("mã minh2", "minh2"),
        ("MINH2", "minh2"),
        ("Trần Minh", "minh2"),
        ("Minh (Phòng Văn hóa - Xã hội)", "minh"),
        ("cô Hoa", "hoa"),
        ("bác Hòa", "hoa2"),
        ("Hoà", "hoa2"),
        ("hoa", "hoa"),
    ],
)
def test_a_form_of_address_marks_a_unit_or_the_code_tell_apart(played: Stage, who: str, code: str) -> None:
    played.say("Lan", f"phân công NV-001 {who}")
    assert _owner(played, "NV-001") == code


@pytest.mark.parametrize("who", ["anh Minh", "Minh", "MINH", "bác Hoa"])
def test_what_may_be_two_people_is_asked(played: Stage, who: str) -> None:
    ((_, said),) = played.say("Lan", f"phân công NV-001 {who}")
    assert "nhiều người cùng tên" in said
    assert _owner(played, "NV-001") is None


def test_without_any_marks_hoa_may_be_either(played: Stage) -> None:
    ((_, said),) = played.say("Lan", "phan cong NV-001 Hoa")
    assert "Đỗ Thị Hoa" in said
    assert "Đặng Văn Hòa" in said
    played.say("Lan", "phan cong NV-001 bac Hoa")
    assert _owner(played, "NV-001") == "hoa2"


def test_which_of_them_is_picked_by_its_number(played: Stage) -> None:
    played.say("Lan", "phân công NV-001 Minh")
    played.say("Lan", "3")
    assert _owner(played, "NV-001") == "minh3"


def _owner(played: Stage, key: str) -> str | None:
    with played.sessions() as session:
        item = session.scalars(select(Item).where(Item.key == key)).one()
        return session.get_one(Person, item.owner_id).code if item.owner_id else None


# --- /nhapthay -------------------------------------------------------------------------------------


def entered(played: Stage) -> list[tuple[str, str]]:
    """The figures that came since the plan: item and owner's code."""
    with played.sessions() as session:
        rows = session.scalars(select(Figure).where(Figure.supplied.is_(False)).order_by(Figure.id))
        return [
            (session.get_one(Item, row.item_id).key, session.get_one(Person, row.person_id).code)
            for row in rows
        ]


@pytest.mark.parametrize(
    "said", ["Minh bhxh 201", "minh bhxh 201", "Bùi Đức Minh: bhxh 201", "Bùi Đức Minh - bhxh 201"]
)
def test_of_two_minh_who_answers_for_the_item_is_meant(played: Stage, said: str) -> None:
    played.say("Lan", f"nhập thay {said}")
    assert entered(played) == [("CT07b", "minh")]


def test_a_figure_of_somebody_elses_item_is_asked_about(played: Stage) -> None:
    ((_, said),) = played.say("Lan", "nhập thay chị Minh bhxh 201")
    assert "do anh Minh phụ trách, không phải chị Minh" in said
    assert entered(played) == []
    played.say("Lan", "1")
    assert entered(played) == [("CT07b", "minh")]


def test_without_an_item_it_is_asked_which_of_them(played: Stage) -> None:
    ((_, said),) = played.say("Lan", "nhập thay Minh 201")
    assert "03 người cùng tên Minh" in said
    assert "Chị Nguyễn Thị Minh (minh3)" in said
    played.say("Lan", "4")
    assert entered(played) == []


def test_who_is_called_so_by_nobody_is_named_whole(played: Stage) -> None:
    ((_, said),) = played.say("Lan", "nhập thay chị Xuân bhxh 201")
    assert "ai tên “chị Xuân”" in said
    ((_, said),) = played.say("Lan", "nhập thay Nguyễn Văn Xuân: bhxh 201")
    assert "ai tên “Nguyễn Văn Xuân”" in said


def test_leave_and_handing_over_tell_them_apart_too(played: Stage) -> None:
    said = played.say("Lan", "/nghi chị Minh từ 17/11 đến 18/11 nhờ anh Đức Minh")
    assert "chị Minh nghỉ" in said[0][1]
    assert "anh Minh thay" in said[0][1]
    said = played.say("Lan", "bàn giao anh Đức Minh cho chị Minh từ 18/11")
    assert "Chị Minh chưa kết nối" in said[0][1]


def test_a_code_with_a_digit_is_no_figure(played: Stage) -> None:
    played.say("Lan", "người mời Minh")
    ((_, said),) = played.say("Lan", "3")
    assert "Mã mời của chị Minh" in said


def test_an_order_to_one_of_several_is_asked_about(played: Stage) -> None:
    ((_, said),) = played.say("Lan", "giao NV-001 cho Minh")
    assert "nhiều người cùng tên" in said
    played.say("Lan", "2")
    assert _owner(played, "NV-001") == "minh2"


@pytest.mark.parametrize(
    "said", ["mai chị Minh nghỉ, nhờ anh Đức Minh", "chị Minh mai nghỉ, nhờ anh Đức Minh"]
)
def test_whose_leave_it_is_may_stand_behind_the_day(played: Stage, said: str) -> None:
    ((_, answer),) = played.say("Lan", said)
    assert answer.startswith("Chị Minh nghỉ thứ Ba, 17/11/2026, nhờ anh Minh thay")


def test_the_leave_of_one_of_several_is_asked_about(played: Stage) -> None:
    ((_, said),) = played.say("Lan", "mai Minh nghỉ, nhờ Hùng")
    assert "nhiều người cùng tên" in said


def test_tinhhinh_of_a_name_that_two_people_have_shows_neither(played: Stage) -> None:
    said = played.say("Hùng", "/tinhhinh Minh")
    assert all("Chỉ tiêu thành phần" not in text for _who, text in said)


@pytest.mark.parametrize(
    "asked", ["tình hình Minh", "Minh làm đến đâu rồi", "việc của Minh", "Minh có việc gì quá hạn"]
)
def test_a_question_about_a_name_that_several_have_offers_them(played: Stage, asked: str) -> None:
    ((_, said),) = played.say("Hùng", asked)
    assert "Có nhiều người cùng tên" in said
    assert "1. Anh Minh – Phòng Văn hóa - Xã hội" in said
    assert "Trần Văn Minh" in said
    first, *_rest = played.say("Hùng", "1")
    assert "tình hình anh Minh" in first[1]


def test_those_who_are_addressed_alike_are_told_apart_in_cards_and_lists(played: Stage) -> None:
    played.say("Lan", "/phancong NV-001 minh2")
    ((_, card),) = played.say("Hùng", "tình hình NV-001")
    assert "Phụ trách: anh Minh (Trần Văn Minh)." in card
    ((_, other),) = played.say("Hùng", "tình hình bhxh tự nguyện")
    assert "Phụ trách: anh Minh (Phòng Văn hóa - Xã hội)." in other
    ((_, lines),) = played.say("Hùng", "tình hình")
    assert "(anh Minh, Phòng Văn hóa - Xã hội)" in lines
