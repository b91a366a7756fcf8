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
        return _phased(target, goal, day, elapsed)
    if not target.prorated or goal < small:
        return None
    return quotient(goal, Decimal(elapsed), Decimal(total))


def _phased(target: Target, goal: Decimal, day: date, elapsed: int) -> Decimal | None:
    """The amount planned for the latest month that has elapsed and has one; after the last step evenly on to
    the goal: a plan that was made as far as March says nothing of November.
    """
    last = ends_on(target, day)
    first = target.starts_on or date(last.year, 1, 1)
    start = first.month - 1 + (first.day > CUT_OFF_DAY)
    _, total = months(target, day)
    steps = [(start + place) % 12 + 1 for place in range(total)]
    known = [place for place, month in enumerate(steps, 1) if month in target.phased]
    passed = [place for place in known if place <= elapsed]
    if not passed:
        return None
    value = target.phased[steps[passed[-1] - 1]]
    if passed[-1] < known[-1] or value >= goal or passed[-1] == total:
        return value
    behind, ahead = Decimal(elapsed - passed[-1]), Decimal(total - passed[-1])
    return value + quotient(goal - value, behind, ahead)


def _count(day: date) -> int:
    return day.year * 12 + day.month
