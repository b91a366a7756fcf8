"""Whom and what the words of /chuabaocao and /dondoc name: people, units, items."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from bot.domain.directives.words import words_in
from bot.domain.reading.dates import read_period
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers import finding, rights
from handlers.naming import find_person
from handlers.standings.standing import Standing
from handlers.texts.pressing import chase as texts
from handlers.turn import Turn

ALL = "tat ca"
WHOLE_WARD = frozenset({"ca phuong", "toan phuong"})
EVERYBODY = frozenset({ALL, "het", "moi nguoi"}) | WHOLE_WARD
"""Said by a leader of some fields they are everybody in these; the whole ward is named as such."""
OVERDUE = "qua han"
"""Those who owe what is past its day."""
_BESIDE = frozenset({"", "so lieu", "bao cao", "ky", "cua"})


def fits_missing(turn: Turn, words: str) -> bool:
    """True of what CHƯA BÁO CÁO is asked of: somebody, or a period, "còn ai chưa nộp quý 3"."""
    asks = rights.may(turn.person, "missing") and period(turn, words) is not None
    return asks or is_somebody(turn, words)


def period(turn: Turn, words: str) -> str | None:
    """The key of the period that the words are, and nothing more."""
    found = read_period(words, turn.now)
    around = words[: found.span[0]] + words[found.span[1] :] if found is not None else words
    return found.key if found is not None and fold(around).strip(" .?!") in _BESIDE else None


def is_somebody(turn: Turn, words: str) -> bool:
    """True when the words are a unit, or people by full or given name, and nothing more."""
    listed = [name for name in texts.LISTED.split(words) if name.strip()]
    known = [_is_person(turn, name) or bool(units(turn.ward, name)) for name in listed]
    return bool(units(turn.ward, words)) or (bool(known) and all(known))


def _is_person(turn: Turn, name: str) -> bool:
    found = turn.ward.roster.begins(name.strip(" .?!"))
    return found is not None and not found.rest


def people(turn: Turn) -> list[PersonView]:
    """The people of a unit, or those whose names are listed. Raises UserError when a name fits nobody."""
    if named := units(turn.ward, turn.words):
        return [person for person in turn.ward.people.values() if person.unit_id in named]
    found: dict[PersonView, None] = {}
    for name in filter(None, map(str.strip, texts.LISTED.split(turn.words))):
        unit = units(turn.ward, name)
        inside = [person for person in turn.ward.people.values() if person.unit_id in unit]
        found |= dict.fromkeys(inside if unit else [find_person(turn, name)[0]])
    return list(found)


def owed_for_units(
    turn: Turn, owed: Mapping[PersonView, Sequence[Standing]], chosen: Collection[PersonView]
) -> dict[PersonView, list[Standing]]:
    """What is owed for the units that are named by people of other units: one head reports for two."""
    named = units(turn.ward, turn.words)
    return {
        person: mine
        for person, rows in owed.items()
        if person not in chosen
        and (mine := [one for one in rows if rights.unit_of(turn.ward, one.item) in named])
    }


def units(ward: WardView, words: str) -> tuple[int, ...]:
    """The unit that the words name, also in part or by its letters; all of a kind for "các tổ dân phố"."""
    words = texts.SIDE.sub("", words.strip(" .?!"))
    said = fold(words)
    full = [unit_id for unit_id, name in ward.units.items() if fold(name) == said]
    parts = [unit_id for unit_id, name in ward.units.items() if len(said) > 3 and said in fold(name)]
    if full or len(parts) == 1:
        return tuple(full or parts)
    typed = words_in(words)
    kind, one = ward.roster.units.all_at(typed, 0), ward.roster.units.at(typed, 0)
    if kind is not None and kind[1] == len(typed):
        return kind[0]
    return one[0] if one is not None and one[1] == len(typed) and len(one[0]) == 1 else ()


def items(turn: Turn) -> list[ItemView]:
    """The items that the words name: of a line with parts all of them."""
    line = finding.compound(turn.ward, turn.words)
    found = turn.ward.catalogue.find(turn.words)
    named = [] if found.guessed else [turn.ward.items[one.key] for one in found.items]
    return [line] if line is not None else finding.meant(turn.ward, turn.person, named)
