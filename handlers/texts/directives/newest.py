"""How a leader speaks of the order that he gave last; folded words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.ward_view import PersonView
from handlers.texts.common import named, you

_KIND = r"(?:viec|vu|cai|chi dao|nhiem vu|lenh|noi dung|dau viec|y kien)"
_ME = r"(?:toi|anh|chi|minh|tui|chu|co)"
NEWEST = re.compile(
    rf"\b(?:(?:{_KIND} )+(?:ma )?(?:{_ME} )?(?:vua|moi)(?: (?:nay|xong|tuc thi))*(?: (?:giao|ra|noi|phan cong|chi dao|ban hanh))?(?: (?:xong|roi|nay|day|ay|do))*"
    rf"|(?:{_KIND} )+(?:(?:luc|hoi|ban|khi) nay|sang nay)(?: {_ME})?(?: (?:giao|noi|chi dao))?|(?:vua|moi) giao(?: (?:xong|roi|day))*)"
    r"(?: (?:cho )?(?:(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c) )?(?P<who>\w+))?"
)
"""What was ordered last, and to whom."""
WITHDRAWS = re.compile(
    r"\b(?:huy|thoi(?! (?:han|gian|diem|ky))|khoi|bo|rut(?! ngan)|thu hoi|xoa|go|dung(?: lai)?(?= (?:viec|cai|chi dao|lenh|nhiem))"
    r"|(?:khong|ko|k) (?:can|phai|giao|lam)(?: lam)?(?: nua)?)\b"
)
ASKS = re.compile(r"\?|\b(?:chua|the nao|ra sao|sao roi|(?:toi|den) dau)\b")
REASON = "rút lại việc vừa giao"


def none_given(reader: PersonView, to: Sequence[PersonView]) -> str:
    whom = f" cho {named(to[0])}" if to else ""
    return f"Không có việc nào {you(reader)} giao{whom} qua trợ lý mà chưa xong; không thay đổi gì, chưa gửi đến ai."
