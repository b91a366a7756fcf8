"""The words with which a request for more time is taken back."""

from __future__ import annotations

import re
from datetime import datetime

from bot.domain.workdays import WARD_ZONE
from db.item_view import ItemView
from db.models import Extension
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.numbers import deadline

WITHDRAWS = re.compile(
    r"(?:(?:em|toi|minh|anh|chi|da|thoi|xin|xin phep|cho)[ ,]+)*"
    r"(?:(?:khong|ko|khoi) (?:can )?(?:xin|gia han|xin gia han)"
    r"|(?:rut lai|rut|huy|bo) (?:de nghi|yeu cau|xin|viec xin)(?: xin)?(?: gia han)?|(?:huy|rut|rut lai|bo) gia han)"
    r"(?:[ ,]+(?:nua|gia han|a|nhe|di|viec|nhiem vu|muc|vua roi|do|nay|roi|em|anh|chi))*"
)
"""Folded words, the whole of a message but for codes."""


def nothing_asked() -> str:
    return "Không có đề nghị gia hạn nào đang chờ để rút; hạn giữ nguyên."


def label(item: ItemView) -> str:
    return f"{item.key} {item.short_name}"


def typed(item: ItemView) -> str:
    """What picking an item is the same as."""
    return f"rút đề nghị gia hạn {item.key}"


def which(person: PersonView) -> str:
    return f"Có nhiều đề nghị gia hạn đang chờ; đề nghị {you_short(person)} chọn đề nghị được rút:"


def receipt(item: ItemView, row: Extension, told_to: PersonView | None) -> str:
    due = deadline(datetime.combine(row.old_due, item.due_time, WARD_ZONE))
    knows = f" Đã báo {named(told_to)}." if told_to else ""
    return f"Đã rút đề nghị gia hạn {item.key} {item.short_name}; hạn vẫn là {due}.{knows}"


def told(item: ItemView, by: PersonView, reader: PersonView) -> str:
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Kính gửi"
    return f"{opening} {you(reader)}: {named(by)} đã rút đề nghị gia hạn {item.key} {item.short_name}; không cần cho ý kiến nữa."


def withdrawn(item: ItemView, by: PersonView | None) -> str:
    """To who decides on it afterwards."""
    return f"{capital(named(by))} đã rút đề nghị gia hạn {item.key} {item.short_name}; hạn cũ giữ nguyên."
