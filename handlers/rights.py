"""Who may do what: one table, asked in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.texts import common
from handlers.turn import UserError

Reach = Literal["own", "unit", "field", "ward"]
"""Of which items: one's own; those of the unit that one heads; of the field one is in charge of; all."""

EVERYBODY = frozenset({"official", "unit_head", "leader", "chair", "clerk", "admin", "observer"})
LEADERS = frozenset({"chair", "leader"})
WARD_WIDE = LEADERS | {"clerk", "admin", "observer"}


def _of(reach: Reach, roles: Iterable[str]) -> dict[str, Reach]:
    return dict.fromkeys(roles, reach)


_OWN = _of("own", EVERYBODY - {"observer"})
_SEEN = _of("ward", WARD_WIDE) | _of("unit", ["unit_head"]) | _of("own", ["official"])
_IN_UNIT = _of("ward", ["clerk"]) | _of("unit", ["unit_head"])
_CLERK = _of("ward", ["clerk"])
_OFFICE = _of("ward", ["clerk", "admin"])

RIGHTS: Mapping[str, Mapping[str, Reach]] = {
    "help": _of("own", EVERYBODY),
    "work": _of("own", EVERYBODY),
    "report": _OWN,
    "correct": _OWN,
    "extend": _OWN,
    "hand_over": _OWN,
    "leave": _OWN,
    "leave_for": _of("ward", LEADERS | {"clerk"}),
    "obstacle": _OWN,
    "explain": _OWN,
    "ask_explanation": _of("field", ["leader"]) | _of("ward", ["chair"]),
    "decide": _OWN,
    "history": _SEEN | _of("ward", ["unit_head"]),
    "evidence": _SEEN,
    "situation": _of("ward", LEADERS | {"clerk", "observer", "unit_head"}),
    "missing": _of("ward", LEADERS) | _IN_UNIT,
    "press": _of("ward", LEADERS) | _IN_UNIT,
    "directive": _of("ward", LEADERS | {"clerk"}),
    "directive_in_words": _of("ward", LEADERS),
    "stop": _CLERK,
    "receive": _OWN,
    "summary": _of("ward", LEADERS | {"clerk"}),
    "daily_summary": _of("ward", LEADERS),
    "enter_for": _IN_UNIT,
    "assign": _IN_UNIT,
    "alias": _CLERK,
    "set_target": _CLERK,
    "set_days": _CLERK,
    "reopen": _of("ward", LEADERS),
    "plan": _of("ward", LEADERS | {"clerk", "admin"}),
    "people": _OFFICE,
    "dead_letters": _OFFICE,
}
"""Action → role → reach: `within_reach` asks which items that is, `asks_why` of a field.

A unit head presses, enters and assigns within the own unit, but may see how the whole ward stands: units wait
for each other, and a collected indicator has a part in each.

What somebody may decide on is each request's own rule (`handlers.deciding`): it may wait for an official. Who
decides on a task (`deciders`) also stops it, hands it to somebody else and sets its deadline; who gave the
order stops it too. The rows "stop" and "assign" say who may besides.
"""

DECIDERS = LEADERS | {"unit_head", "clerk"}
"""To whom /duyet is offered in menus and help: it finds nothing for most of the others."""

LENT = frozenset(
    {"report", "correct", "extend", "obstacle", "explain", "decide", "ask_explanation", "receive"}
    | {"missing", "press", "summary"}
)
"""What a substitute may do for who is away: what an owner does, what a decider does, pressing who is late
(the ladder reports that to him), and the summary of a period (it goes upwards by its day); nothing more."""


def may(person: PersonView, action: str) -> bool:
    """True when one of the person's roles allows the action, or a lent right of who is away."""
    if not person.roles.isdisjoint(RIGHTS[action]):
        return True
    return action in LENT and not person.acting_as.isdisjoint(RIGHTS[action])


def is_offered(person: PersonView, action: str) -> bool:
    """True when the action stands in this person's menu and help."""
    deciding = person.has(*DECIDERS) or not person.acting_as.isdisjoint(DECIDERS)
    return may(person, action) and (action != "decide" or deciding)


def require(person: PersonView, action: str) -> None:
    """Raise UserError when the person may not do this."""
    if not may(person, action):
        raise UserError(common.not_allowed(person))


def unit_of(ward: WardView, item: ItemView) -> int | None:
    """The unit that carries an item out: its own, or its owner's."""
    if item.unit_id is not None:
        return item.unit_id
    owner = ward.people.get(item.owner_id or 0)
    return owner.unit_id if owner else None


def speaks_for(ward: WardView, person: PersonView, other_id: int | None) -> bool:
    """True when the person is this one, or acts for this one today."""
    if other_id == person.id:
        return True
    acting = ward.substitute(other_id) if other_id is not None else None
    return acting is not None and acting.id == person.id


