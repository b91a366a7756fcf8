"""What a load tells of: what changed, and nothing beside it."""

from __future__ import annotations

from pathlib import Path

from db.session import Sessions
from tests.loading.plans import load, small


def test_another_number_is_told_of_the_target_and_of_nothing_else(tmp_path: Path, sessions: Sessions) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        other = ("mức giao: 269, đơn vị tính: người", "mức giao: 300")
        (changed,) = load(session, small(tmp_path, other)).changes
        assert [(one.heading, one.before, one.after) for one in changed.details] == [
            ("mức giao", "269", "300"),
            ("đơn vị tính", "người", ""),
        ]


def test_a_line_fewer_is_no_change_of_those_below_but_of_their_order(
    tmp_path: Path, sessions: Sessions
) -> None:
    first = "  - {mã: NV-001, tên: Rà soát hộ nghèo, phụ trách: minh, hạn: quý I}\n"
    with sessions.begin() as session:
        load(session, small(tmp_path))
        renamed = ("tên: Tuyên truyền bảo hiểm", "tên: Tuyên truyền bảo hiểm xã hội")
        (_stopped, changed) = sorted(
            load(session, small(tmp_path, (first, ""), renamed)).changes, key=lambda one: one.code
        )
        assert [one.heading for one in changed.details] == ["tên"]
        again = load(session, small(tmp_path, renamed)).changes
        assert {one.code: one.is_order for one in again} == {"NV-001": False, "NV-002": True}


def test_what_comes_back_lacks_no_date(tmp_path: Path, sessions: Sessions) -> None:
    with sessions.begin() as session:
        weekly = ("tên: Tuyên truyền bảo hiểm", "tên: Tuyên truyền bảo hiểm, kỳ báo cáo: tuần")
        assert load(session, small(tmp_path)).lacks_due == ["NV-002"]
        assert load(session, small(tmp_path, weekly)).lacks_due == []


def test_what_has_no_field_is_listed(tmp_path: Path, sessions: Sessions) -> None:
    with sessions.begin() as session:
        none = ("tên ngắn: BHXH, lĩnh vực: bao_hiem", "tên ngắn: BHXH")
        assert load(session, small(tmp_path, none)).lacks_field == ["CT01", "NV-001", "NV-002"]
        assert load(session, small(tmp_path)).lacks_field == ["NV-001", "NV-002"]
