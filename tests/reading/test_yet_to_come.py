"""Figures of a day to come and of the year, papers that are not there, places called by a word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.domain.reading import Reading
from tests.reading.scoring import without_marks
from tests.reading.ward import one, said


def both(text: str, about: str | None = "CT03", last: str | None = None) -> list[Reading]:
    """Read a message that says one thing, typed with marks and without."""
    return [one(typed, about, last=last) for typed in (text, without_marks(text))]


def reasons(reading: Reading) -> list[str]:
    return [doubt.reason for doubt in reading.doubts]


@pytest.mark.parametrize(
    "text",
    [
        "cuối tháng 12 có 205 người",
        "tháng 12 vận động được 205 người",
        "mai được 205 người",
        "205 người mai có",
        "205 người vào cuối tháng 12",
        "ngày 5/12 được 205 người",
        "cuối tháng có 205 người",
        "đầu tháng 12 được 205 người",
        "quý 1 năm sau được 205 người",
        "sang năm được 205 người",
        "chủ nhật được 205 người",
    ],
)
def test_a_figure_of_a_day_to_come_is_no_result_yet(text: str) -> None:
    assert [reasons(reading)[:1] for reading in both(text)] == [["target_not_result"]] * 2


def test_the_day_after_tomorrow_is_no_number() -> None:
    assert reasons(one("mốt có 205 người", "CT03")) == ["target_not_result"]
    assert one("hai mươi mốt người", "CT03").value == 21


@pytest.mark.parametrize(
    "text",
    [
        "tháng 11 được 205",
        "tháng 12 được 205",  # a period may begin before its month does
        "đầu tháng này được 205 người",
        "đầu năm 205 người",
        "giữa năm được 205 người",
        "từ đầu năm tới giờ 205 người",
        "lũy kế 11 tháng đầu năm 205",
        "ngày 19/11 được 205 người",
        "hôm thứ 5 được 205 người",
        "đến hết tháng 11 được 205",
        "205 người, cuối tháng em báo thêm",
        "khu phố một được 205 người",
        "hết quý 4 được 205",
    ],
)
def test_a_figure_up_to_now_is_a_result(text: str) -> None:
    assert [(reading.value, reading.doubts) for reading in both(text)] == [(Decimal(205), ())] * 2


@pytest.mark.parametrize(
    "text",
    [
        "cả năm ước 255, hiện 201",
        "ước cả năm 255, đến nay 201",
        "dự kiến cả năm 255, hiện được 201",
        "cuối năm ước đạt 255, giờ 201",
        "ước thực hiện cả năm 255 người, 11 tháng 201 người",
        "khả năng cả năm 255, hiện tại 201",
        "201, ước cả năm 255",
    ],
)
def test_a_forecast_of_the_year_beside_a_result_is_left(text: str) -> None:
    assert [(r.value, r.denominator, r.doubts) for r in both(text)] == [(Decimal(201), None, ())] * 2


@pytest.mark.parametrize("text", ["ước cả năm 255", "dự kiến cả năm 255", "cả năm ước 255/269"])
def test_a_forecast_alone_is_asked_about(text: str) -> None:
    assert [reasons(reading) for reading in both(text)] == [["target_not_result"]] * 2


def test_a_target_beside_a_result_stays_its_plan() -> None:
    assert [(r.value, r.denominator) for r in both("kh 269, ước cả năm 255, hiện 201")] == [
        (Decimal(201), Decimal(269))
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ chưa có",
        "hồ sơ thì chưa có",
        "hồ sơ bên em hiện chưa có ạ",
        "biên bản chưa có",
        "hồ sơ chưa về",
    ],
)
def test_papers_that_are_not_there_are_no_zero(text: str) -> None:
    assert [(r.kind, r.value) for r in both(text, "CT10")] == [("not_done", None)] * 2


@pytest.mark.parametrize(
    "text", ["không có hồ sơ", "chưa có hồ sơ nào", "hồ sơ không có", "không phát sinh hồ sơ"]
)
def test_no_papers_that_one_counts_are_a_zero(text: str) -> None:
    assert [(r.none_arose, r.value) for r in both(text, "CT10")] == [(True, Decimal(0))] * 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tổ ba còn 4 người", None),
        ("khu phố hai chưa nộp", None),
        ("tổ dân phố số năm còn 4 người", None),
        ("khóm tư 205 người", 205),
        ("khu phố một được 205", 205),
        ("được ba người", 3),
        ("tổ ba người", 3),
    ],
)
def test_a_number_word_that_calls_a_place_is_no_figure(text: str, value: int | None) -> None:
    assert [reading.value for reading in both(text)] == [value] * 2


@pytest.mark.parametrize(
    ("text", "due"), [("mốt em đưa", date(2026, 11, 22)), ("3 bữa nữa em gửi", date(2026, 11, 23))]
)
def test_southern_days_ahead_are_promised(text: str, due: date) -> None:
    assert [(reading.kind, reading.date) for reading in both(text)] == [("extension", due)] * 2


@pytest.mark.parametrize("text", ["bữa nữa em đưa", "bữa nữa có số em báo", "bữa kia em nộp"])
def test_some_day_ahead_is_asked_about(text: str) -> None:
    assert [(r.kind, reasons(r)) for r in both(text)] == [("extension", ["vague_date"])] * 2


def test_the_other_day_is_over() -> None:
    assert one("bữa kia em đưa rồi", "CT03").kind == "done"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("NV-022 xong 12 hộ", "in_progress"),
        ("NV-022 đã dọn xong 3 tuyến", "in_progress"),
        ("NV-022 xong hết 12 hộ", "done"),
        ("NV-022 xong, 120 hộ tham gia", "done"),
        ("NV-022 xong, đã giải tỏa 05 hộ", "done"),
        ("NV-022 12 hộ xong cả", "done"),
        ("NV-022 xong 12/12 hộ", "done"),
        ("NV-022 xong 100%", "done"),
        ("NV-022 xong ngày 12/11", "done"),
    ],
)
def test_a_count_that_is_done_is_not_the_whole_task(text: str, status: str) -> None:
    assert [reading.status for reading in both(text, None)] == [status] * 2


@pytest.mark.parametrize(
    "text",
    ["khu phố văn hóa 4/4 xong rồi, chợ đêm thì đang làm", "kp văn hóa 4/4 xong còn bờ kè thì sắp xong"],
)
def test_what_is_set_apart_is_something_else(text: str) -> None:
    for typed in (text, without_marks(text)):
        known, other = said(typed)
        assert (known.value, known.status, known.doubts) == (Decimal(4), "done", ())
        assert (other.item, reasons(other)) == (None, ["which_indicator"])


@pytest.mark.parametrize(
    "text",
    [
        "bhxh 201, số còn lại thì đang vận động",
        "bhxh 201, tổ 5 thì đang vận động",
        "bhxh 201, hiện tại thì đang vận động thêm",
        "bhxh 201, hồ sơ thì đang làm",
        "bhxh 201, bên em thì đang làm tiếp",
    ],
)
def test_what_belongs_to_the_work_is_not_set_apart(text: str) -> None:
    assert [(r.item, r.value, r.doubts) for r in both(text, None)] == [("CT03", Decimal(201), ())] * 2
