"""Who may be meant by an order that names nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from bot.domain.reading.words import fold, words_of
from db.ward_view import PersonView
from handlers.directives import draft as drafts
from handlers.directives.draft import Draft
from handlers.turn import Turn

OFFERED = 6
"""So many at most; anybody else is named."""


def likely(turn: Turn, draft: Draft) -> list[PersonView]:
    """Who answers for what the work names comes first, then for what resembles it most; then who works in the
    giver's fields, the office, the heads of units."""
    ward = turn.ward
    named = ward.catalogue.find(draft.what)
    items = [ward.items[one.key] for one in named.items] if not named.guessed else []
    owners = [one.owner_id for one in items if one.owner_id]
    inside = [one.id for one in ward.people.values() if draft.unit and one.unit_id == draft.unit]
    fields = ward.people[draft.given_by].fields
    own = [one.owner_id for one in ward.items.values() if one.owner_id and one.field in fields]
    office = [one.id for one in ward.with_role("clerk")]
    heads = [one.id for one in ward.with_role("unit_head")]
    near = _nearest(turn, draft.what)
    found = tuple(dict.fromkeys([*inside, *owners, *near, *own, *office, *heads]))
    return [ward.people[one] for one in drafts.able(ward, found) if one != draft.given_by][:OFFERED]


def _nearest(turn: Turn, words: str) -> list[int]:
    """Owners of items with whose names the words share two words in a row; what only one of them has counts
    most."""
    said, theirs = _pairs(words), defaultdict[int, Counter[tuple[str, str]]](Counter)
    for item in turn.ward.items.values():
        if item.owner_id:
            theirs[item.owner_id].update(said & _pairs(item.name))
            for name in (item.short_name, *item.aliases):
                theirs[item.owner_id].update(said & _pairs(name))
    owners = Counter(pair for pairs in theirs.values() for pair in pairs)
    weights = {
        who: sum(count / owners[pair] ** 2 for pair, count in of.items()) for who, of in theirs.items()
    }
    return sorted((who for who, weight in weights.items() if weight), key=lambda who: -weights[who])


def _pairs(text: str) -> set[tuple[str, str]]:
    words = words_of(fold(text))
    return set(pairwise(words))
