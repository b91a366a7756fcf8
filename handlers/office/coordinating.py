"""/phancong … phối hợp …: which units work together with who carries an item out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db import directives
from db.item_view import ItemView
from db.models import Item
from db.ward_loading import bump
from handlers import rights
from handlers.naming import find_person
from handlers.pressing import whom
from handlers.texts.office import assign as texts
from handlers.turn import Reply, Turn, UserError


def set_units(turn: Turn, items: Sequence[ItemView], words: str) -> Sequence[Reply]:
    """The units named, or those of the people named, coordinate from now on; their heads are told.

    Raises UserError for nobody, and for items that this person does not hand out.
    """
    if not words.strip():
        raise UserError(texts.which_units(items))
    for item in items:
        if not may_set(turn, item):
            raise UserError(texts.own_unit_only(item))
    units = whom.units(turn.ward, words) or _of_person(turn, items, words)
    return _write(turn, {item: directives.unit_codes(turn.session, units) for item in items}, units)


def may_set(turn: Turn, item: ItemView) -> bool:
    """True for the clerk, for who hands the item out, and for who decides on it."""
    if turn.person.has("clerk") or turn.person in rights.deciders(turn.ward, item):
        return True
    return rights.within_reach(turn.ward, turn.person, item, "assign")


def units_of(turn: Turn, name: str) -> tuple[int, ...]:
    """The unit that a name is, or of whom it names; none for several."""
    if units := whom.units(turn.ward, name):
        return units
    named = turn.ward.roster.begins(name)
    ids = {turn.ward.people[one].unit_id for one in named.people} if named is not None else set()
    return tuple(one for one in ids if one is not None) if len(ids) == 1 else ()


def change(turn: Turn, items: Sequence[ItemView], units: Sequence[int], *, drops: bool) -> Sequence[Reply]:
    """The units work along besides those who do already, or no longer."""
    said = directives.unit_codes(turn.session, units)
    after = {
        item: [code for code in item.coordinating if code not in said] + ([] if drops else said)
        for item in items
    }
    known = {code for item in items for code in item.coordinating}
    new = [one for one in units if directives.unit_codes(turn.session, [one])[0] not in known]
    return _write(turn, after, () if drops else new)


def _write(turn: Turn, after: Mapping[ItemView, Sequence[str]], told: Sequence[int]) -> Sequence[Reply]:
    """`told`: the units whose heads are told."""
    items = list(after)
    for item, codes in after.items():
        row = turn.session.get_one(Item, item.id)
        turn.note(
            "coordinating",
            item.key,
            before="; ".join(row.coordinating) or None,
            after="; ".join(codes) or None,
        )
        row.coordinating = list(codes)
    bump(turn.session, turn.ward.id)
    now_all = dict.fromkeys(code for codes in after.values() for code in codes)
    names = [turn.ward.unit_codes.get(code, code) for code in now_all]
    keys = tuple(item.key for item in items)
    heads = [one for one in turn.ward.with_role("unit_head") if one.unit_id in told and one != turn.person]
    reached = [one for one in heads if turn.reaches(one)]
    letters = [
        Reply(texts.told_coordinates(items, one, turn.person), to=one.id, items=keys) for one in reached
    ]
    was = {turn.ward.unit_codes.get(code, code) for item in items for code in item.coordinating}
    return [Reply(texts.coordinates(items, names, sorted(was), reached), items=keys), *letters]


def _of_person(turn: Turn, items: Sequence[ItemView], words: str) -> tuple[int, ...]:
    """Who is named stands for the own unit."""
    person, extra = find_person(turn, words)
    if extra or person.unit_id is None:
        raise UserError(texts.which_units(items))
    return (person.unit_id,)
