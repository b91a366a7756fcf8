"""What a question is about without a name: "công an báo mấy vụ tệ nạn", "đất công lấn chiếm tới đâu"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.items import KnownItem
from bot.domain.reading.naming.meant import LEAD, SURE, Likely, meant, ranked
from db.item_view import ItemView
from handlers.texts.situation import by_topic as texts
from handlers.turn import Turn

FOR_CERTAIN = 4.0
"""So much speaks for an item that who is named besides does not have."""
FEW = 3
"""So many that the words may mean alike are shown side by side."""


def spoken_of(turn: Turn, names: Sequence[str], items: Sequence[ItemView] | None) -> list[ItemView]:
    """The one item that the words besides the names are about for certain.

    Of those named it is an indicator; among all that the ward has only a question of how it stands is of one.
    """
    if items is None and not texts.ASKS_STATE.search(texts.subject(turn.words)):
        return []
    among = [item for item in items if not item.is_task] if items else turn.ward.items.values()
    found, known = _ranked(turn, names, among)
    return [turn.ward.items[key] for key in meant(found, known)]


def nearest(turn: Turn, names: Sequence[str], within: Sequence[ItemView]) -> list[ItemView]:
    """The item that the words besides the names are about, or the few that they fit alike.

    Of those within what is named; of all where nothing is, or where much more speaks for it.
    """
    for among in filter(None, (within, list(turn.ward.items.values()))):
        found, known = _ranked(turn, names, among)
        if within and among is not within and (not found or found[0].weight < FOR_CERTAIN):
            continue
        keys = meant(found, known) or [one.key for one in found if _is_near(one, found[0])]
        items = [turn.ward.items[key] for key in keys]
        items = [one for one in items if not one.is_task] or items
        if 0 < len(items) <= FEW:
            return items
    return []


def events(turn: Turn, items: Sequence[ItemView]) -> list[ItemView]:
    """What is not to happen, of these items."""
    every = turn.ward.with_parts(items)
    found = [one for one in every if one.target is not None and one.target.is_event_free and not one.parts]
    return found[:FEW]


def _ranked(
    turn: Turn, names: Sequence[str], among: Iterable[ItemView]
) -> tuple[list[Likely], dict[str, KnownItem]]:
    text, catalogue = texts.without_asking(turn.words), turn.ward.whole_catalogue
    for name in names:
        text = text.replace(name, " ")
    known = {item.key: catalogue.items[item.key] for item in among if item.key in catalogue.items}
    return ranked(text, list(known.values()), catalogue.spell), known


def _is_near(one: Likely, first: Likely) -> bool:
    return one.weight >= SURE and one.weight * LEAD > first.weight
