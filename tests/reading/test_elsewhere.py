"""Words around a number that speak of another item than the one told of last: asked, never its new figure."""

from __future__ import annotations

import pytest

from bot.domain.reading import Catalogue, Context, Reading, read
from tests.reading.scoring import without_marks
from tests.reading.ward import NOW, count, rate

ITEMS = [
    rate("CT01", "Tỷ lệ nước sạch", "97.5"),
    rate("CT02", "Giải quyết đơn thư", "100"),
    rate("CT03", "Thấp còi", "11", "<="),
    rate("CT04", "Giải ngân đầu tư công", "100"),
    count("CT05", "Việc làm mới", "lao động", "172"),
    count("CT06", "BHXH tự nguyện", "người", None, assigned=True),
    count("CT07", "Dịch bệnh gia súc", "ổ dịch", "0", comparator="<="),
    count("CT08", "Đơn tồn đọng", "đơn", "0", comparator="<="),
    count("CT09", "Thu phí", "đồng", "428000000"),
]
WARD = Catalogue(ITEMS)
OWN = frozenset(item.key for item in ITEMS)


def said(about: str, text: str, *, answered: bool = True) -> Reading:
    """What one message after the receipt of an item says, the same with marks and without."""
    (typed,) = read(text, WARD, Context(NOW, about, own=OWN, answered=answered))
    (plain,) = read(without_marks(text), WARD, Context(NOW, about, own=OWN, answered=answered))
    assert (plain.item, plain.value) == (typed.item, typed.value)
    return typed


def offered(reading: Reading) -> list[str | None]:
    """The items that a question offers, in order."""
    (doubt,) = reading.doubts
    assert doubt.reason == "which_indicator"
    return [one.item for one in doubt.candidates]


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize(
    ("about", "text", "items"),
    [
        ("CT01", "đơn thư 0/0", ["CT02", "CT08", "CT01"]),
        ("CT01", "đơn thư: 5/5", ["CT02", "CT08", "CT01"]),
        ("CT01", "đơn thư 95%", ["CT02", "CT01"]),
        ("CT01", "đơn thư không phát sinh", ["CT02", "CT01"]),
        ("CT03", "giải ngân 35%", ["CT04", "CT03"]),
        ("CT03", "đã giải ngân được 35%", ["CT04", "CT03"]),
        ("CT09", "dịch bệnh 1", ["CT07", "CT09"]),
        ("CT01", "có 2 dịch bệnh", ["CT07", "CT01"]),
        ("CT03", "dịch bệnh: 1", ["CT07", "CT03"]),
    ],
)
def test_words_of_another_items_name_are_asked(
    about: str, text: str, items: list[str], answered: bool
) -> None:
    assert offered(said(about, text, answered=answered)) == items


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("CT05", "hồ sơ 300"),
        ("CT05", "tổng số hồ sơ 300"),
        ("CT06", "lượt 210"),
        ("CT06", "vụ 202"),
        ("CT06", "đã cấp 500 thẻ"),
        ("CT06", "210 lượt"),
        ("CT06", "doanh nghiệp 12"),
        ("CT08", "hộ dân 3"),
        ("CT01", "trường 98"),
        ("CT06", "thu nhập 200"),
        ("CT06", "thu nhap binh quan 200"),
        ("CT06", "doanh thu 210"),
    ],
)
def test_another_unit_in_front_of_a_number_is_asked(about: str, text: str) -> None:
    reading = said(about, text)
    assert reading.item is None
    assert "which_indicator" in {doubt.reason for doubt in reading.doubts}


@pytest.mark.parametrize(
    ("about", "text", "value"),
    [
        ("CT05", "lao động 142", 142),
        ("CT05", "số người 142", 142),
        ("CT06", "tổng số người tham gia đến nay 203", 203),
        ("CT06", "tháng này đạt 203 ạ", 203),
        ("CT06", "lũy kế là 203", 203),
        ("CT08", "số đơn 3", 3),
        ("CT09", "nộp 410 triệu", 410000000),
        ("CT09", "giải ngân 410 triệu", 410000000),
        ("CT01", "hộ 1860/2400", 77.5),
        ("CT01", "sạch 98", 98),
    ],
)
def test_its_own_words_and_what_any_report_is_made_of_are_not(about: str, text: str, value: float) -> None:
    reading = said(about, text)
    assert (reading.item, float(reading.value or 0), reading.asks) == (about, value, False)


@pytest.mark.parametrize("text", ["bhxh 100%", "bảo hiểm xã hội 100%", "bhxh đạt 100% chỉ tiêu được giao"])
def test_a_short_name_is_not_given_up_for_what_was_told_of_last(text: str) -> None:
    reading = said("CT03", text)
    assert (reading.item, reading.named) == ("CT06", True)
    assert reading.value == 100


def test_a_list_offers_those_that_have_the_word() -> None:
    readings = read("nước sạch 98, đơn thư 5/5", WARD, Context(NOW, own=OWN))
    assert offered(readings[1]) == ["CT02", "CT08"]
