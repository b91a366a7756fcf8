"""Words that say nothing known, in answer to a message about one item: kept, once it is said as what."""

from __future__ import annotations

from bot.domain.reading.model import Doubt, Reading
from handlers.reporting.asking import Asked
from handlers.turn import Turn

WORDS = 3
"""So many words may tell something; fewer are a slip."""


def about_one_item(turn: Turn) -> Asked | None:
    """The question whether the words are an obstacle, or how far a task is; None where no one item is meant.

    Only of an own item, and only in an answer: by replying to a message, or while it is asked about.
    """
    answers = bool(turn.message.reply_to) or turn.question is not None
    if not answers or len(turn.context_items) != 1 or len(turn.words.split()) < WORDS:
        return None
    item = turn.ward.items.get(turn.context_items[0])
    if item is None or item not in turn.ward.duties(turn.person.id):
        return None
    words = " ".join(turn.words.split())
    span = (0, len(turn.words))
    hindered = Reading("obstacle", item.key, words=words, span=span, rule="words alone")
    under_way = Reading(
        "in_progress", item.key, status="in_progress", words=words, span=span, rule="words alone"
    )
    doubt = Doubt("unclear_words", (hindered, under_way) if item.is_task else (hindered,))
    return Asked(hindered, doubt)
