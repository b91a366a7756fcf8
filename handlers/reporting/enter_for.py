"""/nhapthay: figures that one person enters for another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.directives.words import words_in
from bot.domain.message import Choice
from bot.domain.reading.amounts.units import is_money
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.models import Question
from db.ward_view import PersonView
from handlers import rights
from handlers.naming import find_people
from handlers.reporting.hearing import heard
from handlers.reporting.report import free_text
from handlers.situation.somebody import called
from handlers.texts.correcting.correct import CORRECT
from handlers.texts.reporting import enter_for as texts
from handlers.turn import Ask, Reply, Turn

KIND = "enter_for"
_FOR_SOMEBODY = re.compile(
    r"(?P<who>[^\W\d]+(?: [^\W\d]+)?) ?[:,]? (?P<said>\d[\d.,/]*(?: ?%| [^\W\d]+)?)[ .!]*"
)
"""A name, and one figure without an item."""
_SAYS_OF = re.compile(r"(?P<who>[^\W\d]+(?: [^\W\d]+)?) ?: ?(?P<said>.*\d.*)")
"""A name with a colon, and what is reported."""


def enter_for(turn: Turn) -> Sequence[Reply]:
    """/nhapthay <người> <số liệu>: both names are kept; asks where somebody else may be meant."""
    if not turn.words:
        return [Reply(texts.usage())]
    if (units := _units(turn)) is not None:
        return _of_units(turn, units)
    people, words = find_people(turn, turn.words)
    turn.words = words
    named = _named(turn) if words else []
    if len(people) > 1 and named:  # of two Minh, who answers for what is named
        people = [one for one in people if all(_answers(turn, one, item) for item in named)] or people
    if len(people) > 1:
        return [_which(turn, people)]
    person = people[0]
    if not words:
        return [Reply(texts.usage(person))]
    others = [item for item in named if not _answers(turn, person, item)]
    if others:
        return [_other(turn, others, person)]
    return _entered(turn, person)


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Cường 48/50", "anh Yến: 100", "sửa cho anh Minh 207" of who enters for others: of that person."""
    words = " ".join(turn.words.split())
    if (told := _told(turn, words)) is not None:
        return told
    right = texts.CORRECTS.fullmatch(words)
    found = right or _FOR_SOMEBODY.fullmatch(words) or _SAYS_OF.fullmatch(words)
    if found is None or not rights.may(turn.person, "enter_for"):
        return None
    if turn.ward.roster.begins(found["who"]) is None:
        return None
    people, words = find_people(turn, found["who"])
    if len(people) != 1 or words or people[0] == turn.person:
        return None
    if not right and found.re is _SAYS_OF and _named(turn):
        return None
    turn.words, turn.context_items = f"{CORRECT} {found['said']}" if right else found["said"], ()
    return _entered(turn, people[0])


def _told(turn: Turn, words: str) -> Sequence[Reply] | None:
    """ "Chị Hà đọc số tạm: 7128": a bare number of somebody's, of the one amount of money that is his."""
    place = called(turn.ward.roster, words) if rights.may(turn.person, "enter_for") else None
    if place is None:
        return None
    masked = f"{words[: place[0]]}@{words[place[1] :]}"
    said = texts.TELLS.fullmatch(fold(masked))
    people, rest = find_people(turn, words[slice(*place)]) if said is not None else ([], "")
    if said is None or len(people) != 1 or rest or people[0] == turn.person:
        return None
    money = [
        one
        for one in turn.ward.duties(people[0].id)
        if not one.is_task and one.target is not None and is_money(one.target.unit)
    ]
    number = masked[slice(*said.span("said"))].strip(".,")
    turn.words, turn.context_items = f"{money[0].short_name} {number}" if len(money) == 1 else number, ()
    return _entered(turn, people[0])


def _units(turn: Turn) -> Sequence[int] | None:
    """The units with which the words begin, and no person: "tổ 3 rác 88"."""
    roster = turn.ward.roster
    found = roster.units.at(words_in(turn.words), 0) if roster.begins(turn.words) is None else None
    return found[0] if found is not None else None


def _of_units(turn: Turn, units: Sequence[int]) -> Sequence[Reply]:
    """Who reports for the unit on what is named is meant."""
    others = [item for item in _named(turn) if rights.unit_of(turn.ward, item) not in units]
    return [_other(turn, others, *(turn.ward.units[one] for one in units))] if others else free_text(turn)


def _named(turn: Turn) -> list[ItemView]:
    """The items that the words name, and for which somebody answers."""
    keys = dict.fromkeys(one.item for one in heard(turn) if one.item and one.named)
    found = (turn.ward.items.get(key) for key in keys)
    return [item for item in found if item is not None and turn.ward.people.get(item.owner_id or 0)]


def _answers(turn: Turn, person: PersonView, item: ItemView) -> bool:
    """True of the owner, of who acts for him today, and of who answers for the line that it is a part of."""
    if rights.is_asked(turn.ward, person, item.owner_id):
        return True
    line = turn.ward.line_of(item)
    return line is not None and line.owner_id == person.id


def _entered(turn: Turn, person: PersonView) -> Sequence[Reply]:
    own = [item.key for item in turn.ward.duties(person.id)]
    turn.context_items = tuple(own if len(own) == 1 else [key for key in turn.context_items if key in own])
    turn.owner = person
    return free_text(turn)


# --- in whose name? --------------------------------------------------------------------------------


def _which(turn: Turn, people: Sequence[PersonView]) -> Reply:
    choices = [Choice(texts.label(one), str(one.id)) for one in people]
    return _ask(turn, texts.which(people), choices)


def _other(turn: Turn, items: Sequence[ItemView], *said: PersonView | str) -> Reply:
    """Somebody else answers for the items than the person or unit that was said: which of them is wrong?"""
    owners = list(dict.fromkeys(turn.ward.people[item.owner_id or 0] for item in items))
    people = [one for one in said if not isinstance(one, str)]
    who = ", ".join(texts.whole(one, *people) for one in owners)
    instead = ", ".join(one if isinstance(one, str) else texts.whole(one, *owners) for one in said)
    choices = [Choice(texts.instead(owners), str(owners[0].id))]
    return _ask(turn, texts.of_another(items, who, instead), choices)


def _ask(turn: Turn, text: str, choices: Sequence[Choice]) -> Reply:
    return Reply(text, choices=(*choices, Choice(texts.AGAIN, "")), ask=Ask(KIND, {"words": turn.words}))


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """In whose name the figures are entered was picked, or that they are sent again."""
    data = str(question.choices[place - 1][1])
    if not data:
        return [Reply(texts.not_entered())]
    turn.words = str(question.payload["words"])
    return _entered(turn, turn.ward.people[int(data)])
