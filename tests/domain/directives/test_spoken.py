"""Orders told as people talk: who is to act, by when; and what is none."""

from __future__ import annotations

import pytest

from bot.domain.directives import read_spoken
from tests.domain.directives.ward import NAMES, NOW, ROSTER, UNIT_NAMES, workday

ORDERS = [
    ("Mái nhà xe bị tốc, Tuấn xuống xem rồi chiều cho chị biết", ["Vi Anh Tuấn 2026-11-16"]),
    ("Lan gom cho tôi các vụ còn tồn từ đầu năm, đừng để qua tháng 11", ["Hà Ngọc Lan 2026-11-30"]),
    (
        "CV 143/UBND-NC yêu cầu báo cáo. CA phường chủ trì, Cường phối hợp, xong trước 15h thứ 5",
        ["Nông Hoàng Long 2026-11-19 15:00:00"],
    ),
    (
        "Theo TB 88/TB-UBND ngày 12/11, rà lại mái che. Cường chủ trì, CA phường p/h. 10 ngày.",
        ["Lục Mạnh Cường (Công an phường) 2026-11-26"],
    ),
    (
        "đ/c Long, đ/c Kiên: tối nay trực đủ quân số, 7h30 sáng mai báo tôi",
        ["Nông Hoàng Long 2026-11-17 07:30:00", "Thạch Trung Kiên 2026-11-17 07:30:00"],
    ),
    (
        "chú Dũng với cô Nga mỗi người cho tôi 3 việc khó nhất, sáng thứ sáu tôi hỏi",
        ["Ngô Tiến Dũng 2026-11-20 11:30:00", "Lương Thúy Nga 2026-11-20 11:30:00"],
    ),
    (
        "đoàn xuống thì chị Mai chuẩn bị báo cáo còn chị Lan bố trí phòng họp, báo anh trước trưa thứ tư",
        ["Doãn Tuyết Mai 2026-11-18 11:30:00", "Hà Ngọc Lan 2026-11-18 11:30:00"],
    ),
    ("Kiên làm sao thì làm trước 30/11 phải xong danh sách", ["Thạch Trung Kiên 2026-11-30"]),
    ("trước 30/11 phải xong danh sách dự bị, Kiên nghe chưa", ["Thạch Trung Kiên 2026-11-30"]),
    ("chị Yến ơi chuẩn y tế tới đâu rồi em, trước 27/11 phải có hồ sơ", ["Mạc Hải Yến 2026-11-27"]),
    ("bên chị Mai kêu, bảo chị ấy đề xuất, tuần sau trình tôi", ["Doãn Tuyết Mai 2026-11-27"]),
    ("Anh Cường với anh Long chiều nay xuống, về báo tôi", ["Lục Mạnh Cường; Nông Hoàng Long 2026-11-16"]),
    ("Cường kiểm tra lại giùm anh, dân phản ánh lò mổ xả thải", ["Lục Mạnh Cường"]),
    ("cuong lam ro vu nha xay k phep, thu 5 bc", ["Lục Mạnh Cường 2026-11-19"]),
    ("thứ sáu đồng chí Long báo cáo tôi tình hình pháo nổ", ["Nông Hoàng Long 2026-11-20"]),
]  # fmt: skip
NONE = [
    "anh Minh đang làm gì",
    "Tuấn nghỉ ốm rồi",
    "anh Minh báo bhyt được 99,5 rồi đúng không",
    "chị Lan báo thu ngân sách 6,9 tỷ",
    "anh Long xin đến 25 thì tôi chỉ cho đến 23",
    "Kiên thì lùi cho đến 30/11 cũng được",
    "thôi cái việc giao Mai làm bảng niêm yết hôm qua bỏ đi",
    "Rút lại cái việc giao cho cô Yến sáng nay nhé em",
    "Tuấn khỏi làm báo cáo riêng nữa, gộp vô báo cáo quý luôn",
    "ngập ngã tư Hùng Vương từ tối qua",
    "cho tôi xem tình hình phòng kinh tế",
    "chương trình 02 tới đâu rồi ông Cường ơi",
    "hồ sơ gửi lên trên chưa Hương ơi",
    "Anh Kiên tuần tới có đi tập huấn không mà chưa thấy đăng ký, check giúp",
    "Minh nghỉ tới thứ 4, chị cho Tuấn làm thay nhé",
    "giao kế toán làm và chị Nga chỉ đạo bên xã hội phối hợp, 30/11 xong",
    "sao BHYT tụt vậy Minh?",
    "anh em làm tốt lắm, anh Cường cứ thế mà duy trì nhé",
]


def described(text: str) -> list[str]:
    found = []
    for order in read_spoken(text, ROSTER, NOW, workday):
        units = "; ".join(UNIT_NAMES[one] for one in order.coordinating)
        said = (
            "; ".join(NAMES[one] for one in order.people),
            f"({units})" if units else "",
            order.due,
            order.at,
        )
        found.append(" ".join(str(one) for one in said if one))
    return found


@pytest.mark.parametrize(("text", "orders"), ORDERS)
def test_who_is_called_is_to_act_by_the_day_that_is_told(text: str, orders: list[str]) -> None:
    assert described(text) == orders


@pytest.mark.parametrize("text", NONE)
def test_what_is_asked_decided_or_remarked_is_no_order(text: str) -> None:
    assert described(text) == []


def test_the_work_keeps_his_own_words() -> None:
    (order,) = read_spoken("Khẩn. Ngập chợ, Cường xuống ngay đi 10h có ảnh gửi nhóm", ROSTER, NOW, workday)
    assert order.what == "Khẩn. Ngập chợ, Cường xuống ngay đi 10h có ảnh gửi nhóm"
