"""Money told of what is counted, and a count of what is money: never the item's own value."""

from __future__ import annotations

from bot.domain.reading.amounts.units import is_money
from bot.domain.reading.model import Reading
from db.item_view import ItemView
from handlers.doubting.kept import NUMBERS


def is_other_measure(reading: Reading, item: ItemView) -> bool:
    """Whether a number has a unit of money and its item none, or the other way round."""
    unit = item.target.unit if item.target is not None else None
    if reading.kind not in NUMBERS or reading.value is None or reading.unit is None or unit is None:
        return False
    return is_money(reading.unit) != is_money(unit) and reading.unit not in {"%", "‰"}
