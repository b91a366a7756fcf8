"""A percentage told beside a number, held against the item that the number turned out to be of."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.percent import percent
from bot.domain.reading.amounts.percentages import agrees
from bot.domain.reading.amounts.units import measure
from bot.domain.reading.model import Doubt, Reading


def contradicted(reading: Reading, item: KnownItem | None) -> Reading:
    """Doubt "118/123 đạt 96,1%" as one does where the item is named: the two numbers make 95,93 %.

    Without a b the plan is the whole, as in "205 đạt 80%" of a plan of 269. A rate's plan is no whole.
    """
    stated, exact = reading.percent_stated, _made(reading, item)
    if stated is None or exact is None or agrees(stated, _step(stated), exact):
        return reading
    sure = replace(reading, percent_stated=None, percent_consistent=None, doubts=())
    return replace(reading, percent_consistent=False, doubts=(Doubt("percent_mismatch", (sure,)),))


def _made(reading: Reading, item: KnownItem | None) -> Decimal | None:
    """The percentage that the numbers make; None where nothing is their whole."""
    if reading.numerator is not None:
        return percent(reading.numerator, reading.denominator) if reading.denominator else None
    if item is None or not item.target or measure(item) == "rate" or reading.value is None:
        return None
    return percent(reading.value, item.target)


def _step(stated: Decimal) -> Decimal:
    """By how much the last digit that was typed counts."""
    exponent = stated.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
