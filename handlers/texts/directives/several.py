"""The words about several orders that came in one message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from db.ward_view import PersonView, WardView
from handlers.directives.draft import Draft
from handlers.texts.common import capital, cut, day_off, named, you_short
from handlers.texts.numbers import count, deadline

SHOWN = 60
OPENS = frozenset((",", ";", ".", "\n", "con", "va", "roi", "thoi"))
"""In front of who is called at the beginning of a clause: "…, còn anh Tuấn"."""
JOINS = re.compile(r"[ ,;.\n]+(?:(?:còn|con|và|va|rồi|roi|đồng thời|dong thoi)[ ,]*)*$", re.IGNORECASE)
"""What stands between two orders, behind the first."""
GIVES_ALL = re.compile(
    r"(?:dung|chuan|ok|xac nhan|giao|dong y|nhat tri)(?: (?:roi|giao))?"
    r" (?:ca|het|tat ca|toan bo)(?: (?:hai|ba|bon|nam|\d{1,2}|viec|chi dao|roi|nhe|luon|di))*"
)
"""Folded words that give every order of a message."""
DROPS_ALL = re.compile(
    r"(?:bo|huy|thoi|khong giao|dung giao)[ ,]+(?:(?:bo|huy|khong giao)[ ,]+)?(?:ca|het|tat ca|toan bo)"
    r"(?: (?:hai|ba|bon|nam|\d{1,2}|viec|chi dao|roi|nhe|luon|di))*"
)


def all_label(orders: int) -> str:
    return "ĐÚNG CẢ HAI" if orders == 2 else f"ĐÚNG CẢ {count(orders)}"


def more(orders: int) -> str:
    return f"Còn {count(orders)} chỉ đạo nữa trong tin này:"


def asked_later(orders: int) -> str:
    return f"Còn {count(orders)} chỉ đạo nữa trong tin này; trợ lý hỏi tiếp sau."


def others(drafts: Sequence[Draft], dues: Sequence[datetime | None], ward: WardView) -> str:
    """The orders of the same message behind the one that is put."""
    lines = [f"Còn {count(len(drafts))} chỉ đạo nữa trong tin này:"]
    lines += [f"- {_line(one, due, ward)}" for one, due in zip(drafts, dues, strict=True)]
    return "\n".join(lines)


def _line(draft: Draft, due: datetime | None, ward: WardView) -> str:
    who = capital(named(ward.people[draft.people[0]])) if len(draft.people) == 1 else "Chưa rõ người"
    if due is not None:
        when = f"hạn {deadline(due)}{day_off(due, ward)}"
    elif draft.undated:
        when = "không đặt hạn"
    else:
        when = "lặp lại" if draft.recurrence else "chưa có hạn"
    return f"{who}: {cut(draft.what, SHOWN)}; {when}"


def dropped_all(drafts: Sequence[Draft]) -> str:
    names = "; ".join(f"“{cut(one.what or one.words, SHOWN)}”" for one in drafts)
    return f"Đã bỏ {count(len(drafts))} chỉ đạo: {names}. Không giao việc, không báo đến ai."


def not_all(unread: Sequence[str], parts: int, reader: PersonView) -> str:
    """Some of a list of orders could not be read: none was given."""
    said = "; ".join(f"“{cut(one, SHOWN)}”" for one in unread[:4])
    return (
        f"Tin nhắn có {count(parts)} ý; chưa rõ giao ai, việc gì ở: {said}. Chưa giao việc nào.\n"
        f"Đề nghị {you_short(reader)} gửi lại, mỗi dòng một việc: người + việc + hạn. "
        "Ví dụ: Anh Sơn dọn chợ trước 20/11"
    )
