"""Numbers of the parts of one figure: "12 nam 9 nữ", "nhật 2 hàn 1 đài 2"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.reading.amounts.units import measure
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.parts import PARTS
from bot.domain.reading.words import Token

if TYPE_CHECKING:
    from bot.domain.reading.part import Part
    from bot.domain.reading.scan import Scan

_PARTS = Phrases.of(dict(enumerate(PARTS)))
_FIRST = frozenset(phrase.split()[0] for phrases in PARTS for phrase in phrases)
_MARKED = {"nam": "nam", "nu": "nữ"}  # "12 năm", "nửa"
_LINKS = frozenset((":", "la", "co", "duoc", "="))
_UNITS = frozenset(("nguoi", "lao", "dong", "ld", "em", "ho", "vu", "don", "truong", "hop", "ban", "chau"))
_FAR = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """The numbers of the parts, and one that was told beside them: of the whole, it seems."""

    each: tuple[Decimal, ...]
    stated: Decimal | None

    @property
    def total(self) -> Decimal:
        """What the parts make."""
        return sum(self.each, Decimal(0))


def parts_told(part: Part) -> Parts | None:
    """Return the parts of a count that a message tells; None for other numbers."""
    tokens = part.found.tokens[part.start : part.end]
    if any(q.over for q in part.segment.quantities) or measure(part.item) != "count":
        return None
    if _FIRST.isdisjoint(token.text for token in tokens):
        return None
    words = [token.text for token in tokens]
    named = [
        m
        for m in part.found.mentions
        if m.strength != "weak" and (m.strength != "part" or part_kind(words[m.start - part.start :]) is None)
    ]
    labels = [
        (kind, a, b)
        for kind, a, b in _PARTS.find(words)
        if _is_typed(part, tokens[a]) and not any(m.start <= a + part.start < m.end for m in named)
    ]
    if len(labels) < 2 or len({kind for kind, *_ in labels}) > 1:
        return None
    if len({" ".join(words[a:b]) for _, a, b in labels}) < len(labels):
        return None
    found = [one for one in (_counted(tokens, labels, before=side) for side in (False, True)) if one]
    return min((_with_stated(part, one) for one in found), key=_unlike, default=None)


def part_kind(words: Sequence[str]) -> int | None:
    """The kind of the part that the first words are: of "sửa chữa 2 căn" what was done to them."""
    hit = _PARTS.at(words, 0)
    return None if hit is None else hit[0]


def goes_on(scan: Scan, start: int, place: int) -> bool:
    """Tell the "cất mới 1" of "sửa 2 căn nhà tình thương, cất mới 1": another part of the same count."""
    kind = part_kind(scan.words(place, len(scan.tokens)))
    return kind is not None and kind in {one for one, *_ in _PARTS.find(scan.words(start, place))}


def names_several(words: Sequence[str]) -> bool:
    """Tell that several parts of one kind are named, a number with each perhaps."""
    return any(count > 1 for count in Counter(kind for kind, *_ in _PARTS.find(words)).values())


def _is_typed(part: Part, token: Token) -> bool:
    """Tell "nam" from a "năm", which is a year or a five."""
    typed = part.found.text[token.start : token.end].lower()
    return typed in (token.text, _MARKED.get(token.text, typed))


def _counted(
    tokens: Sequence[Token], labels: Sequence[tuple[int, int, int]], *, before: bool
) -> dict[int, Decimal] | None:
    """Return the numbers in front of the labels, or behind them, by their place; None unless all have one."""
    counted: dict[int, Decimal] = {}
    for _, start, end in labels:
        places = range(start - 1, start - 1 - _FAR, -1) if before else range(end, end + _FAR)
        place = next(_number(tokens, places), None)
        if place is None or place in counted:
            return None
        counted[place] = Decimal(tokens[place].text)
    return counted


def _number(tokens: Sequence[Token], places: range) -> Iterator[int]:
    for place in places:
        if not 0 <= place < len(tokens):
            return
        if tokens[place].text.isdigit():
            yield place
            return
        if tokens[place].text not in _LINKS | _UNITS:
            return


def _with_stated(part: Part, counted: dict[int, Decimal]) -> Parts:
    others = [
        q
        for q in part.segment.quantities
        if counted.keys().isdisjoint(range(q.start - part.start, q.end - part.start))
        and q.role in ("", "result", "total")
        and not q.is_percent
        and not q.over
    ]
    return Parts(tuple(counted.values()), others[0].value if len(others) == 1 else None)


def _unlike(parts: Parts) -> int:
    """The parts that make what was told beside them come first, those with a number left over last."""
    return 1 if parts.stated is None else 0 if parts.stated == parts.total else 2
