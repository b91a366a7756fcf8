"""A number of a message with what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.domain.reading.amounts.numbers import Number
from bot.domain.reading.model import Qualifier, Reason


@dataclass(slots=True)
class Quantity:
    """A number in the text. Tokens from `start` to `end`; `step` is the smallest part that was typed.

    `over` is the b of a/b, `high` the end of a range. `soft` is a unit that may be an ordinary word ("em").
    `role` is what the words in front make of it (target, old, delta, left, …); `aside` is true in brackets
    and after "trong đó", `per` is what one costs or one has it for ("300k/phần", "5 triệu/người/tháng").
    """

    start: int
    end: int
    value: Decimal
    step: Decimal = Decimal(1)
    flaw: Reason | None = None
    others: tuple[Decimal, ...] = ()
    unit: str | None = None
    soft: str | None = None
    scale: int = 0
    grouped: bool = False
    worded: bool = False
    over: Quantity | None = None
    high: Decimal | None = None
    role: str = ""
    qualifier: Qualifier | None = None
    aside: bool = False
    per: tuple[str, ...] = ()

    @property
    def is_percent(self) -> bool:
        """True when a % was typed."""
        return self.unit == "%"

    @property
    def is_rate(self) -> bool:
        """True when a % or a ‰ was typed, or is meant."""
        return self.unit in ("%", "‰")


def quantity_of(start: int, end: int, number: Number) -> Quantity:
    """Return the quantity of a number that stands between two places."""
    step = Decimal(1).scaleb(-number.decimals)
    return Quantity(start, end, number.value, step, number.flaw, number.others, grouped=number.grouped)
