"""Names of citizens that are not kept, and names that are."""

from __future__ import annotations

import pytest

from bot.domain.citizens import masked
from bot.domain.guard import mask


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ông Nguyễn Văn An khiếu nại về bồi thường", "ông *** khiếu nại về bồi thường"),
        ("NV-022 đang làm, chị Lê Thị Na bị nhiễm HIV", "NV-022 đang làm, chị *** bị nhiễm HIV"),
        ("giao anh Sơn xử lý đơn của ông Trần Văn Tám", "giao anh Sơn xử lý đơn của ông ***"),
        ("giao anh Vũ Hồng Sơn xử lý đơn của bà Lê Thị Na", "giao anh Vũ Hồng Sơn xử lý đơn của bà ***"),
        ("ong nguyen van an khieu nai ve dat", "ong *** khieu nai ve dat"),
        ("don khieu nai cua ba le thi na o to 5", "don khieu nai cua ba *** o to 5"),
        ("01 ca sốt xuất huyết: cháu Trần Gia Bảo tổ 4", "01 ca sốt xuất huyết: cháu *** tổ 4"),
        ("cử tri Phạm Thị Hoa phản ánh rác", "cử tri *** phản ánh rác"),
        ("tố cáo ông NGUYỄN VĂN AN lấn chiếm", "tố cáo ông *** lấn chiếm"),
        ("ông Nguyễn Văn An ở tổ 5 đã gửi đơn kiến nghị", "ông *** ở tổ 5 đã gửi đơn kiến nghị"),
        ("ông Tám khiếu nại", "ông *** khiếu nại"),
        ("đơn thư 5 đơn, giải quyết 4 của ông Nguyễn Văn H", "đơn thư 5 đơn, giải quyết 4 của ông ***"),
        ("khiếu nại 3 vụ, còn 1 của bà Lan", "khiếu nại 3 vụ, còn 1 của bà ***"),
        ("ông Nguyễn Văn Hải, CCCD ***, số *** khiếu nại", "ông ***, CCCD ***, số *** khiếu nại"),
        ("bà Trần Thị Na (CCCD ***) tố cáo", "bà *** (CCCD ***) tố cáo"),
        ("ông Hải sđt ***, khiếu kiện", "ông *** sđt ***, khiếu kiện"),
        ("bà Lan tổ 3 khiếu nại về đền bù", "bà *** tổ 3 khiếu nại về đền bù"),
        ("bà lan tổ 3 khiếu nại", "bà *** tổ 3 khiếu nại"),
        ("ông Tư kiện", "ông *** kiện"),
        ("ong tu kien ra toa", "ong *** kien ra toa"),
        ("giải quyết đơn của ông Tư, bà Hai Lúa", "giải quyết đơn của ông ***, bà ***"),
        ("bà Lan, tổ 5, phản ánh rác", "bà ***, tổ 5, phản ánh rác"),
        ("hòa giải vụ ông Tư và bà Năm tranh chấp đất", "hòa giải vụ ông *** và bà *** tranh chấp đất"),
        ("cụ Bảy ở tổ 2 bị sốt xuất huyết", "cụ *** ở tổ 2 bị sốt xuất huyết"),
        (
            "ông Trần Văn Tám và bà Lê Thị Na tranh chấp đất, ông Bùi Văn Chín khiếu nại",
            "ông *** và bà *** tranh chấp đất, ông *** khiếu nại",
        ),
    ],
)
def test_who_complains_or_is_ill_is_not_named(text: str, kept: str) -> None:
    assert masked(text, "***") == kept
    assert mask(text) == (kept, ("name",))


@pytest.mark.parametrize(
    "text",
    [
        "đơn thư 4/4",
        "hòa giải thành 4 vụ",
        "nhiễm HIV 5 người",
        "phường Ngô Quyền tiếp nhận 4 đơn khiếu nại",
        "tranh chấp đất tại đường Nguyễn Văn Cừ",
        "kiến nghị của Trường THCS Lê Quý Đôn",
        "khu đô thị Trần Hưng Đạo có 3 đơn",
        "anh Bùi Đức Minh kiến nghị bổ sung kinh phí",
        "xử lý đơn: giao Lục Mạnh Cường",
        "phân công Bùi Đức Minh giải quyết đơn",
        "nhập thay Bùi Đức Minh bhxh 201",
        "hồ sơ đủ điều kiện Bùi Đức Minh thẩm định",
        "bà con tổ 3 khiếu nại",
        "bà con khiếu nại, 4 vụ",
        "ba hộ khiếu nại",
        "ba lần khiếu nại",
        "vụ cũ khiếu nại",
        "ông bà khiếu nại",
        "tranh chấp đất tại đường Bà Triệu",
        "ông Minh kiến nghị bổ sung kinh phí",
        "đơn khiếu nại: ông Minh chủ trì giải quyết",
        "giao ông Minh giải quyết đơn khiếu nại",
        "ông Minh kiện toàn tổ hòa giải",
        "anh Sơn xử lý đơn khiếu nại, bà Hương duyệt",
        "giải quyết khiếu nại, tố cáo 4/4",
        "đơn thư 5/5, theo báo cáo của ông Nguyễn Văn Tư",
        "đơn vị nộp 5 hồ sơ, 3 của hộ Lê Văn C",
        "vướng: chờ Hùng Vương, bán hoa Xương Giang",
        "đôn đốc Trần Văn Minh",
        "don doc Tran Van Minh",
        "/dondoc Trần Văn Minh",
        "dọn dẹp tổ 3: Trần Văn Minh",
        "đơn vị của chị Nguyễn Thị Minh",
        "xin ý kiến Trần Văn Minh",
        "xin y kien anh Tran Van Minh",
        "nhiệm vụ của Trần Văn Minh",
        "nhiem vu cua Tran Van Minh",
        "chủ nhiệm Trần Văn Minh",
        "nghiên cứu: Trần Văn Minh",
        "bệnh viện gửi Trần Văn Minh",
    ],
)
def test_who_does_the_work_and_where_it_lies_is_named(text: str) -> None:
    assert masked(text, "***") == text


STAFF = ("Trần Văn Minh", "Đặng Thị Hoa")


@pytest.mark.parametrize(
    "text",
    [
        "đơn thư Trần Văn Minh",
        "phân công đơn thư Trần Văn Minh",
        "nhập thay đơn thư tran van minh 96%",
        "đơn thư Trần Minh",
        "tranh chấp đất: cô Dang Thi Hoa, anh Trần Văn Minh",
    ],
)
def test_a_colleague_is_no_citizen(text: str) -> None:
    assert masked(text, "***", STAFF) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bà Đặng Thị Hoa khiếu nại", "bà *** khiếu nại"),
        ("đơn thư Trần Văn Mính", "đơn thư ***"),
        ("đơn của Trần Văn Tám, Trần Văn Minh xử lý", "đơn của ***, Trần Văn Minh xử lý"),
    ],
)
def test_who_only_has_such_a_name_is_a_citizen(text: str, kept: str) -> None:
    assert masked(text, "***", STAFF) == kept
