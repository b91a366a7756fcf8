"""How the clerk asks for a summary to be sent to the leaders, and when they go out by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot.domain.periods import Period
from db.ward_view import PersonView
from handlers.texts.common import named
from handlers.texts.numbers import deadline
from handlers.texts.periods import period_words

_REPORT = re.compile(r"\b(?:bao cao|bc|tong hop|tom tat)\b")
_SENDS = re.compile(r"\bgui\b")
_LEADERS = re.compile(
    r"\b(?:cho|toi|den|len)(?: (?:ca|cac|may|hai|ba|\d|tung|moi|het))* (?:sep|lanh dao|chu tich|ct|pct|pho chu tich|thuong truc)\b"
)
_BY_ITSELF = re.compile(r"\btu (?:dong )?gui\b|\bgui tu dong\b")
_ASKS = re.compile(r"\b(?:bao gio|khi nao|luc nao|may gio|hom nao|ngay nao|thu may)\b|\bda gui\b.*\bchua\b")
_TOLD = re.compile(
    r"\b(?:em|minh|toi|chi) (?:da|vua|moi) gui\b|\b(?:roi|xong)(?: (?:a|nhe|nha))*$|\b(?:phai|nho|nhac|bao) (?:ai|anh|chi|moi|cac)\b"
)


def is_meant(folded: str) -> bool:
    """True of a summary that is to go, or went, to the leaders; not of what the clerk tells that she sent."""
    if not (_REPORT.search(folded) and _SENDS.search(folded)) or _TOLD.search(folded):
        return False
    return bool(_LEADERS.search(folded) or (_BY_ITSELF.search(folded) and _ASKS.search(folded)))


def see(words: str) -> str:
    return f"Xem tổng hợp {words}"


def told(
    coming: Sequence[tuple[Period, datetime]],
    gone: Sequence[tuple[Period, datetime]],
    receivers: Sequence[PersonView],
    *,
    group: bool,
) -> str:
    """When they go, to whom, which went last; that no other hour can be set here."""
    to = ", ".join(named(one) for one in receivers) + (", nhóm của phường nếu đã liên kết" if group else "")
    lines = ["Tổng hợp do trợ lý tự gửi, không hẹn giờ khác qua tin nhắn; chưa ghi gì, chưa gửi đến ai."]
    lines += [f"- Sắp gửi: tổng hợp {period_words(one.key)}, {deadline(at)}" for one, at in coming]
    lines += [f"- Đã gửi: tổng hợp {period_words(one.key)}, {deadline(at)}" for one, at in gone]
    lines += [] if gone else ["- Gần đây chưa có bản tổng hợp nào được gửi."]
    return "\n".join(
        [*lines, f"Người nhận: {to}.", "Cần sớm hơn: lập ngay rồi chuyển, TỔNG HỢP + kỳ (kèm tệp Excel)"]
    )
