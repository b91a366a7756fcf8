"""Names shortened on the spot, declared in no plan: "vlam" of "việc làm", "hngheo" of "hộ nghèo"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import fits, measure
from bot.domain.reading.model import Doubt, Kind, Reading
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.choices import doubt_item
from bot.domain.reading.naming.forms import forms_of
from bot.domain.reading.part import Part

_SHORTEST = 3
_MAY_SLIP = 6
"""So long a name, typed without its spaces, may have one letter wrong."""
_FULL = 100


def whose_is(part: Part, reading: Reading, main: Quantity) -> Doubt:
    """Ask whose a number is whose words are no name of the item told of last: first whose they shorten."""
    own = [part.catalogue.items[key] for key in part.context.own if key in part.catalogue.items]
    called = [one.key for one in _called(part, main, own) if one.key != reading.item]
    told = (reading,) if part.item is None or not _is_beyond(main, part.item) else ()
    if not called and told:
        return Doubt("which_indicator", told)
    kind: Kind = "figure" if reading.kind == "percent" and not main.is_percent else reading.kind
    plain = replace(reading, kind=kind, value=main.value) if main.over is None else reading
    others = doubt_item("which_indicator", plain, called, part.catalogue, part.context, main)
    likely = tuple(one for one in others.candidates if not _is_beyond_of(part.catalogue, main, one))
    return Doubt("which_indicator", (*likely, *told))


def _called(part: Part, main: Quantity, items: Iterable[KnownItem]) -> list[KnownItem]:
    """The items whose names the words in front of a number are short for."""
    said = [word for word in part.found.words(part.start, main.start) if word.isalpha()]
    return [item for item in items if fits(main, item) and any(_is_short(word, item) for word in said)]


def _is_beyond_of(catalogue: Catalogue, main: Quantity, candidate: Reading) -> bool:
    return _is_beyond(main, catalogue.items[candidate.item or ""])


def _is_beyond(main: Quantity, item: KnownItem) -> bool:
    """Tell 141 of what cannot be more than all."""
    return main.over is None and measure(item) == "rate" and item.bounded and main.value > _FULL


def _is_short(word: str, item: KnownItem) -> bool:
    """Tell whether a word is made of the beginnings of a name's words, or is the name with one slip."""
    if len(word) < _SHORTEST:
        return False
    return any(
        _is_made_of(word, name) or (len(word) >= _MAY_SLIP and OSA.distance(word, "".join(name)) == 1)
        for name in forms_of(item).own
        if len(name) > 1
    )


def _is_made_of(word: str, name: Sequence[str]) -> bool:
    """
    >>> [_is_made_of("vlam", ("viec", "lam")), _is_made_of("vlam", ("viec", "lam", "moi"))]
    [True, False]
    """
    if not name:
        return not word
    first, rest = name[0], name[1:]
    sizes = range(1, min(len(first), len(word)) + 1)
    return any(first.startswith(word[:size]) and _is_made_of(word[size:], rest) for size in sizes)
