"""Numbers inside a question about an own item: they are not recorded, which is said."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Reading
from bot.domain.reading.scan import scan
from bot.domain.reading.words import fold
from db import figures
from handlers import rights
from handlers.standings.last_year import last_value
from handlers.texts import not_recorded
from handlers.turn import Turn

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
    """ "Điểm nóng không" of who does not answer for the item: a question, which its owner would answer so."""
    item = turn.ward.items.get(reading.item or "")
    if item is None or not reading.none_arose or "khong" not in fold(turn.words).split()[-2:]:
        return reading
    theirs = rights.may_speak(turn.ward, turn.person, item)
    return reading if theirs else replace(reading, kind="question", doubts=())
