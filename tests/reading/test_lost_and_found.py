"""Classes of language that a set in other words asked for, each with neighbours that are something else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.scoring import without_marks
from tests.reading.test_ways import CORPUS, context


def read(key: str, text: str) -> dict[str, Any]:
    message = {"id": "", "text": text, "context": context(key, [])}
    said: dict[str, Any] = CORPUS.predict({**message, "reference_time": "2026-11-20T10:00:00+07:00"})["pred"]
    return said


KINDS = [
    ("ksinh", "4 hôm nữa là em xong", "extension"),
    ("ksinh", "ba bữa nữa là xong ạ", "extension"),
    ("ksinh", "2 tuần nữa là em gửi", "extension"),
    ("ksinh", "mấy bữa nữa em xong", "extension"),
    ("ksinh", "còn chút nữa là xong", "in_progress"),
    ("ksinh", "đã xong mấy bữa rồi", "done"),
    ("cong_trinh", "6 hoặc 8 gì á", "ambiguous"),
    ("cong_trinh", "6 7 gì đó c", "ambiguous"),
    ("cong_trinh", "6 công trình gì vậy", "question"),
    ("tt_do_thi", "nhắc mãi mà vẫn lấn chiếm", "obstacle"),
    ("tt_do_thi", "bày bán tràn lan lề đường", "obstacle"),
    ("tt_do_thi", "đã nhắc nhở 12 vụ", "figure"),
    ("-", "đã ra quyết định số 77", "done"),
    ("kh_ke_hoach", "mốc 3 xong", "done"),
    ("cong_trinh", "mốc 2 đã hoàn thành", "done"),
    ("cong_trinh", "đã đạt mốc 8 công trình", "figure"),
]
VALUES = [
    ("thu_ngan_sach", "thu được 1.380 triệu, thấp hơn mức phân kỳ 1.500 triệu", "1380000000"),
    ("thu_ngan_sach", "thu ngân sách 1.380 triệu (phân kỳ đến nay 1.500 triệu)", "1380000000"),
    ("tdp_vh", "86,4%, chưa đạt mức phân kỳ 90%", "86.4"),
    ("tdp_vh", "86,4%, chậm hơn tiến độ 90%", "86.4"),
    ("tdp_vh", "e gởi sếp 86,4%", "86.4"),
    ("-", "dân số tự nhiên 0,72%, nằm trong mức cho phép 0,8%", "0.72"),
    ("-", "tăng dân số tự nhiên 0,72% (giới hạn 0,8%)", "0.72"),
    ("thu_ngan_sach", "cộng tất cả được 1.380 triệu", "1380000000"),
    ("sxh", "nguyên năm nay 7 ca", "7"),
]
STRANGE = ["thủy đậu 2 ca", "sởi 3 ca", "sxh 6 ca, thủy đậu 2 ca"]


@pytest.mark.parametrize(("key", "text", "kind"), KINDS)
def test_what_kind_it_is(key: str, text: str, kind: str) -> None:
    assert [read(key, form)["kind"] for form in (text, without_marks(text))] == [kind, kind]


@pytest.mark.parametrize(("key", "text", "value"), VALUES)
def test_the_value_is_read_without_a_question(key: str, text: str, value: str) -> None:
    for form in (text, without_marks(text)):
        said = read(key, form)
        assert (said["value"], said["asks"]) == (value, False)


@pytest.mark.parametrize("text", STRANGE)
def test_a_disease_without_an_item_is_nobodys(text: str) -> None:
    for form in (text, without_marks(text)):
        said = read("-", form)
        last = (said.get("items") or [said])[-1]
        assert (last["indicator"], last["asks"]) == (None, True)
