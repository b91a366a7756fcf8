"""The item or person that a command's words name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.texts import common
from handlers.turn import Ask, Reply, Turn, UserError


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
    tokens = words.split()
    for size in range(min(5, len(tokens)), 0, -1):
        said = fold(" ".join(tokens[:size]))
        fits = [one for one in turn.ward.people.values() if _is_called(fold(one.name), one.code, said)]
        if len(fits) == 1:
            return fits[0], " ".join(tokens[size:])
        if len(fits) > 1 and size == 1:
            raise UserError(common.several_people(fits))
    raise UserError(
        common.no_person(tokens[0] if tokens else words, listed=rights.may(turn.person, "people"))
    )


def _is_called(name: str, code: str, said: str) -> bool:
    for prefix in ("anh ", "chi ", "ong ", "ba ", "dong chi ", "d/c ", "co ", "chu ", "bac "):
        said = said.removeprefix(prefix)
    return said in {name, code.lower()} or name.split()[-len(said.split()) :] == said.split()
