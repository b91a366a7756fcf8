"""The words of /sua."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import you_short
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import nothing_to_correct, sample_now
from handlers.texts.situation.short import figure

CORRECT = "sửa"

CORRECTS = re.compile(
    r"^(?:em |xin |cho em )?(?:sửa|sua|đính chính)(?: lại| lai)?(?: là| thành)?[: ]+", re.IGNORECASE
)
"""With what a remark begins that replaces the one before."""


def sent_last(person: PersonView, newest: Sequence[Standing]) -> str:
    if not newest:
        return nothing_to_correct(person)
    lines = [f"Số {you_short(person)} gửi gần nhất:"]
    for one in newest:
        period = period_words(one.figure.period) if one.figure else ""
        lines.append(f"- {one.item.key} {one.item.short_name}, {period}: {figure(one)}")
    first = newest[0]
    lines.append(f"Đề nghị trả lời SỬA + tên + số đúng. Ví dụ: SỬA {sample_now(first)}")
    return "\n".join(lines)
