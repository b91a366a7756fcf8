"""Percentages: computed exactly, printed at two decimals, compared with what somebody stated."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

PLACES = 2
_TYPED = 4  # decimals that somebody may have typed
# Wide enough for any figure that can be typed: quantize() raises when its result has more digits than this.
WIDE = Context(prec=100)
QUOTIENT = Context(prec=40)


def quotient(amount: Decimal, share: Decimal, whole: Decimal) -> Decimal:
    """amount × share / whole at 40 digits: far finer than anything printed or compared."""
    return QUOTIENT.divide(WIDE.multiply(amount, share), whole)


def percent(numerator: Decimal, denominator: Decimal) -> Decimal:
    """numerator/denominator in per cent, unrounded. Raises ZeroDivisionError for n/0: 0/0 is not 0 %."""
    if not denominator:
        raise ZeroDivisionError("no percentage of nothing")
    return quotient(numerator, Decimal(100), denominator)


def rounded(value: Decimal, places: int = PLACES) -> Decimal:
    """The value as it is printed: half up ("94,5857" is 94,59)."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)


def tidy(value: Decimal) -> Decimal:
    """The share that a/b make, 10,4651…, as it is printed; what was typed stays as it is."""
    return rounded(value) if scale(value) > _TYPED else value


def scale(value: Decimal) -> int:
    """How many decimals a number has, trailing zeros apart; 0 for whole numbers."""
    exponent = WIDE.create_decimal(value).normalize(WIDE).as_tuple().exponent
    return max(0, -int(exponent))


def agrees(stated: Decimal, exact: Decimal) -> bool:
    """True when `stated` is `exact` rounded or truncated to the decimals that were stated.

    Real plans do both: 7.512.469.825/7.942.500.000 is printed as 94,58 % and as 94,59 %.
    """
    places = max(0, -int(stated.as_tuple().exponent))
    step = Decimal(1).scaleb(-places)
    return stated in (rounded(exact, places), exact.quantize(step, ROUND_DOWN, WIDE))


def is_beside_plan(numerator: Decimal, denominator: Decimal, plan: Decimal | None) -> bool:
    """True when "99,5/99,7" of a rate is the rate beside its plan, and no a of b.

    So it is when the b is the planned rate, or one of the two is no count of anything: "10/11" counts.
    """
    return denominator == plan or not (scale(numerator) == scale(denominator) == 0)
