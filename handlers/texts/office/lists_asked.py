"""Lists that the clerk asks for in her own words, folded: tasks without a day, who has not sent, what the chair waits for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named
from handlers.texts.numbers import count

_NOT = r"(?:chua|khong|ko|k|hong|chua thay|khong thay)"
_TASKS = r"(?:viec|nhiem vu|nv|dau viec|muc|cong viec)"
_ASKED = r"(?:(?:co|con|nhung|cac|may|xem|cho (?:em|e|chi|toi|minh)|xin|liet ke|loc|danh sach|ds|giup|hoi|bao nhieu|em|e|chi|a|cai|list)[ ,]+)*"
UNDATED = re.compile(
    rf"{_ASKED}{_TASKS} (?:nao |gi )?(?:(?:ma|con|dang|thi|van) )*{_NOT} (?:co |dat |ghi |ro |giao )*(?:han|thoi han|deadline|ngay xong|thoi gian)(?: (?:nop|xong|hoan thanh|cu the))?"
    r"(?P<tail>[ ,.]*(?:(?:thi|hay|nho) )*(?:(?:liet ke|loc|ke|dua|cho|gui|xem|de|trinh|em|e|chi|giup|ra|ho|a|nhe|nha|vay|khong|ko|nao|co|may|bao nhieu)\b[ ,.?]*.{0,60})?)[ ?.!]*"
)
""" "Việc nào chưa có hạn, liệt kê em trình Chủ tịch"."""
_LIST = r"(?:list|ds|dsach|danh sach|bang|ten|nhung (?:ai|nguoi))"
NOT_SENT = re.compile(
    rf"(?:(?:cho|xin|gui|dua|nho|em|e|chi|minh|toi|giup|loc|lay|keo|in|cai|liet ke|ra|ho|a)[ ,]+)*(?:cai |ban )?{_LIST}"
    r"(?: (?:cac|nhung|may|tat ca))* (?:ai|nguoi|don vi|dong chi|can bo|phong|anh em|anh chi em)(?: nao)?(?: (?:con|ma|van|dang))* (?:chua|no|thieu)(?: (?:gui|nop|bao cao|bao|co))*"
    r"(?: (?:so lieu|so|bc|bao cao|bai|sl))*(?P<when> (?:ky |cua )*(?:t|thang |quy )\d{1,2}(?:/\d{4})?| (?:thang|ky|quy) (?:nay|truoc))?"
    r"(?:[ ,.]+(?:de|cho|em|e|chi|goi|nhac|giup|tung|nguoi|mot|lai|di|nhe|nha|a|voi|ho|roi|dien|doc|don doc)\b)*[ .?!]*"
)
""" "Cho em xin cái list ai chưa gửi số t11 để gọi từng người"."""
_WAITS = r"(?:doi|can|giuc|goi|bao nop|yeu cau|keu|muon|lay|xin)"
SUMMED_UP = re.compile(
    r"(?:(?:a|em|oi|gap|gio|hom nay|chieu nay|sang nay|chi)[ ,]+)*(?:sep|chu tich|ct|pct|lanh dao|anh|chi|bi thu|cap tren|tp|thanh pho|phong noi vu|hdnd)(?: \w+)?(?: (?:dang|lai|vua|moi|da))*"
    rf" {_WAITS} (?:em |gap |ngay |ban |file |cai )*(?:bao cao|bc|tong hop|so tong hop)(?: (?:ky|so lieu|tien do))*(?P<when> (?:t|thang |quy )\d{{1,2}}(?:/\d{{4}})?| (?:thang|ky|quy) (?:nay|truoc))\b"
    r"(?P<tail>(?!.*\b(?:ve|cua|mang|(?:nop|gui|xong|co) chua)\b).{0,90})"
)
""" "Sếp đòi báo cáo tháng 11 Word với Excel trước 10h, còn thiếu gì không"."""
SHORT_MONTH = re.compile(r"\bt(?=\d)")
AS_WORD = re.compile(r"\bword\b")
MISSING = re.compile(r"\b(?:thieu|chua co|chua gui|chua nop|con no|sot)\b")
SHOWN = 6


def month(said: str) -> str:
    """ "t11" as a period is named."""
    return SHORT_MONTH.sub("thang ", said).strip()


def undated(tasks: Mapping[PersonView | None, Sequence[ItemView]]) -> str:
    """The tasks without a day, by who is in charge, and who sets one."""
    rows = [
        f"- {capital(named(owner)) if owner is not None else 'Chưa phân công'} ({count(len(mine))}): {_listed(mine)}"
        for owner, mine in tasks.items()
    ]
    total = sum(map(len, tasks.values()))
    if not total:
        return "Mọi nhiệm vụ trong kế hoạch đều đã có hạn."
    return "\n".join(
        [
            f"{count(total)} nhiệm vụ chưa có hạn riêng:",
            *rows,
            "Hạn do lãnh đạo phụ trách đặt bằng tin nhắn, ví dụ: ĐÔN ĐỐC + mã + xong trước + ngày",
        ]
    )


def _listed(items: Sequence[ItemView]) -> str:
    more = f"; … và {count(len(items) - SHOWN)} việc khác" if len(items) > SHOWN else ""
    return "; ".join(f"{one.key} {one.short_name}" for one in items[:SHOWN]) + more
