"""Asked whether the plan has something, and where: the items of it; that there is none, and what is near."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from bot.domain.reading.words import fold, words_of
from db.item_view import ItemView
from handlers import finding
from handlers.situation import in_charge, somebody
from handlers.situation.parts import fields_called
from handlers.texts.situation import asked_of
from handlers.texts.situation import not_planned as texts
from handlers.turn import Reply, Turn

Answer = Callable[[Turn], Sequence[Reply]]
NEAR = 3
"""So many items that are called alike are named."""


def meant(turn: Turn) -> Answer | None:
    """What answers the words; None where they ask for no subject."""
    said = turn.words.strip(" .?!")
    asked = texts.ASKED.fullmatch(fold(said))
    if asked is None:
        return None
    group = next(name for name in ("absent", "any", "where", "inside") if asked[name])
    what = said[slice(*asked.span(group))].strip(" ,:")
    strange = set(words_of(fold(what))) - asked_of.OF_WORK
    if (
        not strange
        or texts.NO_SUBJECT.search(fold(what))
        or somebody.called(turn.ward.roster, what) is not None
    ):
        return None
    if items := _of_plan(turn, what):
        return partial(in_charge.of_items, words=what, items=items)
    if fields := fields_called(turn.ward, what):
        return partial(in_charge.of_fields, fields=fields)
    return partial(_none, what=what)


def _of_plan(turn: Turn, what: str) -> list[ItemView]:
    """The items that are called so, or have the words in their names."""
    found = turn.ward.catalogue.find(what)
    items = [] if found.guessed else [turn.ward.items[one.key] for one in found.items]
    called = [one for one in items if finding.is_called(turn.ward, one, what)]
    return called if len(called) == 1 else in_charge.with_words(turn.ward, what)


def _none(turn: Turn, what: str) -> Sequence[Reply]:
    pairs = set(pairwise(words_of(fold(what))))
    near = [
        item
        for item in turn.ward.items.values()
        if not item.share_of
        and not pairs.isdisjoint(pairwise(words_of(fold(f"{item.name} {item.short_name}"))))
    ]
    return [Reply(texts.none(what, near[:NEAR], turn.ward.year))]
