"""What the week's summary says of the week that begins: what falls due in it, and which days are off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.domain.periods import MONTHS, Period, periods_of_year
from bot.domain.schedule import due_at, is_due_rule
from bot.domain.tasks import DONE, STOPPED
from bot.domain.workdays import ONE_DAY, SATURDAY, WARD_ZONE
from db import directives
from db.ward_view import WardView
from handlers.office.days import special_days
from handlers.situation.overview import Overview
from handlers.standings.comparing import activity
from handlers.standings.standing import Standing
from handlers.texts.office.days import Special
from handlers.texts.situation import comparing as comparing_texts
from handlers.texts.situation import week_ahead as texts
from handlers.turn import Office

WEEK = timedelta(days=7)


def told_to_group(
    session: Session, found: Overview, office: Office, ward: WardView, week: Period
) -> list[str]:
    """To the group: what the week brought, the next one's main work, its days off."""
    start, end = (datetime.combine(day, time(0), WARD_ZONE) for day in (week.start, week.end + ONE_DAY))
    brought = activity(office, found, directives.given(session, ward.id, start, end), week)
    done = comparing_texts.happened(brought, "week")
    first, last = week.end + ONE_DAY, week.end + WEEK
    tasks = _due(found, first, last)
    return [
        *done,
        *texts.main_work(tasks, _reports(office, ward, first, last)),
        *days_off(found, ward, week, week.end),
    ]


def _reports(office: Office, ward: WardView, first: date, last: date) -> list[str]:
    """The periods whose reports are due on these days: the shortest, and the longest that ends with it."""
    preset = office.rules.preset
    regime = office.regimes[preset.regime]
    ending = [
        period
        for kind in MONTHS
        if regime.allows(kind) and is_due_rule(preset.due_rule, kind)
        for year in {first.year - 1, first.year}
        for period in periods_of_year(year, kind, regime)
        if first <= due_at(period, preset.due_rule, preset.due_time, ward.calendar).date() <= last
    ]
    return list(dict.fromkeys(period.key for period in (*ending[:1], *ending[-1:])))


def days_off(found: Overview, ward: WardView, week: Period, today: date) -> list[str]:
    """The next week's days off and make-up days, with the tasks that are due on a day off; told by a summary
    of the week that runs.
    """
    if not week.start <= today <= week.end:
        return []
    return days_off_between(found, ward, week.end + ONE_DAY, week.end + WEEK)


def days_off_between(found: Overview, ward: WardView, first: date, last: date) -> list[str]:
    """The days off and make-up days of a stretch, with the tasks that are due on a day off."""
    found_days = [one for one in special_days(ward.calendar, first, last) if not _is_usual(one)]
    off = [one for one in found_days if not one.works]
    due = [
        (one, [row.item for row in tasks], ward.calendar.last_workday_on_or_before(one.first))
        for one in off
        if (tasks := _due(found, one.first, one.last))
    ]
    return texts.special(found_days, due)


def _is_usual(one: Special) -> bool:
    """True for a weekend that is off, a working day that is worked."""
    days = (one.first + timedelta(days=step) for step in range((one.last - one.first).days + 1))
    return all((day.weekday() < SATURDAY) == one.works for day in days)


def _due(found: Overview, first: date, last: date) -> Sequence[Standing]:
    """The tasks that are due on these days by a date of their own, and not done, the earliest first."""
    open_tasks = [
        one
        for one in found.all.values()
        if one.item.is_task and one.period is None and one.task not in DONE | STOPPED
    ]
    waiting = [
        (one.due, one) for one in open_tasks if one.due is not None and first <= one.due.date() <= last
    ]
    return [one for _due_at, one in sorted(waiting, key=lambda row: row[0])]
