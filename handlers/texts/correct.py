"""The words of /sua."""

from __future__ import annotations

from collections.abc import Sequence

from db.ward_view import PersonView
from handlers.standing import Standing
from handlers.texts.common import capital, you_short
from handlers.texts.report import period_words, sample
from handlers.texts.situation import figure

CORRECT = "sửa"


def sent_last(person: PersonView, newest: Sequence[Standing]) -> str:
    if not newest:
        return f"{capital(you_short(person))} chưa gửi số liệu nào để sửa. Gửi mới: tên chỉ tiêu + số, ví dụ BHXH 201"
    lines = [f"Số {you_short(person)} gửi gần nhất:"]
    for one in newest:
        period = period_words(one.figure.period) if one.figure else ""
        lines.append(f"- {one.item.key} {one.item.short_name}, {period}: {figure(one)}")
    first = newest[0]
    value = first.figure.value if first.figure else None
    lines.append(f"Đề nghị trả lời SỬA + tên + số đúng. Ví dụ: SỬA {sample(first.item, value)}")
    return "\n".join(lines)
