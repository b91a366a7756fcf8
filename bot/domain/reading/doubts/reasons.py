"""Why a figure must be asked about before it is stored, and the readings to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import is_money, is_whole, measure, reduces, typed_unit
from bot.domain.reading.doubts.candidates import (
    as_typed,
    shifted,
    with_value,
)
from bot.domain.reading.doubts.history import FAR_FROM_BOTH, against_history
from bot.domain.reading.doubts.measures import measure_doubts
from bot.domain.reading.figures.values import Report
from bot.domain.reading.model import Context, Doubt, Reading, Reason

Doubts = Iterator[Doubt]
ADDED_BEFORE = "added before"
"""The rule of a candidate that stays as it is, because what is new was added already."""
SINCE_SENT = "since it was sent"
"""The rule of a candidate that adds to what this period has already."""


def value_doubts(
    reading: Reading, report: Report, main: Quantity, item: KnownItem, context: Context, *, exceeds: bool
) -> tuple[Doubt, ...]:
    """Return what is doubtful about a figure of a known item, the gravest first.

    `main` is the number that holds the value; `exceeds`: the person wrote "vượt". A correction is meant to
    drop or to jump, but not far beyond plan and history: "sửa 149" of a plan of 5 was meant for another item,
    unless the wrong value is named too.
    """
    if _only_passes(main, item) and (item.key, "target_not_result") not in context.settled:
        return (Doubt("target_not_result", (with_value(reading, main.value),)),)
    doubts = [*_form(reading, report, main, item, context), *measure_doubts(reading, main, item)]
    if not doubts:
        doubts = [*_whole(reading, report, main, item, exceeds=exceeds), *_percent(reading)]
        doubts += _plan(reading, report, main, item)
        if not doubts:
            found = [
                *_growth(reading, report, main, item, context),
                *_history(reading, main, item, context, raised=report.raised),
            ]
            corrects = reading.kind == "correction"
            sure = corrects and reading.old_value is not None  # "2803 chứ không phải 2,803"
            doubts += [d for d in found if not sure and (not corrects or d.reason == "outlier")]
    unsettled = [d for d in doubts if (item.key, d.reason) not in context.settled]
    if any(doubt.reason == "denominator_differs" for doubt in unsettled):  # one question for both
        unsettled = [doubt for doubt in unsettled if doubt.reason != "percent_mismatch"]
    return tuple(_unique(unsettled))


def _only_passes(main: Quantity, item: KnownItem) -> bool:
    """Tell "đạt và vượt 97,5" and "trên 97,5" of a plan of 97,5: its number was passed, by how much?"""
    beyond = main.qualifier == "gt" or main.role == "excess"
    return beyond and main.over is None and main.value == item.target and measure(item) == "rate"


def _unique(doubts: list[Doubt]) -> Iterator[Doubt]:
    seen: set[Reason] = set()
    for doubt in doubts:
        if doubt.reason not in seen:
            seen.add(doubt.reason)
            yield doubt


def _form(reading: Reading, report: Report, main: Quantity, item: KnownItem, context: Context) -> Doubts:
    """Doubts about how the number was typed."""
    for quantity in (main, main.over):
        if quantity is not None and quantity.flaw is not None and not _excused(quantity, item):
            yield Doubt(quantity.flaw, as_typed(reading, main, quantity, item))
    if _only_bounds(report, main, item, context):
        yield Doubt("vague_quantity", (with_value(reading, main.value),))
    if report.rivals:
        others = (value for value in main.others if _may_be(value, item))
        options = [*others, *(q.value for q in (main, *report.rivals) if q.flaw is None)]
        yield Doubt("two_numbers", tuple(with_value(reading, value) for value in options))
    if main.role == "excess" and _is_beyond(main, item):
        total = (with_value(reading, item.target + main.value),) if item.target else ()
        yield Doubt("delta_without_total", (*total, with_value(reading, main.value)))
    newest = context.newest.get(item.key, context.last.get(item.key))
    if report.added is not None and not _is_counted(report.added, main, newest):
        both = main.value + report.added.value
        yield Doubt("delta_without_total", (with_value(reading, both), with_value(reading, main.value)))
    if report.taken_off and main.role == "total" and reading.kind != "correction":  # "ghi dư 2, còn 199"
        yield Doubt("delta_without_total", (with_value(reading, main.value),))
    yield from _changed(reading, main, report.net, item, context)


def _may_be(value: Decimal, item: KnownItem) -> bool:
    """Tell that "99 6" may be 99,6 of a rate and 996 of a count."""
    if measure(item) == "rate":
        return not item.bounded or value <= 100
    return value == value.to_integral_value() or not is_whole(item.unit)


def _changed(
    reading: Reading, main: Quantity, net: Decimal | None, item: KnownItem, context: Context
) -> Doubts:
    """Doubt a change whose total is wanted; `net` is what a rise and a fall make together."""
    newest = context.newest.get(item.key, context.last.get(item.key))
    change = _change(main, item)
    if net is not None and change and newest is not None and not item.compared:
        yield Doubt("delta_without_total", (with_value(reading, newest + net),))
    elif main.is_percent and main.role in ("delta", "fall") and measure(item) == "money":
        yield Doubt("delta_without_total")  # "tăng 5% so với cùng kỳ"
    elif change and item.compared:
        yield Doubt("delta_without_total", _since_january(reading, main, change, newest))
    elif change:
        newest = item.baseline if newest is None and not reduces(item) else newest
        known = newest is not None and newest + change >= 0
        changed = (with_value(reading, newest + change),) if newest is not None and known else ()
        if newest is not None and _is_again(change, newest, context.last.get(item.key)):
            changed = (with_value(reading, newest, rule=ADDED_BEFORE), *changed)
        alone = () if _is_a_step(main, newest, item) else (with_value(reading, main.value),)
        yield Doubt("delta_without_total", (*changed, *alone))


def _is_a_step(main: Quantity, newest: Decimal | None, item: KnownItem) -> bool:
    """Tell "dân số tăng 40": of a level of thousands it cannot be the whole."""
    return newest is not None and item.cumulative is False and main.value * FAR_FROM_BOTH <= newest


def _since_january(
    reading: Reading, main: Quantity, change: Decimal, newest: Decimal | None
) -> tuple[Reading, ...]:
    """Offer what a count of the year may come to: it does not fall. Last year's is the ward's to know."""
    grown = newest + change if newest is not None and change > 0 else None
    values = [] if grown is None else [grown]
    values += [main.value] if newest is None or main.value >= newest else []
    return tuple(with_value(reading, value) for value in values)


def _only_bounds(report: Report, main: Quantity, item: KnownItem, context: Context) -> bool:
    """Tell "dưới 200", "gần 100%" where that would be the whole plan, "trên 99%" of what was 99,2 before."""
    if main.qualifier == "gt":
        known = context.newest.get(item.key)
        return known is not None and known > main.value and main.over is None and item.cumulative is not False
    full = main.value == item.target or (main.value == 100 and measure(item) == "rate")
    nearly = report.nearly and full and item.comparator not in ("<", "<=")
    return (main.qualifier == "lt" and main.role != "fall") or nearly


def _is_again(change: Decimal, newest: Decimal, before: Decimal | None) -> bool:
    """Tell that this period has the change already: "thêm 19" is sent twice."""
    return before is not None and before != newest and before + change == newest


def _is_counted(added: Quantity, main: Quantity, last: Decimal | None) -> bool:
    """Tell whether what is new is in the value already: it is the last value and what was added."""
    return last is not None and last + added.value == main.value


def _change(main: Quantity, item: KnownItem) -> Decimal | None:
    """Return by how much the value is said to have changed: "thêm 12", "giảm 2" of what is no reduction."""
    if main.is_percent and measure(item) in ("count", "money"):
        return None  # "giảm 10%" of cases
    if main.role in ("delta", "surplus"):
        return main.value if main.role == "delta" else -main.value
    if main.role != "fall" or main.over is not None or reduces(item):
        return None
    level_named = "giảm" in item.name.lower() and measure(item) != "count"  # "giảm tỷ lệ SDD 14,8%"
    return None if level_named else -main.value


def _is_beyond(main: Quantity, item: KnownItem) -> bool:
    """Tell "vượt 10 người" from "vượt, được 280": more than the target is a total."""
    if main.over is not None or main.is_percent != (measure(item) == "rate"):
        return False
    if main.is_percent:
        return main.value < (item.target or 100) / 5
    return item.target is None or main.value < item.target


def _excused(quantity: Quantity, item: KnownItem) -> bool:
    """A joined "12 575" near the target or the last value is one number."""
    if quantity.flaw != "two_numbers" or item.target is None:
        return False
    return item.target / 2 <= quantity.value <= item.target * 2


def _whole(reading: Reading, report: Report, main: Quantity, item: KnownItem, *, exceeds: bool) -> Doubts:
    """Doubts about a value beyond the whole, or a part larger than what it is part of."""
    if measure(item) == "rate" and item.bounded and main.over is None and main.value > 100:
        yield Doubt("out_of_range", shifted(reading, main))
    if measure(item) == "rate" and main.value < 0:
        yield Doubt("negative", ())
    if main.over is None:
        whole = item.target if item.bounded and measure(item) == "count" and not is_money(main.unit) else None
        if whole is not None and main.value > whole and item.comparator != "<=":
            yield Doubt("over_denominator", (with_value(reading, main.value),))
        return
    over = main.over
    if main.value <= over.value or exceeds or main.is_rate or over.is_rate:
        return
    if report.stated is not None and reading.percent_consistent:
        return
    is_target = item.target is not None and _same(over, item.target)
    if item.bounded or not is_target:
        rate = measure(item) == "rate"
        value = over.value * 100 / main.value if rate else over.value
        swapped = replace(reading, numerator=over.value, denominator=main.value, value=value, doubts=())
        sure = () if rate and item.bounded else (replace(reading, doubts=()),)
        yield Doubt("over_denominator", (swapped, *sure))


def _same(quantity: Quantity, known: Decimal) -> bool:
    """Tell whether a typed number is a known one, rounded as it was typed."""
    return abs(quantity.value - known) < quantity.step if quantity.scale else quantity.value == known


def _percent(reading: Reading) -> Doubts:
    if reading.percent_consistent is not False:
        return
    sure = replace(reading, percent_stated=None, percent_consistent=None, doubts=())
    yield Doubt("percent_mismatch", (sure,))


def _plan(reading: Reading, report: Report, main: Quantity, item: KnownItem) -> Doubts:
    """Doubt a b that is not the plan's. A part of a rate has a population below it, not the target."""
    over = main.over or report.planned
    if over is None:
        return
    if item.target is None:
        if item.assigned and measure(item) != "rate":  # nobody has set the number that b claims to be
            yield Doubt("denominator_differs", (with_value(reading, main.value),))
        return
    if measure(item) == "rate" and not (over.is_rate or main.is_rate):
        return
    if _same(over, item.target):
        return
    alone = with_value(reading, main.value)
    if measure(item) == "rate":  # "đạt 100% chỉ tiêu (=99,64%)": how far the plan is met, and the rate itself
        met = (with_value(reading, over.value),) if report.planned is not None and main.value >= 100 else ()
        yield Doubt("denominator_differs", (*met, alone))
        return
    as_typed = replace(reading, doubts=(), percent_stated=None, percent_consistent=None)
    yield Doubt("denominator_differs", (alone, as_typed))


