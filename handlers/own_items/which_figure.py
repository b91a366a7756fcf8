"""Of which own item a number is that stands beside no name: by its unit, and by what the words speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.units import is_money, measure
from bot.domain.reading.model import Kind, Reading
from bot.domain.reading.naming.meant import LEAD, SURE, Likely
from bot.domain.reading.words import fold
from handlers.doubting.settling import checked
from handlers.own_items.weighing import RULE, Own
from handlers.reporting import clauses
from handlers.reporting.clauses import Clause, read_all
from handlers.reporting.hearing import context_of
from handlers.texts.reporting import heard_of_items as hears

OF_UNIT, OF_HEADS = 0.5, 1.0
"""What the words must say besides, where the unit is the item's own; of people and cases, more."""


def told(own: Own, numbers: Sequence[Reading]) -> tuple[Reading, ...]:
    """The one figure of the message, or one of each clause; nothing where it is not certain of what.

    What is new beside a total is in it already: "thêm một em, cộng năm nay sáu em".
    """
    text, parts = own.turn.words, clauses.of(own.turn, own.turn.words)
    numbers = [one for one in numbers if one.qualifier != "delta"] or numbers
    if _several(numbers):
        return _each(own)
    if len(numbers) == 1:
        elsewhere = [part for part in parts if not part.holds(numbers[0].span[0])]
        if any(one.qualifier != "delta" for part in elsewhere for one in numbers_of(own, part)):
            return _each(own)
        for part in parts:
            if part.holds(numbers[0].span[0]) and (one := of(own, numbers, part.text, part.start)):
                return (one,)
    whole = of(own, numbers, text, 0)
    return (whole,) if whole is not None else _each(own)


def _several(numbers: Sequence[Reading]) -> bool:
    """True where a reading was put together of numbers that stand apart."""
    doubts = [doubt for one in numbers for doubt in one.doubts]
    if any(doubt.reason == "two_numbers" for doubt in doubts):
        return True
    return any(len({each.span for each in doubt.candidates}) > 1 for doubt in doubts)


def of(own: Own, numbers: Sequence[Reading], text: str, start: int) -> Reading | None:
    """The number told of the one own item that is counted so, and that the words speak of.

    It is read as if the item had been asked about, so that its parts, falls and totals are heard.
    """
    key = _meant(own, numbers, text)
    if key is None:
        return None
    again = read_all(own.turn, text, replace(context_of(own.turn), item=key))
    if hears.is_bare(text) and len(again) == 1 and again[0].item is None:
        again = (number_of(own.items[key], again[0]),)  # "nước ngoài 5" of what is called otherwise
    told = [one for one in again if one.item == key and one.value is not None]
    values = {value for one in numbers for value in (one.value, one.numerator) if value is not None}
    if len(told) != 1 or values.isdisjoint({told[0].value, told[0].numerator}):
        return None
    figure = moved(replace(told[0], named=True), start)
    return figure if figure.doubts else checked(own.turn, figure, RULE)


def _meant(own: Own, numbers: Sequence[Reading], text: str) -> str | None:
    counted = _counted(own, numbers, text)
    found = own.ranked(text, counted)
    if not found or (len(found) > 1 and found[0].weight < LEAD * found[1].weight):
        return None
    key = found[0].key
    strict = any(own.counts(one, key, text, strict=True) for one in numbers)
    heads = not any(_is_share(one) for one in numbers)
    if found[0].weight < ((OF_HEADS if heads else OF_UNIT) if strict else SURE):
        return None
    if heads and hears.AUDIENCE.search(fold(text)):
        return None
    bare = hears.is_bare(text)  # "nước ngoài 6" tells of no work
    return key if bare or not _is_of_work(own, key, counted, own.ranked(text), strict=strict) else None


def _is_share(reading: Reading) -> bool:
    return reading.unit == "%" or is_money(reading.unit) or reading.numerator is not None


def _counted(own: Own, numbers: Sequence[Reading], text: str) -> list[str]:
    """The items that one of the numbers may be of; a percentage is of a rate, where there is one."""
    counted = [key for key in own.items if any(own.counts(one, key, text) for one in numbers)]
    rates = [key for key in counted if measure(own.items[key]) == "rate"]
    return rates if rates and any(one.unit == "%" for one in numbers) else counted


def _is_of_work(own: Own, key: str, counted: Sequence[str], found: Sequence[Likely], *, strict: bool) -> bool:
    """True where the words speak more of what takes words: "22 bạn dự" of the work for an indicator."""
    weight = {one.key: one.weight for one in found}
    bar = weight[key] * LEAD if strict else weight[key]
    others = [one for one in weight if one not in counted and not (strict and own.is_same(one, key))]
    return any(weight[one] >= bar for one in others)


def _each(own: Own) -> tuple[Reading, ...]:
    """ "Thu 6,85 tỷ, chi 6,12 tỷ": every clause with a figure of another item."""
    told = []
    for clause in clauses.of(own.turn, own.turn.words):
        numbers = numbers_of(own, clause)
        figure = of(own, numbers, clause.text, clause.start) if numbers else None
        if figure is None:
            return ()
        told.append(figure)
    return _by_one_day(told) if len({one.item for one in told}) == len(told) > 1 else ()


def numbers_of(own: Own, clause: Clause) -> list[Reading]:
    """What is read of a clause for itself that has a number."""
    alone = replace(context_of(own.turn), item=None)
    return [one for one in read_all(own.turn, clause.text, alone) if one.value is not None]


def _by_one_day(told: Sequence[Reading]) -> tuple[Reading, ...]:
    """ "… chi 6,12 tỷ tính đến 15/11": the day behind the last figure is of those before it, too."""
    *before, last = told
    if last.date_role != "as_of" or any(one.date or one.period for one in before):
        return tuple(told)
    return *(replace(one, date=last.date, date_role="as_of") for one in before), last


def number_of(item: KnownItem, reading: Reading) -> Reading:
    """The number as one of an item, to be offered."""
    kind: Kind = "ratio" if reading.numerator is not None else "percent" if reading.unit == "%" else "figure"
    unit = reading.unit or item.unit
    return replace(reading, kind=kind, item=item.key, unit=unit, named=False, doubts=())


def moved(reading: Reading, by: int) -> Reading:
    """The reading of a clause, with its place in the message."""
    span = (reading.span[0] + by, reading.span[1] + by)
    doubts = tuple(
        replace(one, candidates=tuple(moved(each, by) for each in one.candidates)) for one in reading.doubts
    )
    return replace(reading, span=span, doubts=doubts)
