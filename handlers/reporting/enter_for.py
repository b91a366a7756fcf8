"""/nhapthay: figures that one person enters for another."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.naming import find_person
from handlers.reporting.report import free_text
from handlers.texts import report as texts
from handlers.turn import Reply, Turn


def enter_for(turn: Turn) -> Sequence[Reply]:
    """/nhapthay <người> <số liệu>: both names are kept."""
    if not turn.words:
        return [Reply(texts.enter_for_usage())]
    person, words = find_person(turn, turn.words)
    if not words:
        return [Reply(texts.enter_for_usage(person))]
    turn.owner, turn.words = person, words
    return free_text(turn)
