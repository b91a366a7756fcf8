""" "Số vừa nãy của chị Thảo là của chị Yến": a figure that was entered for one is told to be another's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from db.models import Figure
from db.ward_view import PersonView
from handlers import rights
from handlers.correcting.taken_back import JUST_SENT
from handlers.naming import find_people
from handlers.texts.correcting import of_somebody as texts
from handlers.texts.correcting import take_back as words
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What is to be taken back, and how the other's number is sent: which of his it is, only she knows."""
    found = texts.OF_SOMEBODY.fullmatch(" ".join(fold(turn.words).split()).strip(" .!,"))
    if found is None or not rights.may(turn.person, "enter_for"):
        return None
    there, named = _person(turn, found["to"] or found["alone"]), _person(turn, found["from"])
    if there is None or (found["from"] and named is None):
        return None
    told = [one for one in _entered(turn) if named in {None, turn.ward.people.get(one[0].owner_id or 0)}]
    if not told:
        return None
    item, row = max(told, key=lambda one: one[1].at)
    here = turn.ward.people.get(item.owner_id or 0)
    if here is None or here == there:
        return None
    choice = Choice(words.TAKE_BACK, words.typed(item))
    own = _alike(turn, item, there)
    return [Reply(texts.whose(item, row, here, there, own), (choice,), items=(item.key,))]


def _person(turn: Turn, said: str | None) -> PersonView | None:
    """The one colleague whom the words name and no more."""
    if said is None or turn.ward.roster.begins(said) is None:
        return None
    people, left = find_people(turn, said)
    return people[0] if len(people) == 1 and not left else None


def _entered(turn: Turn) -> list[tuple[ItemView, Figure]]:
    """The figures that this person entered for others within the last hours."""
    items = {item.id: item for item in turn.ward.items.values() if not item.is_task and not item.share_of}
    newest = figures.latest(turn.session, items).items()
    return [
        (items[key], row)
        for key, row in newest
        if row.entered_by_id == turn.person.id != row.person_id and turn.now - row.at <= JUST_SENT
    ]


def _alike(turn: Turn, item: ItemView, there: PersonView) -> ItemView | None:
    """The one of the other's indicators that is counted in the same unit."""
    unit = item.target.unit if item.target is not None else None
    own = [one for one in turn.ward.duties(there.id) if one.target is not None and one.target.unit == unit]
    return own[0] if len(own) == 1 and unit is not None else None
