"""Numbers that count an event and no result of the item: asked about, never its figure at once."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.doubts.event import counts_other, of_bad_news
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.naming.names import every_word, kindred
from bot.domain.reading.states.doings import Status
from bot.domain.reading.words import words_of
from db.item_view import ItemView, known_item
from handlers.doubting.beside_figure import of_period
from handlers.reporting.figure_row import line_of
from handlers.texts.reporting.choices import AS_WORDS, UNNAMED
from handlers.turn import Turn

_OF_TALK = frozenset({"decrease", "outlier"})
"""Doubts that only compare the number with those before."""
_FEW = 3


def doubt_of(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """The question what a count of bad news, or of what the item does not count, is of."""
    target = item.target
    corrects = reading.kind == "correction" or turn.replaces or reading.none_arose or reading.value is None
    if corrects or target is None or target.is_event_free or target.is_against_last_year or target.value == 0:
        return None
    if any(one.reason not in _OF_TALK for one in reading.doubts):
        return None
    if turn.question is not None and turn.question.answer is not None:
        return None  # picked
    known, place = _known(item), reading.span[0]
    alone = replace(reading, doubts=())
    if of_bad_news(turn.words, place, known):
        return Doubt("other_count", (alone, *_beside(turn, reading, item)))
    asked = turn.question is not None and turn.question.payload.get("reason") not in UNNAMED
    if reading.named or turn.message.reply_to:
        return None
    if not counts_other(turn.words, place, known, asked=asked):
        return None
    return Doubt("no_indicator", (*_worded(turn, reading, item), alone))


def _known(item: ItemView) -> frozenset[str]:
    known = known_item(item)
    return every_word(known) | kindred(known) | {*words_of(known.unit or "")}


def _beside(turn: Turn, reading: Reading, item: ItemView) -> tuple[Reading, ...]:
    """The words, beside the number that the item's period has."""
    told = _in_words(turn, reading, item, "in_progress")
    return (told,) if of_period(turn, told, item) is not None else ()


def _worded(turn: Turn, reading: Reading, item: ItemView) -> tuple[Reading, ...]:
    """The words, of the person's items of the same field that are told in words."""
    own = turn.ward.duties((turn.owner or turn.person).id)
    worded = [one for one in own if one.target is not None and one.target.is_narrative]
    return tuple(_in_words(turn, reading, one, "done") for one in worded if one.field == item.field)[:_FEW]


def _in_words(turn: Turn, reading: Reading, item: ItemView, kind: Status) -> Reading:
    words = line_of(turn.words, reading)
    return Reading(kind, item.key, status=kind, words=words, span=reading.span, rule=AS_WORDS)
