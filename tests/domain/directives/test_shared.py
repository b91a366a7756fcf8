"""Parts of one work, each of somebody; and what is none."""

from __future__ import annotations

import pytest

from bot.domain.directives import read_shared
from tests.domain.directives.ward import NAMES, NOW, ROSTER, workday

SHARED = [
    (
        "chị Mai tiếp dân quý 4, bác Tuân cân đối thu chi, mỗi người một trang. Sáng thứ Tư gửi tôi",
        [
            "Doãn Tuyết Mai: Tiếp dân quý 4 (mỗi người một trang) 2026-11-18",
            "Lê Văn Tuân: Cân đối thu chi (mỗi người một trang) 2026-11-18",
        ],
    ),
    (
        "thứ Năm làm việc với Sở, Minh chuẩn bị phần lao động, Tuấn phần giáo dục, mỗi em 2 trang",
        [
            "Bùi Đức Minh: Chuẩn bị phần lao động (thứ Năm làm việc với Sở; mỗi em 2 trang) 2026-11-19",
            "Vi Anh Tuấn: Chuẩn bị phần giáo dục (thứ Năm làm việc với Sở; mỗi em 2 trang) 2026-11-19",
        ],
    ),
    (
        "Anh Kiên báo cáo tuyển quân, anh Long báo cáo an ninh, 10h sáng thứ Hai tuần sau gửi tôi",
        ["Thạch Trung Kiên: Báo cáo tuyển quân 2026-11-23", "Nông Hoàng Long: Báo cáo an ninh 2026-11-23"],
    ),
    (
        "Yến slide, anh Minh số liệu nhé, chiều mai xong hết",
        ["Mạc Hải Yến: Slide 2026-11-17", "Bùi Đức Minh: Số liệu 2026-11-17"],
    ),
]
NONE = [
    "Minh ốm, Tuấn bận, thứ 5 họp hoãn nhé",
    "Cường chính, Minh phụ, thứ Sáu xong",
    "Minh 201, Hương 45 đến 14/11",
    "anh Long tình hình thế nào, anh Kiên ra sao, thứ 4 báo tôi?",
    "Minh nghỉ thứ Năm, Tuấn thay",
    "anh Long làm danh sách, anh Kiên phối hợp, thứ Sáu nộp",
    "Minh làm danh sách",
    "anh Cường giấy tờ nhà đất, chị Mai tiếp dân",
]


def described(text: str) -> list[str]:
    return [
        f"{NAMES[one.people[0]]}: {one.what} {one.due}" for one in read_shared(text, ROSTER, NOW, workday)
    ]


@pytest.mark.parametrize(("text", "orders"), SHARED)
def test_each_gets_his_part_by_the_day_of_all(text: str, orders: list[str]) -> None:
    assert described(text) == orders


@pytest.mark.parametrize("text", NONE)
def test_what_tells_asks_or_leads_is_no_part(text: str) -> None:
    assert described(text) == []
