"""Whom a name may mean: people told apart by its marks, a form of address and a title."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.directives.model import KnownPerson
from bot.domain.directives.vocabulary import ADDRESSES, ALSO_WORDS, DEPUTY_CHAIR, HEADS, TITLES, Phrase
from bot.domain.directives.words import Word, phrase_at, words_in

LONGEST_NAME = 5
_DONG_CHI = frozenset((("dong", "chi"),))
_SHORT = {"a": "anh", "c": "chi"}
_ALIKE = (frozenset(("anh", "ong", "chu")), frozenset(("chi", "ba", "co")))
"""Forms of address of men, of women; who is called by another one of them is meant all the same."""
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


@dataclass(frozen=True, slots=True)
class _Known:
    """A person, the words of his name and those of how he is addressed."""

    person: KnownPerson
    name: tuple[Word, ...]
    address: str


class Names:
    """The people of one ward by their names, indexed once."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        """Keep them; their order is the order in which candidates are offered."""
        self._known = [
            _Known(one, tuple(words_in(one.name)), words_in(one.address)[0].text if one.address else "")
            for one in people
        ]

    def at(
        self, words: Sequence[Word], place: int, titles: Sequence[Phrase], *, marked: bool, opens: bool
    ) -> tuple[tuple[int, ...], int] | None:
        """Whom the longest name that stands at a place may mean, and where it ends.

        `marked`: what has no marks is spelt without, too; `opens`: nothing stands before, so that "mai" is
        rather a day.
        """
        for size in range(min(LONGEST_NAME, len(words) - place), 0, -1):
            said = words[place : place + size]
            if size == 1 and opens and not titles and said[0].text in ALSO_WORDS:
                return None
            called = [one for one in self._known if _is_called(one.name, said)]
            if called and not _runs_on(words, place + size):
                return tuple(one.person.id for one in _meant(called, said, titles, marked)), place + size
        return None


def title_at(words: Sequence[Word], place: int) -> int:
    """How many words a form of address or a title takes at a place; 0 when none stands there."""
    if place < len(words) and words[place].text in ADDRESSES:
        short = len(words[place].text) == 1 and place + 1 < len(words) and words[place + 1].text == "."
        return 1 + short  # "A. Tú"
    return phrase_at(words, place, _DONG_CHI) or phrase_at(words, place, TITLES)


def _is_called(name: Sequence[Word], said: Sequence[Word]) -> bool:
    """True for the end of a name, and for its first word and some of the others: "Trần Minh"."""
    if len(said) > len(name) or not _same(said[-1], name[-1]):
        return False
    if all(map(_same, said, name[-len(said) :])):
        return True
    rest = iter(name)
    return _same(said[0], name[0]) and all(any(_same(word, one) for one in rest) for word in said)


def _runs_on(words: Sequence[Word], end: int) -> bool:
    """ "Minh2" is not "Minh" """
    return end < len(words) and words[end].start == words[end - 1].end and words[end].text[0].isdigit()


def _same(said: Word, name: Word) -> bool:
    """Typed without marks it may be anybody's whose name folds to it; with other marks it is another word."""
    return said.text == name.text and (not said.marked or _spelt(said.typed) == _spelt(name.typed))


@lru_cache(maxsize=4096)
def _spelt(word: str) -> str:
    """A word with its tone at the end: "hoà" is "hòa"."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(sorted(letters, key=_TONES.__contains__))


def _meant(
    called: Sequence[_Known], said: Sequence[Word], titles: Sequence[Phrase], marked: bool
) -> Sequence[_Known]:
    """Whom all that was said fits; everybody who is called so where one word is against another."""
    whole = [one for one in called if len(one.name) == len(said)]
    called = whole or called
    typed = [one for one in called if all(map(_typed_alike, said, one.name[-len(said) :]))] if marked else []
    told = [fits for fits in (typed, _addressed(called, titles), _titled(called, titles)) if fits]
    agreed = [one for one in called if all(one in fits for fits in told)]
    return agreed or called


def _typed_alike(said: Word, name: Word) -> bool:
    return _spelt(said.typed) == _spelt(name.typed)


def _addressed(people: Sequence[_Known], titles: Sequence[Phrase]) -> list[_Known]:
    """ "Chị Hương", where a man has that name too; "cô Hương", where nobody else is a woman."""
    spoken = {_SHORT.get(title[0], title[0]) for title in titles if title not in _DONG_CHI}
    kin = spoken.union(*(group for group in _ALIKE if group & spoken))
    return [one for one in people if one.address in spoken] or [one for one in people if one.address in kin]


def _titled(people: Sequence[_Known], titles: Sequence[Phrase]) -> list[_Known]:
    """ "PCT Hương", "trưởng phòng Minh"."""
    leads, heads = not DEPUTY_CHAIR.isdisjoint(titles), not HEADS.isdisjoint(titles)
    return [one for one in people if (leads and one.person.leads) or (heads and one.person.heads)]
