"""What a number is counted in, against what its item is counted in."""

from __future__ import annotations

import re
from typing import Literal

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.vocabulary.units import (
    ALIKE,
    BEFORE_NAMES,
    COUNTED,
    MEASURED,
    SESSIONS,
    STOCKS,
    UNITS,
)
from bot.domain.reading.words import fold, words_of

Measure = Literal["rate", "money", "count", "none"]
_BY_SPELLING = {spelling: unit for unit, spellings in UNITS.items() for spelling in spellings}
_ADDRESS = frozenset(("em", "con", "nhà"))  # "45 em ạ" speaks to somebody
_CALLED = frozenset(("em", "cháu"))  # children, and who speaks
_STUDENTS = frozenset(("học sinh", "em", "cháu", "trẻ", "người"))
_CASES = re.compile(r"\b(?:don|vu|tin bao|to giac|hoa giai|ho so|khieu nai|truong hop|kien nghi|phan anh)\b")
_CHILDREN = re.compile(r"\b(?:học sinh|hs|trẻ|bỏ học)\b", re.IGNORECASE)


def measure(item: KnownItem | None) -> Measure:
    """Return how an item is measured: a rate (%, ‰), money, a count or length, or not at all."""
    if item is None or item.unit is None:
        return "none"
    if item.unit in ("%", "‰"):
        return "rate"
    return "money" if is_money(item.unit) else "count"


def cannot_cease(item: KnownItem) -> bool:
    """Tell a rate of people, that is never "không phát sinh", from one of cases that may come or not.

    What is to fall ("bỏ học dưới 1%") may well be none.
    """
    if measure(item) != "rate":
        return False
    return item.comparator not in ("<", "<=", "reduce_by") and not is_of_cases(item)


def is_of_cases(item: KnownItem) -> bool:
    """Tell by its name what is of cases that come and are dealt with: đơn, vụ, tin báo …"""
    return bool(_CASES.search(fold(f"{item.name} {item.short_name}")))


def is_money(unit: str | None) -> bool:
    """Tell "đồng", "đồng/người/năm" from other units."""
    return unit is not None and unit.split("/")[0].strip().lower() in ("đồng", "triệu đồng", "tỷ đồng")


def alike(typed: str, planned: str) -> bool:
    """Tell whether a typed unit may stand for the plan's: "người" for "lao động"."""
    standard = _BY_SPELLING.get(fold(planned.split("/")[0].strip()), planned)
    return typed in (standard, planned) or any(typed in group and standard in group for group in ALIKE)


def typed_unit(quantity: Quantity, item: KnownItem | None) -> str | None:
    """Return the unit as it was typed, None when none was, or when the word was an ordinary one."""
    unit = quantity.unit
    if unit is None and quantity.soft is not None:
        planned = item.unit if item else quantity.soft
        spoken = quantity.soft in _ADDRESS
        if planned == quantity.soft or (planned is not None and not spoken and alike(quantity.soft, planned)):
            unit = quantity.soft
    if unit is None and item is not None and _counts_children(quantity, item):
        unit = quantity.soft
    if unit == "hs":
        return "học sinh" if item is not None and item.unit in _STUDENTS else "hồ sơ"
    return unit


def counts_heads(quantity: Quantity, item: KnownItem) -> bool:
    """Tell "KNTC 10 đơn", "bỏ học 3 em" and "SDD 31 cháu" of a rate: what is counted is no percentage.

    "98 em ạ" speaks to somebody, unless the item is about children.
    """
    if quantity.soft is None or quantity.worded or quantity.over is not None:
        return False
    return quantity.soft in COUNTED | BEFORE_NAMES or _counts_children(quantity, item)


def _counts_children(quantity: Quantity, item: KnownItem) -> bool:
    """Tell "SDD 31 cháu" from "SDD 11,2 cháu gửi chị"; of a rate 31 whole cháu are no percentage either."""
    if quantity.soft == "cháu" and quantity.step >= 1 and measure(item) == "rate":
        return True
    return quantity.soft in _CALLED and quantity.step >= 1 and bool(_CHILDREN.search(item.name))


def fits(quantity: Quantity, item: KnownItem) -> bool:
    """Tell whether a number can be counted in the item's unit: used to choose between candidates."""
    how, unit = measure(item), quantity.unit
    if how == "none":
        return False
    if unit is None and quantity.soft is None:
        return how != "count" or quantity.step >= 1 or not is_whole(item.unit)
    typed = typed_unit(quantity, item)
    if how == "rate":
        # "3 bé" of a rate; but "32 tin" of the "tin báo" that are dealt with says at least which rate.
        heads = counts_heads(quantity, item) and quantity.soft not in words_of(item.name)
        return quantity.over is not None or typed == item.unit or (typed is None and not heads)
    if how == "money":
        return is_money(typed)
    return typed is not None and item.unit is not None and alike(typed, item.unit)


def is_whole(unit: str | None) -> bool:
    """Tell whether a unit is counted in whole numbers: people, cases; not hectares or money."""
    return unit is not None and unit.split("/")[0] not in MEASURED and unit not in MEASURED


def is_stock(item: KnownItem) -> bool:
    """Tell what is there at a time: "đàn gia súc hiện còn 21.450 con" is the level."""
    return measure(item) == "count" and any(fold(item.name).startswith(stock) for stock in STOCKS)


def reduces(item: KnownItem) -> bool:
    """Tell whether what is reported is a reduction: "Số hộ nghèo giảm", "giảm 02 hộ cận nghèo".

    "Giảm số hộ nghèo còn dưới 10 hộ" has a ceiling: the number that there is.
    """
    if item.comparator == "reduce_by":
        told = item.measured not in ("level", None)
        return told if measure(item) == "rate" else measure(item) == "count" and item.measured != "level"
    if measure(item) != "count" or item.comparator in ("<", "<="):
        return False
    return any("giảm" in name.lower() for name in (item.name, item.short_name))


def falls_to(item: KnownItem) -> bool:
    """Tell what is told by what is left of it, though it is a fall: "giảm số hộ nghèo còn dưới 10 hộ"."""
    if measure(item) != "count" or reduces(item):
        return False
    return item.comparator == "reduce_by" or any(
        "giảm" in name.lower() for name in (item.name, item.short_name)
    )


def are_apart(first: Quantity, second: Quantity) -> bool:
    """Tell that two numbers around "/" belong to different things: "300tr/6 căn", "96 cuộc/480 lượt"."""
    if first.unit is None or second.unit is None:
        return first.unit in ("%", "đồng") and bool(second.soft)
    if first.unit == second.unit:
        return False
    if "hs" in (first.unit, second.unit):
        return False
    return not alike(first.unit, second.unit) or (second.unit == "lượt" and first.unit in SESSIONS)


def is_fraction(quantity: Quantity, item: KnownItem | None) -> bool:
    """Tell "được khoảng 2/3 rồi" from "2/3 căn" of a plan of 3: how far it is, and no figure."""
    over = quantity.over
    if over is None or quantity.unit or item is None or item.target == over.value:
        return False
    return quantity.qualifier in ("approx", "gt") and 0 < quantity.value < over.value <= 10


def is_part_of(part: Quantity, whole: Quantity) -> bool:
    """Tell "47 trong 64" from "47 người trong 2 đợt"."""
    counted = whole.unit or whole.soft
    return part.value <= whole.value and counted in (None, part.unit, part.soft)


def is_sum_in_words(quantity: Quantity) -> bool:
    """Tell "bảy tỷ ba trăm triệu", in words and without "đồng"."""
    return quantity.unit is None and quantity.soft is None and quantity.worded and quantity.value >= 10**6
