"""The words of the list of estimates."""

from __future__ import annotations

from collections.abc import Sequence

from db.ward_view import WardView
from handlers.standings.standing import Standing
from handlers.texts.common import capital
from handlers.texts.numbers import count
from handlers.texts.situation.short import short_item

LISTED = 20


def estimates(scope: str, rows: Sequence[Standing], ward: WardView) -> str:
    """One line for each, with who can give the official number."""
    if not rows:
        return f"{capital(scope)}: trong số mới nhất của các chỉ tiêu, không có số nào ghi là số ước."
    lines = [f"{capital(scope)}: {count(len(rows))} chỉ tiêu có số mới nhất là số ước."]
    lines += [f"- {short_item(one, ward)}" for one in rows[:LISTED]]
    lines += [f"- … và {count(len(rows) - LISTED)} chỉ tiêu khác."] if len(rows) > LISTED else []
    return "\n".join([*lines, f"Nhập số chính thức: {rows[0].item.key} + số"])
