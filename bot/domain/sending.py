"""Until when a report within the ward is in time, and by when the ward delivers its own upwards."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.periods import Period, Regime, kind_of
from bot.domain.schedule import due_day, is_due_rule
from bot.domain.ward import WardRules
from bot.domain.workdays import WARD_ZONE, WorkCalendar, local


def is_official_due(rule: str, kind: str) -> bool:
    """Whether `rule` leaves a working day at least after the cut-off (NĐ 09/2019 Art. 8.5)."""
    return is_due_rule(rule, kind) and not (rule[0] in "+-" and int(rule) < 1)


def official_due(period: Period, regime: Regime, rules: WardRules, calendar: WorkCalendar) -> date | None:
    """The day by which the ward itself delivers its report on the period upwards; None when none is set.

    What the ward entered by its province's decision, else what the regime says. NĐ 09/2019 Art. 13.2 leaves
    a ward's day to the province; Art. 8.5 wants one working day at least between the collecting and it. A day
    that was named (the 20th) is not moved when it is off.
    """
    own = rules.periods.get(period.kind)
    rule = (own and own.official_due) or regime.official_due.get(period.kind)
    return due_day(period, rule, calendar) if rule else None


def in_time_until(due: datetime, period: str | None, rules: WardRules, calendar: WorkCalendar) -> datetime:
    """The last moment at which a report counts as in time: its due, and the grace of such a period.

    `period` is the key of the period that is reported on; what has none (a task's own day) has no grace.
    The owner is reminded by the due itself; being late and the ladder begin after this.
    """
    own = rules.periods.get(kind_of(period)) if period else None
    if own is None or not own.grace:
        return due
    here = local(due)
    return datetime.combine(calendar.add_workdays(here.date(), own.grace), here.time(), WARD_ZONE)