def _growth(reading: Reading, report: Report, main: Quantity, item: KnownItem, context: Context) -> Doubts:
    """Doubt a total that is not the one before and what the period brought: "201 (tăng 20)" after 182."""
    last, grown = context.last.get(item.key), report.grown
    if last is None or grown is None:
        return
    known = {last, context.newest.get(item.key, last)}
    step = max(main.step, grown.step) if measure(item) == "rate" or is_money(item.unit) else Decimal(1)
    if all(abs(before + grown.value - main.value) >= step for before in known):
        made = with_value(reading, last + grown.value)
        yield Doubt("growth_mismatch", (with_value(reading, main.value), made))


def _history(reading: Reading, main: Quantity, item: KnownItem, context: Context, *, raised: bool) -> Doubts:
    if is_money(typed_unit(main, item) or item.unit) != is_money(item.unit):
        return
    if measure(item) != "rate" and main.is_percent:
        return  # "đạt 100% số giao" is of another measure than the counts before it
    last, newest = context.last.get(item.key), context.newest.get(item.key)
    doubt = against_history(reading, item, last)
    if doubt is None:
        return
    if doubt.reason == "decrease" and raised and newest is not None and newest != last:
        since = with_value(reading, newest + main.value, rule=SINCE_SENT)  # "lên 3 người" after 205
        doubt = replace(doubt, candidates=(since, *doubt.candidates))
    yield doubt
