"""The words of a deadline that is moved: "sửa hạn NV-006 30/11", "NV-007 hạn mới là 30/11"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import named
from handlers.texts.numbers import deadline, short_day

_MOVES = r"(?:sua|chinh|chinh sua|dieu chinh|dat|an dinh|thay doi|doi|chuyen|day|lui|rut|rut ngan|cap nhat)"
_BESIDE = (
    r"(?:chot|nop|moi|xong|hoan thanh|thuc hien|cua|cho|la|con|den|toi|sang|qua|ve|xuong|thanh|vao|ngay|lai|thoi|som|them"
    r"|vu|viec|nhiem vu|chi tieu|nhe|nha|a|di|em|toi|xin)"
)
MOVES = re.compile(
    r"(?:(?:em|toi|xin|xin phep|(?:kinh )?de nghi|cho|nho) )*"
    rf"(?:{_MOVES} )?(?:lai )?(?:thoi han|han|deadline|dl)(?: {_MOVES})?(?: {_BESIDE})*(?: {_MOVES})?(?: {_BESIDE})*"
    r"[ :,.-]*(?P<why>(?:do|vi|ly do|tai)\b.+)?"
)
"""Folded words around an item and a day that move its deadline; they say nothing else but why."""
ASKS = re.compile(r"\?|\b(?:nao|bao gio|phai khong|the nao)\b")
"""Folded words that ask when something is due."""
OLD_DAY = re.compile(
    r"\b(?:dang )?tu (?:ngay )?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})? (?=.*\b\d{1,2}[/-]\d{1,2}\b|.*\b(?:thu|cuoi|het)\b)"
)
"""Folded words for the deadline that is given up: "từ 20/11 đổi thành 20/12"."""


def no_own_due(item: ItemView, deciders: Sequence[PersonView]) -> str:
    """A task that is asked about every period has no day that could be moved."""
    who = named(deciders[0]) if deciders else "lãnh đạo phụ trách"
    return (
        f"{item.key} {item.short_name} không có hạn riêng, được hỏi tiến độ từng kỳ; trợ lý chưa ghi gì.\n"
        f"Hạn do {who} đặt bằng tin nhắn, ví dụ: ĐÔN ĐỐC {item.key} xong trước 30/11"
    )


def earlier(item: ItemView, due: datetime, deciders: Sequence[PersonView], day: date) -> str:
    """An earlier day is no request for more time: who decides sets it."""
    who = named(deciders[0]) if deciders else "lãnh đạo phụ trách"
    return (
        f"{item.key} {item.short_name} có hạn {deadline(due)}; chưa thay đổi gì.\n"
        f"Hạn sớm hơn do {who} đặt bằng tin nhắn, ví dụ: {item.key} HẠN MỚI {short_day(day)}"
    )
