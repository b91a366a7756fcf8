"""The words of a figure that was entered for one person and is told to be another's."""

from __future__ import annotations

import re

from db.item_view import ItemView
from db.models import Figure
from db.ward_view import PersonView
from handlers.texts.common import named
from handlers.texts.reporting.said import figure_words

_SLIP = r"(?:nham nguoi|nham|lon nguoi|lon|khong phai|sai nguoi|sai)"
_THAT = r"(?:(?:cai|con|so|so lieu|tin)(?: (?:do|nay|ay|vua roi|vua nay|luc nay|hoi nay|vua nhap|nhap luc nay|vua gui))*)"
_WHO = r"(?:(?:anh|chi|em|ong|ba|co|chu|bac|d/c|dong chi) )?[a-z]+(?: [a-z]+){0,2}?"
_END = r"(?: (?:chu khong phai .{2,30}|moi dung|nhe|nha|a|chu|em oi|e oi|do))*"
OF_SOMEBODY = re.compile(
    rf"(?:{_SLIP}[ ,]+)?{_THAT}(?: (?:cua|nhap cho) (?P<from>{_WHO}))?(?: (?:vua nay|luc nay|hoi nay|nhap nham|nham))*"
    rf"[ ,]+(?:phai )?(?:la )?(?:cua|cho) (?P<to>{_WHO}){_END}"
    rf"|{_SLIP}[ ,]+(?:phai )?(?:la )?(?:cua|cho) (?P<alone>{_WHO}){_END}"
)
"""Folded words that say whose the number is that was just entered."""


def whose(item: ItemView, row: Figure, here: PersonView, there: PersonView, own: ItemView | None) -> str:
    figure = figure_words(row, item.target_on(row.as_of))
    sample = f", ví dụ: {named(there)} {own.short_name} {figure}" if own is not None else ""
    return (
        f"{item.key} {item.short_name} ({named(here)}) đang ghi {figure}, chưa thay đổi. Số của {named(there)},"
        f" đề nghị gửi: {named(there)} + tên chỉ tiêu + số{sample}. Số ở {item.key} nhập nhầm, chọn:"
    )