def answers_for(ward: WardView, person: PersonView, item: ItemView) -> bool:
    """True when the person owns the item, or acts today for who does."""
    return speaks_for(ward, person, item.owner_id)


def is_asked(ward: WardView, person: PersonView, other_id: int | None) -> bool:
    """True when the person is told and asked what this one owes: himself, who acts for him, or the head of
    his unit while he is away, who hears of it where no substitute can be reached (`WardView.acting`).
    """
    if speaks_for(ward, person, other_id):
        return True
    other = ward.people.get(other_id or 0)
    same_unit = other is not None and other.unit_id is not None and other.unit_id == person.unit_id
    return same_unit and other_id in ward.away and person.has("unit_head")


def may_speak(ward: WardView, person: PersonView, item: ItemView) -> bool:
    """True when the person may report on an item: who is asked about it, or who enters for others."""
    if is_asked(ward, person, item.owner_id):
        return True
    return may(person, "enter_for") and within_reach(ward, person, item, "enter_for")


def within_reach(ward: WardView, person: PersonView, item: ItemView, action: str = "evidence") -> bool:
    """True when the item is the person's own, or one of the person's roles reaches it for this action."""
    reach = {RIGHTS[action][role] for role in person.roles if role in RIGHTS[action]}
    if "ward" in reach or answers_for(ward, person, item):
        return True
    return "unit" in reach and person.unit_id is not None and unit_of(ward, item) == person.unit_id


def presses(ward: WardView, person: PersonView, item: ItemView) -> bool:
    """True when the item is within reach of the person, or of who is away, presses, and is acted for."""
    every = [person, *acts_for(ward, person)]
    return any(within_reach(ward, one, item, "press") for one in every if may(one, "press"))


def acts_for(ward: WardView, person: PersonView) -> list[PersonView]:
    """Who is away today with this person as substitute."""
    away = [ward.people[key] for key in ward.away if key in ward.people and key != person.id]
    return [one for one in away if speaks_for(ward, person, one.id)]


def heads_of(ward: WardView, item: ItemView) -> list[PersonView]:
    """Who heads the unit that carries the item out; while a head is away, who acts."""
    unit = unit_of(ward, item)
    heads = [one for one in ward.with_role("unit_head") if unit is not None and one.unit_id == unit]
    return _there(ward, heads)


def in_charge(ward: WardView, item: ItemView) -> list[PersonView]:
    """The leader in charge of the item (or of its field), then the chair; while one is away, who acts."""
    leader = ward.leader_of(item)
    return _there(ward, [*([leader] if leader else []), *ward.with_role("chair")])


def asks_why(ward: WardView, person: PersonView, item: ItemView) -> bool:
    """True for who may ask why an item stands as it does, and say that the reason was objective: who is in
    charge of its field, the chair, who is named to decide on it; while one is away, who acts.
    """
    named = ward.people.get(item.decider_id or 0)
    return person in [*in_charge(ward, item), *_there(ward, [named] if named else [])]


def chairs(ward: WardView) -> list[PersonView]:
    """The chair; while he is away, who acts."""
    return _there(ward, ward.with_role("chair"))


def clerks(ward: WardView) -> list[PersonView]:
    """The clerks; while one is away, who acts for him; the chair where there is none."""
    return _there(ward, ward.with_role("clerk")) or chairs(ward)


def _there(ward: WardView, people: Iterable[PersonView]) -> list[PersonView]:
    """These people, each who is away replaced by who acts for him."""
    acting = (ward.substitute(one.id) for one in people)
    return list(dict.fromkeys(one for one in acting if one is not None))


def decides_for(ward: WardView, person: PersonView, item: ItemView) -> PersonView | None:
    """In whose place the person decides on the item today; None for who decides in his own name."""
    named = ward.people.get(item.decider_id or 0)
    for first in (named, ward.leader_of(item), *ward.with_role("chair")):
        if first is not None and (first.id == person.id or speaks_for(ward, person, first.id)):
            return first if first.id != person.id else None
    return None


def deciders(ward: WardView, item: ItemView) -> list[PersonView]:
    """Who decides on the item's extensions and completions: who is named for it, else who is in charge.

    The chair decides on everything. Nobody decides on the own work, unless nobody else could; nor on what
    he answers for in somebody's place.
    """
    named = ward.people.get(item.decider_id or 0)
    owners = {item.owner_id} | {one.id for one in [ward.substitute(item.owner_id)] if one}
    leaders = in_charge(ward, item)
    first = _there(ward, [named]) if named is not None and named.id != item.owner_id else leaders[:1]
    chairs = ward.with_role("chair")
    everybody = list(dict.fromkeys([*first, *_there(ward, chairs)])) or chairs
    return [one for one in everybody if one.id not in owners] or everybody
