"""A report and a question in one message: what asks how it was received takes no figure away."""

from __future__ import annotations

import pytest

from bot.commands.explaining import plan_items
from bot.domain.reading import Catalogue, Context, read
from tests.reading.scoring import without_marks
from tests.reading.ward import NOW

CATALOGUE = Catalogue(plan_items())


def values(text: str) -> dict[str | None, str]:
    """What is recorded of a message, by item: a value, or the kind of what has none."""
    told = read(text, CATALOGUE, Context(NOW))
    return {one.item: str(one.value) if one.value is not None else one.kind for one in told}


REPORTED = [
    "bhxh 210, đủ chưa chị",
    "bhxh 210. Chị thấy chưa ạ?",
    "bhxh 210 nhé, c nhận đc chưa",
    "bhxh 210 rồi đó anh xem được chưa",
    "bhxh 210, chị Lan nhận được chưa ạ",
    "bhxh 210 nha, còn thiếu gì ko",
    "bhxh 210, em còn nợ chỉ tiêu nào không",
    "bhxh 210, như vậy kịp không chị",
]
ASKED = [
    "bhxh 210 đúng chưa chị",
    "bhxh 210, đúng không chị",
    "bhxh 210, phải không anh",
    "bhxh 210, sao thấp vậy",
    "bhxh 210, vậy đạt kế hoạch chưa",
    "bhxh 210 chưa chị",
    "bhxh được bao nhiêu rồi, đủ chưa",
    "bhxh 201? chị nhận được chưa",
]


@pytest.mark.parametrize("text", [form for text in REPORTED for form in (text, without_marks(text))])
def test_a_figure_in_front_of_a_question_about_its_receipt_is_reported(text: str) -> None:
    assert values(text) == {"CT07b": "210"}


@pytest.mark.parametrize("text", [form for text in ASKED for form in (text, without_marks(text))])
def test_a_figure_that_is_asked_about_is_none(text: str) -> None:
    assert values(text) == {"CT07b": "question"}


def test_what_has_not_come_yet_at_the_end_of_a_list_asks_nothing() -> None:
    told = values("bhxh 205, bhyt 99,4, xklđ 4, giảm nghèo xong, còn lại chưa có")
    assert told == {"CT07b": "205", "CT07a": "99.4", "CT08b": "4", "NV-020": "done"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("khu đô thị kiểu mẫu 1", {"CT09": "1"}),
        ("điểm nóng không", {"CT10b": "0"}),
        ("diem nong khong a", {"CT10b": "0"}),
        ("có điểm nóng không", {"CT10b": "question"}),
        ("bhyt 99% ở tổ 3", {"CT07a": "99"}),
    ],
)
def test_names_that_hold_the_words_of_an_answer(text: str, told: dict[str | None, str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("hộ nghèo giảm từ 3 xuống 1", ["2"]),
        ("hộ nghèo giảm từ 3 xuống còn 1", ["2"]),
        ("hộ nghèo từ 3 hộ còn 1 hộ", ["2"]),
        ("CT06a1 không còn hộ nào", ["0"]),
    ],
)
def test_what_is_left_is_not_what_was_reduced(text: str, choices: list[str]) -> None:
    (told,) = read(text, CATALOGUE, Context(NOW))
    assert [str(one.value) for one in told.doubts[0].candidates] == choices
