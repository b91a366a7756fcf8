"""Who had an item until now, named in what hands it over: "chuyển NV-006 từ anh Sơn sang anh Cường"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.directives.words import words_in
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers import rights
from handlers.pressing import whom
from handlers.texts.directives import former as texts
from handlers.texts.handover.said import is_called
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Former:
    """Who is named as the one who had it: people, or anybody of a unit; nobody for a name that nobody has."""

    said: str
    people: tuple[int, ...] = ()
    units: tuple[int, ...] = ()

    def has(self, turn: Turn, item: ItemView) -> bool:
        """True when the item is his, or the unit's."""
        return item.owner_id in self.people or rights.unit_of(turn.ward, item) in self.units


def taken_out(turn: Turn, words: str) -> tuple[Former | None, str]:
    """Who is named as the former owner, and the words without him."""
    folded = fold(words)
    for opens in texts.FROM.finditer(folded):
        for ends in texts.TO.finditer(folded, opens.end()):
            if (former := _named(turn, words[opens.end() : ends.start()])) is not None:
                return former, f"{words[: opens.start()].rstrip()} {words[ends.end() :]}".strip()
    return None, words


def _named(turn: Turn, words: str) -> Former | None:
    """Whom the words name, and nothing else."""
    name = words.strip()
    if texts.ONESELF.fullmatch(fold(name)) and not is_called(name):
        return Former(name, (turn.person.id,))
    named = turn.ward.roster.begins(name)
    if named is not None and not named.rest:
        return Former(name, named.people)
    if units := whom.units(turn.ward, name):
        return Former(name, units=tuple(units))
    said = words_in(name)
    who = turn.ward.roster.who(said, 0) if said else None
    if who is not None and who.end == len(said):
        return Former(name, who.people)
    return Former(name) if texts.SOMEBODY.fullmatch(fold(name)) else None
