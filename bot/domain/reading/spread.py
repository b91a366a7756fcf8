"""One item's figures for several periods in one message: "bhxh tháng 10 là 190, tháng 11 là 201"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.reading.scan import Scan
from bot.domain.reading.segments import Segment

_PERIODS = frozenset(("thang", "quy", "ky", "tuan"))
_ROMAN = frozenset(("i", "ii", "iii", "iv"))
_JOINING = frozenset((",", ";", ".", "-", "\n", "va", "con", "cua", "trong", "den", "thi", "o", "ve"))
_SPANS = frozenset(("den", "toi", "-"))
_OTHER = frozenset(("delta", "past", "old", "target", "left"))
_SUMS = frozenset(("luy", "tong", "cong"))


def by_period(scan: Scan, part: Segment) -> list[Segment]:
    """Split a part where each of several periods has a figure of its own; else return it whole."""
    periods = list(_periods(scan, part))
    values = [q for q in part.quantities if not q.aside]
    if len(periods) < 2 or len(values) < 2 or any(q.role in _OTHER for q in values):
        return [part]
    several = {tuple(scan.words(*period)) for period in periods}
    if len(several) < len(periods) or not _SUMS.isdisjoint(scan.words(part.start, part.end)):
        return [part]
    leading = periods[0][0] < values[0].start
    cuts = [_before(scan, start) for start, _ in periods[1:]] if leading else [end for _, end in periods[:-1]]
    pieces = list(_pieces(part, [part.start, *cuts, part.end]))
    one_each = all(sum(not q.aside for q in piece.quantities) == 1 for piece in pieces)
    return pieces if one_each else [part]


def _periods(scan: Scan, part: Segment) -> Iterator[tuple[int, int]]:
    """Yield the places of "tháng 10", "quý III", "năm 2025"; "từ tháng 1 đến tháng 9" is one period."""
    last = part.start
    for place in range(part.start, part.end - 1):
        word, following = scan.tokens[place].text, scan.tokens[place + 1].text
        numbered = place + 1 in scan.named or following in _ROMAN
        named = (word in _PERIODS and numbered) or (word == "nam" and following.isdigit() and numbered)
        of_another = any(scan.tokens[p].text in _SPANS for p in range(max(last, place - 1), place))
        if named and not of_another and scan.words(max(0, place - 2), place) != ["so", "voi"]:
            yield place, place + 2
            last = place + 2


def _before(scan: Scan, place: int) -> int:
    while scan.tokens[place - 1].text in _JOINING:
        place -= 1
    return place


def _pieces(part: Segment, bounds: Sequence[int]) -> Iterator[Segment]:
    for start, end in pairwise(bounds):
        inside = [q for q in part.quantities if start <= q.start < end]
        mention = part.mention if start == part.start else None
        yield replace(part, start=start, end=end, quantities=inside, mention=mention)
