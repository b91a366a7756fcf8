"""How the clerk says that somebody is to hand something in to her: folded words."""

from __future__ import annotations

import re
from datetime import date

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import named
from handlers.texts.numbers import short_day

_WHO = (
    r"(?P<who>(?:(?!\b(?:da|vua|moi|hen|hua|noi|bao|ai|chua|khong|ko|k)\b).){4,50}?)"
    r" (?:(?:phai|nho|can|se|thi|hay) )*"
)
_WHAT = r"(?P<what>(?!.*(?:\?|\b(?:chua|roi|xong|khong|ko|k|den dau)\b)).{4,90}?)"
_ME = r"(?:em|e|minh|toi|chi|van phong|vp|ben em)"
_GOES_ON = (
    r"(?: (?:de|con|kip|tong hop|lam|ghep|lap|bao cao|bc|trinh|gui|sep|thanh pho|tp|nhe|nha|a|voi|nhen|nghen|day"
    r"|ct|chu tich|lanh dao|cap tren|tinh|so|dang uy|in|ky|soan|viet|len|em|e|minh|luon))*[ .!]*"
)
HANDED_IN = (
    re.compile(
        rf"{_WHO}(?P<deed>nop|gui|dua|chuyen|trinh)(?: (?:lai|cho em|giup))* {_WHAT} (?:cho|ve|len|qua) {_ME}{_GOES_ON}"
    ),
    re.compile(
        rf"{_WHO}(?P<deed>nop|gui|dua|chuyen)(?: (?:lai|cho|giup|ve))* {_ME} {_WHAT}(?:,? de {_ME}{_GOES_ON}|[ .!]*$)"
    ),
)
""" "Thứ 5 chị Mai nộp tỉ lệ hồ sơ trực tuyến 11 tháng cho em tổng hợp", "anh Sơn gửi em danh sách để em ghép"."""
BESIDE_DAY = re.compile(
    r"(?:(?:sang|trua|chieu|ngay|truoc|cham nhat|muon nhat|den|toi|vao|la|thi|han|trong|thoi|a|em|oi|nho|nhac|bao|va|tuan nay|@)[ ,.:]*)*"
)
"""Beside the day and who it is, with "@" for him."""
BARE_WEEKDAY = re.compile(r"(?:(?<=\bsang )|(?<=\btrua )|(?<=\bchieu ))(?=[2-7] )")
WEEKDAY = "thứ "
"""In front of the "4" of "chiều 4"."""
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
