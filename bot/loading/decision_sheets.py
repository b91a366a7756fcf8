"""Sheets of what somebody asked for or decided."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bot.loading.record_columns import DECIDED, ITEM, PERIOD, Sheet, Value, day, moment
from bot.loading.words import DECISION_STATE, FIGURE_STATE, PROGRESS_STATE
from db.models import (
    Confirmation,
    Decline,
    Directive,
    Explanation,
    Extension,
    LateFigure,
    NotApplicableRow,
    Reopening,
)


def _late(spec: Mapping[str, Any]) -> Value:
    """A figure, or a word of progress, that came after its period was closed."""
    if "progress" in spec:
        return PROGRESS_STATE.show(spec["progress"])
    if spec.get("numerator") and spec.get("denominator"):
        return f"{spec['numerator']}/{spec['denominator']}".replace(".", ",")
    return Decimal(spec["value"]) if spec.get("value") else FIGURE_STATE.show(spec.get("state", "value"))


SHEETS: tuple[Sheet, ...] = (
    (
        "Số gửi sau chốt kỳ",
        LateFigure,
        (
            *ITEM,
            PERIOD,
            ("Đến ngày", 12, lambda row, _: day(row.as_of)),
            ("Số liệu, tiến độ", 24, lambda row, _: _late(row.spec)),
            ("Lý do", 50, lambda row, _: row.reason),
            ("Người báo cáo", 24, lambda row, names: names.person(row.person_id)),
            ("Người nhập thay", 24, lambda row, names: names.person(row.entered_by_id)),
            ("Gửi lúc", 18, lambda row, _: moment(row.at)),
            *DECIDED,
        ),
    ),
    (
        "Không áp dụng",
        NotApplicableRow,
        (
            *ITEM,
            PERIOD,
            ("Từ ngày", 12, lambda row, _: day(row.since)),
            ("Lý do", 50, lambda row, _: row.reason),
            ("Người phụ trách", 24, lambda row, names: names.person(row.person_id)),
            ("Người đề nghị", 24, lambda row, names: names.person(row.entered_by_id)),
            ("Gửi lúc", 18, lambda row, _: moment(row.at)),
            *DECIDED,
        ),
    ),
    (
        "Mở lại kỳ",
        Reopening,
        (
            PERIOD,
            ("Người mở", 24, lambda row, names: names.person(row.opened_by_id)),
            ("Mở lúc", 18, lambda row, _: moment(row.at)),
            ("Đến", 18, lambda row, _: moment(row.until)),
            ("Lý do", 50, lambda row, _: row.reason),
            ("Đóng sớm lúc", 18, lambda row, _: moment(row.closed_at)),
            ("Người đóng", 24, lambda row, names: names.person(row.closed_by_id)),
        ),
    ),
    (
        "Xác nhận",
        Confirmation,
        (
            *ITEM,
            ("Loại", 18, lambda row, _: "kết quả nhiệm vụ" if row.progress_id else "số của đơn vị"),
            ("Dòng số", 9, lambda row, _: row.progress_id or row.figure_id),
            ("Gửi lúc", 18, lambda row, _: moment(row.asked_at)),
            ("Quá hạn", 10, lambda row, _: "quá hạn" if row.late else None),
            ("Hạn bổ sung", 12, lambda row, _: day(row.due_on)),
            *DECIDED,
        ),
    ),
    (
        "Gia hạn",
        Extension,
        (
            *ITEM,
            PERIOD,
            ("Người xin", 24, lambda row, names: names.person(row.asked_by_id)),
            ("Xin lúc", 18, lambda row, _: moment(row.asked_at)),
            ("Hạn cũ", 12, lambda row, _: day(row.old_due)),
            ("Xin đến", 12, lambda row, _: day(row.asked_due)),
            ("Lý do", 50, lambda row, _: row.reason),
            ("Tình trạng", 18, lambda row, _: DECISION_STATE.show(row.state)),
            ("Được đến", 12, lambda row, _: day(row.decided_due)),
            ("Người quyết định", 24, lambda row, names: names.person(row.decided_by_id)),
            ("Quyết định lúc", 18, lambda row, _: moment(row.decided_at)),
            ("Ý kiến", 40, lambda row, _: row.words),
        ),
    ),
    (
        "Giải trình",
        Explanation,
        (
            *ITEM,
            PERIOD,
            ("Người yêu cầu", 24, lambda row, names: names.person(row.asked_by_id)),
            ("Yêu cầu lúc", 18, lambda row, _: moment(row.asked_at)),
            ("Người giải trình", 24, lambda row, names: names.person(row.asked_of_id)),
            ("Hạn", 12, lambda row, _: day(row.due_on)),
            ("Câu hỏi", 40, lambda row, _: row.words),
            ("Trả lời", 50, lambda row, _: row.answer),
            ("Trả lời lúc", 18, lambda row, _: moment(row.answered_at)),
        ),
    ),
    (
        "Chỉ đạo",
        Directive,
        (
            *ITEM,
            ("Người chỉ đạo", 24, lambda row, names: names.person(row.given_by_id)),
            ("Người nhập", 24, lambda row, names: names.person(row.entered_by_id)),
            ("Lúc", 18, lambda row, _: moment(row.at)),
            ("Nội dung", 60, lambda row, _: row.words),
            ("Loại", 12, lambda row, _: "giao mới" if row.made else "đôn đốc"),
            ("Đã nhận lúc", 18, lambda row, _: moment(row.accepted_at)),
            ("Người nhận", 24, lambda row, names: names.person(row.accepted_by_id)),
            ("Ý kiến", 50, lambda row, _: row.opinion),
        ),
    ),
    (
        "Xin không nhận",
        Decline,
        (
            *ITEM,
            ("Người xin", 24, lambda row, names: names.person(row.person_id)),
            ("Lúc", 18, lambda row, _: moment(row.at)),
            ("Lý do", 50, lambda row, _: row.reason),
            *DECIDED,
        ),
    ),
)
