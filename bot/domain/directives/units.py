"""What units are called in messages: "Phòng Văn hóa - Xã hội", "VH-XH", "P.VHXH", "phòng văn hóa"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.domain.directives.model import KnownUnit
from bot.domain.directives.vocabulary import (
    ALSO_CALLED,
    ENOUGH_ALONE,
    UNIT_ENDINGS,
    UNIT_FILLERS,
    UNIT_KINDS,
    Phrase,
)
from bot.domain.directives.words import Word, words_in

_INSIDE = frozenset(("-", "–", "&", ",", "."))
_LONGEST = 10
Place = tuple[tuple[int, ...], int]
"""Ids of the units that may be meant, and the place after their name."""


_WHOLES = frozenset(("nam", "quy", "thang", "tuan", "hai", "ba", "nhan", "co", "ngay"))


def _is_whole(words: Sequence[Word], place: int) -> bool:
    """Tell "cả năm" from "CA", Công an."""
    if words[place].text != "ca":
        return False
    follows = words[place + 1].text if place + 1 < len(words) else ""
    return words[place].marked or follows in _WHOLES


class Units:
    """The units of a ward, found by name, by a part of it, by its first letters."""

    def __init__(self, units: Sequence[KnownUnit]) -> None:
        """Work out what each is called; the order of `units` is that in which candidates are offered."""
        self._called: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._of_kind: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._spelt = {word.typed for unit in units for word in words_in(unit.name)}
        for unit in units:
            kind, rest = _split(unit.name)
            for form in _forms(kind, rest):
                self._called[form][unit.id] = None
            for head in _heads(kind):
                self._of_kind[head][unit.id] = None
            if kind in ENOUGH_ALONE or not rest:
                for head in _heads(kind):
                    self._called.setdefault(head, {})[unit.id] = None

    def at(self, words: Sequence[Word], place: int) -> Place | None:
        """The units named at a place, by the longest form."""
        if place < len(words) and _is_whole(words, place):
            return None
        found = self._longest(words, place, self._called)
        if found is not None and found[1] == place + 1 and self._is_other(words[place]):
            return None
        return found

    def _is_other(self, word: Word) -> bool:
        """Tell "trăm", "tỷ" from "trạm" and its letters: one word with marks that no name has."""
        return word.marked and word.typed not in self._spelt

    def all_at(self, words: Sequence[Word], place: int) -> Place | None:
        """ "Các tổ dân phố": every unit of a kind."""
        if place < len(words) and words[place].text == "cac":
            return self._longest(words, place + 1, self._of_kind)
        return None

    def _longest(self, words: Sequence[Word], place: int, forms: dict[str, dict[int, None]]) -> Place | None:
        best: Place | None = None
        said = ""
        for end, text in _said(words, place):
            said += text
            if said in forms and len(said) > 1:
                best = tuple(forms[said]), end
        if best is not None and best[1] < len(words) and words[best[1]].text in UNIT_ENDINGS:
            return best[0], best[1] + 1
        return best


def _said(words: Sequence[Word], place: int) -> Iterator[tuple[int, str]]:
    """The words from a place on, run together as far as a name may reach; signs and "và" left out."""
    for at in range(place, min(place + _LONGEST, len(words))):
        text = words[at].text
        if text in _INSIDE or text in UNIT_FILLERS:
            if at == place:
                return
            continue
        if not text.isalnum():
            return
        yield at + 1, text.lstrip("0") or "0"


def _split(name: str) -> tuple[Phrase, Phrase]:
    """The kind of a unit, and what tells it from others of its kind."""
    said = [one.text.lstrip("0") or "0" for one in words_in(name) if one.text.isalnum()]
    plain = [text for text in said if text not in UNIT_FILLERS]
    while len(plain) > 1 and plain[-1] in UNIT_ENDINGS:
        plain.pop()
    for size in range(3, 0, -1):
        if tuple(plain[:size]) in UNIT_KINDS:
            return tuple(plain[:size]), tuple(plain[size:])
    return (), tuple(plain)


def _heads(kind: Phrase) -> list[str]:
    return [form for form in ("".join(kind), *UNIT_KINDS.get(kind, ())) if form]


def _forms(kind: Phrase, rest: Phrase) -> Iterator[str]:
    """Everything a unit may be called, run together: whole, in part, by first letters; behind its kind."""
    letters = [word if word.isdigit() else word[0] for word in rest]
    heads = _heads(kind)
    for start in range(len(rest)):
        for end in range(start + 1, len(rest) + 1):
            size, at_edge = end - start, start == 0 or end == len(rest)
            run, initials = "".join(rest[start:end]), "".join(letters[start:end])
            for head in heads:
                yield head + run
                if size > 1:
                    yield head + initials
            if size > 2 or (size > 1 and at_edge) or (size == len(rest) and not kind):
                yield run
            if size == len(rest) > 1:
                yield initials
            if called := ALSO_CALLED.get(rest[start:end]):
                yield "".join(called)
                yield from (head + "".join(called) for head in ("bophan", *heads))
