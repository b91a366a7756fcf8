"""Who is pressed is named in front, in a clause of its own: folded words with "@" for people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.ward_view import PersonView
from handlers.texts.common import named

CLAUSES = re.compile(r"\s*(?:[,;\n](?!\d)|[.!](?=\s|$))\s*")
_FILLERS = r"(?:con|voi|va|cung|thi|ben|van|em|nay|hom nay|the|vay|roi|a|nhi|co|ay|chac|lai|tuan nay|thang nay|ky nay|may hom nay|tu hom qua)"
_SILENT = (
    r"(?:(?:k|ko|kg|khong|chua|chang|van chua)(?: (?:thay|co|chiu|nghe|he))*"
    r"(?: (?:tra loi|gui|nop|bao cao|bao|phan hoi|noi|xem|doc|dong|tin|so|so lieu|gi|ca|het|may|thay|dau|ra|han))*"
    r"|im (?:re|lang|thin thit|hoi)|cham|tre|con no|lau qua|quen|tre han)"
)
NAMES = re.compile(rf"(?:(?:{_FILLERS}|@|{_SILENT})[ ]*)+")
_THEM = (
    r"(?:(?:ca )?(?:\d|hai|ba|bon|may|nhung|cac)? ?(?:nguoi|anh|chi|anh chi|dong chi|d/c|ong|ba|co|chu|em|a|c|dua|ho)"
    r"(?: (?:do|ay|nay|tren|kia))?|ho)"
)
PRESSES = re.compile(
    rf"(?:(?:thi|nen|em|chi|anh|nho|hay|lai|cu)[ ]+)*(?:nhac(?: nho| tin)?|nhan(?: tin)?|giuc|don doc|goi)"
    rf"(?: (?:lai|nhe|giup|ho|gium|dum|luon|ngay|cho|gap|them))*(?: {_THEM})?(?: (?:lai|mot|1|them|lan|nua|hai|2|3|ba|phat|cai|tieng|nop|gui|so|so lieu))*"
    r"(?: (?P<until>(?:truoc|han|trong|den|cham nhat) .{2,30}?))?(?: (?:giup|ho|gium|dum|di|nhe|nha|luon|voi|chi|em|toi|minh|anh|a|c|ngay|gap|cai|phat))*"
)
ALSO = re.compile(
    r"(?:(?:cho|bao|de|noi|nhan|gui|va|thong bao|ca|cung|luon|voi|cc|biet|nam|duoc|nhe|nha|di|cho biet|ban sao|kem|them|nua|chi|anh) *|@ *)+"
)
GENTLY = re.compile(
    r"(?:(?:nhe nhang|lich su|te nhi|khong gat|dung gat|kheo|ti|thoi|mot chut|chut|vui ve|nhe|nha|giup|em|a) *)+"
)


def not_told(also: Sequence[PersonView]) -> str:
    """Pressing goes to who owes alone."""
    return f"Trợ lý không gửi bản sao lời nhắc; chưa báo {', '.join(named(one) for one in also)}."
