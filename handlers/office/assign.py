"""/phancong: who is in charge of an item. One item, or several codes at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import declines, figures
from db.item_view import ItemView
from db.models import Item
from db.ward_loading import bump
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.naming import find_person
from handlers.office import coordinating
from handlers.pressing import whom
from handlers.standings.standing import standing_of
from handlers.texts.acting import away_before
from handlers.texts.office import assign as texts
from handlers.texts.results import task as task_texts
from handlers.turn import Reply, Turn, UserError

FILLERS = frozenset({"cho", "giao"})
"""What may stand between the item and the person."""
DECIDES = re.compile(r"(?:nguoi )?(?:duyet|xac nhan)\b[ :,-]*")
"""Folded words after which the person who decides is named, not who carries out."""
COORDINATES = re.compile(r"(?:don vi )?phoi hop\b[ :,-]*(?:(?:la|voi)\b )?")
"""Folded words after which the units are named that work together with who carries out."""


def assign(turn: Turn) -> Sequence[Reply]:
    """/phancong <mã hoặc tên đầu việc> <người>."""
    if not turn.words:
        return [Reply(texts.usage(_without_owner(turn)))]
    items, rest = _items_named(turn)
    if not rest:
        raise UserError(texts.who(items))
    if said := DECIDES.match(fold(rest)):
        return _set_decider(turn, turn.ward.with_parts(items), rest[said.end() :])
    if said := COORDINATES.match(fold(rest)):
        return coordinating.set_units(turn, items, rest[said.end() :])
    level = texts.LEVEL.match(fold(rest))
    if level is None and (unit := whom.units(turn.ward, rest)):
        return [_whom_of(turn, items, unit)]
    person, extra = find_person(turn, rest[level.end() :] if level else rest)
    if extra:
        raise UserError(texts.too_much(extra, items, person))
    collected = [item for item in items if item.collect is not None]
    if collected and level is None:
        return [_which_level(turn, items, collected, person)]
    of_ward = level is not None and level["ward"] is not None
    return by_head(turn, _at_level(turn, items, of_ward=of_ward), person)


def _whom_of(turn: Turn, items: Sequence[ItemView], unit: Sequence[int]) -> Reply:
    """Of a unit somebody is in charge: its head first, then its people."""
    people = [one for one in turn.ward.people.values() if one.unit_id in unit and rights.may(one, "report")]
    people.sort(key=lambda one: not one.has("unit_head"))
    keys = " ".join(item.key for item in items)
    choices = tuple(Choice(one.name, f"/phancong {keys} {one.code}") for one in people[: texts.OFFERED])
    return Reply(texts.whom_of_unit(items, turn.ward.units[unit[0]]), choices=choices)


def _which_level(
    turn: Turn, items: Sequence[ItemView], collected: Sequence[ItemView], person: PersonView
) -> Reply:
    """Of a collected indicator: itself, or what its units report? Picking is as typing."""
    keys, shares = " ".join(item.key for item in items), [turn.ward.items[key] for key in collected[0].parts]
    labels = {texts.OF_WARD: texts.of_ward(collected), texts.OF_UNITS: texts.of_units(shares)}
    choices = tuple(
        Choice(label, f"/phancong {keys} {level} {person.code}") for level, label in labels.items()
    )
    before = [turn.ward.people.get(item.owner_id or 0) for item in (collected[0], *shares)]
    return Reply(texts.which_level(collected[0], shares, before, person), choices=choices)


def _at_level(turn: Turn, items: Sequence[ItemView], *, of_ward: bool) -> list[ItemView]:
    """The items, of collected indicators themselves or their units' shares; of compound lines the parts."""
    found: dict[str, ItemView] = {}
    for item in items:
        itself = of_ward and item.collect is not None
        every = [item] if itself else [one for one in turn.ward.with_parts([item]) if not one.parts]
        found |= {one.key: one for one in every}
    return list(found.values())


def _set_decider(turn: Turn, items: Sequence[ItemView], words: str) -> Sequence[Reply]:
    """ "NV-022 duyệt: anh Tuấn": who decides on extensions and completions instead of the leader."""
    if not turn.person.has("clerk"):
        raise UserError(task_texts.clerk_only())
    person, extra = find_person(turn, words)
    if extra:
        raise UserError(texts.too_much(extra, items, person))
    if not rights.may(person, "decide"):
        raise UserError(task_texts.cannot_decide(person))
    for item in items:
        row = turn.session.get_one(Item, item.id)
        before, row.decider_id = turn.ward.people.get(row.decider_id or 0), person.id
        _note(turn, "decider", item, before, person)
    bump(turn.session, turn.ward.id)
    return [Reply(task_texts.decides(items, person), items=tuple(item.key for item in items))]


