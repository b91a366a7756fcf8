"""States of work with numbers in them, codes of no item, and talk that only looks like a report."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.ward import one, said


@pytest.mark.parametrize(
    "text",
    [
        "NV-022 đã rà soát xong 3 tổ dân phố, còn 2 tổ",
        "NV-022 xong 3/5 tổ",
        "NV-022 làm được một nửa rồi",
        "nv22 xong hết, còn mỗi tổ 5 chưa nộp",
        "NV-022, 8 hộ đã ký",
        "NV-022 8 hộ đã ký cam kết",
        "nv22 12 hộ xong",
    ],
)
def test_work_with_something_left_is_under_way(text: str) -> None:
    reading = one(text)
    assert (reading.item, reading.kind, reading.doubts) == ("NV-022", "in_progress", ())


@pytest.mark.parametrize("text", ["NV-022 xong 5/5 tổ", "nv22 12 hộ xong cả", "nv22 12 hộ, xong"])
def test_work_with_nothing_left_is_done(text: str) -> None:
    assert one(text).kind == "done"


def test_work_counted_in_another_unit_is_no_figure_of_the_item() -> None:
    reading = one("đã rà soát xong 3 tổ, còn 2 tổ chưa xong", "CT04")
    assert (reading.kind, reading.value) == ("in_progress", None)


def test_the_code_of_no_item_is_asked_about() -> None:
    reading = one("NV-099 xong", "CT03")
    assert (reading.item, reading.asks) == (None, True)


@pytest.mark.parametrize("text", ["bhxh vượt kế hoạch", "bhxh đạt và vượt chỉ tiêu"])
def test_beyond_the_target_is_no_number(text: str) -> None:
    assert [doubt.reason for doubt in one(text).doubts] == ["vague_quantity"]


@pytest.mark.parametrize(
    "text",
    ["hôm nào rảnh em gửi", "bao giờ có em báo", "khi nào xong em nộp"],
)
def test_a_promise_of_some_day_asks_for_the_day(text: str) -> None:
    reading = one(text, "CT03")
    assert (reading.kind, [doubt.reason for doubt in reading.doubts]) == ("extension", ["vague_date"])


@pytest.mark.parametrize(
    "text",
    ["chúc chị 20/10 vui vẻ", "8h sáng mai họp giao ban nhé cả nhà", "BC số 123/BC-UBND ngày 15/11/2026"],
)
def test_talk_with_numbers_is_left_alone(text: str) -> None:
    assert all(r.kind == "greeting" for r in said(text, "CT03"))


@pytest.mark.parametrize(
    "text", ["bhxh 201, cần gì gọi em", "có gì chị nhắn em nhé, bhxh 201", "bhxh 201 gì đó"]
)
def test_an_offer_to_be_called_is_no_question(text: str) -> None:
    assert [(r.item, r.value) for r in said(text)] == [("CT03", Decimal(201))]


@pytest.mark.parametrize("text", ["bhxh 201 à", "bhxh 201 nhỉ", "bhxh 201 hả chị?"])
def test_a_figure_with_an_asking_word_is_a_question(text: str) -> None:
    assert one(text).kind == "question"


def test_what_stands_in_the_way_may_be_denied_twice() -> None:
    assert not any(r.kind == "obstacle" for r in said("không có khó khăn vướng mắc", "CT03"))


def test_a_lack_that_is_counted_is_what_is_left() -> None:
    assert one("còn thiếu 68 người", "CT03").kind == "in_progress"


def test_none_may_be_said_of_two_names_and_shortly() -> None:
    assert [(r.item, r.value, r.none_arose) for r in said("xkld không, bhxh 201")] == [
        ("CT04", Decimal(0), True),
        ("CT03", Decimal(201), False),
    ]
    assert [(r.item, r.none_arose) for r in said("xkld và bhxh không phát sinh")] == [
        ("CT04", True),
        ("CT03", True),
    ]
