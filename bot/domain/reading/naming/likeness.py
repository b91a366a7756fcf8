"""Names that words resemble without being any: "nuoc sac", "thu gom rat"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.domain.reading.naming.names import Words
from bot.domain.reading.vocabulary.generic import WEAK

SURE, MAYBE, MARGIN = 80, 60, 8  # measured on folded names: right at the top in 95 to 100 %


class Likeness:
    """The names of a ward's items, to be compared with a run of words."""

    def __init__(self, names: Mapping[Words, Collection[str]]) -> None:
        """Keep the names, each with the keys of the items it names; ordinary words are left out."""
        self._names = [
            (" ".join(phrase), tuple(keys))
            for phrase, keys in names.items()
            if len(phrase[0]) + len(phrase) > 3 and " ".join(phrase) not in WEAK
        ]
        self._spellings = [spelling for spelling, _ in self._names]

    def guess(self, words: Sequence[str]) -> tuple[tuple[str, ...], bool]:
        """Return the keys that the words resemble, the likest first, and whether the first is sure."""
        text = " ".join(words)
        if len(text) < 5:
            return (), False
        hits = process.extract(text, self._spellings, scorer=fuzz.ratio, score_cutoff=MAYBE - 5, limit=8)
        scored: dict[str, float] = {}
        for spelling, ratio, index in hits:
            score = (ratio + fuzz.token_set_ratio(text, spelling)) / 2
            for key in self._names[index][1]:
                scored[key] = max(score, scored.get(key, 0))
        ranked = sorted(scored.items(), key=lambda row: -row[1])
        if not ranked or ranked[0][1] < MAYBE:
            return (), False
        first, top = ranked[0]
        if top >= SURE and (len(ranked) == 1 or top - ranked[1][1] >= MARGIN):
            near = min(OSA.distance(text, hit[0]) for hit in hits if first in self._names[hit[2]][1])
            if near <= max(1, len(text) // 8):
                return (first,), True
        return tuple(key for key, score in ranked if score >= max(MAYBE, top - MARGIN)), False
