"""One item with two figures in one message: asked which, none of them replaces the other in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from handlers.doubting.money import is_other_measure
from handlers.doubting.settling import BESIDE
from handlers.reporting.asking import Asked
from handlers.turn import Turn

_FIGURES = frozenset({"figure", "ratio", "percent"})


def told_apart(turn: Turn, found: Sequence[Reading]) -> tuple[list[Reading], list[Asked]]:
    """The readings, and the questions which figure holds of those that were given two for one period."""
    same = defaultdict(list)
    for one in found:
        if _is_figure(turn, one):
            same[one.item, one.period, one.date].append(one)
    double = [ones for ones in same.values() if len({_said(one) for one in ones}) > 1]
    left_out = [one for ones in double for one in ones]
    return [one for one in found if one not in left_out], [_asked(ones) for ones in double]


def _is_figure(turn: Turn, reading: Reading) -> bool:
    item = turn.ward.items.get(reading.item or "")
    if item is None or item.target is None or item.target.is_narrative:
        return False  # what is told in words may hold several
    counts = not is_other_measure(reading, item)
    return counts and reading.kind in _FIGURES and not reading.doubts and reading.rule != BESIDE


def _said(reading: Reading) -> object:
    return reading.value, reading.numerator, reading.denominator, reading.unit


def _asked(readings: Sequence[Reading]) -> Asked:
    choices = {_said(one): one for one in readings}
    doubt = Doubt("two_numbers", tuple(choices.values()))
    return Asked(replace(readings[0], doubts=(doubt,)), doubt)
