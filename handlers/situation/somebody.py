"""Whom a question names: a person, a unit or a field, which beats the item that was spoken of last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.directives import Roster
from bot.domain.directives.vocabulary import ADDRESSES
from bot.domain.directives.words import words_in
from bot.domain.reading.words import fold
from db.ward_view import WardView
from handlers import rights
from handlers.situation.parts import part_named, several_named
from handlers.texts.common import named as called_so
from handlers.texts.situation import asked as texts
from handlers.texts.situation import by_topic
from handlers.turn import Reply, Turn

_FORMAL = frozenset(("dong", "dc", "d/c"))
_Span = tuple[int, int]


def named_in(ward: WardView, text: str) -> str | None:
    """Who is named in a text, in its own words; None where nobody is, or an item is named beside.

    An item may be called like a unit or a field, hence the whole text is looked at for these.
    """
    person = called(ward.roster, text, units=False)
    found = person or called(ward.roster, text, units=True) or _field(ward, text)
    if found is None:
        return None
    said = text[slice(*found)]
    if part_named(ward, said) is None and not several_named(ward, said):
        return None
    item = ward.catalogue.find(f"{text[: found[0]]} {text[found[1] :]}" if person else text)
    return None if item.sure and not item.guessed else text[slice(*found)]


def all_named(turn: Turn, text: str) -> list[str]:
    """Whom a text names besides who speaks: people, and units, in the text's words; else a field."""
    found = who_named(turn, text)
    field = _field(turn.ward, text) if not found else None
    return [text[slice(*field)]] if field is not None else found


def who_named(turn: Turn, text: str) -> list[str]:
    """The people and units that a text names besides who speaks, in the text's words.

    Two names of one unit side by side are its name: "kinh tế đô thị". Who is called to is not meant.
    """
    words, found = words_in(text), dict[str, None]()
    place, last = 0, (0, 0)
    while place < len(words):
        who = turn.ward.roster.who(words, place)
        if who is None or who.end == place:
            place += 1
            continue
        said = text[words[place].start : words[who.end - 1].end]
        if who.unit is not None and last == (who.unit, place):
            found.popitem()
            said = turn.ward.units[who.unit]
        is_called = called(turn.ward.roster, said, units=who.unit is not None) is not None
        spoken_to = texts.CALLED_TO.match(fold(text[words[who.end - 1].end :]))
        if is_called and not spoken_to and not _is_self(turn, said) and part_named(turn.ward, said):
            found[said] = None
            last = (who.unit or 0, who.end)
        place = who.end
    return list(found)


def asked_about(turn: Turn) -> str | None:
    """Who is named in a question of somebody who may see the ward: "anh Minh làm ăn thế nào"."""
    text = turn.words.strip()
    asks = texts.ASKS.search(fold(text).rstrip(" .!")) or texts.HOW_MANY.search(by_topic.subject(text))
    if not rights.may(turn.person, "situation") or not asks or by_topic.wishes(text):
        return None
    named = named_in(turn.ward, text)
    is_other = named is not None and not _is_self(turn, named) and not _of_speaker(text, named)
    return named if is_other else None


def out_of_reach(turn: Turn) -> Sequence[Reply] | None:
    """What is said to who only sees his own work, and asks about somebody else's; None for other words."""
    text = turn.words.strip()
    folded = fold(text).rstrip(" .!")
    if rights.may(turn.person, "situation") or not texts.ASKS_OF_WORK.search(folded):
        return None
    named = named_in(turn.ward, text)
    if named is None or _is_self(turn, named) or _of_speaker(text, named):
        return None
    part = part_named(turn.ward, named)
    if part is None or not texts.OPENS.fullmatch(folded[: text.index(named)]):
        return None  # "chờ anh Sơn ký, chưa biết bao giờ"
    who = turn.ward.roster.begins(named)
    one = turn.ward.people[who.people[0]] if who is not None and len(who.people) == 1 else None
    return [Reply(texts.only_own(called_so(one) if one is not None else part[1], turn.person))]


def called(roster: Roster, text: str, *, units: bool = False) -> _Span | None:
    """Where the first unit is named, or the first person who is called by a title or by a capital letter."""
    words = words_in(text)
    for place, word in enumerate(words):
        who = roster.who(words, place)
        if who is None or who.end == place or (who.unit is not None) != units:
            continue
        titled = word.text in ADDRESSES | _FORMAL and who.end > place + 1
        if units or titled or (text[word.start].isupper() and not _goes_on(text, words[who.end - 1].end)):
            return word.start, words[who.end - 1].end
    return None


def _goes_on(text: str, end: int) -> bool:
    """True of "Hùng Vương": a name that goes on in another that nobody of the ward has is a street's."""
    found = re.match(r" ([^\W\d_]+)", text[end:])
    return found is not None and found[1][0].isupper() and not found[1].isupper()


def _field(ward: WardView, text: str) -> _Span | None:
    """A field by its name, or by what stands in front of its first comma."""
    folded = fold(text)
    for heading in ward.fields.values():
        name = fold(heading.name)
        for said in (name, name.split(",")[0]):
            if found := re.search(rf"\b{re.escape(said)}\b", folded):
                return found.span()
    return None


def _is_self(turn: Turn, named: str) -> bool:
    """True where the asker is meant, or somebody for whom he acts today."""
    words = words_in(named)
    who = turn.ward.roster.who(words, 0)
    people = who.people if who is not None and who.unit is None else ()
    return any(rights.speaks_for(turn.ward, turn.person, one) for one in people)


def _of_speaker(text: str, named: str) -> bool:
    """Tell "anh Hùng ơi em còn việc gì" from a question about him."""
    return texts.SPEAKERS.search(fold(text.replace(named, " "))) is not None
