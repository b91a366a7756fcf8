""" "NV-012 thêm công an phường phối hợp, NV-013 thì thêm trạm y tế": no progress of these tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers import finding, rights
from handlers.office import coordinating
from handlers.situation.somebody import called
from handlers.texts.office import assign as texts
from handlers.texts.office import coordinating_heard as heard
from handlers.turn import Reply, Turn


@dataclass(frozen=True, slots=True)
class _Clause:
    item: ItemView
    units: tuple[int, ...]
    drops: bool


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """Units are put to an item, or taken from it, by who hands it out; None for a clause that says more."""
    if heard.ALONG.search(fold(turn.words)) is None or not rights.may(turn.person, "assign"):
        return None
    read = [_read(turn, one) for one in heard.CLAUSES.split(turn.words) if one.strip()]
    clauses = [one for one in read if one is not None]
    if not clauses or len(clauses) < len(read):
        return _unknown(turn)
    if not all(coordinating.may_set(turn, one.item) for one in clauses):
        return None
    said = [coordinating.change(turn, [one.item], one.units, drops=one.drops) for one in clauses]
    text = "\n".join(replies[0].text for replies in said)
    keys = tuple(dict.fromkeys(one.item.key for one in clauses))
    return [Reply(text, items=keys), *(letter for replies in said for letter in replies[1:])]


def _unknown(turn: Turn) -> Sequence[Reply] | None:
    """Somebody who is not in the list is put to one item, and no more is said; None for other words."""
    named = _item(turn, turn.words)
    if named is None or not coordinating.may_set(turn, named[0]):
        return None
    item, rest = named
    masked = " ".join(heard.masked(rest).split()).strip(" ,:.-")
    said = heard.NOBODY.fullmatch(fold(masked))
    if said is None:
        return None
    text = texts.no_such_unit(item, masked[slice(*said.span("who"))], turn.ward.units.values())
    return [Reply(text, items=(item.key,))]


def _read(turn: Turn, clause: str) -> _Clause | None:
    """An item, units, and nothing besides but that they work along on it."""
    named = _item(turn, clause)
    if named is None:
        return None
    item, rest = named
    units, rest = _units(turn, heard.masked(rest))
    bare = " ".join(fold(rest).split())
    owner = turn.ward.people.get(item.owner_id or 0)
    if not units or (owner is not None and owner.unit_id in units):
        return None
    if heard.drops(bare):
        return _Clause(item, units, drops=True)
    return _Clause(item, units, drops=False) if heard.adds(bare) else None


def _item(turn: Turn, clause: str) -> tuple[ItemView, str] | None:
    if codes := finding.codes_in(clause):
        item = finding.by_code(turn.ward, codes[0]) if len(codes) == 1 else None
        return (item, finding.without_codes(clause)) if item is not None and not item.parts else None
    found = turn.ward.catalogue.find(clause)
    if found.sure is None or found.guessed:
        return None
    return turn.ward.items[found.sure.key], f"{clause[: found.span[0]]} {clause[found.span[1] :]}"


def _units(turn: Turn, words: str) -> tuple[tuple[int, ...], str]:
    """The units named, or those of the people named, and the words without them."""
    found: Mapping[int, None] = {}
    for units in (True, False):
        while (span := called(turn.ward.roster, words, units=units)) is not None:
            named = words[slice(*span)]
            ids = coordinating.units_of(turn, named)
            if not ids:
                return (), words
            found = {**found, **dict.fromkeys(ids)}
            words = f"{words[: span[0]]} {words[span[1] :]}"
    return tuple(found), words
