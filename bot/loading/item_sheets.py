"""The sheets of indicators and tasks: the plan itself."""

from __future__ import annotations

from bot.loading import cells
from bot.loading.columns import LONG, Column, Sheet
from bot.loading.words import BETTER, COLLECT, COMPARATOR, EVALUATION, FREQUENCY, MEASURED, REGIME, SOURCE

WORDS, NUMBER = cells.Words(), cells.Number()

_NAMES = (
    Column("name", "tên", note="đúng như trong kế hoạch", width=60, longest=LONG),
    Column("short_name", "tên ngắn", note="để hiện trong tin nhắn", width=26),
    Column("aliases", "tên khác", WORDS, "cách gọi hằng ngày, cách nhau bằng dấu ;", 26),
)
_WHO = (
    Column("field", "lĩnh vực", note="mã ở trang Lĩnh vực", lists="fields"),
    Column("owner", "phụ trách", note="mã ở trang Cán bộ; để trống nếu chưa phân công", lists="people"),
    Column("unit", "đơn vị", note="mã ở trang Đơn vị", lists="units"),
)
_FREQUENCY = Column(
    "frequency", "kỳ báo cáo", FREQUENCY, "để trống: theo lĩnh vực, như tệp cài đặt của phường", 12
)
_DECIDES = (
    Column(
        "leader",
        "lãnh đạo phụ trách",
        note="mã cán bộ; để trống: lãnh đạo của lĩnh vực",
        lists="people",
        rare=True,
    ),
    Column("decider", "người duyệt", note="mã người xác nhận hoàn thành, gia hạn", lists="people", rare=True),
)
_RARE = (
    *_DECIDES,
    Column(
        "due_rule",
        "hạn nộp",
        cells.DueRule(),
        "sau 2 ngày (làm việc, kể từ khi hết kỳ), ngày 17, thứ Sáu",
        rare=True,
    ),
    Column("due_time", "giờ nộp", cells.Hour(), "ví dụ 16:30", 10, rare=True),
    Column("regime", "cách tính kỳ", REGIME, "NĐ 09: từ ngày 15 đến 14; hoặc tháng lịch, năm học", rare=True),
    Column("focal", "trọng tâm", cells.FLAG, "nhiệm vụ trọng tâm cấp trên giao", 10, rare=True),
    Column(
        "slug", "định danh", note="tên máy không đổi; để trống thì theo mã", width=24, rare=True, longest=120
    ),
    Column("note", "ghi chú", width=50, rare=True, longest=LONG),
)
INDICATORS = Sheet(
    "indicators",
    "Chỉ tiêu",
    (
        Column("code", "mã", note="CT01; phần của một chỉ tiêu gộp: CT04a, CT04b", width=10, longest=20),
        *_NAMES,
        Column(
            "parent",
            "thuộc",
            note="mã của chỉ tiêu gộp mà dòng này là một phần",
            width=10,
            lists="indicators",
        ),
        *_WHO,
        Column("target.evaluation", "đánh giá", EVALUATION, "cách xét đạt; xem docs/plan-format.md", 22),
        Column("target.comparator", "so sánh", COMPARATOR, "“trên 97,5%” khác với “từ 97,5%”", 14),
        Column("target.value", "mức giao", NUMBER, "chỉ số; tiền ghi bằng đồng; để trống nếu chưa giao"),
        Column("target.unit", "đơn vị tính", note="%, người, hộ, đồng, …", width=12),
        Column("target.text", "nguyên văn", note="chữ của kế hoạch", width=30, longest=LONG),
        _FREQUENCY,
        Column(
            "collect",
            "thu thập",
            COLLECT,
            "nhiều đơn vị cùng báo cáo (trang Thu thập): cộng tổng, hoặc tỷ lệ của hai tổng",
            10,
            rare=True,
        ),
        Column("target.low", "từ mức", NUMBER, "với so sánh “trong khoảng”", 10, rare=True),
        Column("target.high", "đến mức", NUMBER, "với so sánh “trong khoảng”", 10, rare=True),
        Column(
            "target.reduce_low", "giảm từ", NUMBER, "với so sánh “giảm”: “giảm 02 hộ” ghi 2", 10, rare=True
        ),
        Column("target.reduce_high", "giảm đến", NUMBER, "để trống: bằng “giảm từ”", 10, rare=True),
        Column("target.whole", "tổng số", NUMBER, "số n của “04/04 khu phố”", 10, rare=True),
        Column("target.source", "số giao", SOURCE, "để trống: suy từ các cột khác", 16, rare=True),
        Column(
            "target.percent_of_assigned",
            "phần trăm số giao",
            NUMBER,
            "“100% chỉ tiêu được giao” ghi 100",
            10,
            rare=True,
        ),
        Column("target.grade", "xếp loại", note="danh hiệu, mức phải đạt: khá", rare=True),
        Column(
            "target.scale", "thang xếp loại", WORDS, "từ thấp đến cao, cách nhau bằng dấu ;", 24, rare=True
        ),
        Column(
            "target.wants_exceed", "phấn đấu vượt", cells.FLAG, "kế hoạch ghi “đạt và vượt”", 10, rare=True
        ),
        Column("target.lower_better", "chiều tốt", BETTER, "để trống: suy từ cột so sánh", 12, rare=True),
        Column("target.measured", "đo bằng", MEASURED, "với so sánh “giảm”", 20, rare=True),
        Column(
            "target.backlog",
            "tồn đọng",
            cells.FLAG,
            "“không để tồn đọng”: xử lý xong là đạt lại",
            10,
            rare=True,
        ),
        Column(
            "target.prorated",
            "chia theo thời gian",
            cells.FLAG,
            "“không”: việc một đợt, như giao quân",
            rare=True,
        ),
        Column("target.phased", "lũy kế theo tháng", cells.ByMonth(), "3: 40; 6: 90", 20, rare=True),
        Column(
            "target.condition", "điều kiện", note="“nếu có”, “sau khi …”", width=24, rare=True, longest=LONG
        ),
        Column(
            "target.ambiguous",
            "theo giả định",
            cells.FLAG,
            "kế hoạch ghi chưa rõ; bot nói rõ cách hiểu",
            10,
            rare=True,
        ),
        Column(
            "target.starts_on",
            "bắt đầu",
            cells.Day(),
            "khi không phải là đầu năm, như năm học",
            12,
            rare=True,
        ),
        Column("target.ends_on", "kết thúc", cells.Day(), "khi không phải là hết năm", 12, rare=True),
        Column(
            "listed", "tính vào tổng", cells.FLAG, "để trống: có, trừ phần của chỉ tiêu gộp", 10, rare=True
        ),
        *_RARE,
    ),
    (
        ("mã", "ví dụ"),
        ("tên", "Tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 97,5%"),
        ("tên ngắn", "BHYT"),
        ("tên khác", "bảo hiểm y tế; bh y tế"),
        ("lĩnh vực", "bao_hiem"),
        ("phụ trách", "minh"),
        ("đơn vị", "vhxh"),
        ("đánh giá", "theo mức"),
        ("so sánh", "trên"),
        ("mức giao", "97,5"),
        ("đơn vị tính", "%"),
        ("nguyên văn", "đạt trên 97,5%"),
        ("kỳ báo cáo", "tháng"),
    ),
)
TASKS = Sheet(
    "tasks",
    "Nhiệm vụ",
    (
        Column("code", "mã", note="NV-001", width=10, longest=20),
        *_NAMES,
        *_WHO,
        Column("due_on", "hạn", cells.Day(), "31/3/2026, “quý I”, “cuối năm”; để trống nếu không có hạn", 12),
        _FREQUENCY,
        Column("product", "sản phẩm", note="văn bản, kết quả phải có", width=24),
        Column("coordinating", "phối hợp", WORDS, "đơn vị phối hợp, cách nhau bằng dấu ;", 24),
        Column("basis", "căn cứ", note="văn bản giao: số, ngày, trích yếu", width=24),
        Column("milestones", "mốc", cells.Milestones(), "15/10: dự thảo; 15/11: trình ký", 24),
        *_RARE,
    ),
    (
        ("mã", "ví dụ"),
        ("tên", "Xây dựng kế hoạch phòng cháy, chữa cháy năm 2026"),
        ("tên ngắn", "Kế hoạch PCCC"),
        ("lĩnh vực", "an_ninh"),
        ("phụ trách", "minh"),
        ("hạn", "31/03/2026"),
        ("sản phẩm", "Kế hoạch của UBND phường"),
    ),
)
