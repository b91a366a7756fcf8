"""What is told of a percentage by which something rises or falls: itself, or the counts that make it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.domain.items import KnownItem
from bot.domain.percent import percent, rounded
from bot.domain.reading.amounts.percentages import agrees
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import typed_unit
from bot.domain.reading.doubts.candidates import with_value
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.vocabulary.units import BEFORE_NAMES, COUNTED
from bot.domain.reading.words import Token

if TYPE_CHECKING:
    from bot.domain.reading.figures.values import Report
    from bot.domain.reading.part import Part

CHANGE, PAIR = "percentage of change", "count beside the one before"
STOCK, RISEN, FALLEN = "count of a change", "rise in numbers", "fall in numbers"
"""Rules of readings. The last three lack what there was before: the ward's own data may tell."""
LACKING = frozenset((STOCK, RISEN, FALLEN))
AGAINST = "count against last year"
"""The rule of a candidate that was reckoned from last year's count."""
_PLACES = 4  # finer than anything printed or compared
_LIKELY = 50  # per cent: a count that is farther from the one before is not that count
_NEAR = 3  # words in front of a number that say when it was
_TO = (["len"], ["xuong"], ["con"], ["den"])
_BY = frozenset(("fall", "delta", "excess", "compared"))
"""Roles of what a count rose or fell by: "giảm 1 vụ so với cùng kỳ 13 vụ"."""
_EARLIER = frozenset(
    (("cung", "ky"), ("dau", "ky"), ("dau", "nam"), ("nam", "truoc"), ("nam", "ngoai"), ("so", "voi"))
)


def change(rule: str, number: Decimal, before: Decimal, item: KnownItem) -> Decimal | None:
    """In per cent of `before`, and as the target counts it: a fall, or growth. None where it cannot be.

    `number` is what there is now (STOCK), or by how much that rose or fell.
    """
    if before <= 0:
        return None
    grown = number - before if rule in (STOCK, PAIR) else number if rule == RISEN else -number
    value = rounded(percent(grown, before), _PLACES).normalize() + 0
    if value < -100 or (rule == STOCK and number and abs(value) > _LIKELY):
        return None
    return value if item.measured == "growth" else -value


def changed(reading: Reading, rule: str, before: Decimal, item: KnownItem) -> Reading | None:
    """The reading of a number as a percentage of what there was before, with both numbers beside it."""
    number = reading.numerator or Decimal(0)
    value = change(rule, number, before, item)
    if value is None:
        return None
    now = {RISEN: before + number, FALLEN: before - number}.get(rule, number)
    plain = with_value(reading, value, unit=item.unit, rule=PAIR)
    return replace(plain, numerator=now, denominator=before)


def change_told(part: Part, reading: Reading, report: Report, main: Quantity) -> Reading | None:
    """Read a number of such an item; None for one that is read like any other."""
    item = part.item
    earlier = _earlier(part) if item is not None and item.is_of_change else None
    if item is None or not item.is_of_change or main.flaw is not None or (report.rivals and not earlier):
        return None
    if earlier is main:
        main = next((one for one in part.segment.quantities if one is not earlier and one.over is None), main)
    plain = with_value(reading, main.value, unit=item.unit, rule=CHANGE)
    if reading.kind == "correction":
        plain = replace(plain, old_value=reading.old_value)
    rate = next((one for one in part.segment.quantities if one.is_rate and one.flaw is None), None)
    if rate is not None and (counts := _counts(part, main, earlier)) is not None:
        return _held_against(plain, main, rate, counts, part)
    before = main.over or earlier
    if before is not None and not (main.is_rate or before.is_rate) and main.role not in ("fall", "delta"):
        return _of_pair(plain, main, before, item, sure=main.over is None)
    rises = _direction(main, part.found.tokens)
    signed = plain if rises is None else _signed(plain, item, rises=rises)
    counted = _is_counted(main, item) or (rises is None and main.role in ("total", "left"))
    if not counted and (main.is_rate or main.step < 1):
        return signed
    rule = STOCK if rises is None else RISEN if rises else FALLEN
    return _lacking(signed, rule, main, counted=counted)


