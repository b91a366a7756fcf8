"""From the numbers of one item to what is reported: a value, a/b, a stated percentage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.percentages import rivals, unsigned
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import (
    alike,
    is_fraction,
    is_money,
    is_sum_in_words,
    measure,
    typed_unit,
)
from bot.domain.reading.amounts.wholes import of_whole, part_of_all, without_days
from bot.domain.reading.estimates import is_nearly
from bot.domain.reading.figures.falls import tell_falls, without_left
from bot.domain.reading.figures.growth import added, growth, net_change, outweighs, tell_periods
from bot.domain.reading.figures.outcomes import in_parts, others_of, outcome_of
from bot.domain.reading.figures.rest import without_rest
from bot.domain.reading.vocabulary.units import COUNTED
from bot.domain.reading.words import Token

_LEFT_OUT = frozenset(
    ("compared", "target", "phased", "ceiling", "past", "old", "doing", "forecast", "rank", "each", "why")
)
_BEFORE_TOTALS = frozenset(("delta", "fall", "surplus", "total", "", "result", "range"))
_GROWTH = re.compile(r"\b(?:tăng|phát triển)\b")
_OF_PLAN = frozenset(("ke", "chi", "kh", "du", "muc", "nghi", "nq", "nhiem"))


@dataclass(slots=True)
class Report:
    """What the numbers of one item say, before anything is doubted.

    `main` is the quantity that holds the value (with `over` for a/b), `planned` a target quoted beside it,
    `taken_off` what the last figure had too many, `stated` a percentage that goes with a count, `old` the
    value said to be wrong, `money` a sum of money beside a count, `added` what is new since ("190 rồi, nay
    thêm 11"), `grown` what the period brought ("201, tăng 19"), `net` a rise and a fall together, `raised`:
    it rose to the number, or by it ("lên 3 người"), `nearly`: it was not quite reached ("gần 100%").
    `rivals` could be the value too.
    """

    main: Quantity | None = None
    planned: Quantity | None = None
    stated: Quantity | None = None
    old: Quantity | None = None
    beside: Quantity | None = None
    added: Quantity | None = None
    taken_off: Quantity | None = None
    grown: Quantity | None = None
    net: Decimal | None = None
    raised: bool = False
    nearly: bool = False
    rivals: list[Quantity] = field(default_factory=list)
    rule: str = ""


def report(quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]) -> Report:
    """Tell the value from what stands around it."""
    result = Report()
    result.old = next((q for q in quantities if q.role == "old"), None)
    result.taken_off = next((q for q in quantities if q.role == "surplus"), None)
    _without_own_change(quantities, item, tokens)
    tell_falls(quantities, item, tokens)
    result.planned = next((q for q in quantities if q.role == "target" and not q.over), None)
    tell_periods(quantities, item, tokens)
    mains = [q for q in quantities if q.role not in _LEFT_OUT and not q.aside]
    if not mains and (compared := [q for q in quantities if q.role == "compared"]):
        mains, compared[0].flaw = compared, "which_measure"
    mains = [q for q in mains if not is_fraction(q, item)]
    mains = without_left(mains, item) or [q for q in quantities if q.role == "each"]
    if measure(item) != "money":
        mains = [q for q in mains if not (q.per and is_money(q.unit))] or mains
    how = measure(item)
    if how == "rate":
        _rate(result, mains, quantities, item, tokens)
    elif how == "none":
        _any(result, mains)
    else:
        _count(result, mains, quantities, item)
    pair = _pair(result, quantities, item, tokens) if how == "rate" else None
    if pair is not None:
        result.main, result.planned, result.rivals = pair, None, []
    elif how == "rate":
        result.rivals += others_of(result.main, quantities, tokens)
    _aside_percent(result, quantities, item)
    _bare_percent(result, mains, item, tokens)
    result.added = added(result.main, mains, tokens)
    result.nearly = result.main is not None and is_nearly(result.main, tokens)
    result.net = net_change(quantities)
    result.raised = result.main is not None and tokens[result.main.start - 1].text == "len"
    result.grown = growth(result.main, quantities, item, tokens)
    main, planned = result.main, result.planned
    if main is not None and planned is not None and not _comparable(planned, main):
        result.planned = None
    return result


def _pair(
    result: Report, quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> Quantity | None:
    """Return the a/b of a rate that counts make."""
    told = outcome_of(quantities, item, tokens) if result.stated is None else None
    return told or part_of_all(result.main, result.planned, quantities, item, tokens)


def _without_own_change(
    quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> None:
    """Read "dân số tự nhiên tăng 0,98%" as the level: what is measured is the rise itself."""
    if measure(item) != "rate" or item is None or not _GROWTH.search(item.name.lower()):
        return
    for quantity in quantities:
        before = [token.text for token in tokens[max(0, quantity.start - 4) : quantity.start]]
        if quantity.role == "delta" and "tang" in before and before[-1] != "them":
            quantity.role = "result"


def _rate(
    result: Report,
    mains: list[Quantity],
    quantities: Sequence[Quantity],
    item: KnownItem | None,
    tokens: Sequence[Token],
) -> None:
    ratios = [q for q in mains if q.over]
    rates = [q for q in mains if not q.over and typed_unit(q, item) in ("%", "‰")]
    bare = [q for q in mains if not q.over and typed_unit(q, item) is None]
    if ratios:
        result.main = ratios[0]
        _in_rates(result.main, item)
        result.stated = rates[0] if rates else None
        result.rivals = _unlike(ratios[1:], result.main)
        return
    rates = without_rest(rates, item, tokens)
    levels = [q for q in rates if q.role in ("total", "left")]
    if levels:
        rates = [*levels, *(q for q in rates if q not in levels and q.role not in ("delta", "fall"))]
    elif len(rates) > 1:
        rates = [q for q in rates if q.role not in ("delta", "fall", "excess")] or rates
    resolved = of_whole(bare)
    if len(rates) == 1 and (told := in_parts(quantities, rates[0], item, tokens)) is not None:
        result.main, result.stated = told, rates[0]
        return
    if rates:
        main, rest = rates[0], rates[1:]
        levels = [q for q in bare if q.start < main.start and rivals(q, main)]
        if len(levels) == len(rates) == 1 and _is_share_of_plan(main, tokens):
            main, rest = levels[0], rates  # "bhyt 97,6 đạt 97,9% kế hoạch"
        if len(rates) > 1 and _is_share_of_plan(rates[0], tokens):
            main, rest = rates[1], [rates[0], *rates[2:]]
        result.main = main
        result.stated = next((q for q in rest if _is_share_of_plan(q, tokens)), None)
        _counted_aside(result, quantities, item)
        others = [q for q in rest if q is not result.stated]
        others += [q for q in bare if q is not main and rivals(q, main)]
        result.rivals = _unlike(others, main)
        return
    resolved = resolved or of_whole(mains)
    _choose(result, [resolved] if resolved else bare or mains)


def _in_rates(pair: Quantity, item: KnownItem | None) -> None:
    """Read "99,5/99,7" of a rate as the rate beside its plan: people are not counted in tenths."""
    over = pair.over
    if item is None or over is None or max(pair.value, over.value) > 100 or pair.unit or over.unit:
        return
    if pair.value % 1 or over.value % 1:
        pair.unit = over.unit = item.unit


def _counted_aside(result: Report, quantities: Sequence[Quantity], item: KnownItem | None) -> None:
    """Read "BHYT 99,8% (12.450/12.475 người)" as the a/b in brackets, with the percentage beside it."""
    money = measure(item) == "money"
    counts = [q for q in quantities if q.aside and q.over and not q.is_percent and is_money(q.unit) == money]
    rate = result.main
    if rate is not None and rate.is_percent and not rate.over and result.stated is None and len(counts) == 1:
        result.main, result.stated = counts[0], rate


def _count(
    result: Report, mains: list[Quantity], quantities: Sequence[Quantity], item: KnownItem | None
) -> None:
    rates = [q for q in mains if q.is_percent and not q.over]
    others = [q for q in mains if q not in rates]
    of_money = measure(item) == "money"
    money = [q for q in others if is_money(q.unit) or (of_money and is_sum_in_words(q))]
    counts = [q for q in others if q not in money]
    first, second = (money, counts) if of_money else (counts, money)
    first = without_days(_of_own_unit(first, item))
    if item is not None and item.bounded and (resolved := of_whole(first)) is not None:
        first = [resolved]
    if of_money and not money:
        first, second = counts, []
    if not first:
        first, second = second, []
    _choose(result, first)
    if result.main is None:
        result.main = rates[0] if rates else None
        _counted_aside(result, quantities, item)
        return
    shares = [q for q in rates if q.role not in ("delta", "fall")]  # "tăng 34%" is no share of the plan
    result.stated = shares[0] if shares else None
    if second and (measure(item) == "count" or typed_unit(second[0], item)):
        result.beside = second[0]


def _any(result: Report, mains: list[Quantity]) -> None:
    plain = [q for q in mains if not q.is_percent or q.over]
    rates = [q for q in mains if q.is_percent and not q.over]
    _choose(result, plain or rates)
    result.stated = rates[0] if plain and rates else None


def _of_own_unit(quantities: list[Quantity], item: KnownItem | None) -> list[Quantity]:
    """Leave out what is counted in something else: "xuống giống 2 vụ 1.302 ha", "20 sổ đỏ cho 18 hộ"."""
    if item is None or item.unit is None or len(quantities) < 2:
        return quantities
    exact = [q for q in quantities if item.unit in (q.unit, q.soft)]
    near = exact or [q for q in quantities if (unit := typed_unit(q, item)) and alike(unit, item.unit)]
    bare = [q for q in quantities if q.over or (typed_unit(q, item) is None and q.soft not in COUNTED)]
    kept = [q for q in quantities if q in near or q in bare]
    return kept or quantities


def _choose(result: Report, quantities: list[Quantity]) -> None:
    """Take the number that is the whole so far, else the only one; the others are rivals."""
    if not quantities:
        return
    ratios = [q for q in quantities if q.over]
    totals = [q for q in quantities if q.role == "total"]
    results = [q for q in quantities if q.role in ("", "result", "fall", "surplus", "whole")]
    main = (ratios or totals[-1:] or results or quantities)[0]
    others = [q for q in quantities if q is not main]
    if totals and main is totals[-1]:
        others = [q for q in others if q.role not in _BEFORE_TOTALS or outweighs(q, main)]
    elif results:
        others = [q for q in others if q.role not in ("delta", "left")]
    result.main, result.rivals = main, _unlike(others, main)


def _unlike(others: Sequence[Quantity], main: Quantity) -> list[Quantity]:
    """Drop the repeats: "97,6 % (chín mươi bảy phẩy sáu phần trăm)"."""
    return [
        q
        for q in others
        if q.value != main.value or (q.over and main.over and q.over.value != main.over.value)
    ]


def _is_share_of_plan(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Tell "đạt 100% kế hoạch" from the value itself."""
    if quantity.role in ("delta", "fall"):
        return False
    following = [t.text for t in tokens[quantity.end : quantity.end + 3]]
    if following[:1] == ["so"]:  # "so với kế hoạch", but not "so với tháng trước"
        following = following[2:]
    return bool(following) and following[0] in _OF_PLAN


def _aside_percent(result: Report, quantities: Sequence[Quantity], item: KnownItem | None) -> None:
    """Take "(50,11%)" after a count or a/b as the stated percentage."""
    if result.main is None or result.stated is not None or (result.main.is_percent and not result.main.over):
        return
    if measure(item) == "rate" and not result.main.over:
        return
    asides = [q for q in quantities if q.aside and q.role not in _LEFT_OUT][:1]
    share = asides and asides[0].is_percent and not asides[0].over  # not that of "trong đó nữ 77 chiếm 54,6%"
    result.stated = asides[0] if share else None


def _bare_percent(
    result: Report, mains: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> None:
    """Take the 100 of "12/12 đạt 100" and the 75 of "kh 12 th 9 đạt 75" as the percentage that a/b makes."""
    main = result.main
    if main is None or result.stated is not None or main.is_percent:
        return
    over = main.over or result.planned
    target = item.target if item is not None and measure(item) == "count" else None
    told = unsigned(main, over.value if over else None, target, mains, tokens)
    if told is not None:
        result.stated, result.rivals = told, [q for q in result.rivals if q is not told]


def _comparable(planned: Quantity, main: Quantity) -> bool:
    """Tell whether a quoted target is in the same measure as the value: only then it is the b of a/b."""
    if main.over is not None or planned.is_percent != main.is_percent:
        return False
    return is_money(planned.unit) == is_money(main.unit)
