"""The words about what was missing of a result and is sent now."""

from __future__ import annotations

import re

from db.item_view import ItemView
from handlers.texts.common import cut

SUPPLIES = re.compile(r"\b(?:bo sung|nop them|gui them|gui bu|nop bu)\b")
"""Folded words of who sends what was missing."""
SAYS_MORE = re.compile(
    r"\b(?:xong|hoan thanh|chua|khong|vuong|gia han|se|dang|hen|ai|gi|nao|tra lai|giai trinh)\b|\?"
)
"""Folded words that make it something else: a result, a promise, a question."""
DONE, MORE = "Đã đủ, báo hoàn thành", "Chưa đủ, còn gửi tiếp"


def is_it_all(item: ItemView, missing: str | None) -> str:
    """To who sends what was missing: nobody has heard of it yet."""
    lacked = f" để bổ sung: {cut(missing, 150)}" if missing else ""
    return (
        f"{item.key} {item.short_name} được trả lại{lacked}. Đã bổ sung đủ chưa? Chưa báo người xác nhận.\n"
        f"Khi đủ, trả lời: {item.key} xong"
    )
