"""Words that say nothing known, in answer to a message about one item: kept, once it is said as what."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from bot.domain.reading.doubts.stray import is_count, stray
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers.reporting.asking import Asked
from handlers.turn import Turn

WORDS = 3
"""So many words may tell something; fewer are a slip."""
TOLD = frozenset({"done", "not_done", "in_progress", "obstacle"})
"""Kinds of readings that words alone make."""
ALONE = "words alone"
"""The rule of a reading that the person picked for unclear words."""


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
    hindered = Reading("obstacle", item.key, words=words, span=span, rule=ALONE)
    under_way = Reading("in_progress", item.key, status="in_progress", words=words, span=span, rule=ALONE)
    doubt = Doubt("unclear_words", (hindered, under_way) if item.is_task else (hindered,))
    return Asked(hindered, doubt)


def of_something_else(turn: Turn, reading: Reading, item: ItemView) -> Asked | Literal["nothing"] | None:
    """What becomes of words that name no item and may not be about the one that was spoken of last.

    None: they report on it. A reply to a message is about its item, whatever the words are.
    """
    told = reading.kind in TOLD and not (reading.named or reading.doubts)
    if not told or turn.message.reply_to or reading.rule == ALONE:
        return None
    owner = turn.ward.people.get(item.owner_id or 0)
    others = {fold(one.given_name) for one in turn.ward.people.values() if one is not owner}
    others -= {fold(turn.person.given_name)}
    said = stray(reading.words or turn.words, item.name, others) or stray(turn.words, item.name, others)
    if said is None and not (reading.kind == "obstacle" and is_count(turn.words)):
        return None
    doubted = replace(reading, words=reading.words or " ".join(turn.words.split()), rule=ALONE)
    return "nothing" if said == "private" else Asked(doubted, Doubt("unclear_words", (doubted,)))
