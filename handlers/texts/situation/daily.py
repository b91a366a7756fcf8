"""The words of the day's summary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from db.ward_view import PersonView, WardView
from handlers.situation.overview import Overview
from handlers.texts.common import capital, in_text, you, you_short
from handlers.texts.deciding.waiting import counts as waiting_words
from handlers.texts.numbers import count, hour, weekday_day
from handlers.texts.situation.screen import danger
from handlers.texts.situation.totals import counts, freshness

SHOWN = 4
"""How many items in danger fit beside the rest on one screen."""
SWITCHES = {"bat": True, "mo": True, "on": True, "co": True, "tat": False, "off": False, "khong": False}

_WHO = r"(?:cho |toi |minh |anh |chi |em )*"
_DAILY = r"(?:(?:hang|moi|tung) (?:ngay|sang|buoi sang)|(?:ngay|sang|buoi sang) nao(?: cung)?)"
_ASKED = (
    r"(?:(?:hay|nho|muon|xin|dang ky|cu|bat|nhan|gui|bao|bao cao|nhac|cung|thi|cho|toi|minh|anh|chi|em) )*"
)
_WHAT = r"(?:(?:ban )?tom tat(?: tinh hinh)?|(?:bao cao )?tinh hinh(?: chung)?)"
_TAIL = r"(?: (?:nhe|nha|di|a|voi|cho|toi|minh|anh|chi|ca phuong|phuong|nua|vao|luc|buoi sang))*"
WANTED = re.compile(
    rf"{_ASKED}(?P<what>{_WHAT}) (?:cho (?:toi|minh) )?{_DAILY}{_TAIL}|{_ASKED}{_DAILY}[, ]+{_ASKED}{_WHAT}{_TAIL}"
)
""" "Nhận tóm tắt hằng ngày", "ngày nào cũng báo tôi tình hình"."""
UNWANTED = re.compile(
    rf"{_WHO}(?:thoi|khong|dung|ngung|tat|bo|huy)(?: (?:can|muon|nhan|gui|bao|nua|cho|toi|minh|viec|khong|dung|ngung))*"
    rf" (?:tom tat(?: tinh hinh)?(?: {_DAILY})?|{_WHAT} {_DAILY}|{_DAILY}){_TAIL}"
)
"""The same, not any more."""


def summary(
    found: Overview,
    ward: WardView,
    reader: PersonView,
    waiting: Sequence[tuple[int, str]],
    oldest: int,
) -> str:
    """Totals, the worst, what waits; `oldest` is how many working days the oldest overdue task is late."""
    scope = found.scope or in_text(ward.name)
    when = f"{hour(found.now.timetz())}, {weekday_day(found.now.date())}"
    lines = [f"Kính báo cáo {you(reader)}, {when}, {scope}:", *counts(found)]
    if oldest:
        lines.append(f"Quá hạn lâu nhất: {found.overdue[0].item.key}, {count(oldest)} ngày làm việc.")
    lines += danger(found, ward, SHOWN)
    lines.append(freshness(found, ward))
    if waiting:
        lines.append(f"Chờ ý kiến: {waiting_words(waiting)} (trả lời DUYỆT).")
    lines.append("Trả lời: QUÁ HẠN, CHỈ TIÊU, GIA HẠN hoặc BÁO CÁO.")
    return "\n".join(lines)


def how_to_switch(reader: PersonView, at: time) -> str:
    if reader.daily_summary:
        return "Đang gửi hằng ngày; thôi nhận: TÓM TẮT HẰNG NGÀY TẮT."
    return f"Nhận {hour(at)} mỗi ngày làm việc: TÓM TẮT HẰNG NGÀY BẬT."


def usage() -> str:
    return (
        "Tóm tắt hằng ngày: trả lời TÓM TẮT HẰNG NGÀY BẬT, TÓM TẮT HẰNG NGÀY TẮT, hoặc TÓM TẮT để xem ngay."
    )


def switched(reader: PersonView, at: time, *, wants: bool) -> str:
    if wants:
        return (
            f"Đã bật: từ ngày làm việc tới, {hour(at)}, {you_short(reader)} nhận tóm tắt tình hình trong ngày; "
            "ngày có tổng hợp kỳ thì nhận tổng hợp kỳ.\nThôi nhận: TÓM TẮT HẰNG NGÀY TẮT."
        )
    return f"Đã tắt tóm tắt hằng ngày. {capital(you_short(reader))} vẫn nhận tổng hợp tuần và kỳ. Bật lại: TÓM TẮT HẰNG NGÀY BẬT."
