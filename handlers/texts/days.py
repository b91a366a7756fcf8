"""The words of /ngaynghi and /ngaylambu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.texts.numbers import count, weekday_day


def usage(*, works: bool) -> str:
    if works:
        return "Thêm ngày làm bù: NGÀY LÀM BÙ + ngày + lý do. Ví dụ: NGÀY LÀM BÙ 28/11 làm bù cho 23/11"
    return "Thêm ngày nghỉ: NGÀY NGHỈ + ngày + lý do. Ví dụ: NGÀY NGHỈ 23/11 hoán đổi theo thông báo"


def unreadable(words: str, *, works: bool) -> str:
    return f"Trợ lý chưa rõ ngày trong “{words}”; chưa ghi. {usage(works=works)}"


def too_long(longest: int) -> str:
    return f"Mỗi lần ghi tối đa {count(longest)} ngày; chưa ghi. Đề nghị chia thành nhiều lần."


def past(day: date) -> str:
    return f"{weekday_day(day).capitalize()} đã qua; chưa ghi."


def done(changed: Sequence[date], chosen: Sequence[date], *, works: bool, reason: str) -> str:
    word = "ngày làm việc" if works else "ngày nghỉ"
    if not changed:
        return f"{weekday_day(chosen[0]).capitalize()} vốn đã là {word}; không có gì thay đổi."
    said = "; ".join(weekday_day(day) for day in changed)
    why = f" ({reason})" if reason else ""
    undo = "NGÀY NGHỈ" if works else "NGÀY LÀM BÙ"
    return (
        f"Đã ghi {word}: {said}{why}. Lịch nhắc việc đã tính lại; hạn theo văn bản không thay đổi.\n"
        f"Cần bỏ, trả lời {undo} + ngày."
    )
