"""How the clerk says that somebody is to hand something in to her: folded words."""

from __future__ import annotations

import re
from datetime import date

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import named
from handlers.texts.numbers import short_day

HANDED_IN = re.compile(
    r"(?P<who>(?:(?!\b(?:da|vua|moi|hen|hua|noi|bao|ai|chua|khong|ko|k)\b).){4,50}?) (?:(?:phai|nho|can|se|thi|hay) )*(?P<deed>nop|gui|dua|chuyen|trinh)(?: (?:lai|cho em|giup))*"
    r" (?P<what>(?!.*(?:\?|\b(?:chua|roi|xong|khong|ko|k|den dau)\b)).{4,90}?)"
    r" (?:cho|ve|len|qua) (?:em|e|minh|toi|chi|van phong|vp|ben em)(?: (?:de|con|kip|tong hop|lam|ghep|lap|bao cao|bc|trinh|gui|sep|thanh pho|tp|nhe|nha|a|voi|nhen|nghen|day))*[ .!]*"
)
""" "Thứ 5 chị Mai nộp tỉ lệ hồ sơ trực tuyến 11 tháng cho em tổng hợp"."""
BESIDE_DAY = re.compile(
    r"(?:(?:ngay|truoc|cham nhat|muon nhat|den|toi|vao|la|thi|han|trong|thoi|a|em|oi|nho|nhac|bao|va|tuan nay|@)[ ,.:]*)*"
)
"""Beside the day and who it is, with "@" for him."""
PAPER = re.compile(
    r"\b(?:danh sach|ds|ho so|bieu|bang|bao cao|bc|ke hoach|van ban|to trinh|file|ban|minh chung|anh)\b"
)


TOMORROW = "mai"


def order(deed: str, what: str, due: str) -> str:
    """As an order is worded."""
    return f"{deed} {what}, hạn {due}"


def has_own_due(item: ItemView, owner: PersonView | None, day: date) -> str:
    who = f" do {named(owner)} phụ trách," if owner is not None else ""
    return (
        f"{item.key} {item.short_name}{who} gửi theo kỳ báo cáo; trợ lý chưa ghi gì, chưa nhắc ai. "
        f"Cần trước {short_day(day)}, nhắn: NHẮC + tên + gửi {item.short_name} + trước {short_day(day)}"
    )
