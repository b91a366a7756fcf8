"""Numbers of what is lacking, to come or half-way: "thiếu 3 dân quân", "sắp xây 2 căn", "2 căn chờ duyệt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from bot.domain.reading.vocabulary import unreached as vocabulary
from bot.domain.reading.words import fold

Unreached = Literal["lacking", "halfway"]

_BREAKS = ",;:\n.!()"
_FEW = 2  # words between what tells it and the number


def unreached(text: str, span: tuple[int, int], names: str) -> Unreached | None:
    """Tell what a number of a message is, if it counts what is not there, or not yet; `names` are the item's.

    What an item is called by says nothing: of "Số hộ thiếu nước" "thiếu 3 hộ" is the figure.
    """
    typed = text.lower()
    plain = typed.isascii()
    start = max(typed.rfind(sign, 0, span[0]) for sign in _BREAKS) + 1
    before = re.split(r"\d", typed[start : span[0]])[-1]
    behind = re.split(rf"[{re.escape(_BREAKS)}]", typed[span[1] :], maxsplit=1)[0]
    named = fold(names) if plain else names.lower()
    words = _PLAIN if plain else _MARKED
    for kind, pattern, where in words.told(before, behind):
        if any(not _is_named(cue, named) for cue in _cues(pattern, where)):
            return kind
    return None


def _cues(pattern: re.Pattern[str], where: str) -> Iterator[str]:
    """Yield what tells it, each: the first may be a word of the item's name."""
    hit = pattern.search(where)
    while hit is not None:
        yield hit["cue"]
        hit = pattern.search(where, hit.start("cue") + 1)


def _is_named(cue: str, named: str) -> bool:
    return re.search(rf"\b{re.escape(cue)}\b", named) is not None


class _Words:
    """The patterns for a text with marks, or for one without any."""

    def __init__(self, *, plain: bool) -> None:
        def any_of(phrases: Sequence[str]) -> str:
            spelt = [
                fold(one) if plain else one for one in phrases if not plain or one not in vocabulary.MARKED
            ]
            return "(?:" + "|".join(re.escape(one) for one in sorted(spelt, key=len, reverse=True)) + ")"

        result = any_of(vocabulary.RESULTS)
        few = rf"(?: (?!{result}\b)[^\W\d]+){{0,{_FEW}}} *$"
        not_so = any_of(vocabulary.NOT_SO)
        no = any_of(vocabulary.NOT_YET)
        self._lacking = re.compile(rf"\b(?P<cue>{any_of(vocabulary.LACKING)}){few}")
        called = "".join(rf"(?<!\b{fold(word) if plain else word} )" for word in vocabulary.CALLED)
        coming = rf"{called}{any_of(vocabulary.COMING)} (?!{any_of(vocabulary.NOT_COMING)}\b)[^\W\d]+"
        self._coming = re.compile(rf"\b(?P<cue>{coming})(?: (?!{result}\b)[^\W\d]+){{0,2}} *$")
        self._halfway = re.compile(
            rf"\b(?P<cue>{any_of(vocabulary.HALFWAY)})(?! {not_so}\b)(?: [^\W\d]+){{0,3}} *$"
        )
        left = rf"{any_of(vocabulary.LEFT_BEHIND)}|{no}(?! {not_so}\b)"
        self._behind = re.compile(
            rf"^(?: ?(?!{result}\b)[^\W\d]+){{0,3}} (?P<cue>{left})\b(?! (?:{not_so}\b|\d))"
        )

    def told(self, before: str, behind: str) -> tuple[tuple[Unreached, re.Pattern[str], str], ...]:
        """What to look for, and where."""
        return (
            ("lacking", self._lacking, before),
            ("halfway", self._coming, before),
            ("halfway", self._halfway, before),
            ("halfway", self._behind, behind),
        )


_MARKED, _PLAIN = _Words(plain=False), _Words(plain=True)
