"""What the period brought, said beside the total: "tháng này 8, lũy kế 209", "201 (tăng 20)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.domain.items import KnownItem
from bot.domain.periods import begins_year
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import reduces
from bot.domain.reading.doubts.candidates import with_value
from bot.domain.reading.figures.compared import fallen_since, tell_compared
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import Token

_RISEN = frozenset(("tang", "them", "moi", "vuot", "hon"))
_SHORTER = frozenset(("tuan", "hom", "ngay", "bua", "dot", "sang", "chieu", "nay"))
_COMPARED = frozenset(("cung", "nam", "ke", "kh", "chi", "muc", "nghi"))  # "tăng 20 so với cùng kỳ"
_TOTAL = frozenset(("den", "het", "ke", "tong", "toi", "nay", "dau"))
_OF_YEAR = frozenset(("ca nam", "nam nay", "cuoi nam", "ca nam la", "nam nay la", "cuoi nam la", "toan nam"))
_OF_PERIOD = frozenset(("thang", "tuan", "quy", "ky", "dot"))
_STILL = frozenset(("nay", "van", "nhu", "cu", "gio", "khong", "thoi"))
_LINKS = frozenset(("la", "dat", "duoc", "co", ":"))
_PLAIN = frozenset(("", "result", "total", "detail"))
_NEAR = 3  # words in front of a number, and twice as many behind it


def growth(
    main: Quantity | None, quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> Quantity | None:
    """Return the number that makes the total out of the one reported last; None where none is said to."""
    if len(quantities) < 2 or main is None or main.over is not None or item is None or reduces(item):
        return None
    same = [q for q in quantities if q is not main and (item.unit in ("%", "‰") or not q.is_percent)]
    told = [q for q in same if _is_of_period(q, main, tokens)]
    fallen = [q.value for q in same if q.role == "fall" and not q.is_rate]
    if len(told) == len(fallen) == 1:  # "tăng 25, giảm 2, còn 205"
        return replace(told[0], value=told[0].value - fallen[0])
    told = told or [less for q in same if (less := fallen_since(q, main, tokens)) is not None]
    return told[0] if len(told) == 1 else None


def net_change(quantities: Sequence[Quantity]) -> Decimal | None:
    """Return by how much "tăng 25 giảm 2" changes a count: 23. None for one change, or a total beside."""
    told = [q for q in quantities if q.role not in ("old", "past", "target") and not q.aside]
    rise = next((q for q in told if q.role == "delta"), None)
    fall = next((q for q in told if q.role == "fall"), None)
    if len(told) != 2 or rise is None or fall is None or any(q.is_rate or q.over for q in told):
        return None
    return rise.value - fall.value


def of_period_or_total(
    reading: Reading,
    main: Quantity,
    item: KnownItem,
    tokens: Sequence[Token],
    last: Decimal | None,
    begins: int,
) -> Doubt | None:
    """Doubt "quý 2 trồng được 110" after 90: what the quarter brought, or the total?

    Not where the period begins with the year, whose first month is `begins`, and not where both together
    would be more than the plan.
    """
    said = tokens[main.start - 1].text == "duoc" if main.start else False
    if reading.period is None or not said or last is None or main.role not in ("", "result") or main.over:
        return None
    if not _adds_up(item) or begins_year(reading.period, begins) or not last <= main.value:
        return None
    if not _TOTAL.isdisjoint(token.text for token in tokens[: main.start]):
        return None
    both = with_value(reading, last + main.value)
    beyond = item.target is not None and last + main.value > item.target
    return None if beyond else Doubt("decrease", (both, with_value(reading, main.value)))


def _adds_up(item: KnownItem) -> bool:
    """Tell a flow from a level, a rate, a reduction and what is not to happen."""
    flows = item.unit not in ("%", "‰") and item.unit is not None and item.cumulative is not False
    return flows and bool(item.target or item.assigned) and not (item.compared or reduces(item))


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


def tell_periods(quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]) -> None:
    """Give numbers beside words for a month or the year their roles."""
    _whole_year_beside(quantities, item, tokens)
    _of_period_before(quantities, tokens)
    _of_period_alone(quantities, item, tokens)
    _compared_behind(quantities, tokens)
    tell_compared(quantities, item, tokens)


def _compared_behind(quantities: Sequence[Quantity], tokens: Sequence[Token]) -> None:
    """Tell the 96,1 of "96,4 so với tháng 8 là 96,1" from the total that "là" would make it."""
    for first, second in pairwise(quantities):
        between = [t.text for t in tokens[first.end : second.start]]
        compared = ("so", "voi") in pairwise(between) and "nay" not in between and "," not in between
        if compared and first.role in ("", "result") and second.role in _PLAIN:
            second.role = "compared"


def _of_period_alone(quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]) -> None:
    """Read "riêng tháng 8 là 620tr", alone, as what that month brought."""
    only = quantities[0] if len(quantities) == 1 else None
    if item is None or only is None or only.role not in _PLAIN or only.is_rate or only.over is not None:
        return
    if item.unit in ("%", "‰") or item.cumulative is False or item.compared or reduces(item):
        return
    said = [t.text for t in tokens[max(0, only.start - 2 * _NEAR) : only.start] if t.kind != "number"]
    around = [pair for pair in pairwise(said) if "rieng" in pair]
    if any(not _OF_PERIOD.isdisjoint(pair) for pair in around) or said[-2:] == ["rieng", "trong"]:
        only.role = "delta"


def _of_period_before(quantities: Sequence[Quantity], tokens: Sequence[Token]) -> None:
    """Read "bhxh tháng trước 205", alone, as that month's figure."""
    if len(quantities) != 1 or quantities[0].role != "past":
        return
    if not _STILL.isdisjoint(token.text for token in tokens[quantities[0].end :]):
        return  # "kỳ trước 182 kỳ này vẫn vậy"
    said = [t.text for t in tokens[max(0, quantities[0].start - 5) : quantities[0].start]]
    while said and said[-1] in _LINKS:
        said.pop()
    if len(said) > 1 and said[-1] == "truoc" and said[-2] in _OF_PERIOD and said[-3:-2] != ["voi"]:
        quantities[0].role = ""


def _whole_year_beside(
    quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> None:
    """Tell "bhyt 99,5, cả năm 99,7", the plan's or a forecast, from "tháng này thêm 5, cả năm 45"."""
    for first, second in pairwise(quantities):
        said = " ".join(token.text for token in tokens[first.end : second.start] if token.is_word)
        if first.role not in ("", "result") or first.over or second.over or said not in _OF_YEAR:
            continue
        planned = item is not None and second.value == item.target
        if not _OF_PERIOD.isdisjoint(token.text for token in tokens[: first.start]):
            continue
        second.role = "target" if planned else ""


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


def outweighs(part: Quantity, total: Quantity) -> bool:
    """Tell "thu 7,03 tỷ, các quỹ cộng lại 297 triệu": no total is less than a number told in front of it.

    What stands close in front is put right by it: "590 thành 509".
    """
    plain = part.role in ("", "result") and part.end + _NEAR < total.start
    return plain and part.value > total.value and part.is_percent == total.is_percent and not total.flaw
