"""Trouble that is none: that is not there, is dealt with or over, or what a task is called by."""

from __future__ import annotations

import pytest

from bot.domain.reading import Catalogue, Context, read
from tests.reading.ward import NOW, item

CATALOGUE = Catalogue(
    [
        item("NV-008", "Tiêm chủng mở rộng"),
        item("NV-010", "Xử lý tái lấn chiếm đất công"),
        item("NV-023", "CCHC, Ngày thứ 6 nhanh"),
        item("CT04d", "Vệ sinh ATTP", "Quản lý vệ sinh an toàn thực phẩm", "ATTP"),
        item("CT08", "BHXH", unit="người", target="300"),
    ]
)


def kinds(text: str) -> list[str]:
    """The kinds of what is read in a text, and "asked" for each doubt."""
    found = read(text, CATALOGUE, Context(now=NOW))
    return [one.kind for one in found] + ["asked" for one in found if one.doubts]


@pytest.mark.parametrize(
    "said",
    [
        "attp không có ngộ độc",
        "attp chưa có cháy nổ",
        "attp không có vi phạm mới",
        "attp không có cơ sở kinh doanh nào vi phạm",
        "nv8 không có sự cố sau tiêm",
        "nv8 chưa phát hiện tai biến",
        "nv23 không có hồ sơ trễ hạn",
        "nv8 không có quán nào tái hoạt động",
    ],
)
def test_trouble_that_is_not_there_is_none(said: str) -> None:
    assert kinds(said) == ["figure"]


@pytest.mark.parametrize(
    "said",
    [
        "nv23 phần mềm đã ok rồi",
        "nv23 phần mềm chạy lại rồi",
        "nv23 lỗi đã khắc phục",
        "nv23 phần mềm lỗi, đã sửa xong",
        "nv23 máy in hỏng, nay hoạt động bình thường",
        "nv8 dịch bệnh ổn định",
        "nv8 có 2 ổ dịch đã dập tắt",
        "nv8 vướng kinh phí, đã được cấp",
        "nv8 khó khăn về vắc xin đã được tháo gỡ",
        "nv8 hết vướng",
        "nv8 tranh chấp ở tổ 4 đã hòa giải thành",
        "nv8 không có khó khăn, vướng mắc gì",
        "attp không có vướng mắc",
        "nv10 xử lý 2 vụ tái lấn chiếm, còn 1 vụ",
        "nv10 tái lấn chiếm 3 vụ đã nhắc nhở",
        "nv8 xử lý 2 vụ vi phạm",
    ],
)
def test_trouble_that_is_over_is_progress(said: str) -> None:
    assert kinds(said) == ["in_progress"]


@pytest.mark.parametrize(
    "said",
    [
        "nv23 máy in hỏng, đã xử lý 5 hồ sơ",
        "nv23 phần mềm vẫn lỗi",
        "nv23 phần mềm lỗi, đã báo mà chưa sửa được",
        "nv8 không có kinh phí",
        "nv8 chưa có vắc xin",
        "nv8 khó xử lý dứt điểm",
        "nv8 gặp khó khăn vì thiếu người, đề nghị được giải quyết",
        "bhxh không có mạng để nhập",
        "nv8 mạng chập chờn, nhắc hoài không ổn",
    ],
)
def test_trouble_that_goes_on_hinders(said: str) -> None:
    assert kinds(said) == ["obstacle"]


def test_no_trouble_of_another_kind_counts_nobody() -> None:
    assert kinds("bhxh không có vi phạm") == ["ambiguous", "asked"]
    assert kinds("bhxh 201, không có vi phạm") == ["figure"]


@pytest.mark.parametrize(
    "said", ["nv8 tặng quà 12 hộ khó khăn", "nv8 hỗ trợ hộ gặp khó khăn", "nv8 3 hồ sơ trễ hạn"]
)
def test_the_poor_and_what_is_late_are_no_trouble_of_the_work(said: str) -> None:
    assert kinds(said) == ["in_progress"]


def test_what_is_sent_for_now_asks_for_no_time() -> None:
    assert kinds("tháng này em mới gửi bhxh thôi") == ["greeting"]
    assert kinds("chưa tiêm chủng xong") == ["not_done"]
    assert kinds("attp không thiệt hại") == ["figure"]
    assert kinds("nv23 phần mềm không chạy") != ["figure"]


def test_a_word_of_trouble_calls_no_item_beside_another() -> None:
    plan = Catalogue([*CATALOGUE.items.values(), item("CT12", "Không để vụ việc phức tạp, bức xúc")])
    found = read("attp tốt, không có tụ điểm phức tạp", plan, Context(now=NOW))
    assert [one.item for one in found] == ["CT04d"]
