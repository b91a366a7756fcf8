""" "Anh Tuấn không thấy trả lời, nhắc lần nữa đi": who is pressed stands in front, in a clause."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.reading.words import fold
from db.ward_view import PersonView
from handlers import rights
from handlers.situation.somebody import called
from handlers.texts.pressing import named_first as texts
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class NamedFirst:
    """Who is to be pressed, by when, and who else is to be told of it."""

    people: tuple[PersonView, ...]
    until: str
    also: tuple[PersonView, ...]


def read(turn: Turn) -> NamedFirst | None:
    """None where a clause says more of them than that they have sent nothing."""
    if not rights.may(turn.person, "press"):
        return None
    people: dict[PersonView, None] = {}
    also: dict[PersonView, None] = {}
    until = ""
    pressed = False
    for clause in filter(None, map(str.strip, texts.CLAUSES.split(turn.words))):
        masked, named = _masked(turn, clause)
        asks = texts.PRESSES.fullmatch(masked)
        if asks is not None and not pressed and people:
            pressed = True
            until = clause[-len(asks["until"]) :] if asks["until"] else ""
        elif not pressed and named and texts.NAMES.fullmatch(masked):
            people |= dict.fromkeys(named)
        elif pressed and named and texts.ALSO.fullmatch(masked):
            also |= dict.fromkeys(named)
        elif not (pressed and not named and texts.GENTLY.fullmatch(masked)):
            return None
    return NamedFirst(tuple(people), until, tuple(also)) if pressed else None


def _masked(turn: Turn, words: str) -> tuple[str, list[PersonView]]:
    """The folded words with "@" for who is named, and who that is."""
    people = []
    while (found := called(turn.ward.roster, words)) is not None:
        named = turn.ward.roster.begins(words[slice(*found)])
        if named is None or len(named.people) != 1:
            break
        people.append(turn.ward.people[named.people[0]])
        words = f"{words[: found[0]]}@{words[found[1] :]}"
    return " ".join(fold(words).split()), people
