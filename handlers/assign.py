"""/phancong: who is in charge of an item. One item, or several codes at once."""

from __future__ import annotations

from collections.abc import Sequence

from db import audit, people
from db.models import Item
from db.ward_view import ItemView, PersonView, bump
from handlers import rights
from handlers.report import find_person
from handlers.texts import assign as texts
from handlers.turn import Reply, Turn, UserError


def assign(turn: Turn) -> Sequence[Reply]:
    """/phancong <mã hoặc tên đầu việc> <người>."""
    if not turn.words:
        unowned = [item for item in turn.ward.items.values() if item.owner_id is None and not item.parts]
        return [Reply(texts.usage(unowned))]
    items, rest = _items_named(turn)
    if not rest:
        raise UserError(texts.who())
    person, _ = find_person(turn, rest)
    return _assign(turn, items, person)


def _items_named(turn: Turn) -> tuple[list[ItemView], str]:
    """The items at the start of the words (a run of codes, or one name) and what follows them."""
    tokens = turn.words.replace(",", " ").split()
    items = []
    while tokens and (item := _by_code(turn, tokens[0])):
        items.append(item)
        tokens.pop(0)
    if items:
        return items, " ".join(tokens)
    return _named_before_person(turn)


def _by_code(turn: Turn, token: str) -> ItemView | None:
    wanted = token.upper().rstrip(";.")
    plain = {key.replace("-", "").upper(): item for key, item in turn.ward.items.items()}
    return plain.get(wanted.replace("-", ""))


def _named_before_person(turn: Turn) -> tuple[list[ItemView], str]:
    """An item by its name: what follows it is the person ("BHXH tự nguyện Minh")."""
    found = turn.ward.catalogue.find(turn.words)
    if not found.items:
        raise UserError(texts.no_item(turn.words))
    rest = (turn.words[: found.span[0]] + " " + turn.words[found.span[1] :]).strip(" :,-")
    for filler in ("cho ", "giao "):
        rest = rest.removeprefix(filler)
    if len(found.items) > 1:
        raise UserError(texts.several([turn.ward.items[one.key] for one in found.items[:6]], rest))
    return [turn.ward.items[found.items[0].key]], rest


def _assign(turn: Turn, items: Sequence[ItemView], person: PersonView) -> Sequence[Reply]:
    for item in items:
        _check(turn, item, person)
    before = {item.key: turn.ward.people.get(item.owner_id or 0) for item in items}
    for item in items:
        _set_owner(turn, item, person)
    bump(turn.session, turn.ward.id)
    reached = bool(people.reachable_chats(turn.session, person.id))
    replies = [Reply(texts.assigned(items, person, before, reached=reached), items=tuple(before))]
    if reached and person.id != turn.person.id:
        replies.append(Reply(texts.told(items, person, turn.person), to=person.id, items=tuple(before)))
    return replies


def _check(turn: Turn, item: ItemView, person: PersonView) -> None:
    """A unit head hands out the own unit's items, to the own unit's people."""
    if turn.person.has("clerk", "chair", "leader"):
        return
    same_unit = person.unit_id == turn.person.unit_id
    if not same_unit or not rights.within_reach(turn.ward, turn.person, item):
        raise UserError(texts.own_unit_only(item))


def _set_owner(turn: Turn, item: ItemView, person: PersonView) -> None:
    keys = item.parts or (item.key,)
    for key in keys:
        row = turn.session.get_one(Item, turn.ward.items[key].id)
        before, row.owner_id = row.owner_id, person.id
        audit.note(
            turn.session,
            turn.now,
            "assign",
            key,
            ward_id=turn.ward.id,
            person_id=turn.person.id,
            before=str(before) if before else None,
            after=person.code,
            inbox_id=turn.inbox_id,
        )
