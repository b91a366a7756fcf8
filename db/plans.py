"""The plans of a ward, one for each year, and which of them is worked by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.periods import Regime
from bot.domain.schedule import Schedule, last_due
from bot.domain.workdays import WorkCalendar
from db.models import Item, Plan

ONE_DAY = timedelta(days=1)
OVERLAP = 1
"""The month in which last year's last reports come in: which plan is worked by may change from day to day."""


def worked_by(
    session: Session, ward_id: int, today: date, calendar: WorkCalendar, regimes: Mapping[str, Regime]
) -> Plan | None:
    """The plan of today's year, or the newest older one; None before any has been loaded.

    In January the old plan stays until its last report is due: the figures of December are its own, and the
    whole of a year, sent on 4 January, is not the new year's.
    """
    plans = {row.year: row for row in session.scalars(select(Plan).where(Plan.ward_id == ward_id))}
    begun = [year for year in plans if year <= today.year]
    if not begun:
        return plans[max(plans)] if plans else None
    last = plans.get(today.year - 1)
    if last is not None and max(begun) == today.year and today.month == OVERLAP:
        ways = _ways(session, last.id, regimes)
        if any(last_due(last.year, way, calendar) >= today for way in ways):
            return last
    return plans[max(begun)]


def of_year(session: Session, ward_id: int, year: int) -> Plan | None:
    """The plan of one year, if there is one."""
    return session.scalars(select(Plan).where(Plan.ward_id == ward_id, Plan.year == year)).one_or_none()


def exists(session: Session, ward_id: int, year: int) -> bool:
    """Whether the ward has a plan of that year."""
    return of_year(session, ward_id, year) is not None


def used_from(
    session: Session, ward_id: int, year: int, calendar: WorkCalendar, regimes: Mapping[str, Regime]
) -> date | None:
    """The first day on which `worked_by` gives the plan of this year; None while there is none."""
    if not exists(session, ward_id, year):
        return None
    begins, before = date(year, 1, 1), of_year(session, ward_id, year - 1)
    ways = _ways(session, before.id, regimes) if before is not None else set()
    over = [last_due(year - 1, way, calendar) + ONE_DAY for way in ways]
    return min(max([begins, *over]), date(year, OVERLAP + 1, 1))


def _ways(session: Session, plan_id: int, regimes: Mapping[str, Regime]) -> set[Schedule]:
    """How the items of a plan are reported."""
    columns = (Item.frequency, Item.regime, Item.due_rule, Item.due_time)
    asked = (Item.plan_id == plan_id) & Item.active & (Item.frequency != "none") & Item.due_on.is_(None)
    return {
        Schedule(frequency, regimes[regime], rule, time.fromisoformat(hour))
        for frequency, regime, rule, hour in session.execute(select(*columns).where(asked).distinct())
        if regime in regimes
    }
