"""Cases received and dealt with, however that is said; a rest of cases whose whole is not told is no rate."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.reading import Catalogue, Context, Reading, read
from tests.reading.ward import NOW, count, item, rate

LETTERS = rate(
    "CT1", "Đơn thư", "98", ">", "đơn thư", "khiếu nại", name="Giải quyết đơn thư khiếu nại, tố cáo"
)
HOUSES = count("CT2", "Nhà tình nghĩa", "căn", None, "nhà tình nghĩa")
WORK = item("NV-022", "Tiếp dân, đơn thư", "Tiếp dân, giải quyết dứt điểm các vụ việc phức tạp")
CATALOGUE = Catalogue([LETTERS, HOUSES, WORK])


def said(text: str) -> Reading:
    (reading,) = read(text, CATALOGUE, Context(now=NOW))
    return reading


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("khiếu nại nhận 9 cái, xử dứt điểm 8, còn 1 cái vẫn trong hạn", 8, 9),
        ("khiếu nại nhận 9 giải quyết dứt điểm 8", 8, 9),
        ("khiếu nại 12 đơn xử lí hết 12", 12, 12),
        ("khieu nai nhan 9, xu 8", 8, 9),
    ],
)
def test_cases_dealt_with_are_a_part_of_those_received(text: str, part: int, whole: int) -> None:
    reading = said(text)
    assert (reading.item, reading.numerator, reading.denominator) == ("CT1", Decimal(part), Decimal(whole))
    assert not reading.doubts


@pytest.mark.parametrize("text", ["đơn thư chưa giải quyết 2", "đơn thư còn 2 chưa giải quyết"])
def test_a_rest_of_unknown_cases_offers_no_rate(text: str) -> None:
    (doubt,) = said(text).doubts
    assert not doubt.candidates


@pytest.mark.parametrize(
    ("text", "value"), [("nhà tình nghĩa thì bốn căn bàn giao xong", 4), ("nhà tình nghĩa sáu căn", 6)]
)
def test_a_number_word_with_its_marks_counts(text: str, value: int) -> None:
    assert said(text).value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["nv-022 trên về kiểm tra không có ý kiến gì", "nv22 trong tháng không có phản ánh nào"]
)
def test_no_remark_hinders_nothing(text: str) -> None:
    assert said(text).kind != "obstacle"


def test_no_word_from_above_does_hinder() -> None:
    assert said("nv-022 không có ý kiến chỉ đạo của thành phố").kind == "obstacle"


THIN = rate("CT3", "SDD thấp còi", "11.67", "<", "thấp còi", name="Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi")


@pytest.mark.parametrize(
    "text",
    ["thấp còi còn 41/612 cháu", "thấp còi 41 cháu gầy còm / 612 cháu", "thấp còi còn 41 cháu trên 612 cháu"],
)
def test_those_of_a_rate_stand_before_all_of_them(text: str) -> None:
    (reading,) = read(text, Catalogue([THIN]), Context(now=NOW))
    assert (reading.numerator, reading.denominator) == (Decimal(41), Decimal(612))
