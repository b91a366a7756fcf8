"""The ladder: who is told, one after the other, that something stays undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: `who` is told when `after` working days have passed since the due day.

    `who`: person, unit_head, leader (in charge of the field), chair.
    """

    who: str
    after: int


def days_late(due: date, today: date, calendar: WorkCalendar) -> int:
    """Working days since a due day: 1 on the first one after it, 0 on it, negative before."""
    return calendar.workdays_between(due, today)


def rung_owed(rungs: Sequence[Rung], late: int, told: Mapping[str, datetime], hour: datetime) -> str | None:
    """Who of `rungs` is to be told today at `hour`; None when nobody is.

    The one above the highest that was told, when `late` has come to that rung, and only when those below
    were told before `hour`: nobody hears of a thing before they had the time to answer. So a machine that
    was off for a week climbs one rung a day, from the bottom. `told` is when each was told of this very
    matter; what was reported since is no matter any more, and another due day is another one.
    """
    climbed = max((place for place, rung in enumerate(rungs) if rung.who in told), default=-1)
    above = rungs[climbed + 1 : climbed + 2]
    if not above or late < above[0].after or (climbed >= 0 and told[rungs[climbed].who] >= hour):
        return None
    return above[0].who
