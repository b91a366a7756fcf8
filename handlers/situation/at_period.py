"""The ward as it stood for a period: as it was when the period's reports were due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from bot.domain.periods import Period, period_containing, periods_of_year
from bot.domain.schedule import due_at
from bot.domain.workdays import ONE_DAY, WARD_ZONE
from db import extensions
from db.item_view import ItemView
from db.ward_view import WardView
from handlers.situation.overview import Overview, overview
from handlers.standings.as_it_was import as_it_was, without_later
from handlers.standings.deadlines import place
from handlers.standings.gained import own_period
from handlers.standings.newest import Cut
from handlers.standings.plan_year import ward_in
from handlers.standings.standing import Standing
from handlers.turn import Office

LAST_MOMENT = time(23, 59)


def ward_of(
    session: Session, now: datetime, office: Office, ward: WardView, period: Period, *, live: bool = False
) -> WardView:
    """The ward with the plan of the period's year, and of a period that is over with its items as they were
    when its reports were due: whoever answers for them now, until whenever they were put off since.

    With `live` as they are now.
    """
    ward = ward_in(session, now.date(), office, ward, period)
    moment = now if live else _moment(now, office, ward, period)
    return ward if moment == now else as_it_was(session, office, ward, moment)


def of_period(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    period: Period,
    items: Sequence[ItemView] | None = None,
    scope: str = "",
    *,
    live: bool = False,
) -> Overview:
    """The state at the end of the day when the period's reports were due; now, for a period that still runs.
    The ward is that of the period (`ward_of`).

    What was reported later about the days of the period is in it; what was set or said of later days is not,
    nor is a task that was ordered since: what was summed up once stays as it was. Of the difficulties told
    until then those are named that are still in the way. With `live` the figures alone are of the
    period: tasks stand as they do now.
    """
    if period.end >= now.date():
        return overview(session, now, office, ward, items, scope)
    ward = without_later(session, office, ward, _ended(ward, period))
    if items is not None:
        items = [ward.items[item.key] for item in items if item.key in ward.items]
    moment = now if live else _moment(now, office, ward, period)
    state = overview(session, moment, office, ward, items, scope, until=_cut(office, period))
    still = [(item, row) for item, row in state.obstacles if row.closed_at is None or row.closed_at > now]
    return replace(state, obstacles=still, missing=_not_put_off(session, now, state.missing))


def _not_put_off(session: Session, now: datetime, missing: Sequence[Standing]) -> list[Standing]:
    """Of what was missing when the reports were due, what no extension granted since still covers."""
    more = extensions.extended(session, [one.item.id for one in missing], now)

    def is_late(one: Standing) -> bool:
        granted = more.get(place(one.item, one.period))
        due = granted.due if granted else None
        return due is None or datetime.combine(due, one.item.due_time, WARD_ZONE) < now

    return [one for one in missing if is_late(one)]


def _moment(now: datetime, office: Office, ward: WardView, period: Period) -> datetime:
    """The end of the day when the reports on a period are due; now, as long as that is to come."""
    last, preset = _ended(ward, period), office.rules.preset
    if last > period.end:
        last += ONE_DAY  # a plan's targets are judged to their end after 31/12
    if period.kind != "week":
        last = max(last, due_at(period, preset.due_rule, preset.due_time, ward.calendar).date())
    return min(now, datetime.combine(last, LAST_MOMENT, WARD_ZONE))


def _ended(ward: WardView, period: Period) -> date:
    """The last day of a period; of the plan's year, whose last month may end earlier, 31/12."""
    is_year = period.kind == "year" and period.end.year == ward.year
    return max(period.end, date(ward.year, 12, 31)) if is_year else period.end


def _cut(office: Office, period: Period) -> Cut:
    """The last day of the period, or a later one by an item's own regime or weeks."""
    ends = {
        code: max(period.end, (own_period(period, one) or period_containing(period.end, "month", one)).end)
        for code, one in office.regimes.items()
    }
    ward = office.regimes[office.rules.preset.regime]
    is_year = period.kind == "year"
    week = periods_of_year(period.end.year, "week", ward)[-1].end if is_year else period.end

    def last(item: ItemView) -> date:
        end = ends.get(item.regime, period.end)
        return max(end, week) if item.frequency == "week" else end

    return last
