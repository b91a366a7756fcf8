"""The words of a figure that is said to be changed from one number into another."""

from __future__ import annotations

import re
from datetime import date

from bot.domain.periods import Period
from db.item_view import ItemView
from db.models import Figure
from handlers.texts.correcting.late import correct
from handlers.texts.numbers import short_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import figure_words

_NUMBER = r"\d[\d.,/]*(?: ?(?:%|‰|ty|ti|tr|trieu|nghin|dong|\d[\d.,]*))*(?: (?!thanh|sang)[a-z]{2,6}){0,2}"
OLD_TO_NEW = re.compile(
    r"(?:(?:em|a|da|nho|cho|giup|xin)[ ,]+)*(?:sua|dinh chinh|chinh|doi)(?: lai)?(?: (?:so lieu|so))?(?: (?:cua|cho))? "
    rf"(?P<what>[^,\d]{{2,70}}?),? (?:(?:tu|so) )*(?P<old>{_NUMBER}) (?:thanh|sang|len|xuong|->|=>) (?:so )?(?P<new>{_NUMBER})"
    r"(?: (?:nhe|nha|a|giup|em|chi))*"
)
"""Folded words, the whole of a message."""


def which(item: ItemView, row: Figure, number: str) -> str:
    said = figure_words(row, item.target_on(row.as_of))
    return (
        f"{item.short_name}: {said} là số {period_words(row.period)}, đến {short_day(row.as_of)}. "
        f"Chưa ghi “{number}”. Đề nghị chọn:"
    )


def put_right(row: Figure, *, same: bool) -> str:
    """`same`: both numbers are of one period, up to different days."""
    return f"Đính chính số {f'đến {short_day(row.as_of)}' if same else period_words(row.period)}"


def puts_right(item: ItemView, row: Figure, number: str, *, same: bool) -> str:
    """What the choice is as if it were typed."""
    if same:
        return f"{item.key} số đến {short_day(row.as_of)}: {number}"
    return f"{correct(row.period)} {item.key} {number}"


def newer(period: Period, day: date, *, same: bool) -> str:
    return f"Là số mới{f', đến {short_day(day)}' if same else f' của {period_words(period.key)}'}"


def is_newer(item: ItemView, number: str) -> str:
    """What the choice is as if it were typed."""
    return f"{item.key} {number}"
