"""The words when a leader is not content with an explanation, or takes back that he asked for one."""

from __future__ import annotations

import re

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import cut, named, you, you_short

NOT_OBJECTIVE = "không khách quan"
AGAIN, DENY = "Yêu cầu giải trình lại", "Không ghi nhận khách quan"
_WHAT = r"(?:ly do|giai trinh|noi dung|nguyen nhan|cach giai thich|nhu (?:vay|the)|the nay|the)"
_NOT = (
    r"(?:chua|khong|ko)(?: (?:duoc|the|he|co))? ?(?:thuyet phuc|dat|ro|ro rang|hop ly|on|chap nhan(?: duoc)?|du|day du|thoa dang|"
    r"dong y|nhat tri|cu the|dung|duoc|xac dang)"
)
REJECTS = re.compile(
    rf"(?:(?:toi|minh|t) )?(?:(?:{_WHAT})(?: (?:nay|do|vay|the|nhu vay|nhu the))? {_NOT}(?: (?:lam|dau|nhe|a))*"
    rf"|(?:khong|chua|ko) (?:dong y|nhat tri|chap nhan|tan thanh)(?: voi| duoc)* {_WHAT}(?: (?:nay|do|vay|cua \w+(?: \w+)?))*"
    rf"|(?:yeu cau |de nghi )?(?:giai trinh|bao cao|noi|lam|viet)(?: ro)? lai(?: (?:cho )?(?:ro|di|cu the|hon|nhe|them))*)"
)
"""Folded words, the whole of a message, of who is not content with an explanation."""
TAKES_BACK = re.compile(
    r"(?:(?:toi|thoi)[ ,]+)?(?:bo|huy|rut|thu hoi|khong can|khoi)(?: (?:viec|cai))?(?: (?:yeu cau|de nghi))?(?: phai)? giai trinh"
    r"(?: (?:nua|di|nhe))*(?: (?:ve |cho |cua |muc )?(?P<what>(?!(?:nua|di|nhe)$)\S.*?))?(?: (?:nua|di|nhe))*"
)
"""Folded words, the whole of a message, that take back a request for an explanation."""


def more_wanted(words: str) -> str:
    """What the one who explained reads of it."""
    return f"lại: {cut(words, 80)}"


def see(item: ItemView) -> str:
    return f"Xem {item.key}"


def what_then(item: ItemView, words: str, reader: PersonView) -> str:
    return (
        f"“{cut(words, 80)}” về giải trình {item.key} {item.short_name}: chưa ghi, chưa gửi đến ai. "
        f"Kính đề nghị {you_short(reader)} chọn:"
    )


def take_back(item: ItemView) -> str:
    """What a choice says for who takes the request for one item back."""
    return f"Bỏ yêu cầu giải trình {item.key}"


def which() -> str:
    return "Bỏ yêu cầu giải trình mục nào? Chưa thay đổi gì. Đề nghị chọn:"


def nothing_waits() -> str:
    return "Không có yêu cầu giải trình nào của đồng chí đang chờ trả lời ở mục này; không thay đổi gì."


def withdrawn(item: ItemView, of: PersonView | None, *, reached: bool) -> str:
    knows = f" Đã báo {named(of)}." if reached else ""
    return f"Đã bỏ yêu cầu giải trình {item.key} {item.short_name}.{knows}"


def told_withdrawn(item: ItemView, by: PersonView) -> str:
    return f"{you(by)[:1].upper()}{you(by)[1:]} bỏ yêu cầu giải trình {item.key} {item.short_name}; không cần trả lời."
