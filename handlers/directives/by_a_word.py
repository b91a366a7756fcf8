"""The tasks that a leader means by a word or two of their titles: "việc rác", "vụ rửa xe"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.directives import by_a_word as texts
from handlers.turn import Turn

SHORTEST = 3
"""Letters: the "y" of "đồng ý" is no part of a title."""


def meant(turn: Turn, left: str, people: Sequence[PersonView], fillers: Collection[str]) -> list[ItemView]:
    """Those in whose names the words beside `fillers` stand in a row; of several those of the people."""
    words = [one for one in re.findall(r"[\w/]+", fold(left)) if one not in fillers]
    said, ids = " ".join(words), {one.id for one in people}
    if not set(words) - texts.GENERAL or len(said) < SHORTEST:
        return []
    fits = [one for one in turn.ward.items.values() if one.is_task and not one.parts and _says(one, said)]
    theirs = [one for one in fits if one.owner_id in ids]
    return theirs or fits


def _says(item: ItemView, said: str) -> bool:
    names = (" ".join(re.findall(r"\w+", fold(name))) for name in (item.short_name, *item.aliases))
    return any(f" {said} " in f" {name} " for name in names)
