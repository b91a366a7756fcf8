"""What a cumulative flow should have reached by a day: the phased plan, else a share of the year's months."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.domain.percent import quotient
from bot.domain.targets import Target

# A month of reporting closes on the 14th (NĐ 09/2019 Art. 12): from that day on it counts as elapsed.
CUT_OFF_DAY = 14


def ends_on(target: Target, day: date) -> date:
    """The item's own end; 31 December of the day's year when the plan names none."""
    return target.ends_on or date(day.year, 12, 31)


def months(target: Target, day: date) -> tuple[int, int]:
    """(elapsed, total) months of the target's own year as far as a day; elapsed is within 0 and total."""
    last = ends_on(target, day)
    first = target.starts_on or date(last.year, 1, 1)
    start = _count(first) + (first.day > CUT_OFF_DAY)
    total = max(_count(last) - start + 1, 1)
    elapsed = _count(day) - start + (day.day >= CUT_OFF_DAY)
    return min(max(elapsed, 0), total), total


def expected(target: Target, goal: Decimal, day: date, small: Decimal) -> Decimal | None:
    """The cumulative value expected by a day, or None where none is (small and one-season targets)."""
    elapsed, total = months(target, day)
    if target.phased:
        return _phased(target, day, elapsed)
    if not target.prorated or goal < small:
        return None
    return quotient(goal, Decimal(elapsed), Decimal(total))


def _phased(target: Target, day: date, elapsed: int) -> Decimal | None:
    """The amount planned for the latest month that has elapsed and has one."""
    last = ends_on(target, day)
    first = target.starts_on or date(last.year, 1, 1)
    start = first.month - 1 + (first.day > CUT_OFF_DAY)
    passed = [(start + place) % 12 + 1 for place in range(elapsed)]
    return next((target.phased[month] for month in reversed(passed) if month in target.phased), None)


def _count(day: date) -> int:
    return day.year * 12 + day.month
