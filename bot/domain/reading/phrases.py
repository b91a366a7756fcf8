"""A table of phrases, found in a list of words: the longest first, in one look per word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Label = TypeVar("Label")


class Phrases(Generic[Label]):
    """Phrases of one or more words, each with a label."""

    def __init__(self, table: Mapping[tuple[str, ...], Label]) -> None:
        """Keep `table`, and by the first word the lengths of its phrases, the longest first."""
        self._table = dict(table)
        sizes: dict[str, set[int]] = {}
        for phrase in table:
            sizes.setdefault(phrase[0], set()).add(len(phrase))
        self._sizes = {word: sorted(lengths, reverse=True) for word, lengths in sizes.items()}
        self.openings = frozenset(sizes)

    @classmethod
    def of(cls, groups: Mapping[Label, Iterable[str]]) -> Phrases[Label]:
        """Build from label → phrases; a phrase listed twice keeps its first label."""
        table: dict[tuple[str, ...], Label] = {}
        for label, phrases in groups.items():
            for phrase in phrases:
                table.setdefault(tuple(phrase.split()), label)
        return cls(table)

    def at(self, words: Sequence[str], start: int) -> tuple[Label, int] | None:
        """Return the label and the end of the longest phrase that begins at `start`."""
        if start >= len(words):
            return None
        for size in self._sizes.get(words[start], ()):
            phrase = tuple(words[start : start + size])
            label = self._table.get(phrase)
            if label is not None:
                return label, start + len(phrase)
        return None

    def find(self, words: Sequence[str]) -> list[tuple[Label, int, int]]:
        """Return (label, start, end) of the phrases from left to right, without overlaps."""
        found, after = [], 0
        for place, word in enumerate(words):
            if place < after or word not in self._sizes:
                continue
            hit = self.at(words, place)
            if hit is not None:
                found.append((hit[0], place, hit[1]))
                after = hit[1]
        return found
