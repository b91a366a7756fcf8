"""The words of a figure that is taken back, or was of another period."""

from __future__ import annotations

import re

from db.item_view import ItemView
from db.models import Figure
from db.ward_view import PersonView
from handlers.texts.common import you_short
from handlers.texts.numbers import short_day
from handlers.texts.periods import period_words
from handlers.texts.report import figure_words

_SPEAKER = r"(?:(?:em|e|toi|minh|thoi|a|da|oi|xin loi|chet)[ ,]+)*"
_END = r"(?: (?:roi|mat|r|a|nhe|thoi|di|em|chi|anh|luon|nua|so|do|vua gui))*"
SLIP = re.compile(
    rf"{_SPEAKER}(?:(?:gui|nhap|bao|ghi|go|danh|bam) nham|nham|khong phai|bo|xoa|huy|rut lai"
    rf"|(?:bo|xoa|huy|rut) (?:cai|so|tin) (?:do|vua gui|vua roi|nay)){_END}"
)
"""Folded words that take back what was just sent, and name no other figure."""
OTHER_PERIOD = re.compile(
    rf"{_SPEAKER}(?:nham (?:thang|ky|quy|tuan){_END}[ ,]*)?{_SPEAKER}"
    r"(?:(?:cai|con|so|so lieu)(?: (?:do|nay|ay|vua gui|vua roi|luc nay|em|gui|vua|nhe))+|nham|(?:do|day) la so)[ ,]*"
    r"(?:(?:chi|moi|la|cua|thuoc|so|tinh|den|ngay) )*"
    r"(?P<when>thang truoc|ky truoc|quy truoc|tuan truoc|thang \d{1,2}(?:/\d{4})?|quy (?:[1-4]|i{1,3}|iv)"
    r"|\d{1,2}/\d{1,2})"
    r"(?: (?:thoi|nhe|a|day|do|roi|chu|co))*"
)
"""Folded words that say of what was just sent that it is of another period or day."""
MOVES = re.compile(r"chuyen so (?P<code>ct[\w.-]+) sang (?P<when>.{3,20})")
TAKES = re.compile(r"rut so (?P<code>ct[\w.-]+)")
TAKE_BACK = "Rút số này"


def typed(item: ItemView) -> str:
    return f"rút số {item.key}"


def typed_move(item: ItemView, when: str) -> str:
    return f"chuyển số {item.key} sang {when}"


def until(day: str) -> str:
    """The day that a figure goes up to, as it was typed."""
    return f"số đến {day}"


def move_label(when: str) -> str:
    return f"Chuyển sang {when}"


def slip(item: ItemView, row: Figure) -> str:
    return f"{_recorded(item, row)}\nSố đúng, trả lời: SỬA {item.key} + số. Gửi nhầm mục, chọn:"


def which(item: ItemView) -> str:
    return (
        f"Số vừa gửi đã được ghi, chưa thay đổi. Số đúng, trả lời: SỬA {item.key} + số. Gửi nhầm mục, chọn:"
    )


def take_back(item: ItemView, row: Figure) -> str:
    return f"Rút {item.short_name}: {figure_words(row, item.target_on(row.as_of))}"


def other_period(item: ItemView, row: Figure, when: str) -> str:
    return f"{_recorded(item, row)} Chuyển sang {when}? Chưa thay đổi gì. Đúng, chọn:"


def receipt(item: ItemView, row: Figure, holds: Figure | None, person: PersonView) -> str:
    """What was taken back, and what holds for the period now."""
    now = (
        f"số trước đó được giữ: {figure_words(holds, item.target_on(holds.as_of))}"
        if holds is not None and not holds.supplied
        else f"kỳ này chưa có số, {you_short(person)} gửi lại khi có"
    )
    return (
        f"Đã rút {item.short_name}, {period_words(row.period)}: {figure_words(row, item.target_on(row.as_of))}; "
        f"{now}. Lịch sử vẫn lưu."
    )


def moved(item: ItemView, row: Figure) -> str:
    """The same, above what is recorded of the other period."""
    said = figure_words(row, item.target_on(row.as_of))
    return f"Đã rút {item.short_name}, {period_words(row.period)}, số đến {short_day(row.as_of)}: {said}."


def _recorded(item: ItemView, row: Figure) -> str:
    return (
        f"{item.short_name} đang ghi {figure_words(row, item.target_on(row.as_of))}, "
        f"{period_words(row.period)}, số đến {short_day(row.as_of)}."
    )
