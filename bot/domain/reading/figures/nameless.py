"""Numbers beside which no item is named: whose figures they can be, or that they are words of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import fits, measure
from bot.domain.reading.doubts.otherwise import looks_like_day
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.naming.choices import MAX_CHOICES, doubt_item, possible
from bot.domain.reading.naming.counted import figures_of, may_be_of
from bot.domain.reading.part import Part
from bot.domain.reading.vocabulary.fillers import FILLERS, POLITE

_EMPTY = POLITE | frozenset(FILLERS)


def keys_of(part: Part, quantity: Quantity) -> tuple[str, ...]:
    """Return the person's own indicators that a number can be a figure of."""
    catalogue = part.catalogue
    own = [catalogue.items[key] for key in catalogue.items if key in part.context.own]
    return tuple(
        item.key
        for item in own
        if fits(quantity, item)
        and possible(quantity, item)
        and may_be_of(quantity, item, part.found, catalogue.every_word(item.key))
    )


def fitting(part: Part) -> list[Quantity]:
    """Return the numbers of a part that an own indicator can have; no day of a month between words."""
    told = figures_of(part.segment.quantities)
    return [q for q in told if keys_of(part, q) and not (looks_like_day(q) and says_more(part, q))]


def says_more(part: Part, *numbers: Quantity) -> bool:
    """Tell "20/11 chị bận đi trường" from a "20/11", a "97 ạ" that is sent alone."""
    told = {place for q in numbers for place in range(q.start, q.end)}
    words = [part.found.tokens[place].text for place in range(part.start, part.end) if place not in told]
    return any(word.isalpha() and word not in _EMPTY for word in words)


def whose(part: Part, each: Sequence[tuple[Quantity, Reading]]) -> Reading:
    """Ask which of the numbers is a figure, and of which item."""
    doubts = [
        doubt_item(part.unknown_item, one, keys_of(part, q), part.catalogue, part.context, q)
        for q, one in each
    ]
    choices = tuple(one for doubt in doubts for one in doubt.candidates)
    doubt = Doubt(part.unknown_item, choices if len(choices) <= MAX_CHOICES else ())
    return replace(each[0][1], kind="ambiguous", doubts=(doubt,))


def told_in_words(part: Part, reading: Reading) -> tuple[Doubt, ...]:
    """Return the doubts of words whose item is not known: only what is told in words may be meant."""
    items = part.catalogue.items
    return tuple(
        replace(
            doubt,
            candidates=tuple(
                one for one in doubt.candidates if one.item is None or measure(items[one.item]) == "none"
            ),
        )
        for doubt in reading.doubts
    )


def whose_rate(part: Part, pair: Quantity, reading: Reading) -> Reading:
    """Ask of which rate two numbers told apart are the part and the whole."""
    keys = [key for key in keys_of(part, pair) if part.catalogue.items[key].unit == "%"]
    doubt = doubt_item(part.unknown_item, reading, keys, part.catalogue, part.context, pair)
    return replace(reading, kind="ambiguous", doubts=(doubt,))
