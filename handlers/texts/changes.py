"""The words of a rise or a fall: how much, out of what, and what is lacking to reckon it."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.reading.figures.changes import PAIR
from bot.domain.reading.model import Doubt, Reading
from bot.domain.targets import Target
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import you_short
from handlers.texts.numbers import amount, number, places
from handlers.texts.units import called


def word(value: Decimal, *, growth: bool = False) -> str:
    """What a change is called; of a fall that is wanted, less than nothing is a rise."""
    return "tăng" if (value < 0) != growth else "giảm"


def shown(value: Decimal, now: Decimal | None, before: Decimal | None, target: Target) -> str:
    """ "giảm 5% so với cùng kỳ (38/40)", "tăng 2,5%"."""
    pair = f" ({number(now)}/{number(before)})" if now is not None and before is not None else ""
    by = amount(places(abs(value), 2) if pair else abs(value), target.unit)
    return f"{word(value, growth=target.measured == 'growth')} {by}{pair}"


def question(item: ItemView, reading: Reading, doubt: Doubt, typed: str, person: PersonView) -> str:
    """A number of a percentage that rises or falls: the percentage, or a count?"""
    choices, growth = doubt.candidates, item.target is not None and item.target.measured == "growth"
    way = "tăng" if growth else "giảm"
    if len(choices) > 1 and choices[0].denominator is not None:
        then, known = choices[0].denominator, choices[1].denominator
        what = "đầu kỳ" if growth else "cùng kỳ năm trước"
        you = you_short(person)
        return f"số {what} {you} gửi là {number(then)}, số đang lưu là {number(known or Decimal(0))}."
    if reading.denominator is not None:
        return f"“{typed}” là số đếm; chỉ tiêu này tính theo mức {way} (%)."
    if len(choices) > 1:
        return f"“{typed}” là mức {way} (%) hay số đếm?"
    lacks = "chưa có số đầu kỳ" if growth else "chưa có số cùng kỳ năm trước"
    if choices and choices[0].rule == PAIR:
        return f"“{typed}” là số đếm; chỉ tiêu này tính theo mức {way} (%)."
    if choices:
        return f"“{typed}” là mức {way} (%)? Nếu là số đếm, {_both(item, person, growth=growth)}"
    return f"{lacks} nên chưa tính được mức {way} từ “{typed}”. Đề nghị {_both(item, person, growth=growth)}"


def otherwise(doubt: Doubt, target: Target, person: PersonView) -> str:
    """Two counts make another change than the one that is stated beside them: its two choices."""
    you = you_short(person)
    made, stated = doubt.candidates
    counts = f"{number(made.numerator or Decimal(0))}/{number(made.denominator or Decimal(0))}"
    is_, said = (shown(places(one.value or Decimal(0), 2), None, None, target) for one in (made, stated))
    return f"đề nghị {you} kiểm tra: {counts} là {is_}, {you} ghi {said}."


def _both(item: ItemView, person: PersonView, *, growth: bool) -> str:
    pair = "410, đầu kỳ 400" if growth else "20, cùng kỳ 22"
    return f"{you_short(person)} gửi cả hai số, ví dụ: {called(item)} {pair}."
