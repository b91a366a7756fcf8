"""Things that are called by a number: "hẻm số 5", "bão số 10", the 3 of "hẻm 3 vướng 2 hộ"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.naming import NUMBERED
from bot.domain.reading.words import Token

_COUNTED = frozenset(("trong", "tren", "tuyen", "roi", "da", "xong", "dat", "so", "va", "voi"))


def names_one(tokens: Sequence[Token], index: int, text: str) -> bool:
    """Tell whether the number at a place names one of several: "hẻm số 5", and not the 2 of "hẻm 2/2"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if index == 0 or (following is not None and following.text == "/"):
        return False
    numbered = index > 1 and tokens[index - 1].text == "so" and _is_numbered(tokens[index - 2], text)
    return numbered or (tokens[index - 1].text == "hem" and following is not None and _goes_on(following))


def _is_numbered(thing: Token, text: str) -> bool:
    """Tell the "hẻm" of "hẻm số 5" and the "bão" of "bão số 10" from "em báo số 205", by the marks if any."""
    marked = NUMBERED.get(thing.text)
    typed = text[thing.start : thing.end].lower()
    return marked is not None and (typed in marked or (typed == thing.text and "" in marked))


def _goes_on(following: Token) -> bool:
    """Tell "hẻm 3 vướng 2 hộ", what is told of that one, from "hẻm 2 ạ", "hẻm 1 trong 2 tuyến", "hẻm 1 xong".

    The last may be the first alley or one that is done: what nothing else is said of counts.
    """
    word = following.text
    return word.isalpha() and word not in UNIT_WORDS | POLITE | _COUNTED
