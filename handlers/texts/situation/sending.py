"""The words of the day by which the ward's report on a period goes upwards."""

from __future__ import annotations

from datetime import date

from handlers.texts.numbers import count, weekday_day, weekday_short


def official_due(due: date, last: date, today: date, left: int, lacking: int) -> str:
    """In the summary of a period; `left` working days before it, `lacking` reports are not there. A day that
    is off is not moved: `last` is the last working day on which the report can go.
    """
    said = f"Hạn gửi cấp trên: {weekday_day(due)}"
    if due != last and today <= last:
        until = "hôm nay" if last == today else weekday_short(last)
        said += f" (ngày nghỉ: gửi chậm nhất {until})"
        return (
            f"{said}; số liệu chưa đủ, còn {count(lacking)} mục của kỳ chưa gửi." if lacking else f"{said}."
        )
    if not lacking:
        return f"{said}."
    when = "đã qua" if due < today else "hôm nay" if due == today else f"còn {count(left)} ngày làm việc"
    return f"{said} ({when}); số liệu chưa đủ, còn {count(lacking)} mục của kỳ chưa gửi."
