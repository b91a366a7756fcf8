"""What stands beside a figure and is a report of its own: a rate beside its count, money beside a count."""

from __future__ import annotations

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.percentages import agrees, percentage
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import typed_unit
from bot.domain.reading.figures.values import Report
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.part import Part


def rate_beside(part: Part, report: Report) -> Reading | None:
    """Read "hộ nghèo giảm 5, tỷ lệ còn 0,42%": the rate is an item of its own."""
    stated = report.stated
    if stated is None or part.item is None:
        return None
    said = part.found.words(max(0, stated.start - 4), stated.start)
    if "ty" not in said:
        return None
    if report.main is not None and report.main.over is not None and "con" not in said:
        return None  # "1.860/2.400 hộ, tỷ lệ 75,7%" is what the two numbers make, or a slip
    key = part.catalogue.rate_of(part.item.key)
    if key is None or _is_of_plan(part.item, report, stated):
        return None
    report.stated = None
    rule = "rate beside its count"
    return Reading("percent", key, True, stated.value, unit="%", rule=rule, span=part.span_of(stated))


def _is_of_plan(item: KnownItem, report: Report, stated: Quantity) -> bool:
    """Tell the 60 % that "giảm 3/5 hộ, tỷ lệ 60%" makes from the rate of what is left."""
    main = report.main
    whole = main.over.value if main is not None and main.over else item.target
    exact = percentage(main.value, whole) if main is not None and whole else None
    return exact is not None and agrees(stated.value, stated.step, exact)


def sum_beside(part: Part, quantity: Quantity, main: Reading) -> Reading:
    """The money beside a count, or the count beside money: a second reading of the same item.

    Where the count is doubted, so is what goes with it: "giải ngân 64tr cho 2 hộ nghèo".
    """
    flaw = quantity.flaw or ("unit_mismatch" if main.doubts else None)
    return part.reading(
        "figure",
        "money and count of one item",
        value=quantity.value,
        unit=typed_unit(quantity, part.item),
        span=part.span_of(quantity),
        doubts=(Doubt(flaw),) if flaw else (),
    )
