"""The reason beside a figure of a closed period: "bhxh kỳ 10 190, do tổ 3 gửi bổ sung 8 người"."""

from __future__ import annotations

from bot.domain.periods import period_from_key
from bot.domain.reading.dates import read_period
from bot.domain.schedule import Schedule, period_in_question
from handlers.texts import late as texts
from handlers.turn import Turn


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
    found = texts.REASON.search(turn.words)
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
