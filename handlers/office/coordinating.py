"""/phancong … phối hợp …: which units work together with who carries an item out."""

from __future__ import annotations

from collections.abc import Sequence

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
        if not turn.person.has("clerk") and not rights.within_reach(turn.ward, turn.person, item, "assign"):
            raise UserError(texts.own_unit_only(item))
    units = whom.units(turn.ward, words) or _of_person(turn, items, words)
    codes = directives.unit_codes(turn.session, units)
    for item in items:
        row = turn.session.get_one(Item, item.id)
        turn.note(
            "coordinating", item.key, before="; ".join(row.coordinating) or None, after="; ".join(codes)
        )
        row.coordinating = codes
    bump(turn.session, turn.ward.id)
    names, keys = [turn.ward.units[one] for one in units], tuple(item.key for item in items)
    heads = [one for one in turn.ward.with_role("unit_head") if one.unit_id in units and one != turn.person]
    told = [one for one in heads if turn.reaches(one)]
    letters = [Reply(texts.told_coordinates(items, one, turn.person), to=one.id, items=keys) for one in told]
    before = {turn.ward.unit_codes.get(code, code) for item in items for code in item.coordinating}
    return [Reply(texts.coordinates(items, names, sorted(before), told), items=keys), *letters]


def _of_person(turn: Turn, items: Sequence[ItemView], words: str) -> tuple[int, ...]:
    """Who is named stands for the own unit."""
    person, extra = find_person(turn, words)
    if extra or person.unit_id is None:
        raise UserError(texts.which_units(items))
    return (person.unit_id,)
