"""Values that can hardly be meant are told at loading, and loaded; ordinary ones are not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.session import Sessions
from tests.loading.plans import COUNTS, load, shipped, small

COLLECTED = (
    "mức giao: 269, đơn vị tính: người}",
    "mức giao: 269, đơn vị tính: người, thu thập: tổng}",
)
NO_UNIT = "không có ở trang Đơn vị, chỉ ghi tên, không báo được"
SHARES = "\nthu thập:\n  - {mã: CT01, đơn vị: vhxh, người báo cáo: minh, chỉ tiêu giao: 200}\nsố đã có:\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "so sánh: từ, đơn vị tính: '%'",
            "so sánh: từ, mức giao: 975, đơn vị tính: '%'",
            "CT02: mức giao 975% lớn hơn 100%",
        ),
        ("hạn: quý I", "hạn: 24/11/2025", "NV-001: hạn 24/11/2025 không thuộc năm kế hoạch 2026"),
        (
            "hạn: quý I",
            "hạn: 15/6, mốc: '1/7: dự thảo'",
            "NV-001: mốc “dự thảo” 01/07/2026 sau hạn 15/06/2026",
        ),
        (
            "đến ngày: 14/10/2026",
            "đến ngày: 14/12/2026",
            "CT01: số đã có đến ngày 14/12/2026, sau hôm nay",
        ),
        ("số đã có: 182", "số đã có: 1820", "CT01: số đã có 1820, gấp hơn 3 lần mức giao 269"),
        (
            "phụ trách: minh, hạn: quý I",
            "phụ trách: minh, người duyệt: minh, hạn: quý I",
            "NV-001: người duyệt cũng là người phụ trách; việc này do lãnh đạo phụ trách duyệt",
        ),
        (
            "hạn: quý I",
            "hạn: quý I, phối hợp: Công an; phòng văn hóa - xã hội",
            f"phối hợp “Công an” (NV-001): {NO_UNIT}",
        ),
        (
            "hạn: quý I",
            "hạn: quý I, phối hợp: Phong VH-XH",
            f"phối hợp “Phong VH-XH” (NV-001): {NO_UNIT}; nếu là Phòng Văn hóa - Xã hội thì ghi “vhxh”",
        ),
        (
            "số đã có:\n",
            "số đã có:\n  - {mã: CT02, số đã có: 968, đến ngày: 14/10/2026}\n",
            "CT02: số đã có 968% lớn hơn 100%",
        ),
    ],
)
def test_what_can_hardly_be_meant_is_told_and_loaded(
    tmp_path: Path, sqlite_sessions: Sessions, old: str, new: str, told: str
) -> None:
    with sqlite_sessions.begin() as session:
        changes = load(session, small(tmp_path, (old, new)))
        assert not changes.problems
        assert changes.warnings == [told]


def test_a_percentage_that_was_written_as_a_fraction_is_told(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    with sqlite_sessions.begin() as session:
        known = "số đã có:\n  - {mã: CT02, số đã có: '0,968', đến ngày: 14/10/2026}\n"
        document = small(
            tmp_path, ("đơn vị tính: '%'", "mức giao: 97, đơn vị tính: '%'"), ("số đã có:\n", known)
        )
        assert load(session, document).warnings == [
            "CT02: số đã có 0,968%, mức giao 97%: ghi theo phần trăm, ví dụ 96,8"
        ]


def test_parts_that_do_not_add_up_are_told(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        warnings = load(session, small(tmp_path, COLLECTED, ("\nsố đã có:\n", SHARES))).warnings
        assert "CT01: mức giao 269, cộng chỉ tiêu giao các đơn vị ở trang Thu thập là 200" in warnings
    with sqlite_sessions.begin() as session:
        whole = SHARES.replace("giao: 200", "giao: 269")
        assert load(session, small(tmp_path, COLLECTED, ("\nsố đã có:\n", whole))).warnings == []


@pytest.mark.parametrize("name", COUNTS)
def test_real_plans_have_nothing_of_the_kind(sqlite_sessions: Sessions, name: str) -> None:
    with sqlite_sessions.begin() as session:
        warnings = load(session, shipped(name), 2026).warnings
        assert not [one for one in warnings if "lớn hơn" in one or "gấp" in one or "sau hạn" in one]
