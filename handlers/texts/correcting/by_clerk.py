"""The words of a closed period that the clerk changes herself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.item_view import ItemView
from db.models import Figure, LateFigure
from db.ward_view import PersonView
from handlers.texts.common import capital, you_short
from handlers.texts.correcting.late import asked_for, closed_since
from handlers.texts.numbers import day, short_day
from handlers.texts.periods import period_words, the_period
from handlers.texts.reporting.said import figure_words

if TYPE_CHECKING:
    from handlers.correcting.late import Late


def ask_why(found: Sequence[Late], person: PersonView, gone_out: Sequence[str]) -> str:
    """Nothing is changed in a closed period without a reason, which stays beside it."""
    lines = [f"{closed_since(found)} chưa được ghi: {asked_for(found)}.", *gone_out]
    why = f"Vẫn ghi, đề nghị {you_short(person)} cho biết lý do; lý do được lưu trong lịch sử."
    return "\n".join([*lines, why, "Ví dụ: đơn vị báo lại; cộng sót 01 hồ sơ"])


def changed(row: LateFigure, closed_on: date) -> str:
    return (
        f"{capital(the_period(row.period))} đã chốt từ {day(closed_on)}: ghi sau khi chốt, "
        f"lý do: “{row.reason}”."
    )


def gone_out(
    item: ItemView, before: Figure, summaries: Sequence[tuple[str, date]], upwards: date | None
) -> str:
    """Where the old figure stands already; empty when it went nowhere."""
    places = [f"trong tổng hợp {period_words(key)} gửi {short_day(on)}" for key, on in summaries]
    places += [f"trước hạn gửi cấp trên {short_day(upwards)}"] if upwards else []
    if not places:
        return ""
    old = figure_words(before, item.target_on(before.as_of))
    return (
        f"{item.short_name} {old} đã có {', '.join(places)}; báo cáo nào đã dùng số này, đề nghị đính chính."
    )


def mark(row: LateFigure) -> str:
    """In the history of an indicator or task."""
    return f" (sau khi chốt kỳ; lý do: “{row.reason}”)"
