"""Estimates, wherever they are said to be such: "ước tháng 11 XKLĐ 5", "210 (ước)", "10,4 số tạm tính"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.roles import ESTIMATES, WHOLE_YEAR

if TYPE_CHECKING:
    from bot.domain.reading.scan import Scan
    from bot.domain.reading.words import Token

_ESTIMATES = Phrases.of({True: ESTIMATES})
_WHOLE_YEAR = Phrases.of({True: WHOLE_YEAR})
_AGREED = frozenset(("quy", "huong", "giao", "cong", "thoa", "mo"))  # "hương ước, quy ước"
_ENDS = frozenset((",", ";", "\n", ".", ")", "!"))
_LEADS = frozenset(
    (",", "(", "-", ":", "la", "so", "nay", "moi", "cung", "chi", "van", "dang", "nhung", "ma", "thi")
)
_ONLY = frozenset(("thoi", "nha", "nhen", "nghen", "nhung", "vi", "do", "chua", "cua"))
"""What may follow besides an end: "ước thôi", "số ước vì kho bạc chưa đối chiếu", "số ước của Tuấn"."""
_FARTHEST = 5
"""So many words at most lie between a number and what it is called."""


def is_estimate(scan: Scan, quantity: Quantity, clause: int) -> bool:
    """Tell whether a number is called an estimate: in front of it in its clause, behind it, or in a heading.

    `clause`: the place where its clause begins.
    """
    if _said(scan, clause, quantity.start) or _is_headed(scan):
        return True
    return _said_behind(scan, quantity) or _said_of_clause(scan, quantity)


def is_of_whole_year(scan: Scan, clause: int, end: int) -> bool:
    """Tell "ước BHXH cả năm 250", a forecast: what the year will come to is no result."""
    return bool(_said(scan, clause, end) and _WHOLE_YEAR.find(scan.words(clause, end)))


def is_nearly(main: Quantity, tokens: Sequence[Token]) -> bool:
    """Tell "gần 100%", "xấp xỉ 100%" from "khoảng 100%"."""
    if main.qualifier != "approx":
        return False
    before = [t.text for t in tokens[max(0, main.start - 3) : main.start]]
    return not {"gan", "xap", "suyt", "ngot"}.isdisjoint(before)


def _said(scan: Scan, start: int, end: int) -> list[int]:
    """Return the places behind the words of an estimate that are in no item's name."""
    found = ((start + a, start + b) for _, a, b in _ESTIMATES.find(scan.words(start, end)))
    return [
        b
        for a, b in found
        if not any(m.start <= a < m.end for m in scan.mentions)
        and _AGREED.isdisjoint(scan.words(max(0, a - 1), a))
    ]


def _said_behind(scan: Scan, quantity: Quantity) -> bool:
    """Tell "150 ước", "210 (số ước)", "6,9 tỷ thu ns, mới ước thôi" from "150, ước cả năm 170"."""
    start = quantity.end
    start -= scan.words(start - 1, start) == ["so"]  # "210 số tạm", no "sổ"
    return _said_from(scan, next((m.end for m in scan.mentions if m.start == start), start))


def _said_of_clause(scan: Scan, quantity: Quantity) -> bool:
    """Tell "gđvh 98,2 tdp văn hóa 86, số ước thôi" of both: behind a comma it is said of all in front."""
    ends = (place for place in range(quantity.end, len(scan.tokens)) if scan.tokens[place].text in _ENDS)
    return (end := next(ends, None)) is not None and _said_from(scan, end)


def _said_from(scan: Scan, start: int) -> bool:
    for place in range(start, min(start + _FARTHEST, len(scan.tokens))):
        if hit := _ESTIMATES.at(scan.words(place, place + 5), 0):
            after = scan.words(place + hit[1], place + hit[1] + 1)
            return not after or after[0] in _ENDS or after[0] in POLITE or after[0] in _ONLY
        if scan.tokens[place].text not in _LEADS:
            return False
    return False


def _is_headed(scan: Scan) -> bool:
    """Tell "Ước tháng 11: BHYT 97; BHXH 201"."""
    colon = next((place for place, token in enumerate(scan.tokens) if token.text == ":"), 0)
    named = any(m.start < colon for m in scan.mentions) or any(q.start < colon for q in scan.quantities)
    return not named and bool(_said(scan, 0, colon))
