"""By how much a figure is more or less than an earlier one: "5 vượt 1 người so với tháng trước"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import reduces
from bot.domain.reading.words import Token

_REACHED = frozenset(("", "result", "total"))
_CHANGED = frozenset(("", "delta", "fall", "excess", "result", "total"))
_RISEN = re.compile(r"\b(?:tang|vuot|them|(?:nhieu |cao |lon )?hon)(?: len)?(?: them)?(?: duoc)?(?: la)?$")
_FALLEN = re.compile(r"\b(?:giam|tut|sut|kem|bot|hut|(?:it|thap|nho) hon)(?: di)?(?: mat)?(?: la)?$")
_WITH_EARLIER = re.compile(
    r"(?:\w+ ){0,3}?so (?:voi )?(?:(?P<one_before>(?:cung ky )?(?:thang|ky|lan|dot) (?:truoc|roi))"
    r"|cung ky|(?:quy|tuan|nam|thang|ky) (?:truoc|roi|ngoai|\d+))"
)
_AHEAD = 8  # tokens behind the number in which the comparison stands


def tell_compared(quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]) -> None:
    """Give the number of a comparison behind a figure its role: it is no second reading of the figure."""
    if item is None or reduces(item) or item.compared or item.measured is not None:
        return
    for first, second in pairwise(quantities):
        if (
            first.role not in _REACHED
            or second.role not in _CHANGED
            or (first.is_rate and not second.is_rate)
        ):
            continue
        said = _said_between(first, second, tokens)
        behind = _WITH_EARLIER.match(_said_behind(second, tokens))
        if behind is None or second.over is not None:
            continue
        if _FALLEN.search(said):
            second.role, second.qualifier = "compared", None
        elif _RISEN.search(said):
            second.role, second.qualifier = ("delta" if behind["one_before"] else "compared"), None


def fallen_since(quantity: Quantity, main: Quantity, tokens: Sequence[Token]) -> Quantity | None:
    """Return "giảm 2 so với tháng trước" as what was added to the last figure: less than nothing."""
    behind = _WITH_EARLIER.match(_said_behind(quantity, tokens))
    if quantity.role != "compared" or quantity.start < main.end or behind is None:
        return None
    fell = _FALLEN.search(_said_between(main, quantity, tokens)) is not None
    return replace(quantity, value=-quantity.value) if fell and behind["one_before"] else None


def _said_between(first: Quantity, second: Quantity, tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens[first.end : second.start] if token.is_word)


def _said_behind(quantity: Quantity, tokens: Sequence[Token]) -> str:
    begin = quantity.end - (tokens[quantity.end - 1].text == "so")  # taken for the "số" of "1 số"
    return " ".join(token.text for token in tokens[begin : begin + _AHEAD])
