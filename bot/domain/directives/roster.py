"""Who is meant at a place in an order: a person by name, title and name, or a unit through its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.directives.model import KnownPerson, KnownUnit, Named, Who
from bot.domain.directives.names import Names, title_at
from bot.domain.directives.units import Units
from bot.domain.directives.vocabulary import DEPUTY_CHAIR, Phrase
from bot.domain.directives.words import Word, words_in
from bot.domain.reading.words import fold

_FIRST = re.compile(r"[^\s,;:]+")
_BEHIND = re.compile(r"(?:[\s:,;.–—]|-(?=\s))+")
"""What may stand between a name and what follows it."""


MOST_TITLES = 4
"""In front of a name: "nhờ đồng chí anh Minh" has two; a thousand are no address."""


class Roster:
    """The people and units of one ward, indexed once."""

    def __init__(self, people: Sequence[KnownPerson], units: Sequence[KnownUnit]) -> None:
        """Keep them; their order is the order in which candidates are offered."""
        self.people = {one.id: one for one in people}
        self.units = Units(units)
        self._names = Names(people)

    def who(self, words: Sequence[Word], place: int, *, opens: bool = False) -> Who | None:
        """Who is named at a place; `opens`: nothing stands before, so that "mai" is rather a day."""
        found = self._at(words, place, (), opens=opens)
        return replace(found, start=place) if found else None

    def begins(self, text: str, *, marked: bool = False) -> Named | None:
        """Who may be meant by what a text begins with: a code, a name, a form of address and a name.

        A code just as it was typed wins over a name that is no longer. `marked`: who wrote it types marks.
        """
        text = text.strip()
        words = words_in(text)
        found = self._person(words, marked=marked or any(word.marked for word in words))
        end = words[found.end - 1].end if found else 0
        coded = self._coded(text, exactly=found is not None)
        if coded is not None and len(coded.said) >= end:
            return coded
        return Named(found.people, text[:end], _behind(text[end:])) if found else None

    def _coded(self, text: str, *, exactly: bool) -> Named | None:
        """Whose code stands first; `exactly`: a name stands there too, and "Minh" is not "minh"."""
        first = _FIRST.match(text)
        if first is None:
            return None
        said = first[0].rstrip(".")
        fits = [one for one in self.people.values() if one.code.lower() == said.lower()]
        people = tuple(one.id for one in fits if one.code == said or not exactly)
        if people:
            return Named(people, said, _behind(text[len(said) :]))
        return self._coded(text[first.end() :].strip(), exactly=exactly) if fold(said) == "ma" else None

    def _person(self, words: Sequence[Word], *, marked: bool) -> Who | None:
        """The people named at the beginning, behind titles too; their unit tells several apart."""
        titles: tuple[Phrase, ...] = ()
        place, found = 0, self._named(words, 0, titles, marked=marked)
        if found is not None and all(
            self.people[one].name.count(" ") + 1 == found.end for one in found.people
        ):
            return found  # "Chu Thị Lan" is nobody's uncle
        while step := title_at(words, place):
            titles = (*titles, tuple(word.text for word in words[place : place + step]))
            place += step
            found = self._named(words, place, titles, marked=marked) or found
        if found is None or len(found.people) == 1:
            return found
        inside = self._of_unit_behind(words, found)
        whole = inside.end == len(words) or words[inside.end - 1].text == ")"
        return inside if whole else replace(inside, end=found.end)

    def _at(
        self, words: Sequence[Word], place: int, titles: tuple[Phrase, ...], *, opens: bool
    ) -> Who | None:
        """A unit or a person, whichever has the longer name here; else behind a title, "anh", "đồng chí"."""
        found = self._named(words, place, titles, opens=opens)
        unit = self.units.at(words, place)
        if unit is not None and (found is None or found.end <= unit[1]):
            return self._of_units(unit[0], place, unit[1])
        step = title_at(words, place)
        if found is not None and not (step and found.end == place + step):
            return self._of_unit_behind(words, found)
        if step and len(titles) < MOST_TITLES:  # "anh Minh", in a ward where somebody is called Anh
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

    def _named(
        self,
        words: Sequence[Word],
        place: int,
        titles: Sequence[Phrase],
        *,
        opens: bool = False,
        marked: bool = True,
    ) -> Who | None:
        found = self._names.at(words, place, titles, marked=marked, opens=opens)
        return Who(found[0], None, place, found[1]) if found else None

    def _of_unit_behind(self, words: Sequence[Word], who: Who) -> Who:
        """ "Anh Minh (Phòng VHXH)": which of several; the unit is part of who it is."""
        opened = who.end < len(words) and words[who.end].text == "("
        found = self.units.at(words, who.end + opened)
        if found is None:
            return who
        inside = tuple(one for one in who.people if self.people[one].unit in found[0])
        closed = opened and found[1] < len(words) and words[found[1]].text == ")"
        return replace(who, people=inside, end=found[1] + closed) if inside else who


def _behind(text: str) -> str:
    found = _BEHIND.match(text)
    return text[found.end() :] if found else text
