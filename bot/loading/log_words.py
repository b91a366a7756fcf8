"""The audit log in words: what was done, to what, and the values as people write them."""

from __future__ import annotations

import re
from datetime import date

from bot.loading import sheets
from bot.loading.words import FIGURE_STATE, PROGRESS_STATE

DONE = {
    "alias": "đặt, bỏ tên khác",
    "assign": "phân công",
    "carried_due": "đặt hạn việc chuyển tiếp",
    "carry_over": "chuyển tiếp từ năm trước",
    "carry_over_wanted": "đề nghị chuyển tiếp khi sang năm",
    "completion_confirmed": "xác nhận hoàn thành",
    "completion_returned": "trả lại kết quả",
    "coordinating": "đặt đơn vị phối hợp",
    "cut": "cắt liên kết",
    "daily_summary": "bật, tắt bản tin hằng ngày",
    "day_off": "ngày nghỉ",
    "decider": "đặt người duyệt",
    "depart": "thôi công tác",
    "directive": "chỉ đạo: giao việc",
    "directive_due": "chỉ đạo: đặt hạn",
    "directive_opinion": "ý kiến về chỉ đạo",
    "directive_press": "chỉ đạo: đôn đốc",
    "directive_received": "đã nhận chỉ đạo",
    "explanation": "giải trình",
    "explanation_asked": "yêu cầu giải trình",
    "extension_asked": "xin gia hạn",
    "extension_granted": "đồng ý gia hạn",
    "extension_refused": "không đồng ý gia hạn",
    "figure_withdrawn": "rút số liệu",
    "progress_withdrawn": "rút tiến độ",
    "obstacle_withdrawn": "rút vướng mắc",
    "extension_withdrawn": "rút đề nghị gia hạn",
    "figure": "ghi số liệu",
    "figure.confirmed": "xác nhận số của đơn vị",
    "figure.returned": "trả lại số của đơn vị",
    "handover_agreed": "đồng ý bàn giao",
    "handover_asked": "đề nghị bàn giao",
    "handover_called_off": "hủy bàn giao",
    "handover_completed": "Văn phòng hoàn tất bàn giao",
    "handover_refused": "không đồng ý bàn giao",
    "invite": "cấp mã mời",
    "late_figure": "đề nghị điều chỉnh sau chốt kỳ",
    "appraisal": "xác nhận kết quả nêu bằng lời",
    "not_mine": "báo đầu việc không thuộc phần mình",
    "not_applicable_asked": "đề nghị không áp dụng",
    "not_applicable_granted": "đồng ý không áp dụng",
    "not_applicable_refused": "không đồng ý không áp dụng",
    "not_applicable_withdrawn": "rút đề nghị không áp dụng",
    "not_applicable_ended": "theo dõi trở lại",
    "late_figure_granted": "đồng ý điều chỉnh",
    "late_figure_refused": "không đồng ý điều chỉnh",
    "leave": "nghỉ",
    "leave_ended": "hết nghỉ, hủy nghỉ",
    "leave_shortened": "đi làm lại sớm",
    "let_be": "bỏ tin chưa gửi được",
    "link": "liên kết trò chuyện",
    "link_group": "liên kết nhóm",
    "directive_joined": "thêm người phối hợp",
    "explanation_withdrawn": "bỏ yêu cầu giải trình",
    "load.add": "nạp: thêm",
    "load.change": "nạp: đổi",
    "load.stop": "nạp: ngừng",
    "make_up_day": "ngày làm bù",
    "milestone": "ghi mốc",
    "objective_reason": "xác nhận nguyên nhân khách quan",
    "obstacle": "ghi vướng mắc",
    "obstacle_closed": "hết vướng mắc",
    "period_closed": "đóng kỳ",
    "period_reopened": "mở lại kỳ",
    "press": "đôn đốc",
    "progress": "ghi tiến độ",
    "resend": "gửi lại tin",
    "secret": "từ chối tin có dấu mật",
    "set_target": "giao chỉ tiêu",
    "task_cancelled": "hủy nhiệm vụ",
    "task_declined": "không nhận nhiệm vụ",
    "task_kept": "giữ người phụ trách",
    "task_paused": "tạm dừng nhiệm vụ",
    "task_resumed": "làm tiếp nhiệm vụ",
}
"""The words for each action; one without words is shown as it is written."""
_PARTS = {sheet.part: sheet.title for sheet in (*sheets.SHEETS, sheets.PLAN)}
_STATES = {"figure": FIGURE_STATE, "progress": PROGRESS_STATE}
_SWITCHED = {"on": "bật", "off": "tắt"}
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b(?:T\S+)?")
_NUMBER = re.compile(r"-?\d+\.\d+(?:/\d+(?:\.\d+)?)?")


def action(written: str) -> str:
    """What was done."""
    return DONE.get(written, written)


def subject(written: str) -> str:
    """What it was done to: "Nhiệm vụ 2026 NV-001" for a line of a file."""
    part, blank, rest = written.partition(" ")
    return f"{_PARTS[part]} {rest}" if blank and part in _PARTS else written


def value(done: str, written: str | None) -> str | None:
    """What stood before or after: states, numbers and days as people write them."""
    if written is None:
        return None
    if done in _STATES and re.fullmatch(r"[a-z_]+", written):
        return _STATES[done].show(written)
    if _NUMBER.fullmatch(written):
        return written.replace(".", ",")
    return _SWITCHED.get(written) or _DAY.sub(_day, written)


def _day(found: re.Match[str]) -> str:
    return f"{date.fromisoformat(found[0][:10]):%d/%m/%Y}"
