"""A table of phrases, found in a list of words: the longest first, in one look per word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Label = TypeVar("Label")


class Phrases(Generic[Label]):
    """Phrases of one or more words, each with a label."""

    def __init__(self, table: Mapping[tuple[str, ...], Label]) -> None:
        """Index `table` by the first word of each phrase, longest phrases first."""
        self.openings = frozenset(phrase[0] for phrase in table)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
        for phrase, label in sorted(table.items(), key=lambda row: -len(row[0])):
            self._by_first.setdefault(phrase[0], []).append((phrase, label))

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
        for phrase, label in self._by_first.get(words[start], ()):
            end = start + len(phrase)
            if tuple(words[start:end]) == phrase:
                return label, end
        return None

    def find(self, words: Sequence[str]) -> list[tuple[Label, int, int]]:
        """Return (label, start, end) of the phrases from left to right, without overlaps."""
        found, place = [], 0
        while place < len(words):
            hit = self.at(words, place)
            if hit is None:
                place += 1
                continue
            found.append((hit[0], place, hit[1]))
            place = hit[1]
        return found
