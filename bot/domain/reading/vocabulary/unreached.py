"""Words around a number that tell what is lacking, to come or half-way: typed with marks, or all without."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

LACKING: tuple[str, ...] = listed(
    """
    thiếu | còn thiếu | hụt | nợ | còn nợ | cần | cần thêm | xin | xin thêm | kẹt | vướng | mắc | mất | rớt |
    trượt | hư | hỏng | hủy | trả lại | bị trả | bị trả lại | bị trả về | trả về | hoàn trả | bị loại |
    bị hủy | bị bác | đòi | đề xuất | chờ | đợi
    """
)
"""In front of a number, a word or two between: "cần bổ sung 3 dân quân", "rớt visa 2 em"."""

COMING: tuple[str, ...] = listed(
    "tính | sắp | định | dự định | chuẩn bị | mai | mốt | ngày mai | sáng mai | chiều mai"
)
"""In front of what is done to so many: "sắp bàn giao 3 căn"; "tính đến nay", "sắp xếp" are none."""

CALLED: tuple[str, ...] = listed("anh | chị | em | cô | chú | bác | ông | bà | a | c")
"""In front of "Mai" it is somebody."""

NOT_COMING: tuple[str, ...] = listed(
    "đến | tới | từ | ra | chung | cả | hết | luôn | theo | gộp | tổng | lại | xếp | xong | riêng"
    " | kỳ | mức | được"
)

HALFWAY: tuple[str, ...] = listed(
    """
    khởi công | khảo sát | lập danh sách | lập hồ sơ | làm hồ sơ | xét duyệt | phỏng vấn | làm dở |
    còn dở | dở dang | xong móng | đổ móng | đào móng | xin kinh phí | chưa
    """
)
"""In front of a number: a step on the way, and what is not done."""

LEFT_BEHIND: tuple[str, ...] = listed(
    """
    chờ | đang chờ | đợi | đang đợi | còn chờ | đang xây | đang làm | đang sửa | đang thi công |
    đang hoàn thiện |
    đang lập | đang xét | đang khảo sát | đang vận động | đang học tiếng | đang xử lý | đang giải quyết |
    sắp | dở dang | còn dở | bị trả | bị loại | bị rớt | rớt | trượt | nghỉ ngang | bỏ ngang | bỏ việc |
    trong số đó | trong số này
    """
)
"""Behind a number: "2 căn chờ duyệt"."""

NOT_SO: tuple[str, ...] = listed(
    """
    chốt | tính | kể | gồm | bao gồm | cộng | có số | đối chiếu | chính thức | nhập | gửi | báo | rõ | chắc |
    hết | tới | đến | đủ | đạt | vượt | qua | ai | kiểm | cập nhật | ghi | thấy | xác nhận | ký |
    nộp báo cáo | biết
    """
)
"""Behind "chưa" these say nothing against the number: "201 chưa chốt", "chưa đạt"."""

NOT_YET: tuple[str, ...] = listed("chưa | chưa xong | chưa làm | chưa sửa | chưa xây | chưa nhận")

MARKED: frozenset[str] = frozenset(
    listed(
        """
        nợ | cần | xin | kẹt | vướng | mắc | mất | hư | hỏng | hủy | đòi | chờ | đợi | còn nợ | tính | định |
        mốt | mai | chưa | dự định | bị hủy
        """
    )
)
"""Without marks these are other words as well: "sửa chữa", "2 suất cho hộ nghèo"."""

RESULTS: tuple[str, ...] = listed(
    "được | đạt | đã | xong | rồi | có | là | còn | thành | nay | giờ | lên | nên | nhưng"
    " | do | vì | tại | bởi | mà"
)
"""Between such a word and the number, these tell a result all the same: "xin được 3 suất"."""
