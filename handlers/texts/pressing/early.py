"""Pressing for what is not due yet."""

from __future__ import annotations

import re

from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import named
from handlers.texts.numbers import deadline, short_day
from handlers.texts.periods import period_words

SOON = "sớm"
EARLY = re.compile(r"\s*som\s+")
"""Folded words behind "đôn đốc" that press for a period that still runs."""


def not_due_yet(one: Standing) -> str:
    """When the running period is asked for."""
    item, period, due = one.item, one.period, one.due
    when = (
        f"{period_words(period.key)} (đến {short_day(period.end)}), hạn {deadline(due)}"
        if period and due
        else ""
    )
    return (
        f"{item.key} {item.short_name} chưa đến kỳ gửi: {when}; đến lúc đó trợ lý tự nhắc. Chưa gửi đôn đốc.\n"
        "Cần nhắc ngay, đề nghị chọn:"
    )


def press_now(owner: PersonView) -> str:
    return f"Nhắc {named(owner)} gửi sớm"
