"""The words of an order that comes back: which rule is meant, from which period on, until when."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.periods import Period
from bot.domain.ward import Preset
from db.ward_view import WardView
from handlers.directives.draft import Draft
from handlers.texts.common import capital, day_off
from handlers.texts.numbers import deadline, weekday_day
from handlers.texts.periods import the_period
from handlers.texts.recurring import recurring


def runs(draft: Draft, begins: tuple[Period, datetime], ward: WardView) -> str:
    """From which period on, until when; which day is the ward's own, because none was said."""
    period, due = begins
    usual = draft.recurrence is not None and draft.recurrence.due_rule is None
    said = [
        f"Bắt đầu {the_period(period.key)}, hạn {deadline(due)}{day_off(due, ward)}; lặp lại đến hết kế hoạch năm {ward.year}.",
        "Chỉ đạo chưa nêu ngày nên lấy hạn chung của phường." if usual else "",
        f"Chưa đặt được “{draft.until}”: khi thôi, báo Văn phòng." if draft.until else "",
    ]
    return " ".join(filter(None, said))


def recurring_label(rule: Preset) -> str:
    return capital(recurring(rule))


def once_label(value: date) -> str:
    return f"Một lần, hạn {weekday_day(value)}"


def no_more_this_year(year: int) -> str:
    return f"Kế hoạch năm {year} không còn kỳ nào như vậy; cần đặt hạn một lần."
