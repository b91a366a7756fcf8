"""The rest of a rate, told in its place: "bhyt còn 5% chưa tham gia", "thiếu 0,8% nữa là đạt"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import is_of_cases, measure
from bot.domain.reading.doubts.candidates import with_value
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import Token, words_of

if TYPE_CHECKING:
    from bot.domain.reading.part import Part

_STOPS = frozenset((",", ";", ".", "\n", "nen", "moi", "nhung"))
_NO_DEED = frozenset(
    ("dat", "du", "bang", "toi", "den", "vuot", "hoan", "thanh", "xong", "ty", "le", "duoc", "chi", "tieu")
)
_LACKING = frozenset(("thieu", "hut"))
_FEW = 5  # words


def is_rest(quantity: Quantity, item: KnownItem | None, tokens: Sequence[Token]) -> bool:
    """Tell the 5% of "còn 5% chưa tham gia", what is not reached of a rate that is to be high."""
    return _rises(item, quantity) and (_is_undone(quantity, item, tokens) or _is_lacking(quantity, tokens))


def without_rest(
    rates: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> list[Quantity]:
    """Drop the rest beside the rate: "97,1%, còn thiếu 0,4%", "95%, còn 5% đang xử lý"."""
    others = [
        one
        for one in rates
        if not is_rest(one, item, tokens)
        and not (one.role == "left" and any(one.value + other.value == 100 for other in rates))
    ]
    return others or list(rates)


def rest_told(part: Part, reading: Reading, main: Quantity) -> Doubt | None:
    """Doubt the rest of a rate, with what it leaves: of the whole, or of the plan where that is lacking."""
    item, tokens = part.item, part.found.tokens
    if item is None or part.is_settled("other_count") or not is_rest(main, item, tokens):
        return None
    if main.over is not None and main.role == "result":
        return None  # "42 đơn, chưa giải quyết 2", taken for 40/42 already
    if main.over is not None and main.over.value >= main.value:
        done = main.over.value - main.value
        return Doubt("other_count", (_of_whole(reading, done, main.over.value),))
    if not main.is_percent and measure(item) == "rate" and is_of_cases(item):
        return Doubt("other_count")  # "đơn thư chưa giải quyết 2": of how many is not told
    of_all = measure(item) != "rate" or _is_undone(main, item, tokens)
    whole = Decimal(100) if of_all else item.target
    reached = whole - main.value if whole is not None else None
    told = (with_value(reading, reached),) if reached is not None and reached >= 0 else ()
    return Doubt("other_count", told)


def _of_whole(reading: Reading, done: Decimal, whole: Decimal) -> Reading:
    value = done * 100 / whole if whole else Decimal(0)
    return replace(reading, kind="ratio", value=value, numerator=done, denominator=whole, doubts=())


def _rises(item: KnownItem | None, quantity: Quantity) -> bool:
    """Tell a rate that is to be high, or a share of what was assigned, from a rate that is to fall."""
    if item is None or item.comparator in ("<", "<=", "reduce_by"):
        return False
    return (measure(item) == "rate" and item.bounded) or (item.assigned and quantity.is_percent)


def _is_undone(quantity: Quantity, item: KnownItem | None, tokens: Sequence[Token]) -> bool:
    """Tell "5% chưa tham gia", "chưa qua đào tạo còn 30%" from "93%, chưa đạt"."""
    behind, before = _behind(quantity, tokens), _before(quantity, tokens)
    if item is None or not ("chua" in behind or "chua" in before):
        return False
    if quantity.role == "left" and _denied(behind, frozenset()):
        return True
    names = (item.name, item.short_name, *item.aliases)
    deeds = {word for name in names for word in words_of(name)} - _NO_DEED
    return _denied(behind, deeds) or _denied(before, deeds)


def _denied(words: Sequence[str], deeds: Set[str]) -> bool:
    """Tell "chưa" in front of what the item counts; of no deeds known, of any but "chưa đạt"."""
    places = [place for place, word in enumerate(words[:-1]) if word == "chua"]
    said = [words[place + 1] for place in places]
    return any(word in deeds if deeds else word not in _NO_DEED for word in said)


def _behind(quantity: Quantity, tokens: Sequence[Token]) -> list[str]:
    words = [token.text for token in tokens[quantity.end : quantity.end + _FEW]]
    return words[: next((at for at, word in enumerate(words) if word in _STOPS), len(words))]


def _before(quantity: Quantity, tokens: Sequence[Token]) -> list[str]:
    words = [token.text for token in tokens[max(0, quantity.start - 2 * _FEW) : quantity.start]]
    return words[max((at + 1 for at, word in enumerate(words) if word in _STOPS), default=0) :]


def _is_lacking(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Tell "thiếu 0,8%", "còn 0,8% nữa là đạt"."""
    before = [token.text for token in tokens[max(0, quantity.start - 2) : quantity.start]]
    left = quantity.role == "left" and "nua" in _behind(quantity, tokens)
    bare = quantity.is_percent or (quantity.unit is None and quantity.soft is None and not quantity.over)
    return bare and (not _LACKING.isdisjoint(before) or left)
