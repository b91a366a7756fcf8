"""A value against the last one and the plan: a total that fell, a digit too many or too few."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.units import measure, reduces
from bot.domain.reading.doubts.candidates import shifted_near, with_value
from bot.domain.reading.model import Doubt, Reading

FAR_FROM_BOTH = 4
"""Times the last value and the target."""
_FAR = 10  # times the last value or the target: a digit too many
_TIMES = 3  # times the last value, where the plan has no number
_FEW_TIMES = 2  # times a plan of a few
_LOW_RATE = 5  # in per cent, of a rate that is to be low; and times that it does not fall in a period
_HIGH_RATE, _FALL = 80, 5  # in per cent, and in points: people do not leave in crowds


def against_history(reading: Reading, item: KnownItem, last: Decimal | None) -> Doubt | None:
    """Doubt a total that fell, or a value far from the last one and from the target.

    `reading` holds a value in the item's own unit: a figure as it was read, or a candidate that was picked.
    """
    value = reading.value
    if value is None:
        return None
    strange = Doubt(
        "outlier", (with_value(reading, value), *shifted_near(reading, value, last or item.target))
    )
    if item.target is None and last and not item.is_of_change and _is_far_from_last(value, last, item):
        return strange
    if measure(item) == "rate":
        fell = reading.numerator is None and _fell(value, last, item)
        far = fell or _is_far_rate(reading, value, last, item)
        return strange if far else None
    if last is not None and value < last and item.cumulative is not False:
        return Doubt("decrease", (with_value(reading, last + value), with_value(reading, value)))
    return strange if _is_far(value, last, item) else None


def _is_far(value: Decimal, last: Decimal | None, item: KnownItem) -> bool:
    """A count far beyond plan and history ("1.141" for 141): nearer to one of them is enough to trust it."""
    target = None if reduces(item) else item.target
    known = [number for number in (last, target) if number]
    if not known:
        return False
    if _stays_high(item) and value * FAR_FROM_BOTH <= min(known) - 10:
        return True
    if last and target and value >= max(last * _FAR, target * 2) and value - target > _FAR:
        return True  # "520" after 52, of a plan of 150
    if target and target < _FAR and item.comparator not in ("<", "<="):
        return value > max(known) * _FEW_TIMES  # "5" of a plan of 2
    factor = FAR_FROM_BOTH if len(known) == 2 else _FAR
    return value >= max(known) * factor and value - max(known) > 10


def _is_far_from_last(value: Decimal, last: Decimal, item: KnownItem) -> bool:
    """Tell "2.870" after 287, and "20%" after 70%, of what has no plan's number to hold it against."""
    if value > last * _TIMES:
        return measure(item) != "count" or value - last > _FAR
    return value * _TIMES < last and (measure(item) == "rate" or item.cumulative is False)


def _stays_high(item: KnownItem) -> bool:
    """Tell a level ("1.257" after 12.575 is a slip) from a flow, whose fall is asked about anyway."""
    level = item.cumulative is False or "/năm" in (item.unit or "")
    return level and item.comparator not in ("<", "<=")


def _is_far_rate(reading: Reading, value: Decimal, last: Decimal | None, item: KnownItem) -> bool:
    """A rate ten times off: "9,75" for 97,5 where the whole is near 100; "81" for 8,1."""
    known = last or item.target
    if not known or not value:
        return False
    if known >= 50:
        return item.bounded and value * _FAR <= known * Decimal("1.2")
    level = reading.numerator is None and not item.is_of_change
    if level and last and last >= _LOW_RATE and 0 < value * _LOW_RATE <= last:
        return True  # "1,05" or "2" after 10,6
    return value * Decimal("1.2") >= known * _FAR and (value > 5 or known < 1)


def _fell(value: Decimal, last: Decimal | None, item: KnownItem) -> bool:
    """A rate near the whole that lost more than five points: "85" after 99,5. With a/b the counts speak."""
    reached = item.target is not None and value >= item.target  # the plan's own mark is no slip
    return item.bounded and last is not None and last >= _HIGH_RATE and last - value > _FALL and not reached
