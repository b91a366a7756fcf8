"""Who is meant at a place in an order: a person by name, title and name, or a unit through its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.directives.model import KnownPerson, KnownUnit, Who
from bot.domain.directives.units import Units
from bot.domain.directives.vocabulary import ADDRESSES, ALSO_WORDS, DEPUTY_CHAIR, TITLES
from bot.domain.directives.words import Word, phrase_at, words_in

_LONGEST_NAME = 5
_DONG_CHI = frozenset((("dong", "chi"),))
_FORMAL = frozenset(("dong chi", "dc", "d/c"))


class Roster:
    """The people and units of one ward, indexed once."""

    def __init__(self, people: Sequence[KnownPerson], units: Sequence[KnownUnit]) -> None:
        """Keep them; their order is the order in which candidates are offered."""
        self.people = {one.id: one for one in people}
        self.units = Units(units)
        self._names = {one.id: words_in(one.name) for one in people}

    def who(self, words: Sequence[Word], place: int, *, opens: bool = False) -> Who | None:
        """Who is named at a place; `opens`: nothing stands before, so that "mai" is rather a day."""
        if found := self.units.at(words, place):
            return self._of_units(found[0], place, found[1])
        at, addresses, deputy = place, list[str](), False
        while step := self._title(words, at):
            addresses.append(" ".join(word.text for word in words[at : at + step]))
            deputy = deputy or phrase_at(words, at, DEPUTY_CHAIR) > 0
            at += step
            if found := self.units.at(words, at):
                return self._of_units(found[0], place, found[1])
        named = self._named(words, at, addresses, opens=opens)
        if named is None:
            leaders = tuple(one.id for one in self.people.values() if one.leads)
            return Who(leaders, None, place, at) if deputy and leaders else None
        return self._of_unit_behind(words, replace(named, start=place))

    def heads(self, unit: int) -> tuple[int, ...]:
        """Who heads a unit; everybody in it when nobody does."""
        inside = [one for one in self.people.values() if one.unit == unit]
        return tuple(one.id for one in inside if one.heads) or tuple(one.id for one in inside)

    def _of_units(self, units: Sequence[int], start: int, end: int) -> Who:
        people = tuple(dict.fromkeys(one for unit in units for one in self.heads(unit)))
        return Who(people, units[0] if len(units) == 1 else None, start, end)

    @staticmethod
    def _title(words: Sequence[Word], place: int) -> int:
        if place < len(words) and words[place].text in ADDRESSES:
            short = len(words[place].text) == 1 and place + 1 < len(words) and words[place + 1].text == "."
            return 1 + short  # "A. Tú"
        return phrase_at(words, place, _DONG_CHI) or phrase_at(words, place, TITLES)

    def _named(
        self, words: Sequence[Word], place: int, addresses: Sequence[str], *, opens: bool
    ) -> Who | None:
        """The people with the longest name that stands here."""
        for size in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            said = words[place : place + size]
            if size == 1 and opens and not addresses and said[0].text in ALSO_WORDS:
                return None
            exact = self._called(said, _typed_alike)
            people = exact or self._called(said, _alike)
            if people:
                return Who(self._addressed(people, addresses), None, place, place + size)
        return None

    def _called(self, said: Sequence[Word], same: Callable[[Word, Word], bool]) -> list[int]:
        """Whose name ends in these words, or is all of them."""
        return [
            one
            for one, name in self._names.items()
            if len(said) <= len(name) and all(map(same, said, name[-len(said) :]))
        ]

    def _addressed(self, people: Sequence[int], addresses: Sequence[str]) -> tuple[int, ...]:
        """ "Chị Hương", where a man has that name too."""
        spoken = {one for one in addresses if one not in _FORMAL}
        fits = [one for one in people if words_in(self.people[one].address)[0].text in spoken]
        return tuple(fits or people)

    def _of_unit_behind(self, words: Sequence[Word], who: Who) -> Who:
        """ "Anh Minh (Phòng VHXH)": which of several; the unit is part of who it is."""
        opened = who.end < len(words) and words[who.end].text == "("
        found = self.units.at(words, who.end + opened)
        if found is None:
            return who
        inside = tuple(one for one in who.people if self.people[one].unit in found[0])
        closed = opened and found[1] < len(words) and words[found[1]].text == ")"
        return replace(who, people=inside, end=found[1] + closed) if inside else who


def _typed_alike(said: Word, name: Word) -> bool:
    return said.typed == name.typed


def _alike(said: Word, name: Word) -> bool:
    """Typed without marks it may be anybody's whose name folds to it; with other marks it is another word."""
    return not said.marked and said.text == name.text
