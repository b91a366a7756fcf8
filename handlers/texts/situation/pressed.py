"""The words to who asks whether he was pressed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot.domain.workdays import local
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you_short
from handlers.texts.numbers import count, moment

_I = r"(?:toi|em|minh|chau|tui)"
ASKS = re.compile(
    rf"\b(?:ai|lanh dao|chu tich|sep|van phong)\b(?: \w+){{0,3}}? (?:don doc|giuc|thuc giuc|hoi thuc|nhac(?: nho)?) {_I}\b"
    rf"|\b{_I} (?:co |da |dang )*bi (?:\w+ )?(?:don doc|giuc|nhac(?: nho)?)\b"
)
"""Folded words of the question."""
_SHOWN = 5


Pressed = tuple[datetime, PersonView | None, Sequence[ItemView]]
"""When, by whom, about what."""


def how_often(person: PersonView, rows: Sequence[Pressed]) -> str:
    """To who asks how often somebody was pressed, the newest first; the daily reminders do not count."""
    if not rows:
        return f"Trong tháng này chưa có ai đôn đốc {named(person)}. Đôn đốc: ĐÔN ĐỐC {person.name}"
    lines = [f"Trong tháng này {named(person)} được đôn đốc {count(len(rows))} lần, ngoài nhắc hạn tự động:"]
    lines += _lines(rows)
    return "\n".join([*lines, f"Đôn đốc nữa: ĐÔN ĐỐC LẠI {person.name}"])


def pressed(person: PersonView, rows: Sequence[Pressed]) -> str:
    """When, by whom and about what, the newest first."""
    who = you_short(person)
    if not rows:
        return f"Trong tuần này chưa có ai đôn đốc {who}. Đầu việc đang chờ: trả lời VIỆC."
    lines = [f"{capital(who)} được đôn đốc trong tuần này:"]
    return "\n".join([*lines, *_lines(rows), "Đầu việc đang chờ: trả lời VIỆC."])


def _lines(rows: Sequence[Pressed]) -> list[str]:
    return [
        f"- {moment(local(at))}, {named(by)}: {_about(items)}" for at, by, items in reversed(rows[-_SHOWN:])
    ]


def _about(items: Sequence[ItemView]) -> str:
    said = "; ".join(f"{one.key} {one.short_name}" for one in items[:2])
    more = f"; … và {len(items) - 2:02d} mục khác" if len(items) > 2 else ""
    return f"{said}{more}"
