"""The order just given was wrong: "giao nhầm, rút lại", "sai rồi, giao anh Sơn"; or lacks somebody."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.words import fold
from handlers import finding, rights
from handlers.directives import changing, joining, stopping
from handlers.situation import given
from handlers.texts.directives import back as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """Cancel the order of the receipt right above, after an echo, hand it to who is named, or write down
    who works along; else None."""
    if not rights.may(turn.person, "directive") or finding.codes_in(turn.words):
        return None
    folded = fold(turn.words).strip(" .!")
    back, other = texts.TAKES_BACK.fullmatch(folded), texts.TO_ANOTHER.fullmatch(folded)
    item = stopping.given_last(turn) if back or other else None
    if item is None and back is not None and texts.OF_GIVEN.search(folded):
        return given.show(turn)
    if item is None:
        return joining.in_words(turn)
    if back is not None:
        return stopping.cancel(turn, item, texts.REASON if texts.SAYS_WRONG.search(folded) else "")
    if other is None:
        return None
    start = len(turn.words) - len(turn.words.lstrip(" .!"))
    handed = changing.hand(turn, item, turn.words[start + other.start("who") : start + other.end("who")])
    return handed if handed is not None else joining.in_words(turn)
