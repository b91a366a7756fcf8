"""Which summary of a period is owed now to leaders, clerk and group: level-triggered, like reminders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.domain.periods import MONTHS, Period, Regime, period_containing, periods_of_year, previous
from bot.domain.schedule import due_at, is_due_rule
from bot.domain.sending import official_due
from bot.domain.ward import Preset, WardRules
from bot.domain.workdays import WARD_ZONE, WorkCalendar, local, may_send


def summary_owed(
    kind: str, now: datetime, rules: WardRules, calendar: WorkCalendar, regime: Regime
) -> str | None:
    """The key of the newest period of that kind whose summary is to go out now, if it has not yet.

    It stays owed until the end of the working day that `rules.week_summary_days` (`period_summary_days`
    for all but weeks) counts from its own: a summary that was missed for longer is worth nothing any more.
    The caller sends each key once.
    """
    if not may_send(now, rules.windows_on(local(now).date()), calendar):
        return None
    today = local(now).date()
    moments = ((period, summary_at(period, rules, calendar)) for period in _backwards(today, kind, regime))
    newest, moment = next((period, moment) for period, moment in moments if moment and moment <= now)
    days = rules.week_summary_days if kind == "week" else rules.period_summary_days
    return newest.key if today <= calendar.add_workdays(moment.date(), days) else None


def summary_at(period: Period, rules: WardRules, calendar: WorkCalendar) -> datetime | None:
    """When the period's summary goes out; None for a week without a working day.

    The week's: on its weekday and hour (`rules.week_summary`), or the last working day of the week when that
    day is off. The others': in the morning of the working day after the internal due day.
    """
    if period.kind == "week":
        return _week_summary_at(period, rules, calendar)
    preset = rules.preset if is_due_rule(rules.preset.due_rule, period.kind) else Preset()
    due = due_at(period, preset.due_rule, preset.due_time, calendar).date()
    return datetime.combine(calendar.next_workday(due), rules.digest_at, WARD_ZONE)


def summed_up_with(period: Period, rules: WardRules, calendar: WorkCalendar, regime: Regime) -> list[Period]:
    """The periods that end with this one and are summed up at the same moment, this one among them: the
    longest, the last, is told, and stands for all of them."""
    if period.kind == "week":
        return [period]
    moment = summary_at(period, rules, calendar)
    ending = [period_containing(period.end, kind, regime) for kind in MONTHS if regime.allows(kind)]
    return [one for one in ending if one.end == period.end and summary_at(one, rules, calendar) == moment]


def come_too_late(year: int, rules: WardRules, calendar: WorkCalendar, regime: Regime) -> list[str]:
    """The kinds of period of which some summary of the year goes out only after its official due day."""
    kinds = [kind for kind in MONTHS if regime.allows(kind)]
    return [
        kind
        for kind in kinds
        if any(
            (due := official_due(period, regime, rules, calendar)) is not None
            and (moment := summary_at(period, rules, calendar)) is not None
            and moment.date() > due
            for period in periods_of_year(year, kind, regime)
        )
    ]


def _week_summary_at(week: Period, rules: WardRules, calendar: WorkCalendar) -> datetime | None:
    weekday, hour = rules.week_summary
    day = week.start + timedelta(days=weekday)
    if not calendar.is_workday(day):
        day = calendar.last_workday_on_or_before(week.end)
    return datetime.combine(day, hour, WARD_ZONE) if day in week else None


def _backwards(today: date, kind: str, regime: Regime) -> Iterator[Period]:
    period = period_containing(today, kind, regime)
    while True:
        yield period
        period = previous(period, regime)
