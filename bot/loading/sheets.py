"""The sheets and their columns: headings (keys in YAML), what stands under them, notes for the officer."""

from __future__ import annotations

from bot.loading import cells
from bot.loading.columns import LONG, Column, Sheet
from bot.loading.item_sheets import INDICATORS, NUMBER, TASKS
from bot.loading.words import ADDRESS, ROLE

PLAN = Sheet(
    "plan",
    "Kế hoạch",
    (
        Column("ward_code", "mã phường", note="không dấu, ví dụ ngo-quyen; như trong tệp cài đặt của phường"),
        Column("ward_name", "tên phường"),
        Column("year", "năm", cells.Year(), "năm của kế hoạch"),
        Column(
            "title", "tên kế hoạch", longest=LONG, note="bỏ trống khi tệp chỉ bổ sung cho kế hoạch đã nạp"
        ),
    ),
)
UNITS = Sheet(
    "units",
    "Đơn vị",
    (
        Column("code", "mã", note="ngắn, không dấu, không trùng; ví dụ y-te", width=16),
        Column("name", "tên", width=50),
        Column(
            "confirms",
            "xác nhận số liệu",
            cells.FLAG,
            "“có”: trưởng đơn vị xác nhận số liệu thu thập trước khi tính vào tổng của phường",
            10,
            rare=True,
        ),
    ),
    (("mã", "ví dụ"), ("tên", "Trạm Y tế phường")),
)
PEOPLE = Sheet(
    "people",
    "Cán bộ",
    (
        Column("code", "mã", note="ngắn, không dấu, không trùng; ví dụ minh", width=14),
        Column("name", "họ tên", width=26),
        Column("address", "xưng hô", ADDRESS, "cách gọi trong tin nhắn: anh, chị, …", 10),
        Column("title", "chức danh", width=34),
        Column("phone", "điện thoại", cells.Phone(), "để tự liên kết bằng cách chia sẻ số của mình", 14),
        Column("unit", "đơn vị", note="mã ở trang Đơn vị", lists="units"),
        Column(
            "roles",
            "vai trò",
            cells.Choices(ROLE),
            "nhiều vai trò cách nhau bằng dấu ; – lãnh đạo phụ trách lĩnh vực nào ghi ở trang Lĩnh vực",
            22,
        ),
    ),
    (
        ("mã", "ví dụ"),
        ("họ tên", "Trần Văn Ví Dụ"),
        ("xưng hô", "anh"),
        ("chức danh", "Chuyên viên Phòng Văn hóa - Xã hội"),
        ("điện thoại", "0912345678"),
        ("đơn vị", "vhxh"),
        ("vai trò", "cán bộ"),
    ),
)
FIELDS = Sheet(
    "fields",
    "Lĩnh vực",
    (
        Column(
            "code", "mã", note="ví dụ bao_hiem; tệp cài đặt của phường đặt kỳ báo cáo theo mã này", width=20
        ),
        Column("name", "tên", width=40),
        Column("leader", "lãnh đạo", note="mã ở trang Cán bộ: người phụ trách lĩnh vực", lists="people"),
    ),
    (("mã", "ví dụ"), ("tên", "Bảo hiểm"), ("lãnh đạo", "nga")),
)
SHARES = Sheet(
    "shares",
    "Thu thập",
    (
        Column("code", "mã", note="mã chỉ tiêu thu thập", width=10, lists="indicators"),
        Column("unit", "đơn vị", note="mã ở trang Đơn vị: tổ dân phố, trường", lists="units"),
        Column("owner", "người báo cáo", note="mã ở trang Cán bộ", lists="people"),
        Column("assigned", "chỉ tiêu giao", NUMBER, "số giao cho đơn vị này; để trống nếu không giao"),
        Column("whole", "mẫu số", NUMBER, "với chỉ tiêu tỷ lệ: tổng số của đơn vị, ví dụ 120 hộ"),
        Column("counted", "đơn vị tính", note="với mẫu số: hộ, người, học sinh", width=12),
    ),
    (("mã", "ví dụ"), ("đơn vị", "y-te"), ("người báo cáo", "minh"), ("chỉ tiêu giao", "120")),
)
KNOWN = Sheet(
    "known",
    "Số đã có",
    (
        Column("code", "mã", note="mã chỉ tiêu", width=10, lists="indicators"),
        Column("value", "số đã có", cells.Figure(), "lũy kế đến ngày ở cột bên; hoặc “đang duy trì”"),
        Column("as_of", "đến ngày", cells.Day(), "ngày chốt số, ví dụ 14/10/2026", 12),
        Column("last_year", "năm trước", NUMBER, "kết quả cả năm trước"),
        Column("baseline", "đầu kỳ", NUMBER, "số đầu năm mà chỉ tiêu “giảm” tính từ đó"),
    ),
    (("mã", "ví dụ"), ("số đã có", "182"), ("đến ngày", "14/10/2026"), ("năm trước", "150")),
)
SHEETS = (UNITS, PEOPLE, FIELDS, INDICATORS, TASKS, SHARES, KNOWN)
SAMPLE_CODE = "ví dụ"
