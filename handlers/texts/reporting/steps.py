"""The words of /baocao: one item after the other."""

from __future__ import annotations

from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, you, you_short
from handlers.texts.judging import target_words
from handlers.texts.numbers import count, deadline, short_day
from handlers.texts.periods import period_span
from handlers.texts.reporting.said import figure_words, sample_now

SKIP = frozenset({"bo qua", "qua", "sau", "de sau", "chua co"})
"""Folded words that go on to the next item."""


def skipped() -> str:
    return "Đã bỏ qua mục này. Trả lời VIỆC để xem các mục đang chờ."


def nothing_owed(person: PersonView) -> str:
    return f"{capital(you_short(person))} đã gửi đủ các mục đang đến kỳ. Gửi thêm: tên chỉ tiêu + số."


def steps_done(person: PersonView, owed: Sequence[Standing]) -> str:
    if not owed:
        return f"Đã hết các mục đang chờ. Cảm ơn {you(person)}."
    return f"Đã hỏi hết; còn {count(len(owed))} mục chưa gửi. Trả lời VIỆC để xem."


def ask_for(now: Standing, left: int, *, many: bool) -> str:
    """One step of /baocao: what is asked, the last figure, a sample."""
    item = now.item
    lines = [f"{item.key} {item.name if len(item.name) < 160 else item.short_name}"]
    due = f"hạn {deadline(now.due)}" if now.due is not None else "không hạn"
    lines.append(f"Kỳ {period_span(now.period)}, {due}." if now.period is not None else f"{capital(due)}.")
    if not item.is_task:
        lines.append(f"Kế hoạch: {target_words(item.target)}.")
    if now.figure is not None:
        shown = figure_words(now.figure, item.target_on(now.figure.as_of))
        lines.append(f"Số gần nhất: {shown}, đến {short_day(now.figure.as_of)}.")
    if many:
        after = f"Còn {count(left)} mục sau mục này. " if left else "Đây là mục cuối. "
        lines.append(f"{after}Chưa có, trả lời BỎ QUA.")
    lines.append(f"{_wanted(item)} Ví dụ: {sample_now(now)}")
    return "\n".join(lines)


def _wanted(item: ItemView) -> str:
    if item.is_task:
        return "Đề nghị gửi tiến độ."
    counted = item.target is None or item.target.unit is not None
    return "Đề nghị gửi số." if counted else "Đề nghị gửi kết quả."
