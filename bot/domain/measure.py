"""From a figure to the number that is judged: ratios, what is left against what was reduced, growth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.domain import yardstick
from bot.domain.percent import percent
from bot.domain.targets import Target
from bot.domain.verdict import Assumption, Known, Reason
from bot.domain.yardstick import Yardstick

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Measurement:
    """`value` as reported in the target's unit; `number` is what `mark` judges, the same save for changes.

    `gap` says why there is a value and no number: an opening figure is not known.
    """

    value: Decimal | None = None
    number: Decimal | None = None
    mark: Yardstick | None = None
    gap: Reason | None = None
    assumption: Assumption | None = None


def measure(target: Target, known: Known, *, ended: bool, ceiling_exceeds: bool) -> Measurement:
    """What is judged of a figure. Never raises: a ratio over nothing has no value."""
    value = reported(target, known)
    mark = yardstick.for_level(target, ceiling_exceeds=ceiling_exceeds)
    if value is None and known.percent_of_assigned is not None:
        return _self_reported(target, known.percent_of_assigned)
    if value is None:
        return Measurement(mark=mark)
    if is_change(target):
        return _change(target, known, value, ended)
    if target.measured == "growth" and known.reads == "stock":
        return _growth(target, value, mark)
    if target.measured != "level" and known.reads == "change":
        return _level_after(target, value, mark)
    if mark is None and target.is_kept and known.denominator:
        mark = Yardstick("floor", known.denominator)
    return Measurement(value, value, mark)


def reported(target: Target, known: Known) -> Decimal | None:
    """The figure in the target's unit: as recorded, else computed from a/b. None over nothing (0/0)."""
    if known.value is not None:
        return known.value
    if known.numerator is None or is_change(target) or not yardstick.is_rate(target.unit):
        return known.numerator
    if not known.denominator:
        return None
    ratio = percent(known.numerator, known.denominator)
    return ratio * 10 if "‰" in (target.unit or "") else ratio


def is_change(target: Target) -> bool:
    """True when a reduction is judged, not a level (forms T12, T14, T18, T29)."""
    return target.comparator == "reduce_by" or target.is_against_last_year


def is_percentage_of_change(target: Target) -> bool:
    """True for a percentage by which something falls or grows (forms T14, T16): two counts make it."""
    against = target.is_against_last_year or target.measured == "growth"
    return against and yardstick.is_rate(target.unit)


def _self_reported(target: Target, stated: Decimal) -> Measurement:
    """What is said of a number that is not known: "đạt 100 % chỉ tiêu được giao" (forms T10, T28)."""
    goal = target.percent_of_assigned or HUNDRED
    ceiling = target.comparator in ("<", "<=") and not is_change(target)
    mark = Yardstick("ceiling", goal) if ceiling else Yardstick("floor", goal, top=goal)
    return Measurement(number=stated, mark=mark, assumption="self_reported")


def _change(target: Target, known: Known, value: Decimal, ended: bool) -> Measurement:
    mark = yardstick.for_change(target)
    if known.reads == "change" or target.measured == "reduction":
        return Measurement(value, value, mark)
    against_last_year = target.is_against_last_year
    base = _last_year(target, known, ended) if against_last_year else target.baseline
    relative = against_last_year and yardstick.is_rate(target.unit)
    if base is None or (relative and not base):
        return Measurement(value, gap="last_year_unknown" if against_last_year else "baseline_unknown")
    return Measurement(value, percent(base - value, base) if relative else base - value, mark)


def _last_year(target: Target, known: Known, ended: bool) -> Decimal | None:
    """Last year's count to the same day: the whole year's count compares only at the year's end."""
    if known.last_year is not None:
        return known.last_year
    return target.last_year if ended else None


def _growth(target: Target, value: Decimal, mark: Yardstick | None) -> Measurement:
    if not target.baseline:
        return Measurement(value, gap="baseline_unknown")
    return Measurement(value, percent(value - target.baseline, target.baseline), mark)


def _level_after(target: Target, change: Decimal, mark: Yardstick | None) -> Measurement:
    """The level that a change leaves: "giảm 0,1 %" for "năm 2024: 8,06 %" (form T13)."""
    if target.measured == "growth":
        return Measurement(change, change, mark)
    if target.baseline is not None:
        return Measurement(change, target.baseline - change, mark)
    if target.reduce_low is not None:
        return Measurement(change, change, yardstick.for_change(target))
    return Measurement(change, gap="baseline_unknown")
