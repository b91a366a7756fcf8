"""Numbers as telephones write what is spoken, and percentages beside a part of a whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.reading.amounts.numbers import number_in_words
from bot.domain.reading.amounts.percentages import agrees
from bot.domain.reading.words import fold, normalise, tokenise
from tests.reading.ward import one


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("một trăm bốn hai", "142"),
        ("trăm tư hai", "142"),
        ("một trăm bốn mốt", "141"),
        ("một trăm hai", "120"),
        ("2 trăm mười", "210"),
        ("1 trăm bốn mươi hai", "142"),
        ("hai trăm không sáu", "206"),
        ("hai không sáu", "206"),
        ("hai linh sáu", "206"),
        ("hai trăm không phải", "200"),
        ("hai trăm mười năm nay", "210"),
        ("chín chín chấm sáu", "99.6"),
        ("chín chín rưỡi", "99.5"),
        ("mười phẩy không năm", "10.05"),
        ("bảy tỷ lẻ năm triệu", "7005000000"),
        ("bảy tỷ không trăm ba mươi triệu", "7030000000"),
    ],
)
def test_a_number_is_read_as_it_is_spoken(words: str, value: str) -> None:
    read = number_in_words(tokenise(fold(normalise(words))), 0)
    assert read is not None
    assert read[0].value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bhxh 2 trăm linh bảy", "207"),
        ("bhxh một trăm chín hai người", "192"),
        ("bhyt 97 chấm 6", "97.6"),
        ("bhyt chín bảy rưỡi", "97.5"),
        ("xklđ năm", "5"),
        ("bhxh có một trăm năm mươi sáu người", "156"),
        ("báo anh bhxh hai mươi lăm người", "25"),
        ("bhxh báo anh hai mươi lăm người", "25"),
        ("bhxh em báo chị Ba 45 người", "45"),
        ("thu ngân sách được năm tỷ chín trăm ba mươi lăm triệu đồng", "5935000000"),
    ],
)
def test_a_figure_is_read_as_it_is_spoken(text: str, value: str) -> None:
    assert one(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("stated", "step", "same"),
    [
        ("76", "1", True),
        ("76.2", "0.1", True),
        ("76.21", "0.01", True),
        ("77", "1", False),
        ("76.3", "0.1", False),
    ],
)
def test_a_percentage_agrees_when_rounded_or_cut_off(stated: str, step: str, same: bool) -> None:
    exact = Decimal(205) * 100 / 269  # 76.208…
    assert agrees(Decimal(stated), Decimal(step), exact) is same


def test_a_percentage_that_was_cut_off_agrees() -> None:
    assert agrees(Decimal(81), Decimal(1), Decimal(141) * 100 / 172)  # 81.97…


@pytest.mark.parametrize(
    ("text", "value", "agreeing"),
    [
        ("bhxh 205/269 đạt 80", "205", False),
        ("bhxh 205/269 đạt 76", "205", True),
        ("bhxh 205/269 = 77%", "205", False),
        ("bhxh 205 người, tỷ lệ 76,2", "205", True),
        ("bhxh 205 ng dat 80,9", "205", False),
    ],
)
def test_a_percentage_without_its_sign_is_held_against_the_numbers(
    text: str, value: str, agreeing: bool
) -> None:
    reading = one(text)
    assert reading.value == Decimal(value)
    assert [doubt.reason for doubt in reading.doubts] == ([] if agreeing else ["percent_mismatch"])
