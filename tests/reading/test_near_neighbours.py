"""Messages that look like one that is read, and must be asked about: typed with marks and without."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.scoring import without_marks
from tests.reading.test_ways import CORPUS, context


def read(key: str, text: str) -> dict[str, Any]:
    """Return what is read in a message that answers a question about an item ("-": none)."""
    message = {"id": "", "text": text, "context": context(key, [])}
    said: dict[str, Any] = CORPUS.predict({**message, "reference_time": "2026-11-20T10:00:00+07:00"})["pred"]
    return said


def asked(key: str, text: str) -> list[str]:
    """Return what is asked about a message."""
    said = read(key, text)
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
    ("-", "khu phố văn hóa 4/4 xong, hiến máu đang vận động"),
    ("-", "bhxh 45, khuyến nông đang vận động"),
    ("-", "tiêm chủng 512, cân đo 340"),
    ("-", "khai sinh 286, kết hôn 40"),
    ("-", "khai sinh 286, cải chính hộ tịch 3"),
    ("-", "hòa giải 4/4 xong, còn bầu trưởng khóm thì đang làm"),
    ("-", "xóa hộ em con số vừa gửi"),
    ("-", "bỏ giùm e cái số mới gửi hồi nãy"),
]
# What an item's number is compared with, the plan of what is issued, a rise, what was put right: no result
ASKED = [
    ("-", "Tăng dân số tự nhiên thấp hơn mức 0,8%", "target_not_result"),
    ("-", "KH 64 đã thực hiện", "target_not_result"),
    ("-", "KH 64 kỳ này", "target_not_result"),
    ("-", "bhxh tăng 12 người", "delta_without_total"),
    ("qua", "tăng 12 phần so với năm ngoái", "delta_without_total"),
    ("-", "nhà ở hẻm 5: 3 căn", "no_indicator"),
    ("nha_o", "15/11 mới nghiệm thu", "date_or_ratio"),
    ("tthc", "em ghi thừa 2 hồ sơ", "delta_without_total"),
    ("bhyt", "31/11 em mới nộp được", "invalid_date"),
    ("sxh", "6 ca tay chân miệng", "which_indicator"),
    ("sxh", "6 ca sởi", "which_indicator"),
    ("tngt", "2 vụ cháy", "which_indicator"),
]
# Not what they look like: (kind, item asked about, text)
UNLIKE = [
    ("question", "cong_trinh", "còn mấy hộ chưa nộp hả em"),
    ("question", "-", "còn mấy việc đang chờ"),
    ("question", "ocop", "cho hỏi phụ cấp"),
    ("extension", "bhxh_tn", "em gửi đầu tuần sau"),
    ("not_done", "bhxh_tn", "em chưa gửi đâu"),
    ("not_done", "don_thu", "chưa nhận được kinh phí nào"),
    ("in_progress", "sap_nhap", "sắp làm xong"),
    ("figure", "bhxh_tn", "46 mới phải đóng tiền"),
    ("figure", "sxh", "6 ca sốt xuất huyết"),
    ("in_progress", "bhxh_tn", "hụt 12 người"),
    ("figure", "qua", "tặng cho em đến trường 12 suất"),
    ("figure", "-", "thanh toán không dùng tiền mặt 340 trường hợp"),
    ("correction", "cong_trinh", "đổi lại 4 công trình"),
    ("correction", "nha_o", "sửa lại 3"),
    ("ratio", "-", "hẻm 5/7 tuyến"),
    ("obstacle", "bhyt", "mai em chuyển công tác"),
    ("greeting", "bhyt", "tuần sau em đưa con đi học"),
    ("greeting", "bhyt", "tháng sau mới tới hạn mà"),
    ("done", "nha_vh", "tuần trước bàn giao rồi"),
    ("in_progress", "dinh_danh", "đang nhập số liệu"),
    ("figure", "tthc", "chưa có hồ sơ"),
    ("figure", "tngt", "vụ chưa có"),
    ("in_progress", "viec_lam", "còn 154"),
    ("extension", "bhyt", "hết tuần này em gửi đủ"),
    ("figure", "sxh", "giờ không còn ca nào, tính cả năm là 5 ca"),
    ("figure", "-", "khám chữa bệnh 45 lượt"),
    ("percent", "-", "tỷ lệ hộ đạt chuẩn gia đình văn hóa 95"),
    ("ratio", "-", "nhà tình thương 5/5 căn, 100% (xây mới 3, sửa chữa 2)"),
    ("ratio", "-", "Phát triển mới BHXH tự nguyện 87/125 người, đạt 69,6%"),
    ("percent", "-", "tỷ lệ hộ đạt gia đình văn hóa cả phường: 95,48%"),
    ("obstacle", "kham", "lực lượng còn mỏng quá"),
    ("greeting", "kham", "anh em mong chị thông cảm"),
    ("not_done", "sap_nhap", "chưa hoàn thành chị à"),
    ("correction", "bhxh_tn", "45 chứ hk phải 54"),
]


def test_an_asking_particle_that_calls_nobody_asks() -> None:
    assert read("bhxh_tn", "tính cả tổ 5 à")["kind"] == "question"


def test_a_rate_behind_two_numbers_is_theirs() -> None:
    assert asked("-", "hộ đăng ký rác 1.860 hộ/2.400 hộ, tỷ lệ 75,7%") == ["percent_mismatch"]


def test_members_who_are_new_are_asked_for_the_total_without_a_plan() -> None:
    assert asked("-", "Phát triển mới BHXH tự nguyện 12 người") == ["delta_without_total"]


@pytest.mark.parametrize(("key", "text"), NARROW)
def test_none_of_one_kind_is_no_zero(key: str, text: str) -> None:
    assert asked(key, text) == asked(key, without_marks(text)) == ["vague_quantity"]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("BHYT toàn dân thì 96,1%", "bhyt"),
        ("bhyt hộ gia đình 96,1%", "bhyt"),
        ("bao phủ bhyt cả phường 96,1%", "bhyt"),
        ("BHYT 96,1%", "bhyt_hs"),
        ("bhyt của các cháu 96,1%", "bhyt_hs"),
    ],
)
def test_everybody_is_not_the_pupils_who_were_asked_about(text: str, item: str) -> None:
    assert read("bhyt_hs", text)["indicator"] == read("bhyt_hs", without_marks(text))["indicator"] == item


@pytest.mark.parametrize("text", HEADS)
def test_a_count_in_front_of_a_rate_is_no_percentage(text: str) -> None:
    assert asked("-", text) == asked("-", without_marks(text)) == ["unit_mismatch"]


@pytest.mark.parametrize(("key", "text"), OTHERS)
def test_what_is_done_elsewhere_is_not_the_item_s(key: str, text: str) -> None:
    assert asked(key, text) == asked(key, without_marks(text)) == ["which_indicator"]


@pytest.mark.parametrize(("key", "text", "reason"), ASKED)
def test_what_is_no_result_is_asked(key: str, text: str, reason: str) -> None:
    assert asked(key, text) == asked(key, without_marks(text)) == [reason]


@pytest.mark.parametrize(("kind", "key", "text"), UNLIKE)
def test_what_only_looks_alike_is_read_as_what_it_is(kind: str, key: str, text: str) -> None:
    assert read(key, text)["kind"] == read(key, without_marks(text))["kind"] == kind
