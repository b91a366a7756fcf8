"""/tenkhac: what else an item is called, added and taken away by the clerk; said in words too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.models import Item
from db.ward_loading import bump
from handlers import finding, rights
from handlers.subject import take_item
from handlers.texts.help import SPELT_APART
from handlers.texts.office import aliases as texts
from handlers.turn import Reply, Turn, UserError

ADD, REMOVE = "tenkhac", "botenkhac"
LONGEST = 60
"""Letters of an alias: it is typed on a phone."""
_CODE = r"(?P<item>(?:ct|nv)[ -]?\d\S*)"
_WORDS = tuple(
    map(
        re.compile,
        (
            r"(?:tu nay )?goi (?P<item>.+?) la (?P<name>.+)",
            r"(?P<item>.+?) (?:con |duoc |cung )*goi la (?P<name>.+)",
            r"(?P<item>.+?) (?:co )?ten (?:goi )?khac(?:\s*[:=]| la)? (?P<name>.+)",
            r"(?:dat|them) ten(?: goi)?(?: khac)?(?: cho)? (?P<item>.+?)(?:\s*[:=]\s*| la )(?P<name>.+)",
            rf"(?:dat|them) ten(?: goi)?(?: khac)?(?: cho)? {_CODE} (?P<name>.+)",
            rf"(?:dat|them) (?:ten(?: goi)?(?: khac)?(?: la)?|ten goi) (?P<name>.+?) cho {_CODE}",
            r"doi ten (?P<item>.+?) (?:thanh|sang|la) (?P<name>.+)",
        ),
    )
)
"""Folded words that give an item a name: "gọi CT04 là rác thải", "đặt tên CT02: bảo hiểm tự nguyện"."""
_UNSAID = (
    re.compile(rf"(?:bo|xoa) ten(?: goi)?(?: khac)?(?: cua)? {_CODE}\s*:? (?P<name>.+)"),
    re.compile(r"(?:bo|xoa) ten(?: goi)?(?: khac)? (?P<name>.+?) cua (?P<item>.+)"),
)
"""Folded words that take one away."""
_LEADS = re.compile(r"(?:(?:(?:con |duoc )?(?:goi )?la|cua|cho|them|ten(?: khac)?)\b[ :,-]*)+")
_ASKED = frozenset({"gi", "sao", "the nao", "nao"})
_AROUND = " \t:,.;=-“”\"'"


def add(turn: Turn) -> Sequence[Reply]:
    """/tenkhac <đầu việc> <tên>; without a name it shows those that there are.

    Raises UserError for a name that collides, with the reason.
    """
    if not turn.words:
        return [Reply(_usage(turn))]
    item, rest = _named(turn, ADD)
    names = _split(rest)
    return _add(turn, item, names) if names else [Reply(texts.called(item), items=(item.key,))]


def remove(turn: Turn) -> Sequence[Reply]:
    """/botenkhac <đầu việc> <tên>. Raises UserError for a name that was not given."""
    if not turn.words:
        return [Reply(_usage(turn))]
    item, rest = _named(turn, REMOVE)
    return _remove(turn, item, _split(rest))


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Gọi CT04 là rác thải"; None where no item is named so, or a number is: that is a report."""
    words = " ".join(turn.words.split())
    folded = fold(words).rstrip(" .!")
    for said in (*_UNSAID, *_WORDS):
        found = said.fullmatch(folded)
        if found is None or any(letter.isdigit() for letter in found["name"]) or found["name"] in _ASKED:
            continue
        item = _called(turn, words[found.start("item") : found.end("item")])
        if item is not None:
            rights.require(turn.person, "alias")
            names = _split(words[found.start("name") : found.end("name")])
            return _remove(turn, item, names) if said in _UNSAID else _add(turn, item, names)
    return None


def _usage(turn: Turn) -> str:
    return texts.usage(next((one for one in turn.ward.items.values() if not one.parts), None))


