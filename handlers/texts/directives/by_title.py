"""The words of a change that names its item by its title."""

from __future__ import annotations

import re
from datetime import date

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import named
from handlers.texts.directives.stop import VERBS
from handlers.texts.numbers import weekday_day

CHANGES = re.compile(
    r"^(?!giao (?!lai\b)).*\b(?:tam (?:dung|hoan|ngung|gac)|dung|ngung|huy|thoi|khong (?:lam|can)|tiep tuc|(?:lam|trien khai|thuc hien) (?:tiep|lai)"
    r"|doi|chuyen|giao lai|sang cho|giao(?: cho)?(?! viec| chi tieu)|de(?= .{1,30} lam)|lui|hoan|doi han|han moi)\b"
)
"""Without one of these, folded words change nothing; "giao …" is an order."""
_KIND = r"(?:vu viec|vu|viec|nhiem vu|dau viec|chi dao|cai|muc)"
THIS = re.compile(rf"\b{_KIND} (?:nay|do|kia|ay|vua roi|tren)\b|^cai nay\b")
"""Folded words for what was spoken of last."""
NOTHING_NAMED = re.compile(
    r"(?:(?:em|toi|minh|anh|chi|a) )?(?:se )?(?:chuyen|giao|doi)"
    r"(?:(?: lai)?(?: (?:sang|qua|cho|nguoi))+(?: lai)? (?!han)| lai (?=(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c)\b))"
)
BEFORE = re.compile(rf"(?:\b{_KIND} )?$")
"""In front of the title."""
NO = "Không thay đổi"


def stop(state: str) -> str:
    return VERBS[state]


def hand(person: PersonView) -> str:
    return f"giao {named(person)} phụ trách"


def due(day: date) -> str:
    return f"đặt hạn {weekday_day(day)}"


def hands(item: ItemView, person: PersonView) -> str:
    """What the yes is as if it were typed."""
    return f"{item.key} giao {person.name}"


def sets_day(item: ItemView, day: date) -> str:
    """The same of a deadline."""
    return f"{item.key} hạn mới {day:%d/%m/%Y}"


def yes(what: str) -> str:
    return f"Đúng, {what}"


def asked(item: ItemView, owner: PersonView | None, what: str, not_his: str) -> str:
    """`not_his`: who was named as in charge, and is not."""
    known = [named(owner)] if owner is not None else []
    known += [f"không phải {not_his}"] if not_his else []
    by = f" ({', '.join(known)})" if known else ""
    return f"{item.key} {item.short_name}{by}: {what}? Chưa thay đổi gì.\nĐề nghị chọn:"


def kept(item: ItemView) -> str:
    return f"{item.key} {item.short_name} giữ nguyên."
