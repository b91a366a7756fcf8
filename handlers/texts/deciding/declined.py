"""The words about a task that who got it asks to be rid of."""

from __future__ import annotations

import re

from db.item_view import ItemView
from db.models import Decline
from db.ward_view import PersonView
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import short_day

NOUN = "việc xin không nhận"
ACT = "Việc xin không nhận"
LATER = "Để sau"
_GIVE = r"(?:(?:thi |vay )*(?:giao|chuyen|de|doi)(?: lai)?(?: (?:cho|sang|qua|nguoi|viec nay))* )?"
TO_WHOM = re.compile(rf"{_GIVE}(?P<who>.+?)(?: (?:lam|phu trach|thuc hien|nhan|di|nhe|nha|thay))*[ .!]*")
"""Folded words, the whole of what names who gets the task."""


def line(row: Decline, item: ItemView, by: PersonView | None) -> str:
    return f"{item.key} {item.short_name}: {named(by)} xin không nhận từ {short_day(row.at.date())}, “{cut(row.reason, 80)}”"


def label(item: ItemView, by: PersonView | None) -> str:
    return f"{item.key}: {named(by)} xin không nhận"


def give_label(item: ItemView) -> str:
    return f"{item.key}: giao người khác"


def keep_label(item: ItemView, by: PersonView | None) -> str:
    return f"{item.key}: {named(by)} vẫn làm"


def cancel_label(item: ItemView) -> str:
    return f"{item.key}: hủy"


def cancels(item: ItemView) -> str:
    """What picking that is as if it were typed."""
    return f"hủy {item.key}"


def put_before(item: ItemView, reason: str, by: PersonView | None, reader: PersonView) -> str:
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Kính gửi"
    return (
        f"{opening} {you(reader)}: {named(by)} xin không nhận {item.key} “{item.short_name}”; lý do: “{cut(reason, 300)}”.\n"
        f"Việc và hạn giữ nguyên khi chưa có ý kiến. Trả lời: GIAO {item.key} CHO + tên, KHÔNG ĐỒNG Ý + ý kiến, "
        f"hoặc HỦY {item.key} + lý do"
    )


def gone_on(item: ItemView, row: Decline, by: PersonView | None, reader: PersonView) -> str:
    """To who was asked to decide: nothing waits any more."""
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Kính gửi"
    return (
        f"{opening} {you(reader)}: {named(by)} nhận làm tiếp {item.key} {item.short_name}. "
        f"Việc xin không nhận (gửi {short_day(row.at.date())}) không còn chờ ý kiến."
    )


def waits_no_more(item: ItemView) -> str:
    """The same to who has gone on with it."""
    return f"Việc xin không nhận {item.key} không còn chờ ý kiến."


def to_whom(item: ItemView) -> str:
    return f"Giao {item.key} {item.short_name} cho ai? Chưa thay đổi gì. Chọn, hoặc gửi tên."


def put_off() -> str:
    return "Chưa thay đổi gì. Xem lại: DUYỆT."


def kept(item: ItemView, owner: PersonView | None, words: str, *, reached: bool) -> str:
    said = f" Ý kiến: “{cut(words, 200)}”." if words else ""
    knows = f" Đã báo {named(owner)}." if reached else ""
    return f"Đã ghi: {item.key} {item.short_name} vẫn do {named(owner)} phụ trách.{said}{knows}"


def told(item: ItemView, by: str, words: str, owner: PersonView) -> str:
    said = f"\nÝ kiến: “{cut(words, 300)}”." if words else ""
    return (
        f"{capital(by)} chưa đồng ý việc xin không nhận {item.key} {item.short_name}; việc và hạn giữ nguyên.{said}\n"
        f"Đề nghị {you_short(owner)} cập nhật tiến độ. Ví dụ: {item.key} đang làm, đã trình dự thảo"
    )


def decided_before(item: ItemView, row: Decline, by: PersonView | None) -> str:
    what = {
        "refused": f"{named(by)} đã giữ nguyên người phụ trách",
        "granted": f"{named(by)} đã giao người khác hoặc dừng việc",
        "withdrawn": "người phụ trách đã làm tiếp",
    }.get(row.state, "đã có nội dung khác thay")
    return f"Việc xin không nhận {item.key} {item.short_name}: {what}."
