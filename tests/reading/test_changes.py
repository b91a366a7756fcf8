"""A percentage by which something rises or falls is told by itself, by two counts, or by one of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.items import KnownItem
from bot.domain.reading import read
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.naming.aliases import Catalogue
from tests.reading.ward import NOW

CRIME = KnownItem(
    "CT01",
    "indicator",
    "Kéo giảm 5% phạm pháp hình sự",
    "Phạm pháp hình sự",
    unit="%",
    comparator="reduce_by",
    measured="reduction",
    compared=True,
)
SHOPS = KnownItem(
    "CT02", "indicator", "Hộ kinh doanh tăng 2,5%", "Hộ kinh doanh", unit="%", measured="growth"
)


def said(text: str) -> Reading:
    (reading,) = read(text, Catalogue([CRIME, SHOPS]), Context(now=NOW))
    return reading


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("phạm pháp hình sự giảm 7%", "7"),
        ("pham phap hinh su giam 7,5 %", "7.5"),
        ("phạm pháp hình sự giảm được 7% so với cùng kỳ", "7"),
        ("phạm pháp hình sự tăng 3%", "-3"),
        ("phạm pháp hình sự tăng thêm 3%", "-3"),
        ("phạm pháp hình sự 38 vụ, cùng kỳ 40 vụ", "5"),
        ("phạm pháp hình sự 42 vụ, cùng kỳ năm trước 40 vụ", "-5"),
        ("phạm pháp hình sự từ 40 vụ xuống còn 38 vụ", "5"),
        ("hộ kinh doanh tăng 2,5%", "2.5"),
        ("ho kinh doanh tang 2.5%", "2.5"),
        ("hộ kinh doanh 2,5%", "2.5"),
        ("hộ kinh doanh giảm 1%", "-1"),
        ("hộ kinh doanh 410 hộ, đầu năm 400", "2.5"),
        ("hộ kinh doanh từ 400 lên 410 hộ", "2.5"),
    ],
)
def test_a_change_goes_the_way_that_was_said(text: str, value: str) -> None:
    reading = said(text)
    assert reading.value == Decimal(value)
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("phạm pháp hình sự 20", ["20"]),
        ("phạm pháp hình sự giảm 2", ["2"]),
        ("phạm pháp hình sự 38/40", ["5"]),
        ("hộ kinh doanh 410/400", ["2.5"]),
        ("hộ kinh doanh 3", ["3"]),
        ("phạm pháp hình sự 20 vụ", []),
        ("phạm pháp hình sự giảm 2 vụ", []),
        ("hộ kinh doanh 410", []),
        ("hộ kinh doanh tăng 10 hộ", []),
        ("hộ kinh doanh tăng lên 410", []),
    ],
)
def test_a_count_is_never_taken_for_the_percentage(text: str, offered: list[str]) -> None:
    (doubt,) = said(text).doubts
    assert doubt.reason == "which_measure"
    assert [candidate.value for candidate in doubt.candidates] == [Decimal(value) for value in offered]


def test_the_number_of_the_plan_beside_the_result_is_no_count() -> None:
    reading = said("hộ kinh doanh 2,5%/3%")
    assert (reading.value, reading.denominator) == (Decimal("2.5"), None)


@pytest.mark.parametrize(
    ("text", "value", "offered"),
    [
        ("từ đầu năm 12 vụ phạm pháp hình sự, cùng kỳ 13 vụ, giảm 7,69%", "7.69", []),
        ("phạm pháp hình sự giảm 8% (12/13 vụ)", "7.6923", []),
        ("phạm pháp hình sự 12 vụ, giảm 1 vụ so với cùng kỳ 13 vụ (7,69%)", "7.6923", []),
        ("từ đầu năm 12 vụ phạm pháp hình sự, cùng kỳ 13 vụ, giảm 17,69%", "7.6923", ["7.6923", "17.69"]),
        ("phạm pháp hình sự giảm 17,69% so với cùng kỳ, 12 vụ so với 13 vụ", "7.6923", ["7.6923", "17.69"]),
        ("phạm pháp hình sự 14 vụ, cùng kỳ 13 vụ, giảm 7,69%", "-7.6923", ["-7.6923", "7.69"]),
        ("hộ kinh doanh 410 hộ, đầu năm 400, tăng 5%", "2.5", ["2.5", "5"]),
    ],
)
def test_two_counts_are_held_against_the_percentage_beside_them(
    text: str, value: str, offered: list[str]
) -> None:
    reading = said(text)
    assert reading.value == Decimal(value)
    assert [doubt.reason for doubt in reading.doubts] == (["percent_mismatch"] if offered else [])
    told = [candidate.value for doubt in reading.doubts for candidate in doubt.candidates]
    assert told == [Decimal(value) for value in offered]
