"""How a leader demands an explanation in a sentence of his own, without the command in front."""

from __future__ import annotations

import re

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import cut, named

EXPLAINS = re.compile(
    r"(?:\b(?:phai|can|hay|lam|bao cao|co|mau|khan truong)[ ]+)*\bgiai trinh\b"
    r"(?P<urges>(?:[ ]+(?:di|ngay|gap|som|luon|ro|cu the|cho|voi|toi|minh|nhe|nha|xem|nhanh|lai|bang|van ban|bao cao))*)"
    r"(?: (?:ve|viec|vu|cho|cua|chi tieu|nhiem vu|muc))*"
)
"""Folded words of the demand."""
EXPLAIN_ALONE = re.compile(
    r"(?:^|(?<=[.!?;\n]) *)giai thich(?P<urges>(?: (?:di|ngay|ro|xem|nao|som|gap|cho|toi|anh|chi|minh|nhe|nha|nghe|coi))*)[ .!]*$"
)
""" "… hàng rong tràn lan. Giải thích.": a sentence of its own."""
ASKS = re.compile(
    r"(?:^|(?<=[\s,;.!?]))(?:(?:toi|minh) )?(?:yeu cau|de nghi|bao|nhac|chi dao|cho|goi)(?P<who>(?: [^,;.!?]*)?)$"
)
"""Folded words in front of it that ask somebody."""
CLAUSE = re.compile(r"(?:^|[,;.!?])\s*(?P<who>[^,;.!?]*)$")
"""The clause in which the demand stands."""
COMPLAINS = re.compile(
    r"\bsao\b|\b(?:thap|cham|tut|giam|kem|lau|it|hut|thieu|te|yeu|tre|chua|qua han|khong dat)\b|\bthe nay\b|\bkieu gi\b"
)
"""Folded words that are not content with how something stands."""
OTHERWISE = re.compile(
    r"\b(?:da|chua|khong|ko|khoi|thoi|dang|se|xem|doc|nghe|noi dung|ban|y kien|ly do|sau|truoc) +giai trinh\b"
    r"|\b(?:bo|huy|rut(?: lai)?|thu hoi|khong can|khoi)\b(?: \w+){0,4} giai trinh\b"
    r"|\bgiai trinh\b.*\b(?:chua|roi|duoc khong|the nao|ra sao|hop ly|hay khong|bao gio|khach quan)\b[ ?.!]*$"
    r"|\b(?:ai|nhung ai|may nguoi|bao nhieu)\b.*\bgiai trinh\b"
)
"""Folded words that ask about an explanation, or speak of one that is there."""
ASKS_WHETHER = re.compile(r"\bgiai trinh\b(?: [^,;]{0,40})? (?:chua|roi (?:a|chu|phai khong))[ ?.!]*$")
"""Folded words that ask whether it was explained."""
UNTIL = re.compile(r"\b(?:truoc|cham nhat|han|den|trong)\b")
"""In front of the day, in folded words."""
EMPTY = re.compile(r"\b(?:vu|viec|muc|chi tieu|nhiem vu|ve|cho|cua|nay|do)\b")
"""Folded words beside an item that say nothing of it."""
AROUND = " ,.;:!?-–"


def not_his(item: ItemView, owner: PersonView, said: str) -> str:
    """To who demands it of somebody who is not in charge of the item."""
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách, không phải {cut(said, 40)}; "
        "chưa gửi yêu cầu giải trình đến ai."
    )


def ask_owner(owner: PersonView) -> str:
    return f"Yêu cầu {named(owner)} giải trình"


def see(item: ItemView) -> str:
    return f"Xem {item.key}"


def which(said: str) -> str:
    who = f" của {cut(said, 40)}" if said else ""
    return f"Yêu cầu giải trình mục nào{who}? Chưa gửi đến ai. Kính đề nghị đồng chí chọn, hoặc gửi: GIẢI TRÌNH + tên đầu việc"
