"""The words with which several requests are decided in one message: "đồng ý hết, trừ NV-007"."""

from __future__ import annotations

import re

from db.ward_view import PersonView
from handlers.texts.common import you_short

CLAUSES = re.compile(r"[,;.\n]+\s*|\s+(?=(?:con|tru|ngoai tru|rieng|nhung)\b)")
EXCEPT = re.compile(r"\b(?:ngoai tru|tru)(?: ra)?\b")
REST = re.compile(
    r"\b(?:con lai|(?:cac |nhung )?(?:viec|de nghi|muc|cai|nhiem vu) (?:khac|con lai)|tat ca|toan bo|het)\b"
)
FILLERS = re.compile(
    r"\b(?:con|nhung|va|thi|rieng|la|voi|cung|deu|viec|nhiem vu|de nghi|muc|cai|cua|nhe|nha|a|di|luon|cac|toi|ok"
    r"|gia han|hai|ca|ra|lai|dau)\b"
)
AGREED = re.compile(r"(?:dong y|nhat tri|duyet|duoc|chap thuan|cho|xac nhan)")
REFUSED = re.compile(r"(?:khong|ko|k|chua)(?: (?:dong y|duyet|duoc|cho|nhat tri|chap thuan))?")
LEFT = re.compile(r"(?:de sau|de|xem sau|tinh sau|khoan|cho da|xem)")
"""Folded words, the whole of what is left of a clause."""


def one_by_one(person: PersonView) -> str:
    return (
        f"Tin nhắn nói về nhiều đề nghị, trợ lý chưa rõ ý kiến cho từng đề nghị nên chưa ghi quyết định nào. "
        f"Đề nghị {you_short(person)} chọn từng đề nghị, hoặc trả lời: ĐỒNG Ý + mã; KHÔNG ĐỒNG Ý + mã + lý do"
    )
