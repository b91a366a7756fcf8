"""Numbers that count what lacks or is half-way, of what is to be reached: asked about, no result."""

from __future__ import annotations

from itertools import pairwise

from bot.domain.reading.amounts.quantities import unit_at
from bot.domain.reading.amounts.units import reduces
from bot.domain.reading.doubts.unreached import unreached
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import words_of
from db.item_view import ItemView, known_item
from handlers.reporting.figure_row import clause_of
from handlers.turn import Turn


def doubt_of(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """The doubt; what lacks may be told as an obstacle as well.

    "Còn 20 lao động chưa có việc làm" is neither the figure nor that none arose.
    """
    known = known_item(item)
    if reduces(known) or known.target == 0 or known.comparator in ("<", "<="):
        return None
    words = clause_of(turn.words, reading).strip()
    hindered = Reading("obstacle", item.key, named=reading.named, words=words, span=reading.span)
    if reading.none_arose:
        return Doubt("unreached", (hindered,)) if _some_have_none(words) else None
    share = turn.words[slice(*reading.span)].endswith("%") or reading.numerator is not None
    if share or reading.kind not in {"figure", "percent"} or not reading.value:
        return None
    names = " ".join((item.name, item.short_name, *item.aliases))
    told = unreached(turn.words, reading.span, names)
    if told is None:
        return None
    results = reading.doubts[0].candidates if reading.doubts else (reading,)
    return Doubt("unreached", ((hindered,) if told == "lacking" else ()) + results)


def _some_have_none(clause: str) -> bool:
    """Tell "còn 20 lao động chưa có việc làm" from "tháng 11 chưa có ai"."""
    words = words_of(clause)
    counted = any(word.isdigit() and unit_at(words, at + 1) is not None for at, word in enumerate(words))
    return counted and ("chua", "co") in pairwise(words)
