"""Asked who is in charge of a field, a unit, or what several items are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import FieldView, WardView
from handlers import rights
from handlers.situation import command
from handlers.situation.parts import fields_called, unit_called
from handlers.texts.situation import in_charge as texts
from handlers.turn import Reply, Turn

Answer = Callable[[Turn], Sequence[Reply]]
BESIDE = 2
"""So many words may stand beside an item's name: with more, "ai theo dõi bhyt thì gửi số" asks for nobody."""
MOST = 20
"""What more items have in their names names nothing."""


def meant(turn: Turn) -> Answer | None:
    """What answers the words; None where nothing is called so, or who asks may not see the ward."""
    if not rights.may(turn.person, "situation"):
        return None
    said = turn.words.strip(" .?!")
    asked = texts.ASKED.fullmatch(fold(said))
    if asked is None:
        return None
    place = "after" if asked["after"] else "before"
    whole, bare = (said[slice(*asked.span(name))].strip(" ,:") for name in (place, f"{place}_bare"))
    of_field = texts.OF_FIELD.match(fold(whole)) is not None
    if not of_field and (items := _named(turn, whole) or _named(turn, bare)):
        return partial(of_items, words=bare, items=items)
    if fields := fields_called(turn.ward, bare):
        return partial(of_fields, fields=fields)
    if unit := unit_called(turn.ward, whole):
        return partial(_of_unit, unit=unit)
    items = with_words(turn.ward, bare)
    return partial(of_items, words=bare, items=items) if items else None


def _named(turn: Turn, words: str) -> list[ItemView]:
    """The one item that the words are the name of, and hardly more."""
    found = turn.ward.catalogue.find(words)
    beside = f"{words[: found.span[0]]} {words[found.span[1] :]}".split()
    sure = found.sure is not None and not found.guessed and len(beside) <= BESIDE
    return [turn.ward.items[one.key] for one in found.items] if sure else []


def of_fields(turn: Turn, fields: Sequence[FieldView]) -> Sequence[Reply]:
    counted = _counted(turn.ward)
    parts = [
        texts.of_field(one, turn.ward, [item for item in counted if item.field == one.code]) for one in fields
    ]
    return [Reply("\n".join([*parts, texts.more(fields[0].name)]))]


def _of_unit(turn: Turn, unit: int) -> Sequence[Reply]:
    heads = [one for one in turn.ward.with_role("unit_head") if one.unit_id == unit]
    items = [item for item in _counted(turn.ward) if rights.unit_of(turn.ward, item) == unit]
    return [Reply(texts.of_unit(turn.ward.units[unit], heads, turn.ward, items))]


def of_items(turn: Turn, words: str, items: Sequence[ItemView]) -> Sequence[Reply]:
    if len(items) == 1:
        return [Reply("\n".join(command.item_lines(turn, items)), items=(items[0].key,))]
    return [Reply(texts.of_items(words, items, turn.ward))]


def with_words(ward: WardView, words: str) -> list[ItemView]:
    """The few items that have the words in one of their names."""
    wanted = re.compile(rf"\b{re.escape(fold(words))}\b")
    found = [
        item
        for item in _counted(ward)
        if any(wanted.search(fold(name)) for name in (item.name, item.short_name, *item.aliases))
    ]
    return found if len(found) <= MOST else []


def _counted(ward: WardView) -> list[ItemView]:
    """What somebody answers for as a whole: no compound line, no unit's share."""
    return [item for item in ward.items.values() if not item.share_of and (not item.parts or item.collect)]
