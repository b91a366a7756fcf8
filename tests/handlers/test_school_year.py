"""An indicator reported by semester: asked, recorded and told by the school year, not by the plan's."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update

from db.models import Figure, Item
from db.session import Sessions
from db.ward_loading import bump
from handlers.texts.periods import period_words
from tests.handlers.desk import stage


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2026-HK1", "học kỳ I năm học 2025-2026"),
        ("2026-HK2", "học kỳ II năm học 2025-2026"),
        ("2026-NH", "năm học 2025-2026"),
        ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026", "năm 2026"),
    ],
)
def test_a_school_year_is_named_by_both_its_years(key: str, words: str) -> None:
    assert period_words(key) == words


def by_semester(sessions: Sessions, key: str) -> None:
    """The item is reported by semester from now on."""
    with sessions.begin() as session:
        clock = {"regime": "nam_hoc", "frequency": "half", "due_rule": "+2"}
        session.execute(update(Item).where(Item.key == key).values(**clock))
        bump(session, session.scalars(select(Item.ward_id)).first() or 0)


def test_a_semester_is_reported_by_its_name_or_when_it_is_due(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Minh", begins="29/05/2026")
    by_semester(sqlite_sessions, "CT07a")
    played.move_to("tắt máy đến 01/06/2026 07:30")
    ((_, due),) = played.say("Minh", "/viec")
    assert "Số liệu học kỳ II năm học 2025-2026 (01/02 – 31/5), hạn 16 giờ 30, thứ Ba, 02/6/2026:" in due
    ((_, said),) = played.say("Minh", "bhyt 99,5")
    assert said.startswith("Đã ghi nhận: BHYT, học kỳ II năm học 2025-2026, số đến 31/5: 99,5%")
    ((_, judged),) = played.say("Minh", "CT07a")
    assert "Đánh giá: không đạt." in judged  # the school year is over, though the plan's is not
    ((_, late),) = played.say("Minh", "bhyt học kỳ 1 99,3")
    assert "Học kỳ I năm học 2025-2026 đã chốt" in late
    with sqlite_sessions() as session:
        sent = session.scalars(select(Figure.period).where(Figure.inbox_id.is_not(None))).all()
    assert sent == ["2026-HK2"]


def test_a_semester_is_opened_again_as_schools_count_it(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Minh, Hùng", begins="29/05/2026")
    by_semester(sqlite_sessions, "CT07a")
    played.move_to("tắt máy đến 01/06/2026 07:00")
    ((_, still),) = played.say("Hùng", "/moky học kỳ 2 sửa số trường Lê Lợi")
    assert "Học kỳ II năm học 2025-2026 chưa chốt" in still
    opened, told = played.say("Hùng", "/moky học kỳ 1 sửa số trường Lê Lợi")
    assert opened[1].startswith("Đã mở lại học kỳ I năm học 2025-2026")
    assert told[0] == "Minh"
    ((_, said),) = played.say("Minh", "bhyt học kỳ 1 99,3")
    assert said.startswith("Đã ghi nhận: BHYT, học kỳ I năm học 2025-2026, số đến 31/01: 99,3%")


def test_words_about_a_semester_are_of_that_one(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Tuấn", begins="29/05/2026")
    by_semester(sqlite_sessions, "CT02")
    played.move_to("tắt máy đến 01/06/2026 09:00")
    ((_, late),) = played.say("Tuấn", "CT02 học kỳ 1 đang duy trì")
    assert "Học kỳ I năm học 2025-2026 đã chốt" in late
    ((_, said),) = played.say("Tuấn", "CT02 học kỳ 2 đang duy trì")
    assert said.startswith("Đã ghi nhận: Trường chuẩn quốc gia, học kỳ II năm học 2025-2026")
    played.move_to("tắt máy đến 15/09/2026 09:00")
    ((_, ahead),) = played.say("Tuấn", "CT02 học kỳ 1 đang duy trì")
    assert "Học kỳ I năm học 2026-2027 tính vào kế hoạch năm 2027" in ahead
    with sqlite_sessions() as session:
        sent = session.scalars(select(Figure.period).where(Figure.inbox_id.is_not(None))).all()
    assert sent == ["2026-HK2"]
