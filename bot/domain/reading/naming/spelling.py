"""Words that no Vietnamese syllable explains, corrected by a ward's own: "BYHT", "ngân sahc", "ddajt"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.reading.naming.names import Words
from bot.domain.reading.vocabulary import LANGUAGE
from bot.domain.reading.words import Token, is_syllable, undo_telex

_ABBREVIATED = frozenset(
    ("btxh", "bhtn", "tgxh", "nccc", "tdtt", "vhtt", "hdnd", "ubnd", "mttq", "gpmb", "qsdd", "pccc")
)
"""Abbreviations of every office, which are no slips of a ward's own: "BTXH" is not "BHXH"."""
_TELEX = re.compile(r"ee|aa|uw|ow|aw|dd")  # in no syllable without marks


class Speller:
    """Corrects words by the names of a ward's items and by the words of reports."""

    def __init__(self, names: Iterable[Words]) -> None:
        """Learn the words of the names, and which of them stand side by side."""
        phrases = list(names)
        words = {word for phrase in phrases for word in phrase if word.isalpha()}
        self._known = sorted(words | LANGUAGE)
        self._known_set = frozenset(self._known)
        self._pairs = frozenset(pair for phrase in phrases for pair in pairwise(phrase))

    def spell(self, tokens: list[Token]) -> None:
        """Correct the words of a message, in place."""
        for place, token in enumerate(tokens):
            word = token.text
            if (
                token.kind != "word"
                or word in self._known_set
                or word in _ABBREVIATED
                or len(word) < 3
                or (is_syllable(word) and not _TELEX.search(word))
            ):
                continue
            before = tokens[place - 1].text if place else ""
            after = tokens[place + 1].text if place + 1 < len(tokens) else ""
            token.text = self._corrected(word, before, after)

    def _corrected(self, word: str, before: str, after: str) -> str:
        near = self._near(word)
        beside = [w for w in near if (before, w) in self._pairs or (w, after) in self._pairs]
        if len(beside) == 1:
            return beside[0]  # "thu nagn sach": "nang" is as near, but no name has it there
        plain = undo_telex(word)
        if plain in self._known_set:
            return plain
        sure = [w for w in near if len(w) > 3]
        return sure[0] if len(sure) == 1 and len(word) > 3 else plain

    def _near(self, word: str) -> list[str]:
        """Return the known words that are nearest, one slip away, two in a long word."""
        hits = process.extract(
            word, self._known, scorer=OSA.distance, score_cutoff=1 if len(word) < 7 else 2, limit=None
        )
        least = min((distance for _, distance, _ in hits), default=0)
        return [known for known, distance, _ in hits if distance == least]
