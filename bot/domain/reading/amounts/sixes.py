"""Where "sau" is no six: "gửi ảnh sau", "tôi là Sáu"; and the lines of a text, which are no money."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.vocabulary.courtesy import SPEAKERS
from bot.domain.reading.words import Token, fold

_COUNTED = UNIT_WORDS | {"muoi", "chuc", "tram", "nghin", "ngan", "trieu", "ty", "phay", "phan", "lam"}
_CALLED = SPEAKERS | {"co", "bac", "chu", "anh", "chi"}


def is_no_six(tokens: Sequence[Token], place: int, text: str) -> bool:
    """Tell "sau" (after, or somebody's name) from "sáu", and "3 dòng" from "3 đồng".

    Behind a word with marks "sau" is typed as it is meant, unless it counts something.
    """
    token = tokens[place]
    if token.kind == "number":
        following = tokens[place + 1] if place + 1 < len(tokens) else token
        return text[following.start : following.end].lower() == "dòng"
    if token.text != "sau" or text[token.start : token.end].lower() != "sau":
        return False
    before = text[: token.start].split()[-2:]
    if len(before) == 2 and fold(before[1]) == "la" and fold(before[0]) in _CALLED:
        return True
    counts = place + 1 < len(tokens) and tokens[place + 1].text in _COUNTED
    return bool(before) and not before[-1].isascii() and not counts
