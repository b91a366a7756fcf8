""" "Em Sơn nghỉ ốm, nv7 để em làm": who does a colleague's item; asked, and no progress or obstacle of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.texts.handover import taking_over as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None for other words, and for one's own item."""
    folded = fold(turn.words).strip(" .!")
    if texts.QUICK.search(folded) is None:
        return None
    start = fold(turn.words).find(folded)
    for pattern in texts.SAYS:
        if said := pattern.fullmatch(folded):
            begins, ends = (start + place for place in said.span("who"))
            person = _person(turn, turn.words[begins:ends])
            item = _item(turn, turn.words[:begins])
            owner = turn.ward.people.get(item.owner_id or 0) if item is not None else None
            if item is not None and person is not None and owner not in {None, person, turn.person}:
                return [_asked(turn, item, owner, person)] if owner is not None else None
    return None


def _person(turn: Turn, name: str) -> PersonView | None:
    if texts.ONESELF.fullmatch(fold(name)):
        return turn.person
    found = turn.ward.roster.begins(name.strip())
    known = found is not None and not found.rest and len(found.people) == 1
    return turn.ward.people[found.people[0]] if found is not None and known else None


def _item(turn: Turn, words: str) -> ItemView | None:
    if any(letter.isdigit() for letter in finding.without_codes(words)):
        return None  # a figure beside it is a report
    coded = [finding.by_code(turn.ward, code) for code in finding.codes_in(words)]
    if len(coded) == 1:
        return coded[0]
    found = turn.ward.catalogue.find(words).sure if not coded else None
    return turn.ward.items.get(found.key) if found is not None else None


def _asked(turn: Turn, item: ItemView, owner: PersonView, person: PersonView) -> Reply:
    away = texts.AWAY.search(fold(turn.words)) is not None
    heads = rights.heads_of(turn.ward, item)
    if turn.person in heads or turn.person in rights.deciders(turn.ward, item) or turn.person.has("clerk"):
        choice = Choice(texts.label(item, person), f"/phancong {item.key} {person.code}")
        return Reply(texts.asked(item, owner, person, away=away), choices=(choice,), items=(item.key,))
    return Reply(texts.not_yours(item, owner, person, away=away), items=(item.key,))
