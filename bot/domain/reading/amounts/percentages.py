"""The percentage that two numbers make, and whether a typed one agrees with it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.words import Token

_MET = frozenset(("dat", "=", "bang", "le", "chiem"))
_MOST = Decimal(150)  # per cent of a whole that anybody types without a sign


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


def unsigned(
    main: Quantity,
    whole: Decimal | None,
    target: Decimal | None,
    others: Sequence[Quantity],
    tokens: Sequence[Token],
) -> Quantity | None:
    """Return the percentage of a/b, or of a and its plan, that was typed without its sign, as most people do.

    Behind "đạt" beside a/b it is one, whether it is the right one or not; so are tenths beside a count.
    """
    exact = percentage(main.value, whole or target or Decimal(0))
    if exact is None:
        return None
    bare = [q for q in others if q.start > main.start and not q.over and (q.unit or q.soft) is None]
    met = [q for q in bare if tokens[q.start - 1].text in _MET]
    told = [q for q in (bare if whole else met) if agrees(q.value, q.step, exact)]
    if not told and (whole or any(q.step < 1 for q in met)):
        told = [q for q in met if q.value <= max(_MOST, 2 * exact)]
    return told[0] if told else None
