"""The reason beside a figure of a closed period: "bhxh kỳ 10 190, do tổ 3 gửi bổ sung 8 người"."""

from __future__ import annotations

import re

from bot.domain.periods import period_from_key
from bot.domain.reading.dates import read_period
from bot.domain.reading.words import fold, tokenise
from bot.domain.schedule import Schedule, period_in_question
from handlers.texts.correcting import late as texts
from handlers.turn import Turn

_DASHES = frozenset("-–")
_WHOLE = frozenset({"code", "name"})


def without_reason(turn: Turn) -> str:
    """The words up to the reason: numbers in it are no figures."""
    place = _place(turn)
    return turn.words if place is None else turn.words[: place[0]].rstrip(texts.AROUND)


def reason_given(turn: Turn) -> str | None:
    """The reason as it was typed; None when there is none."""
    place = _place(turn)
    return None if place is None else turn.words[place[1] :].strip(texts.AROUND) or None


def _place(turn: Turn) -> tuple[int, int] | None:
    """Where the reason's first word and the reason itself begin: only after a period that is over."""
    found = next((one for one in texts.REASON.finditer(turn.words) if not _lists(turn, one)), None)
    if found is None:
        return None
    named = read_period(turn.words[: found.start()], turn.said_at)
    if named is None:
        return None
    preset = turn.rules.preset
    regime = turn.office.regimes[preset.regime]
    period = period_from_key(named.key, regime)
    schedule = Schedule("month", regime, preset.due_rule, preset.due_time)
    asked = period_in_question(turn.said_at, turn.ward.year, schedule, turn.ward.calendar)
    over = turn.ward.over or period.end < asked.start
    return (found.start(), found.end()) if over else None


def _lists(turn: Turn, sign: re.Match[str]) -> bool:
    """True of the dash of a list: it begins a line, or an item is behind it that is not in front of it."""
    if sign[0].strip() not in _DASHES:
        return False
    return "\n" in sign[0] or not _named(turn, turn.words[sign.end() :]) <= _named(
        turn, turn.words[: sign.start()]
    )


def _named(turn: Turn, words: str) -> set[str]:
    folded = fold(words)
    named = turn.ward.whole_catalogue.mentions(tokenise(folded), folded)
    return {key for one in named if one.strength in _WHOLE for key in one.keys}
