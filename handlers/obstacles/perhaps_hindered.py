"""Words that may tell of trouble or of the work: asked, or kept as work, before they go to leaders."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.scan import scan
from bot.domain.reading.states.obstacles import is_unsure
from handlers.doubting.unclear import ALONE
from handlers.reporting.by_own_words import takes_words
from handlers.reporting.figure_row import line_of
from handlers.turn import Turn


def doubted(turn: Turn, reading: Reading) -> Reading:
    """The reading with the question whether a bare "tái lấn chiếm" hinders or is how the work goes.

    Beside a state of work such words are kept with it. What was picked from a question stays.
    """
    item = turn.ward.items.get(reading.item or "")
    told = reading.kind == "obstacle" or "obstacle" in reading.also
    picked = turn.question is not None and turn.question.answer is not None
    if item is None or not told or reading.doubts or picked or reading.rule == ALONE:
        return reading
    said = reading.words or line_of(turn.words, reading)
    if not is_unsure(scan(said, turn.ward.whole_catalogue, awaited=False)):
        return reading
    if reading.kind != "obstacle":
        kept = tuple(kind for kind in reading.also if kind != "obstacle")
        return replace(reading, also=kept) if takes_words(item) else reading
    hindered = replace(reading, words=said, rule=ALONE)
    under_way = replace(hindered, kind="in_progress", status="in_progress")
    choices = (hindered, under_way) if takes_words(item) else (hindered,)
    return replace(hindered, doubts=(Doubt("unclear_words", choices),))
