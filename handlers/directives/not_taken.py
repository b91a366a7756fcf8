"""An order from who does not lead: it is not taken; who has the command may have meant it."""

from __future__ import annotations

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import questions
from handlers import rights
from handlers.texts.directives import draft as texts
from handlers.texts.directives import heard
from handlers.turn import Ask, Reply, Turn


def told(turn: Turn) -> Reply:
    """Who gives orders; for the clerk the choice to give this one."""
    if not rights.may(turn.person, "directive"):
        return Reply(texts.not_taken(gives=False))
    begun = heard.GIVES.match(fold(turn.words))
    said = turn.words[begun.end() :] if begun else turn.words
    choices = (Choice(texts.GIVE_IT, f"/giaoviec {said}"),)
    # As a question: an order is longer than a button's data may be.
    return Reply(texts.not_taken(gives=True), choices, Ask(questions.MENU, {}))
