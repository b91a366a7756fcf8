"""An order cut into words that know where they stood and how they were typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.directives.vocabulary import Phrase
from bot.domain.reading.words import fold

_WORD = re.compile(r"đ/c|d/c|\d+(?:[./:]\d+)*|[^\W\d_]+|\n|[^\s\w]", re.IGNORECASE)
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or sign: folded, in small letters as typed, and its place in the text."""

    text: str
    typed: str
    start: int
    end: int

    @property
    def marked(self) -> bool:
        """True when it was typed with marks."""
        return self.text != self.typed


def words_in(text: str) -> list[Word]:
    """Cut a text in NFC into words: "VH-XH" into three, "25/11" stays one."""
    folded = fold(text)
    return [
        Word(folded[at.start() : at.end()], at[0].lower(), at.start(), at.end())
        for at in _WORD.finditer(text)
    ]


def phrase_at(words: Sequence[Word], place: int, phrases: Collection[Phrase]) -> int:
    """How many words the longest of the phrases takes that stands at a place; 0 when none does."""
    for size in range(min(_LONGEST, len(words) - place), 0, -1):
        if tuple(word.text for word in words[place : place + size]) in phrases:
            return size
    return 0