def _named(turn: Turn, command: str) -> tuple[ItemView, str]:
    item, rest = take_item(turn, command)
    if item is None:
        raise UserError(texts.which())
    return item, rest


def _called(turn: Turn, words: str) -> ItemView | None:
    """The item whose code or name all of the words are."""
    item = finding.by_code(turn.ward, words) or finding.compound(turn.ward, words)
    if item is not None:
        return item
    found = turn.ward.catalogue.find(words)
    whole = found.sure is not None and not found.guessed and found.span == (0, len(words))
    return turn.ward.items[found.items[0].key] if whole else None


def _split(rest: str) -> list[str]:
    """The names that are given, several of them with marks between."""
    rest = rest.strip(_AROUND)
    if said := _LEADS.match(fold(rest)):
        rest = rest[said.end() :]
    names = (" ".join(one.split()).strip(_AROUND) for one in re.split(r"[;,\n]", rest))
    return [name for name in names if name]


def _add(turn: Turn, item: ItemView, names: Sequence[str]) -> Sequence[Reply]:
    """All of the names or none: one that collides is refused with the reason."""
    if item.parts and not item.collect:
        raise UserError(texts.of_parts(item))
    for name in names:
        if reason := _refusal(turn, item, name):
            raise UserError(reason)
    row = turn.session.get_one(Item, item.id)
    _write(turn, item, row, [*row.aliases, *dict.fromkeys(names)])
    return [Reply(texts.added(item, names, row.aliases), items=(item.key,))]


def _remove(turn: Turn, item: ItemView, names: Sequence[str]) -> Sequence[Reply]:
    gone = {fold(name) for name in names}
    row = turn.session.get_one(Item, item.id)
    kept = [name for name in row.aliases if fold(name) not in gone]
    if len(kept) == len(row.aliases):
        raise UserError(texts.not_an_alias(item))
    _write(turn, item, row, kept)
    return [Reply(texts.removed(item, [name for name in item.aliases if name not in kept], kept))]


def _refusal(turn: Turn, item: ItemView, name: str) -> str | None:
    """Why the item cannot be called so; None when it can."""
    folded = fold(name)
    if len(name) > LONGEST or not any(letter.isalpha() for letter in folded) or len(folded) < 2:
        return texts.unfit(item, name, LONGEST)
    if folded in {fold(one) for one in (item.key, item.name, item.short_name, *item.aliases)}:
        return texts.known_already(item, name)
    if holder := _holder(turn, folded):
        return texts.taken(item, name, holder)
    collision = turn.ward.catalogue.alias_collision(name, item.key)
    if collision is None or (collision.other and collision.other.key in item.parts):
        return None
    other = turn.ward.items[collision.other.key] if collision.other else None
    return texts.taken(item, name, f"{other.key} {other.short_name}") if other else texts.ordinary(item, name)


def _holder(turn: Turn, folded: str) -> str | None:
    """Who or what else goes by the name: a command, a person, a unit, a field, a compound line."""
    ward = turn.ward
    if folded in {fold(one) for one in SPELT_APART} | {"viec", "sua", "duyet", "nguoi", "nghi"}:
        return texts.A_COMMAND
    lines = (one for one in ward.items.values() if one.parts)
    names = [
        *((name, one.name) for one in ward.people.values() for name in (one.name, one.given_name)),
        *((name, name) for name in (*ward.units.values(), *(one.name for one in ward.fields.values()))),
        *((one.short_name, f"{one.key} {one.short_name}") for one in lines),
        *((one.key, one.key) for one in ward.items.values()),
    ]
    return next((whole for name, whole in names if fold(name) == folded), None)


def _write(turn: Turn, item: ItemView, row: Item, names: Sequence[str]) -> None:
    turn.note("alias", item.key, before="; ".join(row.aliases) or None, after="; ".join(names) or None)
    row.aliases = list(names)
    bump(turn.session, turn.ward.id)
