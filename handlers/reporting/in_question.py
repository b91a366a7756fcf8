"""What is asked of an item and tells nothing of it: its numbers are not recorded, which is said."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.scan import scan
from bot.domain.reading.states.statement import WORDS
from bot.domain.reading.words import fold
from db import figures
from handlers import rights
from handlers.doubting.kept import NUMBERS
from handlers.standings.last_year import last_value
from handlers.texts import wondering
from handlers.texts.extensions import heard
from handlers.texts.reporting import not_recorded
from handlers.texts.situation import by_topic
from handlers.turn import Turn

_TOLD = frozenset({"done", "not_done", "in_progress", "ambiguous", "obstacle"})
_RECORDED = NUMBERS | _TOLD
_QUOTED = frozenset({"target", "past", "old", "forecast"})


def unrecorded(turn: Turn, reading: Reading) -> list[str]:
    """That the figure of "bhxh 212 ok chưa?" was not recorded, where it is neither the plan's nor known."""
    item = turn.ward.items.get(reading.item or "")
    named = reading.named and item is not None and not item.is_task
    if not named or item is None or not rights.may_speak(turn.ward, turn.person, item):
        return []
    found = scan(turn.words, turn.ward.whole_catalogue, awaited=False)
    last = last_value(figures.latest(turn.session, [item.id]).get(item.id))
    known = {last, item.target.value if item.target else None}
    told = [q for q in found.quantities if not q.aside and q.role not in _QUOTED and q.value not in known]
    if not told or told[0].flaw is not None:
        return []
    start, end = found.span(told[0].start, told[0].end)
    return [not_recorded.in_question(item, turn.person, found.text[start:end], told[0].value)]


def asked_of_others(turn: Turn, reading: Reading) -> Reading:
    """ "Điểm nóng không", "ANCT chưa có báo cáo à" of who does not answer for the item: a question.

    What a leader says of an item that nobody answers for is asked: he seldom reports himself.
    """
    if reading.rule == WORDS and turn.message.file is not None:
        return replace(reading, kind="question")  # "nv7 biên bản" says what the file is
    item = turn.ward.items.get(reading.item or "")
    if item is None or item.owner_id == turn.person.id or _is_picked(turn):
        return reading
    if reading.kind == "extension" and heard.FORECASTS.search(fold(turn.words)):
        return replace(reading, kind="question", doubts=())
    if reading.kind == "question" and not reading.named and wondering.OF_ALL.search(fold(turn.words)):
        return replace(reading, item=None)
    theirs = rights.may_speak(turn.ward, turn.person, item)
    if reading.rule == WORDS and not theirs:
        return replace(reading, kind="question")  # "nv7 quá chậm" of a leader
    if not theirs and by_topic.asks(turn.words):
        return replace(reading, kind="question", doubts=())
    none = reading.none_arose and "khong" in fold(turn.words).split()[-2:] and not theirs
    wonders = reading.kind in _TOLD and wondering.WONDERS.search(_spelt(turn.words)) is not None
    if none or wonders:
        return replace(reading, kind="question", doubts=())
    leads = item.owner_id is None and rights.may(turn.person, "directive_in_words")
    if not leads or reading.doubts or reading.kind not in _RECORDED:
        return reading
    return replace(reading, doubts=(Doubt("not_in_charge", (reading,)),))


def _is_picked(turn: Turn) -> bool:
    return turn.question is not None and turn.question.answer is not None


def _spelt(words: str) -> str:
    """Words in small letters with their marks, without the signs at their end."""
    return " ".join(words.lower().split()).rstrip(" .!?")
