"""What is told of a reduction: by how much something fell, or how much of it is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import falls_to, is_stock, measure, reduces, typed_unit
from bot.domain.reading.doubts.candidates import with_value
from bot.domain.reading.figures.pending import counts_left
from bot.domain.reading.model import Reading
from bot.domain.reading.words import Token

if TYPE_CHECKING:
    from bot.domain.reading.part import Part

_STILL_OPEN = frozenset(("nua", "chua", "phai", "can", "dang", "cho"))
_NEW = frozenset(("sinh", "tai"))
_FALLING = frozenset(("giam", "bot", "duoc"))
_LEFT = frozenset(("con", "lai", "xuong"))


def tell_falls(quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]) -> None:
    """Give the numbers around a fall their roles: "giảm xuống 12" leaves 12, "giảm thêm 1" adds 1."""
    _level_after_fall(quantities, item, tokens)
    if item is None or not reduces(item):
        return
    for quantity in quantities:
        before = tokens[quantity.start - 1].text if quantity.start else ""
        if before == "xuong":
            quantity.role = "left"
        if quantity.value == 0 and len(quantities) > 1 and _arose(_in_front(quantity, tokens)):
            quantity.role = "doing"  # "thoát 2 hộ, phát sinh 0"
        if quantity.role == "fall" and before == "them":
            quantity.role = "delta"
    if not item.compared and item.measured != "level":
        _stock_before_fall(quantities, tokens)


def _in_front(quantity: Quantity, tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens[max(0, quantity.start - 3) : quantity.start]]


def _stock_before_fall(quantities: Sequence[Quantity], tokens: Sequence[Token]) -> None:
    """Read "hộ nghèo: 2 hộ, giảm 1 hộ so với đầu năm" as the 2 that are left."""
    if len(quantities) != 2 or quantities[0].role not in ("", "result", "total") or quantities[0].over:
        return
    stock, fall = quantities
    if tokens[stock.start - 1].text == "ra":
        return  # "xảy ra 5 vụ giảm 1 vụ" is asked about
    if fall.role in ("fall", "compared") and not fall.over and tokens[fall.start - 1].text in _FALLING:
        stock.role, fall.role, fall.aside = "left", "fall", False


def _level_after_fall(
    quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> None:
    """Read "giảm 2 còn 180", "giảm còn 180" as the 180; of a reduction the 2 is what is reported."""
    fallen = [q for q in quantities if q.role in ("fall", "surplus", "past")]
    left = [
        q
        for q in quantities
        if q.role == "left" and (_has_fallen(q, tokens) or (fallen and q.start > fallen[0].start))
    ]
    if left and item is not None and measure(item) == "count" and not reduces(item):
        left[0].role = "total"


def _has_fallen(left: Quantity, tokens: Sequence[Token]) -> bool:
    """Tell "giảm xuống còn 180" from "còn 180"."""
    return "giam" in _in_front(left, tokens)


def without_left(mains: list[Quantity], item: KnownItem | None) -> list[Quantity]:
    """Drop "còn 2 hộ nữa"; "tỷ lệ còn 0,42%", "giảm còn 99,6" and "SDD còn 41/612 cháu" are values."""
    if item is None or reduces(item) or is_stock(item) or falls_to(item):
        return mains
    if counts_left(item):
        return [q for q in mains if q.role == "left"] or mains
    level = measure(item) == "rate"
    falls = level and item.comparator in ("<", "<=")

    def is_value(q: Quantity) -> bool:
        bare = level and typed_unit(q, item) is None
        return q.role != "left" or q.is_percent or bare or (falls and q.over is not None)

    return [q for q in mains if is_value(q)]


def fallen_to(part: Part, reading: Reading, main: Quantity) -> Reading:
    """Read "còn 12 hộ" of 14 at the start as a reduction by 2."""
    opening = _told_first(part, main) or _opening_of(part, main)
    if opening is None:
        return reading
    if opening < main.value:
        return with_value(reading, main.value - opening)  # "8 vụ, cùng kỳ 7": asked about
    fallen = with_value(reading, opening - main.value, rule="what is left")
    return replace(fallen, qualifier=reading.qualifier)


def told_otherwise(part: Part, main: Quantity) -> Decimal | None:
    """The other reduction that a message tells beside "giảm 3"."""
    other = _contradicts(part, main)
    return _comes_back(part, main) if other is None else other


def _contradicts(part: Part, main: Quantity) -> Decimal | None:
    """The other reduction that "giảm 3, còn 13" of 14 tells: 1."""
    item = part.item
    if item is None or item.baseline is None or not reduces(item) or main.role != "fall" or main.over:
        return None
    left = next((q for q in part.segment.quantities if q.role == "left" and q is not main), None)
    if left is None or left.over or left.is_percent != main.is_percent or left.value > item.baseline:
        return None
    told = item.baseline - left.value
    return None if told == main.value or _STILL_OPEN & {*_behind(part, left)} else told


def _comes_back(part: Part, main: Quantity) -> Decimal | None:
    """What is left of "giảm 2, phát sinh mới 1" and "giảm 2, tái nghèo 1": 1."""
    item = part.item
    if item is None or not reduces(item) or main.role != "fall" or main.over:
        return None
    behind = (q for q in part.segment.quantities if q.start >= main.end and q.is_percent == main.is_percent)
    new = next((q for q in behind if _NEW & {*part.found.words(main.end, q.start)}), None)
    return main.value - new.value if new is not None and 0 < new.value <= main.value else None


def _told_first(part: Part, main: Quantity) -> Decimal | None:
    """The 12 of "đầu năm 12 nay còn 9"; the 7 of "xảy ra 5 vụ, cùng kỳ 7 vụ"."""
    item = part.item
    if item is None or not reduces(item) or main.over or main.role not in ("", "result", "total", "left"):
        return None
    when = "cung" if item.compared else "dau"
    told = [
        q
        for q in part.segment.quantities
        if q.role in ("past", "compared") and not q.over and q.is_percent == main.is_percent
        if when in part.found.words(max(part.start, q.start - 4), q.start)
    ]
    falls = {"giam", "tang"}.intersection(part.found.words(part.start, part.end))
    sure = len(told) == 1 and not falls and (item.compared or main.role in ("left", "total"))
    return told[0].value if sure else None


def falls_below_nothing(part: Part, main: Quantity) -> bool:
    """Tell "giảm 20" of 14: more than there were."""
    item = part.item
    if item is None or item.baseline is None or not reduces(item) or main.over or main.role != "fall":
        return False
    return main.value > item.baseline and main.is_percent == (measure(item) == "rate")


def is_reduced_or_left(part: Part, main: Quantity) -> bool:
    """Tell "hộ nghèo 7 hộ": reduced by 7, or 7 left? Where nobody says which it is, a bare answer too."""
    item = part.item
    if item is None or not reduces(item) or (main.is_percent and measure(item) != "rate"):
        return False
    if (first := _told_first(part, main)) is not None:
        unsure = main.role == "total" or (main.role == "left" and item.baseline not in (None, first))
        return first < main.value or (unsure and not item.compared)
    if main.role == "left":
        return _opening_of(part, main) is None
    if item.measured == "reduction" or not (part.segment.named or item.measured):
        return False
    joined = part.found.words(part.start, part.start + 1) == ["va"]  # "giảm 2 hộ nghèo và 3 hộ cận nghèo"
    words = part.found.words(0 if joined or _goes_on_from_fall(part) else part.start, part.end)
    return "giam" not in words and "thoat" not in words and main.over is None


def measures(part: Part, reading: Reading, main: Quantity) -> tuple[Reading, ...]:
    """Offer the number as what was reduced, and as what is left where the opening stock is known.

    "Giảm từ 3 xuống 1" is reduced by 2, or by what the opening stock lost. "Còn 12" is no reduction by 12:
    where it cannot be reckoned there is nothing to choose. "Tăng 1" is less than nothing.
    """
    if _before_fall(part, main) is None and _says_left(part, main):
        return ()
    value = reading.value or Decimal(0)
    if (first := _told_first(part, main)) is not None and first < main.value:
        return (with_value(reading, first - main.value),)
    before_it = part.found.words(max(part.start, main.start - 3), main.start)
    grown = {"tang", "them"}.intersection(before_it[-2:])
    if (main.role == "delta" and grown) or _arose(before_it):
        return (with_value(reading, -value),)
    baseline = part.item.baseline if part.item else None
    before = _before_fall(part, main)
    reduced = [value if before is None else before.value - value]
    if baseline is not None and value <= baseline:
        reduced.append(baseline - value)
    return tuple(with_value(reading, one) for one in dict.fromkeys(reduced))


def _arose(words: Sequence[str]) -> bool:
    """Tell "cận nghèo phát sinh mới 2 hộ", "tái nghèo 1", of which there are more than before."""
    return " ".join(words).endswith(
        ("phat sinh", "phat sinh moi", "phat sinh them", "tai ngheo", "tai can ngheo")
    )


def _before_fall(part: Part, main: Quantity) -> Quantity | None:
    """Return the 3 of "từ 3 xuống 1"."""
    before = next((q for q in part.segment.quantities if q.role == "past" and q.end < main.start), None)
    return before if main.role == "left" and before is not None and before.value > main.value else None


def _goes_on_from_fall(part: Part) -> bool:
    """Tell "giảm 1 hộ nghèo, 2 hộ cận nghèo" from "hộ nghèo giảm 1, cận nghèo 5"."""
    first = part.found.mentions[0].start if part.found.mentions else 0
    before = part.found.words(0, part.start + 1)
    return "giam" in before[:first] and {"\n", ";", ".", "con"}.isdisjoint(before) and before[-1:] == [","]


def _behind(part: Part, quantity: Quantity) -> list[str]:
    """The words behind a number, without the names of items: "còn 3 hộ cận nghèo" needs nothing."""
    named = {
        place for one in part.found.mentions if one.strength != "weak" for place in range(one.start, one.end)
    }
    return [part.found.tokens[place].text for place in range(quantity.end, part.end) if place not in named]


def _says_left(part: Part, main: Quantity) -> bool:
    """Tell "còn 12 hộ" from "còn 2 hộ nữa", what is still to be done, and from "còn thiếu 2"."""
    before = part.found.words(max(part.start, main.start - 1), main.start)
    after = _behind(part, main)
    return main.role == "left" and bool(_LEFT & {*before}) and not _STILL_OPEN & {*after}


def _opening_of(part: Part, main: Quantity) -> Decimal | None:
    """The opening stock of a reduction of which so many are left, if both are sure."""
    item = part.item
    if item is None or not reduces(item) or main.role != "left" or main.over is not None:
        return None
    if _before_fall(part, main) is not None or not _says_left(part, main):
        return None
    return item.baseline if item.baseline is not None and main.value <= item.baseline else None
