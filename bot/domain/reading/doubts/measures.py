"""Doubts about what a number counts: another unit, money without one, a month, a step for a level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import (
    alike,
    counts_heads,
    is_money,
    is_whole,
    measure,
    reduces,
    typed_unit,
)
from bot.domain.reading.doubts.candidates import as_money, share_of_target, with_value, without_point
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.vocabulary.units import COUNTED, HEADS

_FAR = 10  # times smaller: a step down, not the level
_MONTHLY = 6  # times smaller than what is planned for a year
_MILLION = Decimal(10**6)
_COUNTING = frozenset(("ca", "con", "căn", "cái", "đơn", "tin"))  # soft units that hardly speak to somebody
_STEP = "giảm hàng năm"


def measure_doubts(reading: Reading, main: Quantity, item: KnownItem) -> Iterator[Doubt]:
    """Yield what is doubtful about the measure of a number that is in good form."""
    if main.flaw is not None:
        return
    how, unit = measure(item), typed_unit(main, item)
    if item.assigned and main.is_percent and not _is_share_of_fall(main, item):
        return
    if (doubt := _of_measure(reading, main, item)) is not None:
        yield doubt
    elif how in ("count", "money") and main.is_percent:
        yield Doubt("count_expected", share_of_target(reading, item))
    elif how == "money" and _lacks_money_unit(main):
        yield Doubt("unit_missing", as_money(reading, main, item))
    elif _mismatch(main, unit, item):
        yield Doubt("unit_mismatch", ())
    elif is_whole(item.unit) and not is_money(unit) and _is_broken(main):
        yield Doubt("non_integer_count", without_point(reading, main))
    elif how in ("rate", "count") and main.grouped and _may_be_decimal(reading, main, item):
        small = main.value / 1000
        yield Doubt("thousands_slip", (with_value(reading, small), with_value(reading, main.value)))


def _of_measure(reading: Reading, main: Quantity, item: KnownItem) -> Doubt | None:
    """Return the doubt whether a month or a year is meant, a rate or a part, a step or the level."""
    if _is_share_of_fall(main, item):
        return Doubt("unit_mismatch")
    yearly = _over_the_year(reading, main, item)
    if yearly is not None:
        return Doubt("which_measure", (yearly, with_value(reading, main.value)))
    if _is_rate_or_part(reading, main, item):
        rate = replace(with_value(reading, main.value), kind="percent", unit="%")
        return Doubt("which_measure", (rate, replace(reading, doubts=())))
    step = measure(item) == "rate" and _is_a_small_fall(main, item)
    return Doubt("which_measure", (with_value(reading, main.value),)) if step else None


def _is_share_of_fall(main: Quantity, item: KnownItem) -> bool:
    """Tell "giảm 50%" of what is counted: of what was assigned, or of what there was?"""
    return main.is_percent and main.role == "fall" and measure(item) == "count" and reduces(item)


def _over_the_year(reading: Reading, main: Quantity, item: KnownItem) -> Reading | None:
    """Return twelve times "5,2 triệu/tháng" of what is planned for a year: "đồng/người/năm"."""
    planned = (item.unit or "").split("/")[1:]
    if "năm" not in planned or main.over is not None:
        return None
    monthly = item.target is not None and 0 < main.value * _MONTHLY <= item.target  # "5,2 triệu" of 64
    if "thang" not in main.per and not monthly:
        return None
    return with_value(reading, main.value * 12, unit="đồng")


def _is_rate_or_part(reading: Reading, main: Quantity, item: KnownItem) -> bool:
    """Tell that "95/98" of a plan of 98 % may be 95 % beside the plan, or 95 of 98 households."""
    over = main.over
    if over is None or item.unit != "%" or item.target in (None, 100) or over.value != item.target:
        return False
    counted = main.unit or main.soft or over.unit or over.soft
    return not counted and main.value != over.value and reading.percent_stated is None


def _is_a_small_fall(main: Quantity, item: KnownItem) -> bool:
    """Tell "SDD 0,09%" of a level that is to fall to 9,86: a step down, hardly the level itself (form T13).

    Where the plan itself states the step, "giảm 0,09%" says enough.
    """
    name = item.name.lower()
    if main.over is not None or not item.target or "giảm" not in name or item.comparator not in ("<", "<="):
        return False
    return 0 < main.value * _FAR <= item.target and not (main.role == "fall" and _STEP in name)


def _mismatch(main: Quantity, unit: str | None, item: KnownItem) -> bool:
    how = measure(item)
    if how == "count" and not main.value and main.over is None and not is_money(unit):
        return False  # "dịch bệnh 0 ca": none is none, whatever is counted
    if how == "count" and main.per and is_money(main.unit):
        return True  # "mức đóng 330.000đ/tháng"
    if unit is None and how == "count" and main.soft in COUNTED and not main.worded:
        return True  # "2 ha" of what is counted in cây
    if item.target == 0 and item.comparator == "<=" and how == "count" and _is_no_event(main, unit, item):
        return True
    if unit is None and how == "rate" and (main.soft == "ca" or counts_heads(main, item)):
        return True
    if unit is None or item.unit is None:
        return False
    if how == "rate":
        if unit in ("%", "‰"):
            return unit != item.unit
        return main.over is None and main.value != 0
    if how == "money":
        return not is_money(unit)
    return (not is_money(unit) and unit != "‰" and not alike(unit, item.unit)) or unit == "‰"


def _is_no_event(main: Quantity, unit: str | None, item: KnownItem) -> bool:
    """Tell what breaks "không để xảy ra", in its very unit, from "1 ca", "3 con" where that is ổ dịch."""
    said = unit or (main.soft if main.soft in _COUNTING else None)
    own = item.unit or ""
    if said == "vụ" and item.cumulative is not False:  # "2 vụ" of điểm nóng; of a backlog it is no đơn
        return not alike(said, own)
    return said not in (None, own, "trường hợp", "hs") and said not in own.split() and not _is_same(said, own)


def _is_same(said: str, own: str) -> bool:
    """Tell that both count people: nobody is one more than another."""
    return said in HEADS and own in HEADS


def _lacks_money_unit(main: Quantity) -> bool:
    if is_money(main.unit) or main.unit is not None or main.scale or main.value == 0:
        return False
    return main.value < _MILLION or (
        main.over is not None and main.over.value < _MILLION and not main.over.scale
    )


def _is_broken(main: Quantity) -> bool:
    values = [main.value] + ([main.over.value] if main.over else [])
    return any(value != value.to_integral_value() for value in values)


def _may_be_decimal(reading: Reading, main: Quantity, item: KnownItem) -> bool:
    """Tell whether "1.302" of a unit that can be half is more likely 1,302, by the plan known or typed."""
    if is_whole(item.unit) or main.over is not None:
        return False
    if measure(item) == "rate":
        return True
    known = item.target or reading.denominator
    if not known:
        return True
    return abs((main.value / 1000 / known).ln()) < abs((main.value / known).ln())
