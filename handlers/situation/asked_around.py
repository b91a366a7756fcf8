"""The clerk's question about the ward with other words around it: "…, liệt kê để em hỏi thành phố"."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.reporting.hearing import is_figure
from handlers.situation import asked, by_topic, entered
from handlers.texts.situation import asked_around as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None for other words, for a message with a report beside, and from everybody else."""
    if not turn.person.has("clerk") or len(turn.words) > asked.LONGEST:
        return None
    if (said := entered.in_words(turn)) is not None:
        return said
    if texts.reports(turn.words):
        return None
    typed, candidates = turn.words, list(dict.fromkeys(texts.bare(turn.words)))
    if any(is_figure(turn, one) for one in candidates if one):
        return None
    for turn.words in filter(None, candidates):
        if (answer := asked.meant(turn)) is not None:
            return asked.in_passing(turn, answer(turn))
    turn.words = typed
    answer = by_topic.meant(turn)
    return asked.in_passing(turn, answer(turn)) if answer is not None else None
