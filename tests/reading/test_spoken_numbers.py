"""Numbers as telephones write what is spoken, and percentages beside a part of a whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.reading.amounts.numbers import number_in_words
from bot.domain.reading.amounts.percentages import agrees
from bot.domain.reading.amounts.quantities import quantities
from bot.domain.reading.words import fold, normalise, tokenise
from tests.reading.scoring import without_marks
from tests.reading.ward import one, said


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
        ("năm tư tỷ tám trăm năm mươi bảy triệu", "54857000000"),
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
        ("thu ngân sách 7 tỉ không trăm sáu mươi triệu", "7060000000"),
        ("thu ngân sách 7 tỷ không trăm linh năm triệu", "7005000000"),
        ("thu ngân sách 7 tỷ không trăm sáu mươi", "7060000000"),
        ("thu ngân sách bảy tỷ không trăm sáu mươi", "7060000000"),
        ("thu ngan sach 7 ty khong tram sau muoi trieu", "7060000000"),
        ("xklđ cộng lại năm nay sáu em", "6"),
        ("xklđ mười em", "10"),
    ],
)
def test_a_figure_is_read_as_it_is_spoken(text: str, value: str) -> None:
    assert one(text).value == Decimal(value)


SPOKEN = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize("tenth", range(10))
def test_two_places_behind_the_point_are_both_read(tenth: int, marks: bool) -> None:
    for hundredth in range(1, 10):
        behind = f"phẩy {SPOKEN[tenth]} {SPOKEN[hundredth]}"
        rate, money = f"bhyt chín mươi chín {behind}", f"thu ngân sách bảy {behind} tỷ"
        typed = (rate, money) if marks else (without_marks(rate), without_marks(money))
        assert [one(text).value for text in typed] == [
            Decimal(f"99.{tenth}{hundredth}"),
            Decimal(f"7.{tenth}{hundredth}") * 10**9,
        ], behind


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bhyt chín chín phẩy hai năm nay giữ vững", "99.2"),
        ("bhyt chín chín phẩy sáu, việc làm một trăm năm hai", "99.6"),
        ("thu ngân sách bảy phẩy chín tám hai tỷ", "7982000000"),
    ],
)
def test_what_follows_the_places_behind_the_point_stands_by_itself(text: str, value: str) -> None:
    assert said(text)[0].value == Decimal(value)


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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        *(("5 tỉ chín", [5_900]), ("3 tỷ tư", [3_400]), ("bảy tỷ 2", [7_200]), ("5ty9", [5_900])),
        *(("7 tỷ hai trăm", [7_200]), ("bảy tỷ chín trăm", [7_900]), ("5 tỷ chín đồng", [5_900])),
        *(("7 tỷ hai chị nhé", [7_200]), ("7 tỷ năm rồi", [7_000]), ("7 tỷ năm ạ", [7_500])),
        *(("bảy tỷ hai lăm", [7_250, 7_025]), ("7 tỷ chín hai", [7_920, 7_092])),
        *(("7 tỷ chín hôm nay", [7_900, 7_000]), ("7 ty tu dat", [7_400, 7_000])),
        *(("7 tỷ từ đất", [7_000]), ("7 tỷ năm nay", [7_000]), ("bảy tỷ năm 2026", [7_000])),
        *(("7 tỷ chín tháng đầu năm", [7_000]), ("7 tỷ sau khi trừ", [7_000])),
        *(("7 tỷ một năm", [7_000]), ("7 tỷ tư nhân nộp", [7_000]), ("7 tỷ hai trăm triệu", [7_200])),
    ],
)
def test_what_follows_an_amount_is_its_tail_or_asked_or_of_its_own(text: str, values: list[int]) -> None:
    """In millions: what is read, or may be chosen."""
    tokens = tokenise(fold(normalise(text)))
    marked = {at for at, token in enumerate(tokens) if text.split()[at : at + 1] == ["từ"]}
    quantity = quantities(tokens, marked, words_too=False)[0]
    assert [one / 10**6 for one in (quantity.value, *quantity.others)] == values


def test_two_amounts_with_their_tails_are_told_apart() -> None:
    tokens = tokenise(fold(normalise("thu bảy tỷ ba chi 6 tỷ mốt, 3 hộ")))
    values = [quantity.value for quantity in quantities(tokens, set(), words_too=False)]
    assert values == [7_300_000_000, 6_100_000_000, 3]
