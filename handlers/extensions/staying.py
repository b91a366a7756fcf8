"""Words that a deadline stays: no request for more time, and no decision either."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.dates import find_date
from bot.domain.reading.vocabulary.courtesy import SPEAKERS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.words import fold, words_of
from handlers import finding
from handlers.standings.standing import standing_of
from handlers.texts.extensions import asked as texts
from handlers.texts.extensions import heard
from handlers.turn import Reply, Turn


def told(turn: Turn) -> Sequence[Reply]:
    """ "Hạn 30/11 không lùi" of an official or the clerk: what holds is told; nothing of more than that."""
    words = finding.without_codes(turn.words)
    said = turn.ward.catalogue.find(words) if words == turn.words else None
    named = said.items if said is not None and not said.guessed else ()
    if said is not None and named:
        words = f"{words[: said.span[0]]} {words[said.span[1] :]}"
    if (day := find_date(words, turn.now, expected=True)) is not None:
        words = f"{words[: day.span[0]]} {words[day.span[1] :]}"
    rest, stays = heard.KEEPS_DUE.subn(" ", fold(words))
    if not stays or not (POLITE | SPEAKERS | heard.AROUND_DUE).issuperset(words_of(rest)):
        return ()
    coded = [finding.by_code(turn.ward, code) for code in finding.codes_in(turn.words)]
    items = [*filter(None, coded)] or [
        turn.ward.items[one.key] for one in named if one.key in turn.ward.items
    ]
    text = texts.due_stays([standing_of(turn, item) for item in items])
    return [Reply(text, items=tuple(item.key for item in items))]
