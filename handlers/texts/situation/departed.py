"""The words about somebody who has left the ward."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.texts.acting import answers
from handlers.texts.common import capital, named
from handlers.texts.numbers import count, short_day
from handlers.texts.situation.asked import ASKS

SHOWN = 6
ASKS_OR_ORDERS = re.compile(
    rf"{ASKS.pattern}|^(?:giao|yeu cau|yc|de nghi|bao|nhac|giuc|don doc|phan cong|chi dao|tinh hinh|viec|nhiem vu)\b|\bphai\b"
)


def has_left(
    person: PersonView, day: date | None, items: Sequence[ItemView], ward: WardView, *, assigns: bool
) -> str:
    """Since when, and who answers now for what he had."""
    since = f" từ {short_day(day)}" if day else ""
    lines = [
        f"{capital(named(person))} ({person.name}) đã thôi công tác{since}; không giao, không nhắc được nữa."
    ]
    if items:
        lines.append(f"Việc trước đây, nay do ({count(len(items))}):")
        lines += [f"- {item.key} {item.short_name}: {answers(item, ward)}" for item in items[:SHOWN]]
        lines += [f"- … và {count(len(items) - SHOWN)} mục khác."] if len(items) > SHOWN else []
    free = [item for item in items if item.owner_id is None]
    if free:
        lines.append(
            f"Giao lại: {f'PHÂN CÔNG {free[0].key}' if assigns else f'GIAO {free[0].key} CHO'} + tên"
        )
    lines.append("Giao việc mới: GIAO + người khác + việc + hạn")
    return "\n".join(lines)
