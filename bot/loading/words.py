"""The words that officers choose from, and the codes they stand for; the first word for a code is written."""

from __future__ import annotations

from bot.loading.cells import Choice

FREQUENCY = Choice(
    {
        "tuần": "week",
        "tháng": "month",
        "quý": "quarter",
        "6 tháng": "half",
        "9 tháng": "nine_months",
        "năm": "year",
        "không": "none",
        "nửa năm": "half",
        "hằng tuần": "week",
        "hằng tháng": "month",
        "hằng quý": "quarter",
    }
)
REGIME = Choice({"NĐ 09": "nd09", "tháng lịch": "calendar", "năm học": "nam_hoc"}, open=True)
ROLE = Choice(
    {
        "cán bộ": "official",
        "trưởng đơn vị": "unit_head",
        "lãnh đạo": "leader",
        "chủ tịch": "chair",
        "văn phòng": "clerk",
        "quản trị": "admin",
        "theo dõi": "observer",
        "cán bộ phụ trách": "official",
        "văn phòng - thống kê": "clerk",
    }
)
EVALUATION = Choice(
    {
        "cộng dồn": "cumulative",
        "chỉ đếm": "cumulative_no_target",
        "theo mức": "level",
        "so cùng kỳ": "vs_last_year",
        "không để xảy ra": "event_free",
        "duy trì": "maintain",
        "hoàn thành, công nhận": "milestone",
        "xét cuối năm": "year_end_review",
        "nhận xét": "narrative",
        "gồm nhiều phần": "composite",
    }
)
COMPARATOR = Choice(
    {
        "trên": ">",
        "từ": ">=",
        "dưới": "<",
        "không quá": "<=",
        "bằng": "=",
        "trong khoảng": "between",
        "giảm": "reduce_by",
        "giữ": "maintain",
        ">": ">",
        ">=": ">=",
        "≥": ">=",
        "<": "<",
        "<=": "<=",
        "≤": "<=",
        "=": "=",
        "đạt": ">=",
        "duy trì": "maintain",
    }
)
SOURCE = Choice(
    {
        "đã giao": "fixed",
        "giao sau": "assigned_later",
        "trạng thái": "status",
        "có điều kiện": "conditional",
        "gồm nhiều phần": "composite",
        "không giao": "none",
    }
)
MEASURED = Choice(
    {
        "mức hiện có": "level",
        "số giảm": "reduction",
        "số giảm hoặc số còn": "reduction_or_stock",
        "mức tăng": "growth",
    }
)
COLLECT = Choice({"tổng": "sum", "tỷ lệ": "ratio"})
BETTER = Choice({"thấp": True, "cao": False, "không nói": None})
ADDRESS = Choice({word: word for word in ("anh", "chị", "đồng chí", "bác", "chú", "cô", "ông", "bà", "em")})
FIGURE_STATE = Choice(
    {
        "số liệu": "value",
        "không phát sinh": "none_arose",
        "không thuộc phạm vi": "not_applicable",
        "đang duy trì, đã đạt": "held",
        "không còn đạt": "lost",
        "đang thực hiện": "in_progress",
        "xếp loại": "grade",
        "nhận xét": "words",
        "theo số được giao": "of_assigned",
        "rút số đã gửi": "withdrawn",
    }
)
PROGRESS_STATE = Choice(
    {
        "chưa làm": "not_done",
        "đang làm": "in_progress",
        "đã xong": "done",
        "tạm dừng": "paused",
        "đã hủy": "cancelled",
        "rút nội dung đã gửi": "withdrawn",
    }
)
DECISION_STATE = Choice(
    {
        "đang chờ": "asked",
        "đồng ý": "granted",
        "không đồng ý": "refused",
        "đã xác nhận": "confirmed",
        "trả lại": "returned",
        "đã thay bằng đề nghị khác": "replaced",
        "đã rút": "withdrawn",
        "đã thống nhất": "agreed",
        "đã bàn giao": "done",
        "đã hủy": "called_off",
    }
)
