"""Which part of the ward is meant: a field, a unit, somebody's items; whose own part it is."""

from __future__ import annotations

import re

from bot.domain.directives.words import words_in
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import FieldView, PersonView, WardView
from handlers import rights
from handlers.texts.common import named
from handlers.texts.situation import screen as texts

Part = tuple[list[ItemView], str]
"""Items, and what they are called together."""
_SHORTEST = 4
"""A part of a name is at least so long."""
CODE = "ma "
"""In front of a code: "mã minh" is nobody else called Minh."""
_CALLED = re.compile(r"(?:(?:cua|o|tai) )?(?:(?:(?P<field>linh vuc|nganh|khoi|mang)|don vi|ben) )?")
"""What may stand in front of a part's name."""


def own_part(ward: WardView, person: PersonView) -> Part | None:
    """The items that a leader or a unit head looks after, with those of who is away and acted for.

    None for who looks after the whole ward, or acts for who does.
    """
    others = rights.acts_for(ward, person)
    if person.has("chair", "clerk", "observer") or any(one.has("chair") for one in others):
        return None
    own = _looked_after(ward, person)
    lent = [(one, part[0]) for one in others if (part := _looked_after(ward, one)) is not None]
    if own is None or not lent:
        return own
    keys = {item.key for items in (own[0], *(items for _one, items in lent)) for item in items}
    every = [item for item in ward.items.values() if item.key in keys]
    return every, texts.with_lent(own[1], [one for one, _items in lent])


def _looked_after(ward: WardView, person: PersonView) -> Part | None:
    """The items of the fields that a leader is in charge of; of the own unit for a unit head."""
    if person.fields:
        own = [item for item in ward.items.values() if item.field in person.fields]
        return own, texts.own_fields(len(person.fields))
    if person.has("unit_head") and person.unit_id is not None:
        return _of_unit(ward, person.unit_id)
    return None


def of_own_unit(ward: WardView, person: PersonView, text: str) -> str:
    """The text with the own unit by its name: "ai trong phòng chưa báo cáo", "tình hình đơn vị mình"."""
    unit = ward.units.get(person.unit_id or 0)
    found = texts.OWN_UNIT.search(fold(text))
    if unit is None or found is None or person.has("chair", "leader"):
        return text
    start, end = found.span("unit")
    return f"{text[:start]}{unit}{text[end:]}"


def part_named(ward: WardView, text: str) -> Part | None:
    """The items of the field, unit or person that the words name; None where they name something else."""
    text = text.strip(" ?.!,:")
    words = fold(text)
    called = _CALLED.match(words)
    bare = words[called.end() :] if called else words
    if not bare:
        return None
    if called and called["field"] and (fields := fields_called(ward, bare)):
        return _of_field(ward, fields[0])
    return _field(ward, bare) or _unit_or_person(ward, text[-len(bare) :], bare)


def several_named(ward: WardView, text: str) -> list[PersonView]:
    """Who may be meant where the words are the name of several people; nobody for that of one, or none."""
    said = words_in(text.strip(" ?.!,:"))
    who = ward.roster.who(said, 0)
    whole = who is not None and who.unit is None and who.end == len(said) and len(who.people) > 1
    return [ward.people[one] for one in who.people] if who is not None and whole else []


def _field(ward: WardView, words: str) -> Part | None:
    for heading in ward.fields.values():
        if words == fold(heading.name) or (len(words) >= _SHORTEST and fold(heading.name).startswith(words)):
            return _of_field(ward, heading)
    return None


def _of_field(ward: WardView, heading: FieldView) -> Part:
    own = [item for item in ward.items.values() if item.field == heading.code]
    return own, texts.in_field(heading.name)


def fields_called(ward: WardView, text: str) -> list[FieldView]:
    """The fields that are called so, the fittest alone: by the name, by one of the things that it lists ("xây
    dựng" of "Đất đai, xây dựng, đô thị"), by how one of these begins, by words inside.
    """
    words = fold(text).strip(" ?.!,:")
    if not words:
        return []
    named = [(one, fold(one.name)) for one in ward.fields.values()]
    listed = [(one, [part.strip() for part in name.split(",")]) for one, name in named]
    begins, inside = re.compile(rf"{re.escape(words)}\b"), re.compile(rf"\b{re.escape(words)}\b")
    fits = (
        [one for one, name in named if name == words],
        [one for one, parts in listed if words in parts],
        [one for one, parts in listed if any(begins.match(part) for part in parts)],
        [one for one, name in named if inside.search(name)],
    )
    return next((found for found in fits if found), [])


def fields_within(ward: WardView, text: str) -> list[tuple[FieldView, Part]]:
    """The fields of which the text says the name, or one of the things of several words that it lists."""
    folded = fold(text)
    listed = [(part.strip(), one) for one in ward.fields.values() for part in fold(one.name).split(",")]
    found: dict[str, tuple[FieldView, Part]] = {}
    for said, heading in sorted(listed, key=lambda pair: -len(pair[0])):
        place = re.search(rf"\b{re.escape(said)}\b", folded) if " " in said else None
        if place is not None:
            found[heading.code] = heading, _of_field(ward, heading)
            folded = f"{folded[: place.start()]}{'.' * len(said)}{folded[place.end() :]}"
    return list(found.values())


def units_within(ward: WardView, text: str) -> list[tuple[str, Part]]:
    """The units of whose name the text says one of several things: "hạ tầng", "xã hội"."""
    folded = fold(text)
    return [
        (name, _of_unit(ward, unit))
        for unit, name in ward.units.items()
        for listed in re.split(r",| va | - ", fold(name))[1:]
        if " " in listed.strip() and re.search(rf"\b{re.escape(listed.strip())}\b", folded)
    ]


def unit_called(ward: WardView, text: str) -> int | None:
    """The unit whose name, or the only one in whose name, the words are; they say that it is one."""
    words = fold(text).strip(" ?.!,:")
    said = words_in(text)
    who = ward.roster.who(said, 0)
    if who is not None and who.unit is not None and who.end == len(said):
        return who.unit
    return next((unit for unit, name in ward.units.items() if fold(name) == words), None)


def _unit_or_person(ward: WardView, text: str, words: str) -> Part | None:
    for unit_id, name in ward.units.items():
        if words == fold(name):
            return _of_unit(ward, unit_id)
    by_code = words.removeprefix(CODE)
    people = {one.id: one for one in ward.people.values() if one.code.lower() == by_code}
    said = words_in(text)
    who = ward.roster.who(said, 0) if by_code == words else None
    if who is not None and who.end == len(said):
        if who.unit is not None:
            return _of_unit(ward, who.unit)
        people |= {one: ward.people[one] for one in who.people}
    if len(people) == 1:
        return _of_person(ward, next(iter(people.values())))
    if not people and len(words) >= _SHORTEST:
        units = [unit_id for unit_id, name in ward.units.items() if words in fold(name)]
        return _of_unit(ward, units[0]) if len(units) == 1 else None
    return None


def _of_person(ward: WardView, person: PersonView) -> Part:
    """What somebody answers for; of who answers for nothing himself the fields that he leads."""
    own = ward.in_charge_of(person.id)
    if own or not person.fields:
        return own, named(person)
    led = [item for item in ward.items.values() if item.field in person.fields]
    return led, texts.fields_of(named(person), [ward.fields[code].name for code in sorted(person.fields)])


def _of_unit(ward: WardView, unit_id: int) -> Part:
    own = [item for item in ward.items.values() if rights.unit_of(ward, item) == unit_id]
    return own, ward.units[unit_id]
