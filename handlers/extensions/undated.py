"""More time asked for what has no deadline: no request, but why it is asked is not lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.dates import find_date
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from bot.domain.reasons import judged
from db.item_view import ItemView
from handlers.extensions.why import reason_beside
from handlers.reporting import asking
from handlers.reporting.by_own_words import takes_words
from handlers.texts.extensions import asked as texts
from handlers.texts.extensions import heard
from handlers.turn import Reply, Turn


def kept(turn: Turn, item: ItemView, words: str) -> Sequence[Reply]:
    """What is told beside the day, to be kept with one tap as progress or as what hinders; else nothing."""
    found = find_date(words, turn.now, expected=True)
    reason = reason_beside(words, found.span if found else None)
    if judged(reason) != "reason" or not heard.WANTS_TIME.search(fold(turn.message.text)):
        return ()
    place = max(turn.words.find(reason), 0)
    span = (place, place + len(reason))
    hindered = Reading("obstacle", item.key, named=True, words=reason, span=span)
    under_way = replace(hindered, kind="in_progress", status="in_progress")
    choices = (under_way, hindered) if takes_words(item) else (hindered,)
    asked = asking.Asked(choices[0], Doubt("unclear_words", choices))
    return [asking.ask(turn, [asked], [texts.no_due(item, turn.message.text)])]
