"""Places that are called by a number word: the "ba" of "tổ ba còn 4", the "năm" of "tổ dân phố số năm"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.amounts.numbers import NUMBER_WORDS

ONE_WORD = frozenset(("to", "tdp", "kp", "khom", "ap", "thon"))
_TWO_WORDS = frozenset((("khu", "pho"), ("dan", "pho")))


def names_place(words: Sequence[str], place: int) -> bool:
    """Tell whether the words in front of a place make what stands there the name of a place."""
    while place and words[place - 1] in NUMBER_WORDS:  # the "hai" of "tổ mười hai"
        place -= 1
    end = place - (words[place - 1 : place] == ["so"])
    one, two = words[max(0, end - 1) : end], words[max(0, end - 2) : end]
    return "".join(one) in ONE_WORD or tuple(two) in _TWO_WORDS
