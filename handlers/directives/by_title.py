""" "Tạm dừng vụ vỉa hè", "đổi vỉa hè sang cho Tuấn": a change of an item named by its title; asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.models import Question
from handlers import finding, rights
from handlers.directives import changing, stopping
from handlers.directives.former import taken_out
from handlers.handover import command as handover
from handlers.texts import yes_no
from handlers.texts.directives import by_title as texts
from handlers.texts.directives import change as change_texts
from handlers.turn import Ask, Reply, Turn

KIND = "by_title"
YES, NO = 1, 2
MOST_WORDS = 20


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The question whether it is to be changed so; None for other words, and from who may not change it.

    "Việc này", or no name at all, is the item that was spoken of last.
    """
    folded = fold(turn.words).strip(" .!")
    if len(folded.split()) > MOST_WORDS or not texts.CHANGES.search(folded) or finding.codes_in(folded):
        return None
    former, words = taken_out(turn, turn.words)
    named = _named(turn, words.strip(" .!"))
    if named is None:
        return None
    item, coded = named
    person = changing.taker(turn, coded)
    if person is not None and person.id == item.owner_id:
        return [Reply(change_texts.same_person(item, person), items=(item.key,))]
    wish = _wish(turn, item, coded)
    if wish is None:
        return _of_own(turn, item, coded)
    not_his = former.said if person is not None and former is not None and not former.has(turn, item) else ""
    return [_asked(turn, item, *wish, not_his)]


def changes(folded: str) -> bool:
    """True for folded words that change a task."""
    return texts.CHANGES.search(folded) is not None


def asked(turn: Turn, item: ItemView, coded: str) -> Sequence[Reply] | None:
    """The question whether words with its code change an item; None where they do not."""
    wish = _wish(turn, item, coded)
    return [_asked(turn, item, *wish, "")] if wish is not None else None


def _of_own(turn: Turn, item: ItemView, coded: str) -> Sequence[Reply] | None:
    """Who answers for an item may hand it over, and is told who stops it."""
    if not rights.answers_for(turn.ward, turn.person, item):
        return None
    typed, turn.words = turn.words, coded
    said = stopping.in_words(turn) or handover.in_words(turn)
    turn.words = typed if said is None else coded
    return said


def _named(turn: Turn, words: str) -> tuple[ItemView, str] | None:
    """The item, and the words with its code in place of its name."""
    folded = fold(words)
    if (this := texts.THIS.search(folded)) is not None or texts.NOTHING_NAMED.match(folded):
        key = turn.context_items[0] if len(turn.context_items) == 1 else ""
        item = turn.ward.items.get(key)
        begins, ends = this.span() if this is not None else (0, 0)
    else:
        found = turn.ward.catalogue.find(words)
        item = turn.ward.items.get(found.sure.key) if found.sure is not None and not found.guessed else None
        begins, ends = found.span
        begins -= len(re.search(texts.BEFORE, folded[:begins])[0])  # type: ignore[index]
    if item is None or item.parts:
        return None
    return item, " ".join(f"{words[:begins]} {item.key} {words[ends:]}".split())


def _wish(turn: Turn, item: ItemView, coded: str) -> tuple[str, str] | None:
    """What is to be changed, to be read by a person, and in words with the code."""
    for state in stopping.STATES:
        if stopping.is_said(turn, state, coded):
            return (texts.stop(state), coded) if stopping.may(turn, item) else None
    if (person := changing.taker(turn, coded)) is not None:
        puts = turn.person in rights.deciders(turn.ward, item) or (
            rights.may(turn.person, "assign") and rights.within_reach(turn.ward, turn.person, item, "assign")
        )
        return (texts.hand(person), texts.hands(item, person)) if puts else None
    return _day(turn, item, coded)


def _day(turn: Turn, item: ItemView, coded: str) -> tuple[str, str] | None:
    if turn.person not in rights.deciders(turn.ward, item) or not changing.sets_day(coded):
        return None
    found = find_date(finding.without_codes(coded), turn.now, expected=True)
    if not isinstance(found, DateReading) or found.due <= turn.today:
        return None
    return texts.due(found.due), texts.sets_day(item, found.due)


def _asked(turn: Turn, item: ItemView, what: str, coded: str, not_his: str) -> Reply:
    owner = turn.ward.people.get(item.owner_id or 0)
    choices = (Choice(texts.yes(what), "yes"), Choice(texts.NO, "no"))
    ask = Ask(KIND, {"item": item.key, "words": coded})
    return Reply(texts.asked(item, owner, what, not_his), choices, ask, items=(item.key,))


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """It is changed as it would be by its code, or let be."""
    item = turn.ward.items[question.payload["item"]]
    if place != YES:
        return [Reply(texts.kept(item), items=(item.key,))]
    turn.words = str(question.payload["words"])
    said = stopping.in_words(turn) or changing.in_words(turn)
    return said or [Reply(texts.kept(item), items=(item.key,))]


def typed(turn: Turn, _question: Question) -> int | None:
    """A yes or a no; None for other words."""
    folded = fold(turn.words).strip(" .,!")
    if yes_no.YES.fullmatch(folded):
        return YES
    return NO if yes_no.NO.fullmatch(folded) else None
