"""/tinhhinh: where the ward stands now, danger first; by field, unit, person, indicator."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from db.models import Question
from db.ward_view import ItemView, WardView
from handlers import rights
from handlers.overview import overview
from handlers.standing import standings
from handlers.texts import situation as texts
from handlers.texts.common import named
from handlers.turn import Reply, Turn

ALL = frozenset({"", "toan phuong", "ca phuong", "chung"})


def show(turn: Turn) -> Sequence[Reply]:
    """The ward, or the part that the words name; a field leader's own fields come first."""
    words = fold(turn.words).strip(" ?.!")
    if words in ALL:
        mine = _own_part(turn) if not words else None
        return [_overview(turn, *mine)] if mine else [_overview(turn, None, "")]
    if words in {"linh vuc", "theo linh vuc"}:
        return [_by_field(turn)]
    if words in {"nhiem vu", "qua han"}:
        found = overview(turn.session, turn.now, turn.office, turn.ward)
        return [Reply(texts.tasks(found, turn.ward))]
    if part := _part_named(turn.ward, words):
        items, scope = part
        return [_overview(turn, items, scope), _lines(turn, items)]
    found_items = turn.ward.catalogue.find(turn.words).items
    if found_items:
        return [Reply("\n\n".join(item_lines(turn, [turn.ward.items[one.key] for one in found_items[:5]])))]
    return [Reply(texts.no_such_part(turn.words, [one.name for one in turn.ward.fields.values()]))]


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """A choice under /tinhhinh: the same as typing it."""
    turn.words = str(question.choices[place - 1][1]).removeprefix("/tinhhinh").strip()
    return show(turn)


def answer_question(turn: Turn, reading: Reading) -> str:
    """ "bhyt được bao nhiêu rồi", "còn việc gì": answered, never stored."""
    item = turn.ward.items.get(reading.item or "")
    if item is None:
        own = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.owned(turn.person.id))
        return texts.own_state(turn.person, [one for one in own.values() if not one.reported])
    if not rights.within_reach(turn.ward, turn.person, item) and not rights.may(turn.person, "situation"):
        return texts.out_of_reach(item)
    return "\n".join(item_lines(turn, [item]))


def item_lines(turn: Turn, items: Sequence[ItemView]) -> list[str]:
    """One paragraph for each item: figure, date, who gave it, target, class."""
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    return [texts.item(one, turn.ward) for one in found.values()]


def _overview(turn: Turn, items: Sequence[ItemView] | None, scope: str) -> Reply:
    found = overview(turn.session, turn.now, turn.office, turn.ward, items, scope)
    keys = tuple(one.item.key for one in [*found.overdue, *found.danger])
    choices = [Choice(texts.BY_FIELD, "/tinhhinh linh vuc"), Choice(texts.WHO_IS_MISSING, "/chuabaocao")]
    if found.task_total:
        choices.append(Choice(texts.TASKS, "/tinhhinh nhiem vu"))
    if scope:
        choices.append(Choice(texts.WHOLE_WARD, "/tinhhinh toan phuong"))
    return Reply(texts.overview(found, turn.ward, turn.person), choices=tuple(choices), items=keys)


def _own_part(turn: Turn) -> tuple[list[ItemView], str] | None:
    """The items of the fields that a leader is in charge of; of the own unit for a unit head."""
    person, ward = turn.person, turn.ward
    if person.has("chair", "clerk", "observer"):
        return None
    if person.fields:
        names = ", ".join(ward.fields[code].name for code in sorted(person.fields))
        return [item for item in ward.items.values() if item.field in person.fields], names
    if person.has("unit_head"):
        own = [item for item in ward.items.values() if rights.unit_of(ward, item) == person.unit_id]
        return own, ward.unit_name(person.unit_id) or ""
    return None


def _by_field(turn: Turn) -> Reply:
    rows = []
    for code, heading in turn.ward.fields.items():
        items = [item for item in turn.ward.items.values() if item.field == code]
        if items:
            found = overview(turn.session, turn.now, turn.office, turn.ward, items)
            rows.append((heading.name, found))
    choices = tuple(Choice(name, f"/tinhhinh {name}"[:60]) for name, _found in rows)
    return Reply(texts.by_field(rows), choices=choices[:10])


def _lines(turn: Turn, items: Sequence[ItemView]) -> Reply:
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    shown = [texts.short_item(one, turn.ward) for one in found.values()]
    return Reply("\n".join(shown), items=tuple(found), silent=True)


def _part_named(ward: WardView, words: str) -> tuple[list[ItemView], str] | None:
    """The items of the field, unit or person that the folded words name."""
    for code, heading in ward.fields.items():
        if words == fold(heading.name) or (len(words) > 3 and fold(heading.name).startswith(words)):
            return [item for item in ward.items.values() if item.field == code], heading.name
    for unit_id, name in ward.units.items():
        if words == fold(name) or (len(words) > 3 and words in fold(name)):
            return [item for item in ward.items.values() if rights.unit_of(ward, item) == unit_id], name
    for person in ward.people.values():
        if words in {fold(person.name), person.code.lower(), fold(f"{person.address} {person.given_name}")}:
            return ward.owned(person.id), named(person)
    return None
