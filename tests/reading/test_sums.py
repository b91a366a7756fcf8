"""Parts of a figure are added up, a part and its whole make a rate, a rise and a fall one change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.ward import one


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("xklđ nhật 2 hàn 1 đài 2", [5, 2, 1]),
        ("xklđ 3 nhật 2 hàn", [5, 3, 2]),
        ("xklđ: nhật bản 3 người, hàn quốc 2 người", [5, 3, 2]),
        ("bhxh 120 người nam, 81 người nữ", [201, 120, 81]),
        ("bhxh 201, nam 120, nữ 80", [200, 201]),
    ],
)
def test_the_sum_of_parts_is_offered_first(text: str, offered: list[int]) -> None:
    (doubt,) = one(text).doubts
    assert doubt.reason == "two_numbers"
    assert [choice.value for choice in doubt.candidates] == offered


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bhxh 201: 120 nam 81 nữ", 201),
        ("xklđ 5 (nhật 2, hàn 1, đài loan 2)", 5),
        ("bhxh 201 năm nay", 201),
    ],
)
def test_a_total_that_is_told_needs_no_question(text: str, value: int) -> None:
    assert one(text).value == value
    assert not one(text).doubts


def test_below_the_last_total_the_sum_is_what_the_period_brought() -> None:
    read = one("bhxh 12 nam 9 nữ", "CT03", last="182")
    (doubt,) = read.doubts
    assert read.value == 21
    assert doubt.reason == "decrease"
    assert [choice.value for choice in doubt.candidates] == [203, 21]


@pytest.mark.parametrize("text", ["bhxh tăng 25 giảm 2", "bhxh giảm 2, tăng 25"])
def test_a_rise_and_a_fall_make_one_change(text: str) -> None:
    (doubt,) = one(text, "CT03", last="182").doubts
    assert [choice.value for choice in doubt.candidates] == [205]


def test_what_rose_and_fell_may_stand_beside_the_total() -> None:
    read = one("bhxh tăng 25, giảm 2, còn 205", "CT03", last="182")
    assert read.value == 205
    assert not read.doubts


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("bhyt: tổng 35.300, tham gia 35.120", (35120, 35300)),
        ("bhyt 35.120 người tham gia, tổng 35.300", (35120, 35300)),
        ("bhyt kiểm tra 25 hộ, 24 đạt", (24, 25)),
        ("bhyt kiểm tra 25 hộ, 1 chưa đạt", (24, 25)),
    ],
)
def test_a_part_and_its_whole_make_a_rate(text: str, pair: tuple[int, int]) -> None:
    read = one(text)
    assert [read.numerator, read.denominator] == [Decimal(one) for one in pair]
    assert not read.doubts
