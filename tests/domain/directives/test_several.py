"""Several orders in one message: which of them are told apart, and what stays one order."""

from __future__ import annotations

import pytest

from bot.domain.directives import Directive, orders_in, read_directive
from tests.domain.directives.ward import NAMES, NOW, ROSTER, workday

CUONG, TU, MINH, HUONG = "Lục Mạnh Cường", "Trần Anh Tú", "Bùi Đức Minh", "Phan Thu Hương"
SEVERAL = {
    "giao chị Hương (P. VHXH) 2 việc: rà soát hộ nghèo trước 20/11; họp dân tổ 3 trước 24/11": [
        (HUONG, "Rà soát hộ nghèo", "20/11"),
        (HUONG, "Họp dân tổ 3", "24/11"),
    ],
    "giao anh Cường 2 việc sau: 1. dọn chợ trước 20/11 2. kiểm tra vỉa hè trước 24/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (CUONG, "Kiểm tra vỉa hè", "24/11"),
    ],
    "giao Cường dọn chợ trước 20/11, giao Minh rà soát thuế trước 24/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (MINH, "Rà soát thuế", "24/11"),
    ],
    "giao Cường dọn chợ trước 20/11 và giao Minh rà soát thuế": [
        (CUONG, "Dọn chợ", "20/11"),
        (MINH, "Rà soát thuế", "?"),
    ],
    "Giao việc:\n1. Anh Cường dọn chợ trước 20/11\n2. Anh Tú rà soát thuế trước 24/11\n"
    "3. Anh Minh lập danh sách hộ nghèo, trước 25/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (TU, "Rà soát thuế", "24/11"),
        (MINH, "Lập danh sách hộ nghèo", "25/11"),
    ],
    "giao anh Cường:\n- dọn chợ trước 20/11\n- kiểm tra vỉa hè trước 24/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (CUONG, "Kiểm tra vỉa hè", "24/11"),
    ],
    "Giao anh Cường trước 20/11:\n+ dọn chợ\n+ kiểm tra vỉa hè": [
        (CUONG, "Dọn chợ", "20/11"),
        (CUONG, "Kiểm tra vỉa hè", "20/11"),
    ],
    "Phân công nhiệm vụ:\n- Cường: dọn chợ\n- Minh: rà soát thuế\nXong trước 20/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (MINH, "Rà soát thuế", "20/11"),
    ],
    "Anh Cường dọn chợ trước 20/11. Anh Tú rà soát thuế trước 24/11.": [
        (CUONG, "Dọn chợ", "20/11"),
        (TU, "Rà soát thuế", "24/11"),
    ],
    "giao anh Cường dọn chợ trước 20/11, anh Minh rà soát thuế trước 24/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (MINH, "Rà soát thuế", "24/11"),
    ],
    "giao anh Cường dọn chợ trước 20/11; anh Minh rà soát thuế trước 24/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (MINH, "Rà soát thuế", "24/11"),
    ],
    "giao anh Cường dọn chợ, anh Minh rà soát thuế, xong trước 20/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (MINH, "Rà soát thuế", "20/11"),
    ],
    "giao anh Cường dọn chợ trước 20/11 còn anh Minh rà soát thuế trước 24/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (MINH, "Rà soát thuế", "24/11"),
    ],
    "Giao anh Cường dọn chợ trước 20/11. Ngoài ra, anh Minh rà soát thuế trước 24/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (MINH, "Rà soát thuế", "24/11"),
    ],
    "giao anh Cường: 1) dọn chợ 2) kiểm tra vỉa hè, cùng xong trước 20/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (CUONG, "Kiểm tra vỉa hè", "20/11"),
    ],
    "giao anh Cường dọn chợ trước 20/11\ngiao anh Minh rà soát thuế trước 24/11": [
        (CUONG, "Dọn chợ", "20/11"),
        (MINH, "Rà soát thuế", "24/11"),
    ],
}
ONE = [
    "giao anh Cường dọn chợ, kiểm tra vỉa hè trước 20/11",
    "giao anh Cường kiểm tra chợ:\n- vệ sinh\n- phòng cháy\ntrước 20/11",
    "giao anh Cường dọn chợ\n- sản phẩm: biên bản\n- hạn: 20/11",
    "giao anh Cường chủ trì, anh Minh phối hợp dọn chợ trước 20/11",
    "giao anh Cường dọn chợ, giao Trạm Y tế phối hợp, trước 20/11",
    "giao anh Cường, anh Minh rà soát thuế trước 20/11",
    "Chợ bẩn quá. Giao anh Cường dọn chợ trước 20/11. Báo cáo tôi.",
    "giao Phòng VH-XH rà soát hộ nghèo, mốc: 20/11 dự thảo; 25/11 trình ký",
    "giao anh Cường rà soát thuế, anh Minh phối hợp kiểm tra, xong trước 25/11",
    "giao anh Cường dọn chợ, kiểm tra vỉa hè, xong trước 25/11",
    "BHYT 99,5; BHXH 201",
    "1. BHYT 99,5\n2. BHXH 201",
    "tình hình: anh Minh, anh Cường thế nào",
]


def read(text: str) -> Directive | None:
    return read_directive(text, ROSTER, NOW, workday)


@pytest.mark.parametrize(("said", "expected"), SEVERAL.items(), ids=SEVERAL.keys())
def test_each_order_has_its_own_person_work_and_day(said: str, expected: list[tuple[str, str, str]]) -> None:
    assert [described(one.order) for one in orders_in(said, read)] == expected


@pytest.mark.parametrize("said", ONE)
def test_what_orders_one_thing_or_none_is_not_parted(said: str) -> None:
    assert orders_in(said, read) == ()


def test_an_entry_that_is_no_order_stands_among_the_others() -> None:
    said = "Giao việc:\n1. Anh Cường dọn chợ trước 20/11\n2. Thời tiết xấu\n3. Anh Tú rà soát thuế"
    assert [one.order is None for one in orders_in(said, read)] == [False, True, False]


def described(order: Directive | None) -> tuple[str, str, str]:
    assert order is not None
    who = "; ".join(NAMES[one] for one in order.people)
    return who, order.what, f"{order.due:%d/%m}" if order.due else "?"
