"""Messages that look like one that is read, and must be asked about: typed with marks and without."""

from __future__ import annotations

import pytest

from tests.reading.scoring import without_marks
from tests.reading.test_ways import CORPUS, context


def asked(key: str, text: str) -> list[str]:
    """Return what is asked about a message that answers a question about an item ("-": none)."""
    message = {"id": "", "text": text, "context": context(key, [])}
    said = CORPUS.predict({**message, "reference_time": "2026-11-20T10:00:00+07:00"})["pred"]
    return [reason for one in said.get("items") or [said] for reason in one["ask_reasons"]]


NARROW = [
    ("tthc", "không có hồ sơ nào tồn"),
    ("tngt", "không có vụ nào chết người"),
    ("tngt", "hổng có vụ nào nghiêm trọng"),
    ("don_thu", "không có đơn nào quá hạn"),
    ("sxh", "không ca nào nặng"),
]
HEADS = ["12 tin báo", "giải quyết 12 đơn thư", "1 trẻ suy dinh dưỡng", "12 gia đình văn hóa"]
OTHERS = [
    ("chuyen_doi", "gieo sạ 1.268 ha"),
    ("xuong_giong", "trồng rừng 12 ha"),
    ("bhxh_tn", "ủng hộ 12 người"),
    ("bhxh_tn", "chích ngừa 12 người"),
    ("bhxh_tn", "45 người thất nghiệp"),
    ("sxh", "6 ca tai nạn"),
    ("nha_o", "4 căn, chưa tính căn bà Tám"),
    ("kham", "cấp phát thuốc 120 lượt"),
    ("-", "giao quân 4/4 xong, dự bị động viên đang rà"),
]


@pytest.mark.parametrize(("key", "text"), NARROW)
def test_none_of_one_kind_is_no_zero(key: str, text: str) -> None:
    assert asked(key, text) == asked(key, without_marks(text)) == ["vague_quantity"]


@pytest.mark.parametrize("text", HEADS)
def test_a_count_in_front_of_a_rate_is_no_percentage(text: str) -> None:
    assert asked("-", text) == asked("-", without_marks(text)) == ["unit_mismatch"]


@pytest.mark.parametrize(("key", "text"), OTHERS)
def test_what_is_done_elsewhere_is_not_the_item_s(key: str, text: str) -> None:
    assert asked(key, text) == asked(key, without_marks(text)) == ["which_indicator"]
