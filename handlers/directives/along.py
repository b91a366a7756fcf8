"""Who works along on an order by what its giver adds to the echo: "chị Hương và anh Minh cùng làm"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.directives.words import Word, words_in
from bot.domain.reading.words import fold
from handlers.directives import draft as drafts
from handlers.directives.draft import Draft
from handlers.texts.directives import along as texts
from handlers.turn import Turn


@dataclass(slots=True)
class _Named:
    """Who is named: `leads` by "chủ trì"; ids of people and of units in the order of the words."""

    people: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    leads: int | None = None
    together: bool = False


def with_others(turn: Turn, draft: Draft, words: str) -> Draft | None:
    """The draft with one in charge and the others working along; None when the words say anything else.

    Who was in charge stays so, unless the words leave him out or another one is to be: the first of them.
    """
    named = _named(turn, words)
    if named is None or not (named.together or len(named.people) + len(named.units) > 1):
        return None
    able = drafts.able(turn.ward, tuple(named.people))
    before = draft.people[0] if len(draft.people) == 1 else None
    adds = texts.ADDS.match(fold(words)) is not None
    chosen = named.leads or before
    if chosen is None or (not adds and len(able) > 1 and chosen not in able):
        chosen = able[0] if able else None
    if chosen is None or not (named.units or set(able) - {chosen}):
        return None
    others = [turn.ward.people[one] for one in able if one != chosen]
    units = tuple(dict.fromkeys([*draft.coordinating, *named.units]))
    unit = draft.unit if chosen == before else None
    what = texts.with_people(draft.what, [one for one in others if not texts.is_along(draft.what, one)])
    return replace(draft, people=(chosen,), stranger="", unit=unit, coordinating=units, what=what)


def _named(turn: Turn, text: str) -> _Named | None:
    """The people and units that the words name beside what joins them; None when anything else is said."""
    beside = texts.BESIDE.search(fold(text)) is not None
    words, found, place = words_in(_blanked(text)), _Named(together=beside), 0
    last: int | None = None
    while place < len(words):
        who = turn.ward.roster.who(words, place)
        if who is None:
            said = next((one for one in texts.JOINS if _stands(words, place, one)), None)
            if said is None:
                return None
            if said in texts.LEADS:
                found.leads = last
            place += len(said)
            continue
        if len(who.people) != 1:
            return None
        last = who.people[0]
        (found.people if who.unit is None else found.units).append(last if who.unit is None else who.unit)
        place = who.end
    return found


def _blanked(text: str) -> str:
    """The text with signs in place of "phối hợp", whose "phối" is like "phòng" typed wrongly."""
    found = texts.BESIDE.finditer(fold(text))
    for one in found:
        text = text[: one.start()] + ";" * len(one[0]) + text[one.end() :]
    return text


def _stands(words: Sequence[Word], place: int, said: tuple[str, ...]) -> bool:
    return tuple(word.text for word in words[place : place + len(said)]) == said
