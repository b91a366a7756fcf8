"""Figures put right by how much they were wrong, torn by a space, or beside a second number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.reading import Reading
from tests.reading.scoring import without_marks
from tests.reading.ward import one, said


def offered(text: str, about: str | None = "CT03", last: str | None = "201") -> list[list[int]]:
    """The values to choose from, of a message typed with marks and without; each asks one thing."""
    readings = [one(typed, about, last=last) for typed in (text, without_marks(text))]
    assert {doubt.reason for reading in readings for doubt in reading.doubts} == {"delta_without_total"}
    return [_values(reading) for reading in readings]


def _values(reading: Reading) -> list[int]:
    return [int(choice.value or 0) for choice in reading.doubts[0].candidates]


@pytest.mark.parametrize(
    "text",
    [
        "em ghi dư 2 người",
        "ghi thừa 2",
        "em nhập trùng 2 người",
        "đếm lố 2",
        "trừ bớt 2",
        "trừ đi 2 người giúp em",
        "trừ 2",
        "bỏ 2 trường hợp trùng",
        "loại ra 2 người",
        "có 2 người bị trùng",
        "trùng 2 người",
    ],
)
def test_what_was_too_much_is_taken_from_the_last_figure(text: str) -> None:
    assert offered(text) == [[199, 2]] * 2


@pytest.mark.parametrize(
    "text",
    [
        "ghi thiếu 3",
        "em nhập sót 3 người",
        "tính hụt 3",
        "em quên tính 3 người",
        "cộng thêm 3 người",
        "báo thiếu 3",
    ],
)
def test_what_was_too_little_is_added_to_it(text: str) -> None:
    assert offered(text) == [[204, 3]] * 2


def test_of_a_reduction_too_it_is_a_difference() -> None:
    assert offered("ghi dư 2 hộ", "CT07", "3") == [[1, 2]] * 2


def test_the_figure_that_is_told_beside_it_is_confirmed() -> None:
    assert offered("ghi dư 2, còn 199") == [[199]] * 2


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("em báo đủ 205", "figure", 205),
        ("gửi đủ 205 người", "figure", 205),
        ("ghi dư 2, đúng là 205", "correction", 205),
        ("tính lại 205", "correction", 205),
        ("còn sót 3 người", "in_progress", None),
    ],
)
def test_what_only_sounds_like_a_difference_is_none(text: str, kind: str, value: int | None) -> None:
    reading = one(text, "CT03", last="201")
    assert (reading.kind, reading.value, reading.doubts) == (kind, value, ())


@pytest.mark.parametrize(("text", "values"), [("bhxh 2 05", [205, 2, 5]), ("bhxh 20 1", [201, 20, 1])])
def test_a_number_torn_by_a_space_is_offered_whole(text: str, values: list[int]) -> None:
    assert _values(one(text)) == values


def test_two_numbers_that_make_none_are_not_joined() -> None:
    assert _values(one("bhxh 201 12")) == [201, 12]


@pytest.mark.parametrize("text", ["bhyt 97,6 đạt 98%", "bhyt: 97,6; đạt: 98%"])
def test_two_levels_of_a_rate_are_asked_about(text: str) -> None:
    (doubt,) = one(text).doubts
    assert (doubt.reason, len(doubt.candidates)) == ("two_numbers", 2)


def test_a_share_of_the_plan_goes_with_the_level() -> None:
    reading = one("bhyt 97,6 đạt 100,1% kế hoạch")
    assert (reading.value, reading.percent_stated, reading.doubts) == (Decimal("97.6"), Decimal("100.1"), ())


def test_a_number_in_front_that_can_be_no_rate_is_left() -> None:
    assert [(r.value, r.doubts) for r in said("bhyt 12.450 đạt 98%")] == [(Decimal(98), ())]


def test_a_label_is_a_name() -> None:
    known, other = said("bhxh: 201; nước: 100")
    assert (known.item, known.value, known.doubts) == ("CT03", Decimal(201), ())
    assert [doubt.reason for doubt in other.doubts] == ["which_indicator"]


@pytest.mark.parametrize(
    ("text", "offered"), [("bhxh nam: 45; nữ: 60", [105, 45, 60]), ("bhxh sáng: 45; chiều: 60", [45, 60])]
)
def test_the_parts_of_a_figure_are_no_names(text: str, offered: list[int]) -> None:
    for typed in (text, without_marks(text)):
        (doubt,) = one(typed).doubts
        assert doubt.reason == "two_numbers"
        assert [choice.value for choice in doubt.candidates] == offered


def test_every_label_of_a_list_is_a_name() -> None:
    known, *others = said("bhxh: 201; nước: 100; nghèo: 2")
    assert (known.value, known.doubts) == (Decimal(201), ())
    assert [other.value for other in others] == [Decimal(100), Decimal(2)]
    assert all(other.doubts for other in others)


def test_the_decimal_that_was_wrong_is_told_from_the_number_that_is_right() -> None:
    reading = one("4583 mới đúng, em gõ 4,583 là sai", "CT10")
    assert (reading.kind, reading.value, reading.old_value) == ("correction", Decimal(4583), Decimal("4.583"))
