"""One item's figures for several periods in one message: "bhxh tháng 10 là 190, tháng 11 là 201"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from bot.domain.reading.dates import read_periods
from bot.domain.reading.scan import Scan
from bot.domain.reading.segments import Segment

_JOINING = frozenset((",", ";", ".", "-", "\n", "va", "con", "cua", "trong", "den", "thi", "o", "ve"))
_OTHER = frozenset(("delta", "past", "old", "target", "phased", "forecast", "left"))
_SUMS = frozenset(("luy", "tong", "cong"))


def by_period(scan: Scan, part: Segment, now: datetime) -> list[Segment]:
    """Split a part where each of several periods has a figure of its own; else return it whole."""
    values = [q for q in part.quantities if not q.aside]
    if len(values) < 2 or any(q.role in _OTHER for q in values):
        return [part]
    if not _SUMS.isdisjoint(scan.words(part.start, part.end)):
        return [part]
    periods = _periods(scan, part, now)
    if len(periods) < 2:
        return [part]
    leading = periods[0][0] < values[0].start
    cuts = [_before(scan, start) for start, _ in periods[1:]] if leading else [end for _, end in periods[:-1]]
    pieces = list(_pieces(part, [part.start, *cuts, part.end]))
    one_each = all(sum(not q.aside for q in piece.quantities) == 1 for piece in pieces)
    return pieces if one_each else [part]


def _periods(scan: Scan, part: Segment, now: datetime) -> list[tuple[int, int]]:
    """Return the places of the periods that are named; none when one is named twice."""
    begin, end = scan.span(part.start, part.end)
    found = read_periods(scan.text[begin:end], now)
    if len({period.key for period in found}) < len(found):
        return []
    return [(_place(scan, begin + p.span[0]), _place(scan, begin + p.span[1])) for p in found]


def _place(scan: Scan, offset: int) -> int:
    """Return the first token at or after an offset of the text."""
    return next((i for i, t in enumerate(scan.tokens) if t.start >= offset), len(scan.tokens))


def _before(scan: Scan, place: int) -> int:
    while scan.tokens[place - 1].text in _JOINING:
        place -= 1
    return place


def _pieces(part: Segment, bounds: Sequence[int]) -> Iterator[Segment]:
    for start, end in pairwise(bounds):
        inside = [q for q in part.quantities if start <= q.start < end]
        mention = part.mention if start == part.start else None
        yield replace(part, start=start, end=end, quantities=inside, mention=mention)