def _of_pair(plain: Reading, main: Quantity, before: Quantity, item: KnownItem, *, sure: bool) -> Reading:
    """ "38/40", "38 vụ, cùng kỳ 40 vụ"."""
    pair = replace(plain, numerator=main.value, denominator=before.value)
    told = changed(pair, PAIR, before.value, item)
    if told is None:
        return replace(pair, doubts=(Doubt("which_measure"),))
    return told if sure else replace(told, doubts=(Doubt("which_measure", (told,)),))


def _counts(part: Part, main: Quantity, earlier: Quantity | None) -> tuple[Decimal, Decimal] | None:
    """The 12 and the 13 of "12 vụ, cùng kỳ 13 vụ" and "12/13 vụ"; None where other numbers stand there."""
    if main.over is not None and not (main.is_rate or main.over.is_rate):
        return main.value, main.over.value
    told = [one for one in part.segment.quantities if not one.is_rate]
    now = next((one for one in told if one is not earlier and one.role not in _BY), None)
    if earlier is None or now is None or any(one.flaw or one.over for one in told):
        return None
    return now.value, earlier.value


def _held_against(
    plain: Reading, main: Quantity, rate: Quantity, counts: tuple[Decimal, Decimal], part: Part
) -> Reading | None:
    """The percentage as stated, or what two counts make of it: asked where these are two."""
    assert part.item is not None  # noqa: S101 - the caller has an item
    now, before = counts
    pair = replace(plain, numerator=now, denominator=before)
    made = changed(pair, PAIR, before, part.item)
    if made is None or made.value is None:
        return None
    rises = _direction(rate, part.found.tokens)
    stated = with_value(plain, rate.value, unit=part.item.unit, rule=CHANGE)
    stated = stated if rises is None else _signed(stated, part.item, rises=rises)
    same_way = rises is None or rises == (now > before)
    if same_way and agrees(rate.value, rate.step, abs(made.value)):
        return stated if main is rate else made
    return replace(
        made,
        percent_stated=rate.value,
        percent_consistent=False,
        doubts=(Doubt("percent_mismatch", (made, stated)),),
    )


def _lacking(signed: Reading, rule: str, main: Quantity, *, counted: bool) -> Reading:
    """A count, or a bare whole number that may be a count as well: "20" """
    choices = () if counted or main.value > 100 else (signed,)
    return replace(
        signed,
        kind="figure" if signed.kind != "correction" else signed.kind,
        value=main.value,
        numerator=main.value,
        unit=main.unit or main.soft,
        rule=rule,
        doubts=(Doubt("which_measure", choices),),
    )


def _signed(plain: Reading, item: KnownItem, *, rises: bool) -> Reading:
    """What goes the other way than the plan wants is less than nothing."""
    value = plain.value or Decimal(0)
    return plain if rises == (item.measured == "growth") else replace(plain, value=-value)


def _is_counted(main: Quantity, item: KnownItem) -> bool:
    unit = typed_unit(main, item)
    return unit not in (None, "%", "‰") or main.soft in COUNTED | BEFORE_NAMES


def _direction(main: Quantity, tokens: tuple[Token, ...] | list[Token]) -> bool | None:
    """True for a rise, False for a fall, None for what there is: "tăng lên 410"."""
    before = [token.text for token in tokens[max(0, main.start - _NEAR) : main.start]]
    if main.role in ("total", "left") or before[-1:] in (["len"], ["xuong"], ["con"]):
        return None
    if "tang" in before or main.role == "delta":
        return True
    return False if "giam" in before or main.role == "fall" else None


def _earlier(part: Part) -> Quantity | None:
    """Return the 40 of "38 vụ, cùng kỳ 40 vụ", "410 hộ (đầu năm 400)", "từ 400 lên 410"."""
    for quantity in reversed(part.segment.quantities):
        words = part.found.words(max(part.start, quantity.start - _NEAR - 1), quantity.start)
        if words[-3:] == ["tu", "dau", "nam"]:
            continue  # "từ đầu năm 12 vụ" are this year's
        after = part.found.words(quantity.end, min(quantity.end + 1, part.end))
        when = not _EARLIER.isdisjoint(pairwise(words)) or (words[-1:] == ["tu"] and after[:1] in _TO)
        if when and not quantity.is_rate and quantity.over is None:
            return quantity
    return None
