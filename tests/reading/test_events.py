"""Counts of what went wrong or arose, told from the figures of an item."""

from __future__ import annotations

import re

import pytest

from bot.domain.reading.doubts.event import counts_other, of_bad_news
from bot.domain.reading.doubts.stray import stray
from bot.domain.reading.words import words_of


def _place(text: str) -> int:
    found = re.search(r"\d", text)
    assert found is not None
    return found.start()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 khóm đang bị nhắc nhở", True),
        ("có 2 chỗ bị lấn lại, đã dọn", True),
        ("co 2 tuyen hem bi lan chiem lai", True),
        ("5 người bỏ việc về quê", True),
        ("3 hộ vi phạm", True),
        ("1 hộ tái lấn chiếm", True),
        ("4/4 khóm, không khóm nào bị nhắc nhở", False),
        ("4 khóm không bị nhắc nhở", False),
        ("205 bị chậm do mạng", False),
        ("2 tuyến chuẩn bị khánh thành", False),
        ("hỗ trợ 5 hộ bị thiệt hại", False),
        ("2 tuyến, 1 hộ bị nhắc", False),
    ],
)
def test_a_count_of_bad_news(text: str, expected: bool) -> None:
    assert of_bad_news(text, _place(text), frozenset({"tuyen", "hem"})) is expected


def test_what_an_item_is_about_is_counted_by_it() -> None:
    text = "phạt 3 hộ vi phạm"
    assert not of_bad_news(text, _place(text), frozenset(words_of("Xử lý vi phạm xây dựng")))


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("phát sinh 1 ổ dịch", False, True),
        ("ghi nhận 4 ca sốt xuất huyết", False, True),
        ("1 ổ dịch sởi", True, True),
        ("1 ổ dịch sởi", False, False),
        ("185 nhé chị", True, False),
        ("phát sinh 12 trẻ", True, False),
        ("185 cháu", True, False),
        ("số đúng là 185", True, False),
    ],
)
def test_a_count_of_something_else(text: str, asked: bool, expected: bool) -> None:
    known = frozenset(words_of("Tiêm chủng mở rộng trẻ"))
    assert counts_other(text, _place(text), known, asked=asked) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("em đang tập huấn ở tỉnh", "unclear"),
        ("dạ e đang đi học lớp chính trị", "unclear"),
        ("tôi đi công tác Hà Nội", "unclear"),
        ("em tập huấn cho 3 tổ rồi", None),
        ("đang tập huấn cho các tổ", None),
        ("em đang vận động", None),
    ],
)
def test_the_speaker_himself(text: str, expected: str | None) -> None:
    assert stray(text, "BHXH tự nguyện", ()) == expected
