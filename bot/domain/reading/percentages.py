"""The percentage that two numbers make, and whether a typed one agrees with it."""

from __future__ import annotations

from decimal import Decimal


def percentage(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    """Return 100·a/b, None when b is 0."""
    return numerator * 100 / denominator if denominator else None


def agrees(stated: Decimal, step: Decimal, exact: Decimal) -> bool:
    """Tell whether a typed percentage is the exact one, rounded or cut off at the digits typed."""
    return abs(stated - exact) < step
