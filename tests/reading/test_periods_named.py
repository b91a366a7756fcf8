"""Reporting periods named in a message: "tháng 10", "quý III", "số liệu tuần trước"."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.domain.reading.dates import read_period
from tests.reading.date_lines import NOW, ZONE, without_marks


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *(
            ("tháng 10", "2026-10"),
            ("T10", "2026-10"),
            ("tháng mười", "2026-10"),
            ("tháng 10/2025", "2025-10"),
        ),
        *(("Quý III", "2026-Q3"), ("quý 3/2025", "2025-Q3"), ("q3", "2026-Q3"), ("quý trước", "2026-Q3")),
        *(("6 tháng đầu năm", "2026-H1"), ("6 tháng cuối năm", "2026-H2"), ("9 tháng", "2026-9M")),
        *(
            ("năm 2025", "2025"),
            ("năm ngoái", "2025"),
            ("số liệu tuần trước", "2026-W46"),
            ("tuần 47", "2026-W47"),
        ),
        *(("học kỳ 1", "2027-HK1"), ("HK II", "2026-HK2"), ("học kỳ 2 năm học 2024-2025", "2025-HK2")),
        *(("năm học 2025-2026", "2026-NH"), ("năm học trước", "2026-NH"), ("năm học mới", None)),
        *(("kỳ trước", "2026-10"), ("tháng này", "2026-11"), ("Trong tháng không xảy ra TNGT", "2026-11")),
        *(("tháng 12", "2026-12"), ("tháng 1", "2026-01"), ("thu ns tháng 11 được 35tr", "2026-11")),
        *(("so với tháng trước tăng 5", None), ("kế hoạch tháng 11", None), ("ngày 5 tháng 10", None)),
        *(("số tháng 9 của bhyt là 99,1", "2026-09"), ("bhyt số tháng 9 là 99,1", "2026-09")),
        *(("bhyt 99,5, số tháng trước 99,2", None), ("bhyt giữ nguyên số tháng 9", None)),
        *(("bằng 94,1% so với cả năm ngoái", None), ("bằng 94,1% cả năm ngoái", None)),
        *(("bằng gần 94 % của năm 2025", None), ("110% so cả năm trước", None)),
        *(("cả năm ngoái 45 hộ", "2025"), ("bhyt bằng 98% tháng 10", "2026-10")),
        *(("so tháng 9 tăng 0,2", None), ("cao hơn số của tháng 9", None)),
        *(
            ("quỹ 3 triệu", None),
            ("mỗi tuần 2 buổi", None),
            ("trẻ 6 tháng tuổi", None),
            ("cả năm 2 vụ", None),
        ),
    ],
)
def test_a_period_is_read_by_its_name(text: str, key: str | None) -> None:
    for typed in (text, text.upper()) if "quỹ" in text else (text, text.upper(), without_marks(text)):
        period = read_period(typed, NOW)
        assert (period.key if period else None) == key, typed


@pytest.mark.parametrize(
    ("frequency", "key"),
    [
        ("week", "2026-W46"),
        ("quarter", "2026-Q3"),
        ("half", "2026-H1"),
        ("nine_months", "2025-9M"),
        ("year", "2025"),
    ],
)
def test_the_last_period_is_one_of_the_frequency_of_the_item(frequency: str, key: str) -> None:
    period = read_period("kỳ trước", NOW, frequency=frequency)
    assert period is not None
    assert period.key == key


def test_before_the_fifteenth_december_is_that_of_last_year() -> None:
    period = read_period("tháng 12", datetime(2026, 11, 10, 8, tzinfo=ZONE))
    assert period is not None
    assert period.key == "2025-12"


@pytest.mark.parametrize(
    ("text", "on", "key"),
    [
        ("tổng hợp tuần 53", "2026-12-31", "2026-W53"),
        ("tuan 53", "2027-01-04", "2026-W53"),
        ("tuần 53/2026", "2027-01-04", "2026-W53"),
        ("tuần 53/2027", "2027-01-04", None),
        ("tuần 53", "2025-12-31", None),
        ("tuần 54", "2026-12-31", None),
    ],
)
def test_a_week_53_is_of_the_years_that_have_one(text: str, on: str, key: str | None) -> None:
    found = read_period(text, datetime.fromisoformat(f"{on}T08:00:00+07:00"))
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("giảm được 1 hộ cận nghèo, tháng 11 xét tiếp", None),
        ("đã giảm 1 hộ, còn 1 hộ nữa tháng 11 xét", None),
        ("mở 2 lớp, tháng 12 tổ chức thêm", None),
        ("210 người tháng 11", "2025-11"),
        ("210 người tháng 11/2025 xét", "2025-11"),
        ("bhxh 190, tháng 11 là 201", "2025-11"),
        ("tháng 11 xét được 3 hộ", "2025-11"),
        ("giảm 1 hộ, tháng 8 xét tiếp", "2026-08"),
    ],
)
def test_a_month_to_come_behind_a_figure_is_no_period_of_last_year(text: str, key: str | None) -> None:
    found = read_period(text, datetime(2026, 9, 15, 9, 0, tzinfo=ZONE))
    assert (found.key if found else None) == key
