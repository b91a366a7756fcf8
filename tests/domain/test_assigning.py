"""Targets as they are stated when they are set: comparators, ranges, steps, grades."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.assigning import Stated, stated, with_grade, with_number, with_range
from bot.domain.targets import Target

RATE = Target("level", ">=", value=Decimal("99.7"), unit="%", lower_better=False)
CEILING = Target("level", "<=", value=Decimal(11), unit="%", lower_better=True)
REDUCTION = Target("year_end_review", "reduce_by", source="assigned_later", unit="hộ", lower_better=True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("300", Stated(("300",))),
        ("300 người", Stated(("300 người",))),
        ("trên 99,7%", Stated(("99,7%",), ">")),
        ("TREN 99,7%", Stated(("99,7%",), ">")),
        ("> 99,7%", Stated(("99,7%",), ">")),
        ("hơn 99%", Stated(("99%",), ">")),
        ("từ 80% trở lên", Stated(("80%",), ">=")),
        ("đạt 80% trở lên", Stated(("80%",), ">=")),
        ("tối thiểu 280 người", Stated(("280 người",), ">=")),
        ("không dưới 80%", Stated(("80%",), ">=")),
        (">= 80", Stated(("80",), ">=")),
        ("≥80", Stated(("80",), ">=")),
        ("dưới 10,5%", Stated(("10,5%",), "<")),
        ("dưới mức 8,81%", Stated(("8,81%",), "<")),
        ("không quá 1,1%", Stated(("1,1%",), "<=")),
        ("tối đa 3 vụ", Stated(("3 vụ",), "<=")),
        ("5 trở xuống", Stated(("5",), "<=")),
        ("97-98%", Stated(("97%", "98%"))),
        ("97 – 98%/năm", Stated(("97%/năm", "98%/năm"))),
        ("từ 80 đến 85%", Stated(("80%", "85%"))),
        ("tu 80% den 85%", Stated(("80%", "85%"))),
        ("8 - 9 tỷ đồng", Stated(("8 tỷ đồng", "9 tỷ đồng"))),
        ("từ 99,7% lên 99,9%", Stated(("99,9%",))),
        ("lên 180", Stated(("180",))),
        ("tăng lên 180", Stated(("180",))),
        ("tăng 5%", Stated(("5%",), step=True)),
        ("giảm 3 hộ", Stated(("3 hộ",), step=True)),
    ],
)
def test_the_words_are_taken_apart(words: str, expected: Stated) -> None:
    assert stated(words) == expected


def test_a_comparator_that_is_said_holds_and_one_that_is_not_stays() -> None:
    above = with_number(RATE, Decimal("99.8"), ">")
    assert above == replace(RATE, value=Decimal("99.8"), comparator=">")
    assert above is not None
    assert with_number(above, Decimal(99)) == replace(above, value=Decimal(99))
    assert with_number(CEILING, Decimal(10), "<") == replace(CEILING, value=Decimal(10), comparator="<")


def test_a_direction_follows_the_comparator() -> None:
    turned = with_number(CEILING, Decimal(10), ">=")
    assert turned is not None
    assert turned.lower_better is False


def test_a_range_takes_the_place_of_a_number_and_a_number_that_of_a_range() -> None:
    between = with_range(RATE, Decimal(97), Decimal(98))
    assert between is not None
    assert (between.value, between.low, between.high, between.comparator) == (
        None,
        Decimal(97),
        Decimal(98),
        "between",
    )
    assert with_number(between, Decimal(99)) == replace(RATE, value=Decimal(99))
    assert with_range(RATE, Decimal(98), Decimal(97)) is None


def test_a_reduction_is_by_at_least_so_much_or_between_two_amounts() -> None:
    by = with_number(REDUCTION, Decimal(3), ">=")
    assert by is not None
    assert (by.reduce_low, by.reduce_high, by.source) == (Decimal(3), Decimal(3), "fixed")
    between = with_range(REDUCTION, Decimal(5), Decimal(10))
    assert between is not None
    assert (between.reduce_low, between.reduce_high, between.comparator) == (
        Decimal(5),
        Decimal(10),
        "reduce_by",
    )
    assert with_number(REDUCTION, Decimal(3), "<=") is None


def test_steps_planned_for_the_number_before_end_with_it() -> None:
    flow = Target("cumulative", ">=", value=Decimal(172), phased={11: Decimal(140)})
    after = with_number(flow, Decimal(180))
    assert after is not None
    assert after.phased == {}


def test_a_grade_is_one_of_the_scale() -> None:
    titled = Target("year_end_review", ">=", grade="Khá", scale=("Khá", "Tốt", "Tốt, xuất sắc"))
    graded = with_grade(titled, "xep loai tốt, xuất sắc")
    assert graded is not None
    assert graded.grade == "Tốt, xuất sắc"
    assert with_grade(titled, "giỏi") is None
    assert with_grade(RATE, "tốt") is None
