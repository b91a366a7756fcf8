"""The item or person that a command's words name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.directives.names import title_at
from bot.domain.directives.words import words_in
from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.texts import common
from handlers.turn import Ask, Reply, Turn, UserError

MOST = 8
LONGEST_DATA = 64
"""Bytes of what comes back with a button."""


def find_item(turn: Turn, words: str, kind: str, **payload: object) -> ItemView | Sequence[Reply]:
    """The item that the words name; else the question which one. Raises UserError when none fits."""
    found = [turn.ward.items[one.key] for one in turn.ward.catalogue.find(words).items]
    if not found:
        raise UserError(common.nothing_found(words))
    if len(found) == 1:
        return found[0]
    choices = tuple(Choice(f"{item.key} {item.short_name}", item.key) for item in found[:8])
    ask = Ask(kind, {"keys": [item.key for item in found[:8]], **payload})
    return [Reply(common.which_item(), choices=choices, ask=ask)]


def find_person(turn: Turn, words: str) -> tuple[PersonView, str]:
    """The person that the text begins with, and the rest. Raises UserError when nobody or several fit."""
    people, rest = find_people(turn, words)
    if len(people) > 1:
        raise UserError(common.several_people(people), _choices(turn, words, rest, people))
    return people[0], rest


def find_people(turn: Turn, words: str) -> tuple[list[PersonView], str]:
    """Who may be meant by what the text begins with, and the rest. Raises UserError when nobody fits."""
    text = turn.message.text
    found = turn.ward.roster.begins(words, marked=fold(text) != text.lower())
    if found is None:
        raise UserError(common.no_person(_name_in(words), listed=rights.may(turn.person, "people")))
    return [turn.ward.people[one] for one in found.people], found.rest


def _choices(turn: Turn, words: str, rest: str, people: Sequence[PersonView]) -> tuple[Choice, ...]:
    """Picking one is as sending the message with the code in the place of the name."""
    text, words = turn.message.text, words.strip()
    if text.count(words) != 1:
        return ()
    begins = text.index(words)
    said, ends = words[: len(words) - len(rest)], begins + len(words)
    gap = " " if said[-1:].isspace() else ""
    typed = [f"{text[:begins]}{one.code}{gap}{rest}{text[ends:]}" for one in people[:MOST]]
    if any(len(one.encode()) > LONGEST_DATA for one in typed):
        return ()
    return tuple(Choice(f"{one.name} ({one.code})", data) for one, data in zip(people, typed, strict=False))


def _name_in(words: str) -> str:
    """What stands where a name should: "chị Xuân", "Nguyễn Văn Xuân"."""
    said = words_in(words)
    end = title_at(said, 0) + 1
    while end < len(said) and words[said[end].start : said[end].end].istitle():
        end += 1
    return words[: said[:end][-1].end] if said else words
