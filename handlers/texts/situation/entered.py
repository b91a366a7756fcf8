"""What somebody has entered himself, for others too: how it is asked for, what is answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.workdays import local
from db.item_view import ItemView
from db.models import Figure, Progress
from db.ward_view import PersonView, WardView
from handlers.texts.common import capital, named, you_short
from handlers.texts.numbers import count, hour, weekday_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import figure_words

SHOWN = 15
_SELF = r"(?:em|e|toi|minh|chi|anh|van phong)"
_ENTERS = r"(?:nhap|ghi|gui|bao|cap nhat)(?: (?:thay|ho|giup|gium|vao|duoc|lai))*"
_WHAT = r"(?:nhung gi|gi|cai gi|may muc|bao nhieu muc|muc nao|nhung muc nao|so nao|nhung so nao|(?:thay |ho |cho )*(?:nhung )?ai|cho ai)"
ASKED = re.compile(
    rf"(?:.*\b)?(?:(?:hom nay|hom qua|sang nay|nay|tu sang|tu sang den gio) )?(?:{_SELF} )?(?:(?:da|vua|moi) )+{_ENTERS} {_WHAT}"
    r"(?: (?:roi|r|the|vay|a|nhi|em|chi|hom nay|hom qua|sang nay|nay|luc nay|vua roi))*"
    rf"|(?:.*\b)?(?:hom nay|hom qua|sang nay) {_SELF} (?:da |vua |moi )*{_ENTERS} {_WHAT}(?: (?:roi|r|the|vay|a|nhi))*"
)
"""Folded words that ask what who asks has entered."""
YESTERDAY = re.compile(r"\bhom qua\b")


def entered(
    day: date, rows: Sequence[tuple[ItemView, Figure | Progress]], reader: PersonView, ward: WardView
) -> str:
    """The figures and reports that who asks entered on a day, each with the hour and for whom."""
    if not rows:
        return f"{capital(weekday_day(day))}: chưa có số liệu, tiến độ nào do {you_short(reader)} nhập.\nNhập thay: NHẬP THAY + tên người + số liệu"
    lines = [f"{capital(weekday_day(day))}, {you_short(reader)} đã nhập {count(len(rows))} mục:"]
    lines += [_line(item, row, reader, ward) for item, row in rows[-SHOWN:]]
    if len(rows) > SHOWN:
        lines.append(f"… và {count(len(rows) - SHOWN)} mục trước đó.")
    lines.append("Sửa: SỬA + tên chỉ tiêu + số đúng")
    return "\n".join(lines)


def _line(item: ItemView, row: Figure | Progress, reader: PersonView, ward: WardView) -> str:
    owner = ward.people.get(row.person_id or 0)
    whom = f" (thay {named(owner)})" if owner is not None and owner != reader else ""
    said = figure_words(row, item.target_on(row.as_of)) if isinstance(row, Figure) else "tiến độ"
    period = f", {period_words(row.period)}" if row.period else ""
    return f"- {hour(local(row.at).time())}: {item.key} {item.short_name}{period}: {said}{whom}"
