"""Words typed where a reason is awaited: taken, echoed where they may be none, put off, left to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.directives import opens_work
from bot.domain.message import Choice
from bot.domain.reading.words import fold
from bot.domain.reasons import judged, tells_end
from db.models import Question
from handlers import once_more, rights
from handlers.texts import reasoned as texts
from handlers.turn import Ask, Reply, Turn

KIND = "reason"
NAME_WORDS = 4
SURE = "sure"
"""In the payload of a question whose answer was echoed and confirmed."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What comes of an answer: it is the reason, or `replies` are given (None: something else was said)."""

    is_reason: bool
    replies: Sequence[Reply] | None = None


def weigh(turn: Turn, words: str, *, opinion: bool = False) -> Weighed:
    """Judge the answer to `turn.question`. A leader's `opinion` needs no cause, and may be an order."""
    question = turn.question
    if question is None or is_sure(question):
        return Weighed(is_reason=True)
    said = judged(words)
    if another := _opens_with_another(turn, question, words):
        reports = said == "doubtful" or tells_end(words)
        if reports and not opinion and not another.isdisjoint(_own(turn)):
            return Weighed(is_reason=False)
        said = "doubtful" if said == "reason" else said
    asked = question in turn.session and not opens_work(words)
    if opinion and said == "doubtful" and asked and once_more.is_passed(turn, question):
        return Weighed(False, [echo(turn, question, words, opinion=opinion)])
    if said == "reason" or (opinion and said == "doubtful"):
        return Weighed(is_reason=True)
    if said == "postponed":
        return Weighed(False, [_again(question, texts.put_off(words, turn.person))])
    if said == "doubtful" or (opinion and said == "order"):
        return Weighed(False, [echo(turn, question, words, opinion=opinion)])
    return Weighed(is_reason=False)


def is_sure(question: Question) -> bool:
    """True once the words were echoed, and are the reason."""
    return bool(question.payload.get(SURE))


def _own(turn: Turn) -> frozenset[str]:
    return frozenset(one.key for one in turn.ward.duties(turn.person.id))


def _opens_with_another(turn: Turn, question: Question, words: str) -> frozenset[str]:
    """The items, not asked about, whose name opens the words: "bhyt chờ …"; or an office is called so."""
    late = [one["item"] for one in question.payload.get("late", ())]
    asked, said = {*late, *filter(None, [question.payload.get("item")])}, words.split()
    for size in range(1, min(NAME_WORDS, len(said)) + 1):
        found = turn.ward.catalogue.find(" ".join(said[:size]))
        if found.items and not found.guessed:
            keys = frozenset(one.key for one in found.items)
            return keys if asked and asked.isdisjoint(keys) else frozenset()
    return frozenset()


def _again(question: Question, text: str) -> Reply:
    """The same question, with another text."""
    choices = tuple(Choice(label, data) for label, data in question.choices)
    return Reply(text, choices=choices, ask=Ask(question.kind, question.payload), items=_items(question))


def _items(question: Question) -> tuple[str, ...]:
    return (str(question.payload["item"]),) if question.payload.get("item") else ()


def echo(turn: Turn, question: Question, words: str, *, opinion: bool = False) -> Reply:
    """Ask whether these words are the reason."""
    payload = {
        "item": question.payload.get("item"),
        "words": turn.words,
        "of": {"kind": question.kind, "payload": question.payload, "choices": list(question.choices)},
    }
    choices = (Choice(texts.YES, "yes"), Choice(texts.NO, ""))
    return Reply(texts.meant(words, opinion=opinion), choices, Ask(KIND, payload), _items(question))


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """It is the reason: the first question is answered with it; or it is not, and that one is asked again."""
    asked = _asked(turn, question)
    if place != 1:
        return [_again(asked, texts.again(turn.person))]
    asked.payload = {**asked.payload, SURE: True}
    turn.words = str(question.payload["words"])
    said = _put(turn, asked)
    return [_again(_asked(turn, question), texts.again(turn.person))] if said is None else said


def typed(turn: Turn, question: Question) -> Sequence[Reply] | int | None:
    """ĐÚNG or không in words; else another reason for what was asked first."""
    if (place := said_yes(turn.words)) is not None:
        return place
    said = _put(turn, _asked(turn, question))
    if said is not None:
        question.closed_at = turn.now
    return said


def said_yes(words: str) -> int | None:
    """1 for ĐÚNG, 2 for a no; None for other words."""
    folded = fold(words).strip(" .!,")
    if texts.SAID_YES.fullmatch(folded):
        return 1
    return 2 if texts.SAID_NO.fullmatch(folded) else None


def _asked(turn: Turn, question: Question) -> Question:
    """The question that awaits the reason, as it was asked; in no session."""
    of = question.payload["of"]
    return Question(
        kind=of["kind"], payload=dict(of["payload"]), choices=of["choices"], person_id=turn.person.id
    )


def _put(turn: Turn, asked: Question) -> Sequence[Reply] | None:
    from handlers.question_kinds import KINDS  # the table names this module, too

    kind = KINDS[asked.kind]
    rights.require(turn.person, kind.action)
    turn.question = asked
    said = kind.typed(turn, asked) if kind.typed is not None else None
    if isinstance(said, int):
        return kind.answer(turn, asked, said) if kind.answer is not None else None
    return said
