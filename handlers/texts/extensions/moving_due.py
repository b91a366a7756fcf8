"""The words of a deadline that is moved: "sửa hạn NV-006 30/11", "NV-007 hạn mới là 30/11"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import named

MOVES = re.compile(
    r"(?:(?:em|toi|xin|xin phep|(?:kinh )?de nghi|cho|nho) )*"
    r"(?:(?:sua|chinh|chinh sua|dieu chinh|dat|an dinh|thay doi|doi|chuyen|day|lui|cap nhat) )?(?:lai )?"
    r"(?:thoi )?han(?: (?:chot|nop|moi|xong|hoan thanh|thuc hien|cua|cho|la|den|toi|sang|thanh|vao|ngay|lai))*"
    r"[ :,.-]*(?P<why>(?:do|vi|ly do|tai)\b.+)?"
)
"""Folded words around an item and a day that move its deadline; they say nothing else but why."""


def no_own_due(item: ItemView, deciders: Sequence[PersonView]) -> str:
    """A task that is asked about every period has no day that could be moved."""
    who = named(deciders[0]) if deciders else "lãnh đạo phụ trách"
    return (
        f"{item.key} {item.short_name} không có hạn riêng, được hỏi tiến độ từng kỳ; trợ lý chưa ghi gì.\n"
        f"Hạn do {who} đặt bằng tin nhắn, ví dụ: ĐÔN ĐỐC {item.key} xong trước 30/11"
    )
