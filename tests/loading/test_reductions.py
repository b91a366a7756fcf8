"""Loading reductions: what they start from, and what a known figure of one means."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.session import Sessions
from tests.loading.plans import load, small


def test_a_reduction_without_what_it_starts_from_is_named(sessions: Sessions, tmp_path: Path) -> None:
    fewer = (
        "đánh giá: theo mức, so sánh: từ, đơn vị tính: '%'",
        "đánh giá: xét cuối năm, so sánh: giảm, giảm từ: 2",
    )
    known = ("năm trước: 164}", "năm trước: 164}\n  - {mã: CT02, đầu kỳ: 14}")
    with sessions.begin() as session:
        warnings = load(session, small(tmp_path, fewer)).warnings
        assert [one for one in warnings if "đầu kỳ" in one and "CT02" in one]
        warnings = load(session, small(tmp_path, fewer, known)).warnings
        assert not [one for one in warnings if "đầu kỳ" in one]


def test_what_was_known_of_a_reduction_is_said_to_be_what_is_left(sessions: Sessions, tmp_path: Path) -> None:
    fewer = (
        "đánh giá: theo mức, so sánh: từ, đơn vị tính: '%'",
        "đánh giá: xét cuối năm, so sánh: giảm, giảm từ: 2",
    )
    known = (
        "năm trước: 164}",
        "năm trước: 164}\n  - {mã: CT02, số đã có: 13, đến ngày: 14/10/2026, đầu kỳ: 14}",
    )
    with sessions.begin() as session:
        warnings = load(session, small(tmp_path, fewer, known)).warnings
        assert [one for one in warnings if "13" in one and "số còn lại" in one]


@pytest.mark.parametrize(
    ("told_by", "known", "lacks"),
    [
        (
            "đánh giá: so cùng kỳ, so sánh: giảm, giảm từ: 5, đơn vị tính: '% so với cùng kỳ'",
            "năm trước: 40",
            "chưa có số năm trước của CT02: chưa so sánh được với cùng kỳ",
        ),
        (
            "đánh giá: so cùng kỳ, so sánh: giảm, đơn vị tính: vụ",
            "năm trước: 15",
            "chưa có số năm trước của CT02: chưa so sánh được với cùng kỳ",
        ),
        (
            "đánh giá: xét cuối năm, so sánh: từ, mức giao: '2,5', đơn vị tính: '%', đo bằng: mức tăng",
            "đầu kỳ: 400",
            "chưa có số đầu kỳ của CT02: chưa tính được mức tăng từ số hiện có",
        ),
    ],
)
def test_a_change_without_what_it_is_compared_with_is_named(
    sqlite_sessions: Sessions, tmp_path: Path, told_by: str, known: str, lacks: str
) -> None:
    change = ("đánh giá: theo mức, so sánh: từ, đơn vị tính: '%'", told_by)
    given = ("năm trước: 164}", f"năm trước: 164}}\n  - {{mã: CT02, {known}}}")
    with sqlite_sessions.begin() as session:
        changes = load(session, small(tmp_path, change))
        assert lacks in changes.warnings
        assert not changes.lacks_target
        assert lacks not in load(session, small(tmp_path, change, given)).warnings
