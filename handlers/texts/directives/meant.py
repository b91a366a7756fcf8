"""What is offered to a leader in whose words neither an order nor a question was found."""

from __future__ import annotations

import re

from db.ward_view import PersonView
from handlers.texts.common import cut, named

FEWEST = 5
"""Words; what is shorter gives no work."""
ASIDE = re.compile(
    r"\b(?:khong|ko|k|chua) (?:co |can |hoi |dinh )*(?:viec |chuyen |y )?gi (?:dau|ca|het)(?: (?:a|nhe|em|nha))*$"
    r"|^(?:(?:hom nay|nhan|nhan dip|nhan ngay|nhan dip ngay|nhan dip le|sang nay|sap|\d{1,2}[/.]\d{1,2}|ngay|le|em|a)[ ,]+)*(?:xin |gui loi )?chuc\b"
    r"|^(?:(?:da|u|roi|ok|duoc|vay|thoi|tot)[ ,.!]+)*(?:cam on|ghi nhan|chuc|hoan nghenh|bieu duong|khen|co len|tot lam)\b"
)
"""How folded words begin that ask for nothing."""
AWAY = re.compile(
    r"\b(?:toi|minh|anh|chi) (?:di|nghi|vang|ban|co (?:lich )?hop)\b(?!.*\b(?:giao|cho|nho|bao)\b)"
)
"""Folded words that tell of oneself, and give nothing to anybody."""
GIVE = "Giao thành việc"
STATE = "Xem tình hình"


def which(words: str) -> str:
    said = cut(" ".join(words.split()), 120)
    return (
        f"Trợ lý chưa rõ ý đồng chí: “{said}”. Chưa ghi và chưa gửi đến ai.\n"
        "Kính đề nghị đồng chí chọn, hoặc nhắn: GIAO + người + việc + hạn."
    )


def work_of(person: PersonView) -> str:
    return f"Xem việc của {named(person)}"
