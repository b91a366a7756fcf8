"""What sounds done and is not: promises, hopes, parts of the work, papers handed in, "tốt" of a task."""

from __future__ import annotations

import pytest

from bot.domain.items import KnownItem
from bot.domain.reading import Catalogue, Context, Reading, read
from tests.reading.scoring import without_marks
from tests.reading.ward import ITEMS, NOW, item

WARD = Catalogue(
    [
        *ITEMS,
        item("CT20", "Phường đô thị kiểu mẫu", recognised=True),
        item("NV-024", "Họp tổ dân phố", "Tổ chức họp tổ dân phố"),
        item("NV-025", "Hồ sơ cán bộ", "Rà soát hồ sơ cán bộ"),
    ]
)


def both(text: str) -> list[Reading]:
    """Read a message that says one thing, typed with marks and without."""
    said = [read(typed, WARD, Context(NOW)) for typed in (text, without_marks(text))]
    assert [len(readings) for readings in said] == [1, 1], said
    return [readings[0] for readings in said]


@pytest.mark.parametrize(
    "text",
    [
        "nv22 xong trong tuần",
        "nv22 xong vào thứ 2",
        "nv22 xong trước 28/11 ạ",
        "nv22 chắc xong",
        "nv22 hứa xong đúng hạn",
        "nv22 cam kết hoàn thành",
        "nv22 cố gắng tuần này xong",
        "nv22 hẹn thứ 2 xong",
        "nv22 mới xong khảo sát",
        "nv22 họp hội đồng xong",
        "nv22 đã họp xong",
        "nv22 mốc 1 xong rồi",
        "nv22 xong bước 1",
        "nv22 phần vỉa hè xong",
        "nv22 đã lập danh sách",
        "nv22 đã nộp hồ sơ",
        "nv22 gửi hồ sơ rồi",
        "nv22 hồ sơ đã gửi thành phố",
        "nv22 đã gửi tờ trình",
        "nv22 đã làm từ tháng 9 rồi",
        "nv22 triển khai rồi từ đầu năm",
        "nv22 tốt",
        "nv22 cơ bản tốt",
        "nv22 bình thường",
        "nv22 đảm bảo",
        "nv22 vẫn duy trì tốt",
        "nv22 tốt hơn tháng trước",
        "nv22 đạt",
        "đô thị kiểu mẫu đã gửi hồ sơ",
        "đô thị kiểu mẫu đã nộp lên sở rồi",
        "đô thị kiểu mẫu nộp hồ sơ đề nghị công nhận rồi",
        "đô thị kiểu mẫu chắc được công nhận",
        "đô thị kiểu mẫu tốt",
    ],
)
def test_work_goes_on(text: str) -> None:
    assert [(one.kind, one.doubts) for one in both(text)] == [("in_progress", ())] * 2


@pytest.mark.parametrize(
    "text",
    [
        "nv22 xong",
        "nv22 đã xong trong tuần trước",
        "nv22 hôm qua xong",
        "nv22 sáng nay xong rồi",
        "nv22 hoàn thành trước hạn",
        "nv22 hoàn thành trước hạn 2 ngày",
        "nv22 xong đúng hạn",
        "nv22 hoàn thành tốt",
        "nv22 đã hoàn thành, đã nộp hồ sơ",
        "nv22 mới xong sáng nay",
        "nv22 phối hợp xong",
        "nv22 tổng hợp xong",
        "nv22 đã nộp báo cáo",
        "nv22 đã xong từ tháng 9",
        "nv22 hôm trước hứa, nay đã xong",
        "nv24 họp xong",
        "nv25 đã rà soát hồ sơ",
        "nv22 xong hết các phần",
        "đô thị kiểu mẫu đã được công nhận",
        "đô thị kiểu mẫu đã có quyết định công nhận, đã gửi hồ sơ về sở",
        "đô thị kiểu mẫu đạt",
        "đô thị kiểu mẫu vẫn duy trì",
    ],
)
def test_work_is_done(text: str) -> None:
    assert [one.kind for one in both(text)] == ["done", "done"]


def test_what_is_only_to_be_kept_is_kept() -> None:
    reading, *_ = read("trường chuẩn quốc gia tốt", WARD, Context(NOW))
    assert (reading.item, reading.kind) == ("CT14", "done")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("đô thị kiểu mẫu đạt 95%", "đạt 95%"),
        ("đô thị kiểu mẫu được 85 điểm", "được 85 điểm"),
        ("đô thị kiểu mẫu đạt 85/100", "đạt 85/100"),
        ("đô thị kiểu mẫu đạt 15/19 tiêu chí", "đạt 15/19 tiêu chí"),
        ("đô thị kiểu mẫu xong 8/10 tiêu chí", "xong 8/10 tiêu chí"),
    ],
)
def test_points_and_criteria_are_no_figure_of_a_recognition(text: str, words: str) -> None:
    reading, *others = read(text, WARD, Context(NOW))
    assert (reading.kind, reading.value, reading.doubts, others) == ("in_progress", None, (), [])
    assert reading.words.endswith(words)


def test_a_bare_number_of_a_recognition_is_asked() -> None:
    reading, *_ = read("đô thị kiểu mẫu 85", WARD, Context(NOW))
    assert [doubt.reason for doubt in reading.doubts] == ["unit_missing"]


def test_the_number_and_day_of_a_decision_are_no_figure() -> None:
    reading, *_ = read("đô thị kiểu mẫu đã có qđ công nhận số 120 ngày 10/11", WARD, Context(NOW))
    assert (reading.kind, reading.value) == ("done", None)


def test_the_parameter_is_the_plan_s_evaluation() -> None:
    assert not KnownItem("CT1", "indicator", "Thu", "Thu").recognised