def _without_owner(turn: Turn) -> list[ItemView]:
    """Items that nobody answers for and this person may hand out."""
    return [
        item
        for item in turn.ward.items.values()
        if item.owner_id is None
        and item.answered_for
        and rights.within_reach(turn.ward, turn.person, item, "assign")
    ]


def _items_named(turn: Turn) -> tuple[list[ItemView], str]:
    """The items at the start of the words (a run of codes, or one name) and what follows them."""
    tokens = re.split(r"[\s,;]+", turn.words)
    items = []
    while tokens and finding.looks_like_code(tokens[0]):
        item = finding.by_code(turn.ward, tokens[0])
        if item is None and any(one.code.lower() == tokens[0].lower() for one in turn.ward.people.values()):
            break
        if item is None:
            raise UserError(texts.no_item(tokens[0]))
        items.append(item)
        tokens.pop(0)
    if not items:
        return _named_before_person(turn)
    if tokens and fold(tokens[0]) in FILLERS:
        tokens.pop(0)
    return items, " ".join(tokens)


def _named_before_person(turn: Turn) -> tuple[list[ItemView], str]:
    """An item by its name: what follows it is the person ("BHXH tự nguyện Minh")."""
    found = turn.ward.catalogue.find(turn.words)
    if not found.items:
        raise UserError(texts.no_item(turn.words))
    rest = (turn.words[: found.span[0]] + " " + turn.words[found.span[1] :]).strip(" :,-")
    first, _, others = rest.partition(" ")
    if fold(first) in FILLERS:
        rest = others
    items = [turn.ward.items[one.key] for one in found.items]
    line = turn.ward.line_of(items[0])
    if len(items) > 1 and line is not None and all(one.parent == line.key for one in items):
        return [line], rest
    if len(items) > 1:
        raise UserError(texts.several(items[:6], rest))
    return items, rest


def by_head(turn: Turn, items: Sequence[ItemView], person: PersonView) -> Sequence[Reply]:
    """Hand out the items as the clerk or a unit head may. Raises UserError beyond the own unit."""
    for item in items:
        _check(turn, item, person)
    return hand_out(turn, items, person)


def hand_out(turn: Turn, items: Sequence[ItemView], person: PersonView) -> Sequence[Reply]:
    """Hand out the items, no compound lines; tell the new owner, and who answered for them."""
    if not rights.may(person, "report"):
        raise UserError(texts.only_reads(person))
    before = {item.key: turn.ward.people.get(item.owner_id or 0) for item in items}
    for item in items:
        _set_owner(turn, item, person)
    bump(turn.session, turn.ward.id)
    reached = turn.reaches(person)
    keys = tuple(before)
    own = person.id == turn.person.id
    text = texts.assigned(items, person, before, reached=None if own else reached)
    replies = [Reply("\n".join([text, *away_before(person, None, turn.ward)]), items=keys)]
    if reached and not own:
        alone = items[0] if len(items) == 1 and items[0].is_task else None
        text = _given(turn, alone, person) if alone else texts.told(items, person, turn.person)
        replies.append(Reply(text, to=person.id, items=keys))
    return [*replies, *_tell_former(turn, items, person, before)]


def _given(turn: Turn, item: ItemView, person: PersonView) -> str:
    reached = figures.milestones_reached(turn.session, [item.id], turn.now).get(item.id, ())
    return task_texts.given(item, person, turn.person, turn.ward, _own_due(turn, item), reached)


def _own_due(turn: Turn, item: ItemView) -> datetime | None:
    one = standing_of(turn, item)
    return one.due if one.period is None else None


def _tell_former(
    turn: Turn, items: Sequence[ItemView], person: PersonView, before: Mapping[str, PersonView | None]
) -> list[Reply]:
    """Who answered for the items until now is told that he does not any more."""
    taken: dict[PersonView, list[ItemView]] = {}
    for item in items:
        former = before[item.key]
        if former is not None and former.id not in {person.id, turn.person.id}:
            taken.setdefault(former, []).append(item)
    return [Reply(texts.taken(rows, one, person, turn.person), to=one.id) for one, rows in taken.items()]


def _check(turn: Turn, item: ItemView, person: PersonView) -> None:
    """A unit head hands out the own unit's items, to the own unit's people."""
    if turn.person.has("clerk"):
        return
    same_unit = person.unit_id == turn.person.unit_id
    if not same_unit or not rights.within_reach(turn.ward, turn.person, item, "assign"):
        raise UserError(texts.own_unit_only(item))


def _set_owner(turn: Turn, item: ItemView, person: PersonView) -> None:
    row = turn.session.get_one(Item, item.id)
    before = turn.ward.people.get(row.owner_id or 0)
    row.owner_id = person.id
    declines.settle(turn.session, item.id, "granted", turn.now, turn.person.id)
    _note(turn, "assign", item, before, person)


def _note(turn: Turn, action: str, item: ItemView, before: PersonView | None, person: PersonView) -> None:
    turn.note(action, item.key, before=before.code if before else None, after=person.code)
