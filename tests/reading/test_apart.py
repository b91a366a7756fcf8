"""Numbers and words that are true of something else, and their neighbours that report."""

from __future__ import annotations

import re

import pytest

from bot.domain.reading.doubts.apart import apart, is_opposite
from bot.domain.reading.doubts.stray import stray

NUMBER = re.compile(r"\d[\d.,/]*\d|\d")


def told(text: str, *, of_unit: bool = False) -> str | None:
    found = next(hit for hit in NUMBER.finditer(text) if hit.end() - hit.start() > 1)
    return apart(text, found.span(), "Số người tham gia BHXH tự nguyện", of_unit=of_unit)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("UBND tỉnh yêu cầu BHXH đạt 300 người", "ordered"),
        ("de nghi cac to nop bhxh 300 nguoi", "ordered"),
        ("bhxh 300 hoàn thành trước ngày 31/12", "ordered"),
        ("Fwd: bhxh 300 người", "ordered"),
        ("bhxh 300 chậm nhất 30/11", "ordered"),
        ("chắc cuối tháng được 230", "ahead"),
        ("tuan sau chac bhxh len 230", "ahead"),
        ("hy vọng cuối năm bhxh 260", "ahead"),
        ("xã bên bhxh 230 rồi", "other"),
        ("cả tỉnh bhxh được 2300", "other"),
        ("tuyên truyền bhxh cho khoảng 250 người", "other"),
        ("phát tờ rơi bhxh 250 người", "other"),
        ("bhxh 230 người đến dự họp", "other"),
        ("bhxh 195 là số của kỳ trước", "other"),
        ("khu phố 4 bhxh 45", "other"),
        ("bhxh 205 mà chưa chắc", "unsure"),
        ("bhxh 205", None),
        ("tháng này bhxh 205 người", None),
        ("đề nghị chị ghi bhxh 205", None),
        ("bhxh 205, mai em gửi danh sách", None),
        ("bhxh 205 (số trước 15/11 là 190)", None),
        ("vận động tuyên truyền được 205 người", None),
        ("bhxh 205, cao nhất toàn tỉnh", None),
    ],
)
def test_what_a_number_is_if_no_result(text: str, kind: str | None) -> None:
    assert told(text) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("bhyt hs 100%", "Tỷ lệ bao phủ BHYT", "other"),
        ("bhyt trẻ em 99%", "Tỷ lệ bao phủ BHYT", "other"),
        ("bhyt người cao tuổi đạt 98%", "Tỷ lệ bao phủ BHYT", "other"),
        ("bhyt tổ 3 97%", "Tỷ lệ bao phủ BHYT", "other"),
        ("bhyt trẻ 6 tuổi vào lớp 1 98%", "Tỷ lệ bao phủ BHYT", "other"),
        ("bhyt khối 9 98%", "Tỷ lệ bao phủ BHYT", "other"),
        ("bhyt mầm non 98%", "Tỷ lệ bao phủ BHYT", "other"),
        ("suy dinh dưỡng trẻ dưới 5 tuổi 10%", "Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng", None),
        ("huy động lớp 1 100%", "Huy động trẻ 6 tuổi vào lớp 1", None),
        ("bhyt 97% ở khu phố 4", "Tỷ lệ bao phủ BHYT", "other"),
        ("bhyt đạt 100% học sinh", "Tỷ lệ bao phủ BHYT", "other"),
        ("bhyt học sinh 100%", "Tỷ lệ học sinh tham gia BHYT", None),
        ("giải quyết hs 99%", "Hồ sơ giải quyết đúng hạn", None),
        ("bhyt 99,4% dân số", "Tỷ lệ bao phủ BHYT", None),
        ("bhyt 99,4%, học sinh đủ cả", "Tỷ lệ bao phủ BHYT", None),
        ("bhyt các tổ 99,4%", "Tỷ lệ bao phủ BHYT", None),
        ("khu phố 4/4 đạt 100%", "Khu phố văn hóa", None),
    ],
)
def test_the_number_of_a_group_or_a_place_is_not_everybodys(text: str, name: str, kind: str | None) -> None:
    found = next(hit for hit in re.finditer(r"\d[\d,]*\d%", text))
    assert apart(text, found.span(), name, of_unit=False) == kind


def test_the_number_of_all_households_is_no_share() -> None:
    assert told("tổ 5 có 130 hộ", of_unit=True) == "other"
    assert told("tổ 5 rác 130 hộ", of_unit=True) is None
    assert told("tổ 5 130 hộ", of_unit=True) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("chưa ăn cơm", "private"),
        ("dang ket xe", "private"),
        ("chị Lan ơi máy in hỏng rồi", "unclear"),
        ("Họp xong tôi gọi lại", "unclear"),
        ("anh Tuấn làm xong rồi", "unclear"),
        ("gui bao cao cho chu tich", "unclear"),
        ("thôi không bàn giao nữa", "unclear"),
        ("anh Tuấn chưa ký", None),
        ("chờ anh Tuấn ký", None),
        ("anh Tuấn ơi xong rồi", None),
        ("gửi báo cáo cho anh Tuấn rồi", None),
        ("thời tiết xấu, dân chưa đồng ý", None),
        ("vướng kinh phí", None),
        ("đã họp dân xong", None),
    ],
)
def test_words_that_may_be_about_something_else(text: str, kind: str | None) -> None:
    assert stray(text, "Giải tỏa hộ rửa xe", {"tuan"}) == kind


def test_words_of_the_items_own_name_are_about_it() -> None:
    assert stray("đã lắp xong máy tính", "Trang bị máy tính cho trường học", ()) is None


@pytest.mark.parametrize(
    ("text", "name", "doubted"),
    [
        ("nhẹ cân tám phần trăm còn thấp còi 10%", "SDD thấp còi", False),
        ("bhxh bắt buộc 300 còn bhxh tự nguyện 10%", "BHXH tự nguyện", False),
        ("thấp còi mười phần trăm còn nhẹ cân 10%", "SDD thấp còi", True),
        ("nhẹ cân còn 10%", "SDD thấp còi", True),
        ("bhxh tự nguyện bắt buộc 10%", "BHXH tự nguyện", True),
    ],
)
def test_behind_con_the_other_of_two_is_told(text: str, name: str, *, doubted: bool) -> None:
    assert is_opposite(text, (text.index("10%"), len(text)), name) is doubted
