"""A question after which something else was said: a number or an "ok" may answer either; it is put again."""

from __future__ import annotations

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import outbox, questions
from db.models import Question
from handlers.texts.common import asked_again
from handlers.texts.yes_no import HEARD
from handlers.turn import Ask, Reply, Turn


def is_passed(turn: Turn, question: Question) -> bool:
    """True when something else was said in the chat since the question was asked."""
    here = turn.message.address
    said = outbox.last_said_at(turn.session, here.account, here.chat)
    return said is not None and said > question.asked_at


def is_only_heard(words: str) -> bool:
    """True for a yes that may as well be said of what came in between."""
    return HEARD.fullmatch(fold(words).strip(" .!")) is not None


LINES = 8
"""Of a list of more lines, with choices of what to see next, the first says which it is."""


def _brief(said: str) -> str:
    lines = said.split("\n")
    return said if len(lines) <= LINES else f"{lines[0]} …"


def ask(turn: Turn, question: Question, typed: str) -> Reply:
    """The question with its choices, in place of the one that was asked."""
    questions.settle(question, turn.now)
    choices = tuple(Choice(label, data) for label, data in question.choices)
    item = question.payload.get("item")
    said = str(question.payload.get("again") or question.payload.get(questions.SAID, ""))
    text = asked_again(typed, _brief(said) if question.kind == questions.MENU else said)
    return Reply(
        text,
        choices=choices,
        ask=Ask(question.kind, question.payload),
        items=(str(item),) if item else (),
    )
