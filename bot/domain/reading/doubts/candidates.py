"""The readings to choose from when a figure is doubtful: complete, plausible, the likeliest first."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import is_whole
from bot.domain.reading.model import Reading

_FAR = 10  # times the target: not of this item
_MILLION, _BILLION = Decimal(10**6), Decimal(10**9)


def with_value(reading: Reading, value: Decimal, **changes: object) -> Reading:
    """Return the reading as a sure plain figure of another value."""
    kind = reading.kind if reading.kind in ("percent", "correction") else "figure"
    plain = replace(
        reading, kind=kind, value=value, numerator=None, denominator=None, doubts=(), qualifier=None,
        percent_stated=None, percent_consistent=None,
    )  # fmt: skip
    return replace(plain, **changes) if changes else plain  # type: ignore[arg-type]


def as_typed(reading: Reading, main: Quantity, flawed: Quantity, item: KnownItem) -> tuple[Reading, ...]:
    if main.over is not None and flawed.flaw != "range":
        if flawed is main:
            pairs = [(value, main.over.value) for value in (main.value, *main.others)]
        else:
            pairs = [(main.value, value) for value in (flawed.value, *flawed.others)]
        return tuple(replace(reading, value=a, numerator=a, denominator=b, doubts=()) for a, b in pairs)
    values = [main.value, *main.others]
    if flawed.high is not None:
        values = [main.value, flawed.high]
    if flawed.flaw == "negative":
        values = list(main.others)
    if is_whole(item.unit):
        values = [value for value in values if value == value.to_integral_value()] or values
    if flawed.flaw == "thousands_slip" and item.bounded and item.unit == "%":
        values = [value for value in values if _may_be_rate(value, item)]
    return tuple(with_value(reading, value) for value in dict.fromkeys(values))


def _may_be_rate(value: Decimal, item: KnownItem) -> bool:
    """Tell that neither 12.575 % nor 12,575 % can be of a plan of 1,05 %: another number was meant."""
    far = item.target is not None and value >= item.target * _FAR and value > item.target + 5
    return value <= 100 and not far


def share_of_target(reading: Reading, item: KnownItem) -> tuple[Reading, ...]:
    """Offer the count that the percentage means, when that is a whole number."""
    if item.target is None or reading.value is None:
        return ()
    count = item.target * reading.value / 100
    if is_whole(item.unit) and count != count.to_integral_value():
        return ()
    return (with_value(replace(reading, kind="figure", unit=item.unit), count.normalize() + 0),)


def as_money(reading: Reading, main: Quantity, item: KnownItem) -> tuple[Reading, ...]:
    """Offer triệu, tỷ, đồng: those that are plausible against the target, the likeliest first."""
    values = [main.value * _MILLION, main.value * _BILLION, main.value * 1000, main.value]
    if item.target:
        target = item.target
        values = [v for v in values if target / 1000 <= v <= target * 20] or values
        values.sort(key=lambda v: abs((v / target).ln()) if v > 0 else Decimal(99))
    if main.value >= 1000 and main.value not in values:
        values.append(main.value)
    over = main.over
    if over is not None:
        factor = values[0] / main.value
        return (
            replace(
                reading, value=values[0], numerator=values[0], denominator=over.value * factor, doubts=()
            ),
        )
    return tuple(with_value(reading, value, unit="đồng") for value in values[:3])


def without_point(reading: Reading, main: Quantity) -> tuple[Reading, ...]:
    """Offer "1.5" without its point: 15; "0,5" is hardly 05."""
    if main.over is not None or main.step == 0 or main.value < 1:
        return ()
    return (with_value(reading, (main.value / main.step).to_integral_value()),)


def shifted(reading: Reading, main: Quantity) -> tuple[Reading, ...]:
    """Offer 97,5 for "975" and "9,75" typed as a rate of at most 100."""
    values = [main.value / 10, main.value / 100]
    return tuple(with_value(reading, value) for value in values if 1 < value <= 100)


def shifted_near(reading: Reading, value: Decimal, known: Decimal | None) -> tuple[Reading, ...]:
    """Offer the value with one digit more or less, where that is near what is known."""
    if not known:
        return ()
    near = [v for v in (value / 10, value * 10) if known / 3 <= v <= known * 3]
    if is_whole(reading.unit):
        near = [v for v in near if v == v.to_integral_value()]
    return tuple(with_value(reading, v.normalize() + 0) for v in near)
