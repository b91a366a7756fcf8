"""Who is meant at a place in an order: a person by name, title and name, or a unit through its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.directives.model import KnownPerson, KnownUnit, Who
from bot.domain.directives.units import Units
from bot.domain.directives.vocabulary import ADDRESSES, ALSO_WORDS, DEPUTY_CHAIR, TITLES, Phrase
from bot.domain.directives.words import Word, phrase_at, words_in

_LONGEST_NAME = 5
_DONG_CHI = frozenset((("dong", "chi"),))
_FORMAL = frozenset((("dong", "chi"), ("dc",), ("d/c",)))


class Roster:
    """The people and units of one ward, indexed once."""

    def __init__(self, people: Sequence[KnownPerson], units: Sequence[KnownUnit]) -> None:
        """Keep them; their order is the order in which candidates are offered."""
        self.people = {one.id: one for one in people}
        self.units = Units(units)
        self._names = {one.id: words_in(one.name) for one in people}

    def who(self, words: Sequence[Word], place: int, *, opens: bool = False) -> Who | None:
        """Who is named at a place; `opens`: nothing stands before, so that "mai" is rather a day."""
        found = self._at(words, place, (), opens=opens)
        return replace(found, start=place) if found else None

    def _at(
        self, words: Sequence[Word], place: int, titles: tuple[Phrase, ...], *, opens: bool
    ) -> Who | None:
        """A unit or a person, whichever has the longer name here; else behind a title, "anh", "đồng chí"."""
        found = self._named(words, place, titles, opens=opens)
        unit = self.units.at(words, place)
        if unit is not None and (found is None or found.end <= unit[1]):
            return self._of_units(unit[0], place, unit[1])
        step = self._title(words, place)
        if found is not None and not (step and found.end == place + step):
            return self._of_unit_behind(words, found)
        if step:  # "anh Minh", in a ward where somebody is called Anh
            said = tuple(word.text for word in words[place : place + step])
            behind = self._at(words, place + step, (*titles, said), opens=opens)
            return behind or found
        leaders = tuple(one.id for one in self.people.values() if one.leads)
        deputy = not DEPUTY_CHAIR.isdisjoint(titles)
        return Who(leaders, None, place, place) if deputy and leaders else None

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
        self, words: Sequence[Word], place: int, titles: Sequence[Phrase], *, opens: bool
    ) -> Who | None:
        """The people with the longest name that stands here."""
        for size in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            said = words[place : place + size]
            if size == 1 and opens and not titles and said[0].text in ALSO_WORDS:
                return None
            exact = self._called(said, _typed_alike)
            people = exact or self._called(said, _alike)
            if people:
                return Who(self._addressed(people, titles), None, place, place + size)
        return None

    def _called(self, said: Sequence[Word], same: Callable[[Word, Word], bool]) -> list[int]:
        """Whose name ends in these words, or is all of them."""
        return [
            one
            for one, name in self._names.items()
            if len(said) <= len(name) and all(map(same, said, name[-len(said) :]))
        ]

    def _addressed(self, people: Sequence[int], titles: Sequence[Phrase]) -> tuple[int, ...]:
        """ "Chị Hương", where a man has that name too."""
        spoken = {title[0] for title in titles if title not in _FORMAL}
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
