""" "NV-022 cho anh Minh tới 4/12" from the clerk: a task without a day of its own; who sets one is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from handlers import finding, rights
from handlers.situation.somebody import called
from handlers.texts.extensions import moving_due as texts
from handlers.texts.office import arranging_heard as heard
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None for a task with a day of its own, which is asked for: handlers.extensions."""
    codes = finding.codes_in(turn.words) if turn.person.has("clerk") else []
    item = finding.by_code(turn.ward, codes[0]) if len(codes) == 1 else None
    if item is None or not item.is_task or item.due_on is not None:
        return None
    if turn.person in rights.deciders(turn.ward, item):
        return None
    words = heard.CLAUSES.split(finding.without_codes(turn.words).strip(" ,:"))[0]
    if (named := called(turn.ward.roster, words)) is not None:
        words = f"{words[: named[0]]} {words[named[1] :]}"
    day = find_date(words, turn.now, expected=True)
    if not isinstance(day, DateReading):
        return None
    beside = fold(f"{words[: day.span[0]]} {words[day.span[1] :]}")
    if not all(word in heard.DUE_WORDS for word in re.findall(r"[^\W\d_]+", beside)):
        return None
    return [Reply(texts.no_own_due(item, rights.deciders(turn.ward, item)), items=(item.key,))]
