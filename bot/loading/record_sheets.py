"""The sheets of what people reported and decided: which table, which columns."""

from __future__ import annotations

from bot.domain.targets import Target, from_json
from bot.loading import log_words
from bot.loading.cells import Number
from bot.loading.decision_sheets import SHEETS as DECISIONS
from bot.loading.record_columns import ITEM, PERIOD, REPORTED, WORDS, Sheet, Value, day, moment
from bot.loading.words import DECISION_STATE, FIGURE_STATE, PROGRESS_STATE
from db.models import (
    Audit,
    Evidence,
    Figure,
    Handover,
    Item,
    Leave,
    Obstacle,
    Person,
    Progress,
    SpecialDay,
    TargetRow,
)


def _assigned(target: Target) -> Value:
    """The number to be met; of a range both ends; in words where there is none."""
    if target.low is not None and target.high is not None:
        return f"{Number().show(target.low)} – {Number().show(target.high)}"
    return target.value if target.value is not None else target.text


SHEETS: tuple[Sheet, ...] = (
    (
        "Số giao",
        TargetRow,
        (
            *ITEM,
            ("Từ ngày", 12, lambda row, _: day(row.valid_from)),
            ("Mức giao", 18, lambda row, _: _assigned(from_json(row.spec))),
            ("Đơn vị tính", 12, lambda row, _: from_json(row.spec).unit),
            ("Văn bản", 24, lambda row, _: row.document),
            ("Ngày văn bản", 12, lambda row, _: day(row.document_date)),
            ("Người nhập", 24, lambda row, names: names.person(row.entered_by_id)),
            ("Ghi lúc", 18, lambda row, _: moment(row.entered_at)),
        ),
    ),
    (
        "Số liệu",
        Figure,
        (
            *ITEM,
            PERIOD,
            ("Đến ngày", 12, lambda row, _: day(row.as_of)),
            ("Loại", 18, lambda row, _: FIGURE_STATE.show(row.state)),
            ("Giá trị", 16, lambda row, _: row.value),
            ("Thực hiện", 14, lambda row, _: row.numerator),
            ("Tổng số", 14, lambda row, _: row.denominator),
            ("Ước", 8, lambda row, _: "ước" if row.estimate else None),
            ("Số đã có", 10, lambda row, _: "số đã có" if row.supplied else None),
            WORDS,
            *REPORTED,
        ),
    ),
    (
        "Tiến độ",
        Progress,
        (
            *ITEM,
            PERIOD,
            ("Tình trạng", 18, lambda row, _: PROGRESS_STATE.show(row.state)),
            ("Phần trăm", 10, lambda row, _: row.percent),
            WORDS,
            *REPORTED,
        ),
    ),
    (
        "Vướng mắc",
        Obstacle,
        (
            *ITEM,
            WORDS,
            ("Người báo cáo", 24, lambda row, names: names.person(row.person_id)),
            ("Ghi lúc", 18, lambda row, _: moment(row.at)),
            ("Hết vướng lúc", 18, lambda row, _: moment(row.closed_at)),
            ("Người xác nhận", 24, lambda row, names: names.person(row.closed_by_id)),
            ("Ý kiến", 40, lambda row, _: row.closing),
        ),
    ),
    (
        "Minh chứng",
        Evidence,
        (
            *ITEM,
            ("Tên tệp", 30, lambda row, _: row.name),
            ("Người gửi", 24, lambda row, names: names.person(row.person_id)),
            ("Lúc", 18, lambda row, _: moment(row.at)),
            ("Tệp lưu (mã băm)", 66, lambda row, _: row.sha256),
        ),
    ),
    *DECISIONS,
    (
        "Nghỉ",
        Leave,
        (
            ("Cán bộ", 24, lambda row, names: names.person(row.person_id)),
            ("Từ ngày", 12, lambda row, _: day(row.first)),
            ("Đến ngày", 12, lambda row, _: day(row.last)),
            ("Người thay", 24, lambda row, names: names.person(row.substitute_id)),
            ("Người nhập", 24, lambda row, names: names.person(row.entered_by_id)),
            ("Ghi lúc", 18, lambda row, _: moment(row.at)),
            ("Hết nghỉ, hủy lúc", 18, lambda row, _: moment(row.ended_at)),
        ),
    ),
    (
        "Bàn giao",
        Handover,
        (
            ("Người giao", 24, lambda row, names: names.person(row.from_id)),
            ("Người nhận", 24, lambda row, names: names.person(row.to_id)),
            ("Từ ngày", 12, lambda row, _: day(row.starts_on)),
            ("Đầu việc", 50, lambda row, names: names.codes(row.items)),
            ("Người đề nghị", 24, lambda row, names: names.person(row.asked_by_id)),
            ("Đề nghị lúc", 18, lambda row, _: moment(row.at)),
            ("Tình trạng", 18, lambda row, _: DECISION_STATE.show(row.state)),
            ("Bàn giao lúc", 18, lambda row, _: moment(row.done_at)),
            WORDS,
        ),
    ),
    (
        "Ngày nghỉ, làm bù",
        SpecialDay,
        (
            ("Ngày", 12, lambda row, _: day(row.day)),
            ("Loại", 12, lambda row, _: "làm bù" if row.works else "nghỉ"),
            ("Lý do", 40, lambda row, _: row.reason),
            ("Người nhập", 24, lambda row, names: names.person(row.entered_by_id)),
            ("Ghi lúc", 18, lambda row, _: moment(row.at)),
        ),
    ),
    (
        "Mọi đầu việc",
        Item,
        (
            ("Năm", 8, lambda row, names: names.years.get(row.plan_id or 0)),
            ("Mã", 10, lambda row, _: row.key),
            ("Tên", 60, lambda row, _: row.name),
            ("Loại", 12, lambda row, _: "nhiệm vụ" if row.kind == "task" else "chỉ tiêu"),
            ("Phụ trách", 24, lambda row, names: names.person(row.owner_id)),
            ("Hạn", 12, lambda row, _: day(row.due_on)),
            ("Đang dùng", 10, lambda row, _: "có" if row.active else "ngừng"),
        ),
    ),
    (
        "Mọi cán bộ",
        Person,
        (
            ("Mã", 12, lambda row, _: row.code),
            ("Họ tên", 30, lambda row, _: row.name),
            ("Chức vụ", 30, lambda row, _: row.title),
            ("Đang công tác", 12, lambda row, _: "có" if row.active else "đã thôi"),
        ),
    ),
    (
        "Nhật ký",
        Audit,
        (
            ("Lúc", 18, lambda row, _: moment(row.at)),
            ("Ai", 24, lambda row, names: names.person(row.person_id)),
            ("Việc", 26, lambda row, _: log_words.action(row.action)),
            ("Về", 30, lambda row, _: log_words.subject(row.subject)),
            ("Trước", 50, lambda row, _: log_words.value(row.action, row.before)),
            ("Sau", 50, lambda row, _: log_words.value(row.action, row.after)),
        ),
    ),
)
