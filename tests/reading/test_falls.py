"""A reduction is told by how much it fell, or by what is left of it; a figure that may be either is asked."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from bot.domain.items import KnownItem
from bot.domain.reading import read
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.targets import Measured
from tests.reading.ward import NOW

POOR = ("CT07", "indicator", "Giảm 02 hộ cận nghèo", "Hộ cận nghèo", ("cận nghèo",))


def said(text: str, measured: Measured = "reduction_or_stock", **fields: object) -> Reading:
    given = {"unit": "hộ", "comparator": "reduce_by", "baseline": Decimal(14), **fields}
    item = KnownItem(*POOR, measured=measured, **given)  # type: ignore[arg-type]
    (reading,) = read(text, Catalogue([item]), Context(now=NOW, item="CT07"))
    return reading


@pytest.mark.parametrize(
    "text",
    [
        "hộ cận nghèo giảm 2 hộ",
        "cận nghèo giảm được hai hộ",
        "cận nghèo còn 12 hộ",
        "cận nghèo chỉ còn mười hai hộ",
        "cận nghèo hiện còn lại 12",
        "cận nghèo giảm còn 12",
        "cận nghèo giảm xuống 12 hộ",
        "cận nghèo xuống còn 12 hộ",
        "thoát cận nghèo 2 hộ",
        "cận nghèo giảm 2 hộ, còn 12 hộ",
        "còn 12 hộ",
    ],
)
def test_a_reduction_by_two_of_fourteen(text: str) -> None:
    reading = said(text)
    assert reading.value == 2
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("text", "reason", "offered"),
    [
        ("cận nghèo 12 hộ", "which_measure", [12, 2]),
        ("12", "which_measure", [12, 2]),
        ("cận nghèo còn 2 hộ nữa", "which_measure", [2, 12]),
        ("cận nghèo còn thiếu 1 hộ", "which_measure", [1, 13]),
        ("cận nghèo còn 20 hộ", "which_measure", []),
        ("cận nghèo giảm 3 hộ, còn 13 hộ", "two_numbers", [3, 1]),
        ("cận nghèo giảm thêm 1 hộ", "delta_without_total", [1]),
        ("cận nghèo giảm 20 hộ", "outlier", [20]),
        ("cận nghèo giảm 50%", "unit_mismatch", []),
    ],
)
def test_what_may_be_either_is_asked(text: str, reason: str, offered: list[int]) -> None:
    doubt = said(text).doubts[0]
    assert doubt.reason == reason
    assert [one.value for one in doubt.candidates] == offered


def test_what_is_left_cannot_be_reckoned_without_what_there_was() -> None:
    doubt = said("cận nghèo còn 12 hộ", baseline=None).doubts[0]
    assert (doubt.reason, [one.value for one in doubt.candidates]) == ("which_measure", [])


def test_where_the_number_there_is_counts_a_fall_is_asked_about() -> None:
    assert said("cận nghèo còn 12 hộ", "level").value == 12
    assert said("cận nghèo 12 hộ", "level").doubts == ()
    doubt = said("cận nghèo giảm 2 hộ", "level").doubts[0]
    assert doubt.reason == "delta_without_total"
    assert [one.value for one in doubt.candidates] == [12, 2]


def test_a_ceiling_called_a_reduction_is_told_by_what_is_left() -> None:
    ceiling: dict[str, Any] = {"comparator": "<", "target": Decimal(10), "baseline": None}
    assert said("cận nghèo còn 12 hộ", "level", **ceiling).value == 12
    assert said("cận nghèo giảm 2 hộ", "level", **ceiling).doubts[0].reason == "delta_without_total"


def test_a_rate_is_told_either_way_too() -> None:
    rate: dict[str, Any] = {"unit": "%", "baseline": Decimal("0.5")}
    assert said("cận nghèo giảm 0,1%", **rate).value == Decimal("0.1")
    assert said("cận nghèo còn 0,4%", **rate).value == Decimal("0.1")
    doubt = said("cận nghèo 0,4%", **rate).doubts[0]
    assert [one.value for one in doubt.candidates] == [Decimal("0.4"), Decimal("0.1")]
