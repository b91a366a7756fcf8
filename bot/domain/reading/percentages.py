"""The percentage that two numbers make, and whether a typed one agrees with it."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.reading.quantity import Quantity


def percentage(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    """Return 100·a/b, None when b is 0."""
    return numerator * 100 / denominator if denominator else None


def agrees(stated: Decimal, step: Decimal, exact: Decimal) -> bool:
    """Tell whether a typed percentage is the exact one, rounded or cut off at the digits typed."""
    return stated <= exact < stated + step or exact < stated <= exact + step / 2


def rivals(bare: Quantity, rate: Quantity) -> bool:
    """Tell the 97,6 of "bhyt 97,6 đạt 98%" from the 12.450 of "bhyt 12.450 đạt 98%", the 2 of "bhyt p2"."""
    if bare.soft is not None or bare.role not in ("", "result"):
        return False
    return bare.start > rate.end or (bare.value <= 100 and (bare.step < 1 or bare.value * 2 >= rate.value))
