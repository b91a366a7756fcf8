"""A part and its whole that make a rate: "kiểm tra 25 cơ sở, 24 đạt", "tổng 35.300, tham gia 35.120"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.day_numbers import is_day
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import is_money, typed_unit
from bot.domain.reading.words import Token, words_of

_WHOLES = frozenset(("tong", "toan", "kiem", "tra", "trong", "tren", "can", "do", "kham"))
_PARTS = frozenset(("dat", "gia", "du", "duoc", "dung", "hoan", "xong", "giai"))
_NO_PARTS = frozenset(("con", "thieu", "tru"))
_MONTHS = 12
_NEAR = 3  # words around a number that tell what it counts
_OTHERS = ("delta", "fall", "target", "phased", "past", "old", "forecast", "left")


def of_whole(mains: list[Quantity]) -> Quantity | None:
    """Read "đơn thư nhận 5, giải quyết 4" as 4/5."""
    whole = next((q for q in mains if q.role == "whole"), None)
    others = [q for q in mains if q is not whole and q.role != "left"]  # "nhận 8, xong 7, còn 1"
    if whole is None or len(others) != 1 or others[0].value > whole.value:
        return None
    return replace(others[0], over=whole)


def without_days(counts: list[Quantity]) -> list[Quantity]:
    """Drop the "20/9" of "xây 1 căn, khởi công 20/9": beside a count, more than its whole is a day."""
    plain = [q for q in counts if not q.over]
    kept = [q for q in counts if not _is_day(q)]
    return kept if plain else counts


def _is_day(pair: Quantity) -> bool:
    over = pair.over
    if over is None or pair.unit or pair.soft or pair.value <= _MONTHS:
        return False
    return is_day(str(pair.value), str(over.value))


def part_of_all(
    main: Quantity | None,
    planned: Quantity | None,
    quantities: Sequence[Quantity],
    item: KnownItem | None,
    tokens: Sequence[Token],
) -> Quantity | None:
    """Return the a/b of a rate that two counts make; None for other numbers."""
    return _of_all_people(main, planned, item) or _part_beside(quantities, item, tokens)


def _of_all_people(main: Quantity | None, whole: Quantity | None, item: KnownItem | None) -> Quantity | None:
    """Read "35.120 người trên tổng 35.300 dân" of a rate as a/b."""
    if main is None or whole is None or main.over or main.is_rate or whole.is_rate or main.flaw:
        return None
    counted = typed_unit(main, item) is not None or main.value > 100
    within = main.step == whole.step == 1 and main.value <= whole.value
    return replace(main, over=whole) if counted and within else None


def _part_beside(
    quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> Quantity | None:
    """Read "kiểm tra 25 cơ sở, 24 đạt": the greater number is called the whole, the other what met it."""
    if len(quantities) != 2 or any(q.over or q.is_rate or is_money(q.unit) for q in quantities):
        return None
    if any(q.role in _OTHERS for q in quantities) or item is None or item.unit != "%" or not item.bounded:
        return None
    counts = [count for q in quantities if (count := _as_count(q)) is not None]
    if len(counts) < len(quantities):
        return None
    part, whole = sorted(counts, key=lambda q: q.value)
    said, own = _around(part, tokens), {*words_of(item.name)}
    if not _WHOLES.intersection(_before(whole, tokens)) or not (_PARTS | own).intersection(said):
        return None
    if {"chua", "khong"}.intersection(said):  # "1 không đạt"
        return replace(part, value=whole.value - part.value, over=whole)
    return replace(part, over=whole) if _NO_PARTS.isdisjoint(said) else None


def _as_count(quantity: Quantity) -> Quantity | None:
    """The number as a whole one: of people "35.300" is no 35,3."""
    whole = [value for value in (quantity.value, *quantity.others) if value == value.to_integral_value()]
    sure = quantity.flaw in (None, "thousands_slip") and quantity.high is None
    return (
        replace(quantity, value=max(whole), step=Decimal(1), flaw=None, others=()) if whole and sure else None
    )


def _before(quantity: Quantity, tokens: Sequence[Token]) -> set[str]:
    return {token.text for token in tokens[max(0, quantity.start - _NEAR) : quantity.start]}


def _around(quantity: Quantity, tokens: Sequence[Token]) -> set[str]:
    """Return the words on both sides of a number, up to a pause or another one."""
    words: set[str] = set()
    for side in (tokens[quantity.end : quantity.end + _NEAR], tokens[quantity.start - 1 :: -1][:_NEAR]):
        for token in side:
            if not token.is_word:
                break
            words.add(token.text)
    return words
