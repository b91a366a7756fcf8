"""One trouble in one message is one item's, however many items stand around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold, tokenise
from handlers.turn import Turn


def of_one_item(turn: Turn, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, the same words of trouble only with what they name themselves; else asked."""
    made: list[Reading] = []
    for reading in readings:
        same = [one for one in readings if _is_same(one, reading)]
        if len({one.item for one in same}) < 2:
            made.append(reading)
            continue
        named = _named_in(turn, reading.words)
        called = [one for one in same if one.item in named]
        if reading in called:
            # How far it is was told in other words, of what is called there.
            made.append(replace(reading, kind="obstacle", status=None, also=()))
        elif not called and reading is same[0]:
            doubt = Doubt("which_indicator", tuple(replace(one, doubts=()) for one in same))
            made.append(replace(reading, item=None, named=False, kind="ambiguous", doubts=(doubt,)))
    return tuple(made)


def _is_same(one: Reading, other: Reading) -> bool:
    trouble = all("obstacle" in (each.kind, *each.also) and not each.doubts for each in (one, other))
    return trouble and bool(one.words) and fold(one.words) == fold(other.words)


def _named_in(turn: Turn, words: str) -> set[str]:
    folded = fold(words)
    mentions = turn.ward.whole_catalogue.mentions(tokenise(folded), folded)
    return {key for one in mentions if one.strength != "weak" for key in one.keys}
