"""The words of what was recorded with one item and is told to be of another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView
from db.models import Figure
from handlers.texts.reporting.said import figure_words

_SPEAKER = r"(?:(?:a|da|oi|thoi|chet|xin loi|sorry|em|e|toi|minh|tui|anh|chi|ghi|gui|bao|nhap|bi)[ ,.]+)*"
_SLIP = r"(?:nham|lon|lam|sai|khong phai|ko phai|k phai)(?: (?:roi|r|mat|viec|muc|nhiem vu|dau viec))*(?: (?:sang|vao|qua) [^,]{2,40})?[ ,.:]+"
_THAT = (
    r"(?:(?:cai|so|noi dung|tin|viec|phan|do|ay|kia|nay|vua|roi|luc|hoi|em|e|gui|bao|ghi|la|phai|thi|muc|nhe|nha|a)"
    r"[ ,]+)*"
)
_OF = (
    r"(?:cua|thuoc|ben|(?:chuyen |ghi )?(?:sang|qua|vao|ve|cho))(?: (?:ben|muc|viec|cai|nhiem vu|chi tieu))*?"
)
OF_ANOTHER = re.compile(
    rf"{_SPEAKER}(?:{_SLIP}{_SPEAKER}{_THAT}{_OF}|y (?:em|e|toi|minh|tui|chi|anh) (?:la|noi)|"
    rf"{_THAT}(?:la )?(?:cua|thuoc)(?= .*\b(?:moi dung|moi phai|chu)\b))"
    r" (?P<what>.{3,60}?)(?:[ ,]+(?:moi dung|moi phai|chu|nhe|nha|a|anh|chi|em|oi|co|khong phai .{1,40}))*"
)
"""Folded words that say of what was just sent to which item it belongs."""
MOST_BESIDE = 12
"""Letters beside the name."""


def send_again(items: Sequence[ItemView], other: ItemView) -> str:
    named = ", ".join(label(one) for one in items)
    return (
        f"Tin vừa rồi đã ghi vào {named}; chưa thay đổi. Đề nghị gửi lại nội dung của {label(other)},"
        f" ví dụ: {other.key} + nội dung."
    )


def send_number(item: ItemView, row: Figure, other: ItemView) -> str:
    return (
        f"{item.key} {item.short_name} đang ghi {figure_words(row, item.target_on(row.as_of))}, chưa thay đổi. Số của"
        f" {other.key} {other.short_name}, đề nghị gửi: {other.key} + số. Số ở {item.key} gửi nhầm, chọn:"
    )


def which_one(item: ItemView) -> str:
    return f"Nội dung vừa ghi ở {label(item)} chưa thay đổi. Là của mục nào? Đề nghị chọn:"


def label(item: ItemView) -> str:
    return f"{item.key} {item.short_name}"


def typed(item: ItemView) -> str:
    return f"nhầm, của {item.key}"
