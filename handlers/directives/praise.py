"""A leader praises somebody: his words are passed on as they are; nothing is recorded, nobody is rated."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold, words_of
from db import people
from db.models import Question
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.directives import addressed
from handlers.directives.asking import waiting
from handlers.reporting.report import thanked
from handlers.texts.directives import meant as heard
from handlers.texts.directives import praise as texts
from handlers.texts.leave.freely import CLAUSES
from handlers.texts.situation import by_topic
from handlers.turn import Ask, Reply, Turn

KIND = "praise"


def passes_on(turn: Turn) -> Sequence[Reply] | None:
    """ "Khen anh Minh giúp tôi": he gets these words; None for other words, and where nobody is named."""
    folded = fold(turn.words)
    if not _praises(turn) or not texts.PASSES_ON.search(folded):
        return None
    if texts.ORDERLY.search(folded) or texts.FROM_ABOVE.search(folded):
        return None
    whom = _whom(turn)
    if not whom and texts.WORDS_FOR.search(folded) and not turn.ward.catalogue.find(turn.words).items:
        return [Reply(texts.to_nobody())]
    return _sent(turn, whom, turn.words) if whom else None


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Anh em đô thị giữ quảng trường được đấy": thanked for; by one tap it goes to who is meant."""
    folded = fold(turn.words)
    if not _praises(turn) or texts.ORDERLY.search(folded):
        return None
    if not heard.PRAISES.search(folded) or heard.BESIDE.search(folded) or by_topic.asks(turn.words):
        return None  # "đơn vị nào làm tốt nhất"
    item = finding.one_named(turn.ward, turn.words)
    owner = turn.ward.people.get(item.owner_id or 0) if item is not None else None
    called = addressed.people(turn)
    whom = _by_name(turn, called) or ([owner] if owner is not None else called)
    thanks = thanked(turn, hello=False)
    if not whom or texts.FROM_ABOVE.search(folded):
        return [Reply(thanks)]
    ask = Ask(KIND, {"people": [one.id for one in whom], "words": turn.words})
    return [Reply(f"{thanks}\n{texts.not_yet(whom)}", (Choice(texts.pass_on(whom), "yes"),), ask)]


def answer(turn: Turn, question: Question, _place: int) -> Sequence[Reply]:
    """It is passed on to those who are there still."""
    whom = [turn.ward.people[one] for one in question.payload["people"] if one in turn.ward.people]
    return _sent(turn, whom, str(question.payload["words"]))


def _whom(turn: Turn) -> list[PersonView]:
    """Who is called by name; a unit beside only where it is praised itself: not "… sớm nhất phòng đó"."""
    called = addressed.people(turn)
    by_name = _by_name(turn, called)
    if not by_name:
        return called
    typed = turn.words
    turn.words = next((one for one in CLAUSES.split(typed) if heard.PRAISES.search(fold(one))), typed)
    praised = addressed.people(turn)
    turn.words = typed
    return [one for one in called if one in by_name or one in praised]


def _by_name(turn: Turn, called: Sequence[PersonView]) -> list[PersonView]:
    return [one for one in called if fold(one.name.split()[-1]) in words_of(fold(turn.words))]


def _praises(turn: Turn) -> bool:
    leads = rights.may(turn.person, "directive_in_words") and not turn.ward.duties(turn.person.id)
    return leads and not finding.codes_in(turn.words) and waiting(turn) is None


def _sent(turn: Turn, whom: Sequence[PersonView], words: str) -> Sequence[Reply]:
    reached = [one for one in whom if people.reachable_chats(turn.session, one.id)]
    left = [one for one in whom if one not in reached]
    letters = [
        Reply(texts.letter(words, turn.person, one), to=one.id, silent=not turn.loud, waits=not turn.loud)
        for one in reached
    ]
    return [Reply(texts.passed_on(reached, left)), *letters]
