"""The words of a task's history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from db.item_view import ItemView
from db.models import Confirmation, Evidence, Extension, Handover, LateFigure, Progress
from db.ward_view import WardView
from handlers.texts.acting import source
from handlers.texts.common import named
from handlers.texts.deciding.completion import KINDS
from handlers.texts.numbers import amount, count, day, moment
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import TASK_STATE_WORDS

SHOWN = 24
CHECKED = frozenset({"confirmed", "returned"})
EXTENDED = frozenset({"granted", "refused"})


def history(item: ItemView, lines: Sequence[str]) -> str:
    """The newest last; the oldest are cut."""
    head = [f"Lịch sử {item.key} {item.short_name}:"]
    if not lines:
        head.append("Chưa có báo cáo tiến độ.")
    if len(lines) > SHOWN:
        head.append(f"(không hiện {count(len(lines) - SHOWN)} dòng cũ hơn)")
    return "\n".join([*head, *(f"- {line}" for line in lines[-SHOWN:])])


def progress(item: ItemView, row: Progress, ward: WardView, late: datetime | None) -> str:
    """`late`: the deadline that had passed when it was sent; of a task that comes back, its period."""
    period = f"{period_words(row.period)}: " if item.recurring and row.period else ""
    words = f": “{row.words}”" if row.words else ""
    share = f" {amount(row.percent, '%')}" if row.percent is not None and row.state == "in_progress" else ""
    after = f" (quá hạn {moment(late)})" if late else ""
    said = source(row, ward)
    by = said if ward.who(row.entered_by_id) is None else f"{said} {moment(row.at)}"
    return f"{period}{TASK_STATE_WORDS[row.state]}{share}{words} – {by}{after}"


def after_closing(row: LateFigure) -> str:
    """It came after its period was closed; why."""
    return f" (sau khi chốt kỳ; lý do: “{row.reason}”)"


def checked(row: Confirmation, ward: WardView) -> str:
    """A completion was confirmed, or came back."""
    by = f"{named(ward.who(row.decided_by_id))} {moment(row.decided_at)}" if row.decided_at else ""
    if row.state == "confirmed":
        return f"xác nhận hoàn thành {'quá hạn' if row.late else 'đúng hạn'} – {by}"
    until = f", hạn bổ sung {day(row.due_on)}" if row.due_on else ""
    return f"trả lại để bổ sung: {row.words}{until} – {by}"


def extended(row: Extension, ward: WardView) -> str:
    """More time was granted, or not."""
    by = f"{named(ward.who(row.decided_by_id))} {moment(row.decided_at)}" if row.decided_at else ""
    if row.state == "granted" and row.decided_due:
        return f"gia hạn từ {day(row.old_due)} đến {day(row.decided_due)} ({row.reason}) – {by}"
    return f"không gia hạn đến {day(row.asked_due)} ({row.reason}) – {by}"


def handed_over(row: Handover, ward: WardView) -> str:
    """It has another owner since."""
    sides = f"{named(ward.who(row.from_id))} bàn giao cho {named(ward.who(row.to_id))}"
    return f"{sides} – từ {day(row.starts_on)}"


def shown(row: Evidence, ward: WardView) -> str:
    """A photo or file was kept with it."""
    return f"{KINDS[row.kind]} kèm theo – {named(ward.who(row.person_id))} gửi {moment(row.at)}"
