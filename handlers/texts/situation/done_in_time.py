"""The words of how much was done in time: counted, nobody is rated."""

from __future__ import annotations

import re
from datetime import datetime

from db.ward_view import PersonView
from handlers.situation.counts import Tally
from handlers.texts.common import capital, you
from handlers.texts.numbers import count, short_day

_COUNT = (
    r"(?:bao nhieu|may|bn|ty le|ti le|phan tram|dem|so viec|so nhiem vu|the nao|ra sao|sao roi|nhieu khong)"
)
ASKS = re.compile(
    rf"\b(?:dung|truoc|kip|tre|dam bao) han\b.*\b{_COUNT}\b|\b{_COUNT}\b.*\b(?:dung|truoc|kip|tre|dam bao) han\b"
    r"|^(?:so|dem) .{0,30}\b(?:dung|tre) han\b"
    rf"|\btu dau (?:nam|quy|thang)\b.*\b(?:xong|hoan thanh)\b.*\b{_COUNT}\b(?! chi tieu)"
)
"""Folded words that ask how much was done in time, or too late."""
BESIDE = re.compile(r"^so(?: sánh| sanh)? |(?<=\d) (?:với|voi|so với|so voi|và|va) ", re.IGNORECASE)
LATE_NOW = "Quá hạn hiện nay"
SO_FAR = "từ đầu năm"


def months(first: int, last: int) -> str:
    return f" (tháng {first} – {last})" if first < last else ""


def of_period(name: str, span: str, tally: Tally) -> list[str]:
    """One period's counts; a line that says so where nothing fell due."""
    tasks = tally.tasks_in_time + tally.tasks_late + tally.tasks_open
    if not tasks and not tally.due:
        return [f"{capital(name)}{span}: chưa có hạn nào được theo dõi."]
    lines = [f"{capital(name)}{span}:"]
    if tasks:
        lines.append(
            f"- Nhiệm vụ có hạn: xong đúng hạn {count(tally.tasks_in_time)}, xong quá hạn {count(tally.tasks_late)}, "
            f"chưa xong {count(tally.tasks_open)}."
        )
    if tally.due:
        lines.append(
            f"- Báo cáo theo kỳ: gửi đúng hạn {count(tally.in_time)} trên {count(tally.due)}, "
            f"gửi quá hạn {count(tally.late)}, chưa gửi {count(tally.missing)}."
        )
    return lines


def answer(reader: PersonView, scope: str, lines: list[str], loaded: datetime | None) -> str:
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Kính gửi"
    since = f"Chỉ tính báo cáo đến hạn từ khi nạp kế hoạch ({short_day(loaded.date())}); " if loaded else ""
    return "\n".join(
        [
            f"{opening} {you(reader)}, {scope}, theo tháng của hạn:",
            *lines,
            f"{since}trợ lý chỉ đếm, không xếp loại. Theo từng người, từng tháng: trang “Theo cán bộ” trong tệp của TỔNG HỢP + kỳ",
        ]
    )
