"""How it is said that an item goes to somebody else from a day on, and what is asked."""

from __future__ import annotations

import re
from datetime import date

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import named
from handlers.texts.numbers import day as day_words

CLAUSES = re.compile(r"\s*[,;\n](?!\d)\s*|[.!]\s+")
DOCUMENT = re.compile(
    r"\b(?:(?:theo|can cu) )?(?:qd|quyet dinh|tb|thong bao|cv|cong van|ct)(?: so)? \d[\w/.-]*(?:(?: ngay)? \d{1,2}/\d{1,2}(?:/\d{4})?)?"
)
"""By which paper, in folded words."""
FROM = re.compile(
    r"\b(?:(?:ke|bat dau) )?tu (?:ngay )?(?=(?P<month>thang )?\d|hom nay\b|(?:ngay )?mai\b|thu (?:\d|hai|ba|tu|nam|sau|bay)\b)"
)
FROM_NOW = re.compile(r"\b(?:(?:ke|bat dau) )?tu (?:nay|gio|bay gio)\b(?: tro di| ve sau)?")
MONTH = re.compile(r"tháng|thang", re.IGNORECASE)
TO = re.compile(
    r"\b(?:sang|cho|qua|ve|thanh)(?: cho)? @|\b(?:do|de|la|gio) @|@ (?:se )?(?:phu trach|lam|theo doi|lo|nhan|dam nhan|chu tri|quan ly)"
)
"""Folded words with "@" for people: who takes it."""
TO_ME = re.compile(
    r"(?P<gives>\b(?:giao|chuyen|de)(?: (?:giao|lai|het|luon))* (?:cho|sang|qua) )(?:em|e|minh|toi)\b"
)
"""The same of who speaks."""
KNOWN = frozenset(
    """
    chuyen giao ban doi de thay sang cho qua ve tu do nay la gio phu trach lam theo doi dam nhan lo quan ly chu tri thoi nua
    nha nhe em chi a c e minh giup ho gium luon di nguoi ten viec dau nhiem vu mang phan cai ghi khong con xin roi thi va
    voi ke bat ngay tam chi tieu se het lai thanh ca phan cong chinh thuc @
    """.split()  # noqa: SIM905
)
"""All that such a clause says beside the item, the people, the day and the paper."""


def asked(item: ItemView, owner: PersonView | None, taker: PersonView, when: date | None, paper: str) -> str:
    who = f"{named(owner)} → {named(taker)}" if owner is not None else named(taker)
    since = f", từ {day_words(when)}" if when is not None else ""
    by = f", {paper}" if paper else ""
    return f"Đổi người phụ trách {item.key} {item.short_name}: {who}{since}{by}. Chưa ghi, chưa gửi đến ai. Đề nghị chọn:"


def from_day(taker: PersonView, when: date) -> str:
    return f"Bàn giao cho {named(taker)} từ {day_words(when)}, hai bên xác nhận"


def hands_over(item: ItemView, taker: PersonView, when: date) -> str:
    """What the choice is as if it were typed."""
    return f"/bangiao {item.key} cho {taker.name} từ {when:%d/%m/%Y}"


def at_once(taker: PersonView) -> str:
    return f"Phân công {named(taker)} từ hôm nay"
