"""What the period brought, said beside the total: "tháng này 8, lũy kế 209", "201 (tăng 20)"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.items import KnownItem
from bot.domain.reading.quantity import Quantity
from bot.domain.reading.units import reduces
from bot.domain.reading.words import Token

_RISEN = frozenset(("tang", "them", "moi"))
_SHORTER = frozenset(("tuan", "hom", "ngay", "bua", "dot", "sang", "chieu", "nay"))
_COMPARED = frozenset(("cung", "nam", "ke", "kh", "chi", "muc", "nghi"))  # "tăng 20 so với cùng kỳ"
_NEAR = 3  # words in front of a number, and twice as many behind it


def growth(
    main: Quantity | None, quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> Quantity | None:
    """Return the number that makes the total out of the one reported last; None where none is said to."""
    if len(quantities) < 2 or main is None or main.over is not None or item is None or reduces(item):
        return None
    same = [q for q in quantities if q is not main and (item.unit in ("%", "‰") or not q.is_percent)]
    told = [q for q in same if _is_of_period(q, main, tokens)]
    return told[0] if len(told) == 1 else None


def added(main: Quantity | None, mains: Sequence[Quantity], tokens: Sequence[Token]) -> Quantity | None:
    """Return "thêm 11" after the value, not "thêm 19 so với tháng trước": that is in it already."""
    if main is None or main.role not in ("", "result"):
        return None
    for quantity in mains:
        following = [t.text for t in tokens[quantity.end : quantity.end + 2]]
        new = quantity.role == "delta" and tokens[quantity.start - 1].text == "them"
        if new and quantity.start > main.end and following != ["so", "voi"]:
            return quantity
    return None


def _is_of_period(quantity: Quantity, main: Quantity, tokens: Sequence[Token]) -> bool:
    if quantity.flaw or quantity.over is not None or len({quantity.unit, main.unit} - {None}) > 1:
        return False
    before = [t.text for t in tokens[max(0, quantity.start - _NEAR) : quantity.start]]
    behind = [t.text for t in tokens[quantity.end : quantity.end + 2 * _NEAR]]
    if quantity.start > main.end:
        risen = quantity.role == "delta" and before[-1:] != [] and before[-1] in _RISEN
        return risen and (_SHORTER | _COMPARED).isdisjoint(behind) and not quantity.qualifier
    in_front = quantity.role in ("", "result", "delta") and main.role == "total" and not quantity.aside
    in_front = in_front and before[-1:] != ["tu"]  # "tăng từ 182 lên 201"
    of_month = "thang" in before or "ky" in before or quantity.role == "delta"
    return in_front and of_month and ("thang" in before or _SHORTER.isdisjoint(before))
