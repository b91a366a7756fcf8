"""The words when a leave is over: called off, back early, what happened meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.workdays import ONE_DAY
from db.models import Extension, Figure, Leave, Progress
from db.ward_view import PersonView, WardView
from handlers.texts.acting import by_substitute, short_stretch
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.leave.written import SHOWN, days
from handlers.texts.numbers import count, short_day, weekday_day
from handlers.texts.reporting.said import TASK_STATE_WORDS, figure_words


def nothing_to_end(person: PersonView) -> str:
    return f"{capital(named(person))} không có đợt nghỉ nào đang ghi."


def which_to_end() -> str:
    return "Có nhiều đợt nghỉ. Bỏ đợt nào?"


def end_label(row: Leave) -> str:
    return f"Nghỉ {short_stretch(row.first, row.last)}"


def called_off(row: Leave, person: PersonView) -> str:
    return (
        f"Đã bỏ: {named(person)} nghỉ {days(row.first, row.last)}. Nhắc việc gửi {you_short(person)} như cũ."
    )


def back_early(row: Leave, person: PersonView) -> str:
    return (
        f"Đã ghi: {named(person)} đi làm lại từ hôm nay (đã báo nghỉ đến {short_day(row.last)}). "
        f"Nhắc việc gửi {you_short(person)} như cũ."
    )


def ends_anyhow(row: Leave, person: PersonView, back: date | None) -> str:
    """`back`: the day named, when working days lie between it and the leave that is written."""
    if back is not None:
        last = back - ONE_DAY
        longer = f"Nghỉ đến hết {short_day(last)}, trả lời: NGHỈ {short_day(row.first)} đến {short_day(last)}"
    else:
        longer = "Không nghỉ nữa, trả lời: NGHỈ HỦY"
    return (
        f"{capital(named(person))} nghỉ {days(row.first, row.last)}, như đã ghi; "
        f"từ {short_day(row.last + ONE_DAY)} nhắc việc gửi {you_short(person)} như cũ. Không thay đổi gì.\n{longer}"
    )


def shortened(row: Leave, person: PersonView, day: date) -> str:
    return (
        f"Đã ghi: {named(person)} đi làm lại từ {weekday_day(day)}; nghỉ {days(row.first, row.last)}. "
        f"Nhắc việc gửi {you_short(person)} như cũ từ ngày đó."
    )


def to_substitute_until(row: Leave, person: PersonView, substitute: PersonView) -> str:
    return f"{capital(named(person))} chỉ nghỉ {days(row.first, row.last)}; {you(substitute)} thay đến hết {short_day(row.last)}."


def to_substitute_over(row: Leave, person: PersonView, substitute: PersonView, *, started: bool) -> str:
    what = "đi làm lại" if started else f"không nghỉ {days(row.first, row.last)} nữa"
    return (
        f"{capital(named(person))} {what}; {you(substitute)} không thay nữa. Cảm ơn {you_short(substitute)}."
    )


def to_person_over(row: Leave, person: PersonView, by: PersonView) -> str:
    return f"{capital(named(by))} đã bỏ đợt nghỉ {days(row.first, row.last)} của {you(person)}. Nhắc việc gửi {you_short(person)} như cũ."


def meanwhile(
    row: Leave,
    person: PersonView,
    ward: WardView,
    said: Sequence[Figure | Progress],
    decided: Sequence[Extension],
) -> str:
    """What happened while somebody was away, for his first morning."""
    lines = [
        f"[Trở lại] {capital(you(person))} nghỉ {short_stretch(row.first, row.last)}, {by_substitute(row.substitute_id, ward)}."
    ]
    if said:
        lines.append(f"Trong thời gian nghỉ đã gửi {count(len(said))} mục:")
        lines += [f"- {_said(one, ward)}" for one in said[-SHOWN:]]
        if len(said) > SHOWN:
            lines.append(f"… và {count(len(said) - SHOWN)} mục trước đó (trả lời LỊCH SỬ + tên chỉ tiêu).")
    else:
        lines.append("Trong thời gian nghỉ không có mục nào được gửi thay.")
    lines += [f"- {_decided(one, ward)}" for one in decided[-SHOWN:]]
    lines.append("Từ hôm nay nhắc việc gửi lại như cũ. Xem việc đang chờ: VIỆC")
    return "\n".join(lines)


def _said(row: Figure | Progress, ward: WardView) -> str:
    item = ward.by_id[row.item_id]
    what = (
        figure_words(row, item.target_on(row.as_of))
        if isinstance(row, Figure)
        else TASK_STATE_WORDS[row.state]
    )
    return f"{item.key} {item.short_name}: {what} ({named(ward.who(row.entered_by_id))}, {short_day(row.at.date())})"


def _decided(row: Extension, ward: WardView) -> str:
    item = ward.by_id[row.item_id]
    what = f"đồng ý đến {short_day(row.decided_due)}" if row.decided_due else "không đồng ý"
    return f"Gia hạn {item.key} {item.short_name}: {what} ({named(ward.who(row.decided_by_id))})"
