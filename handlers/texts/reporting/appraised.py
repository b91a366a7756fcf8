"""What is said when a leader says of a narrative indicator whether it is done."""

from __future__ import annotations

from db.item_view import ItemView
from db.models import Figure
from db.ward_view import PersonView
from handlers.texts.common import capital, cut, named, you_short
from handlers.texts.numbers import short_day
from handlers.texts.periods import period_words

YES, NO = "Hoàn thành", "Chưa hoàn thành"
"""The choices below what was told."""
_WORDS = {"held": "hoàn thành", "lost": "chưa hoàn thành"}


def recorded(item: ItemView, row: Figure, *, reached: bool) -> str:
    """To who said it."""
    knows = " Đã báo người phụ trách." if reached else ""
    other = "lost" if row.state == "held" else "held"
    return (
        f"Đã ghi xác nhận {_WORDS[row.state]}: {item.key} {item.short_name}, {_about(row)}.{knows}\n"
        f"Cần đổi, trả lời: {item.key} {_WORDS[other]}"
    )


def told(item: ItemView, row: Figure, by: PersonView) -> str:
    """To who answers for the item."""
    return f"{capital(named(by))} xác nhận {_WORDS[row.state]}: {item.key} {item.short_name}, {_about(row)}."


def wanted(person: PersonView) -> str:
    """The last line of what a leader reads of the item, above the two choices."""
    return f"Kính đề nghị {you_short(person)} xác nhận:"


def _about(row: Figure) -> str:
    words = f": “{cut(row.words, 200)}”" if row.words else ""
    return f"{period_words(row.period)}, đến {short_day(row.as_of)}{words}"
