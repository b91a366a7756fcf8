"""Which target an item is judged by: the one that held at the cut-off, by the item's own clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.domain.periods import Period, periods_of_year
from bot.domain.schedule import year_meant
from bot.domain.targets import Target
from db.item_view import ItemView
from db.ward_view import WardView
from handlers.standings.deadlines import schedule_of
from handlers.standings.newest import Cut
from handlers.turn import Office


def target_day(now: datetime, office: Office, ward: WardView, until: Cut | None) -> Cut:
    """On which day's target an item is judged: what is set after a cut-off leaves the report of it as it was.

    The year's last report is judged by the target with which the year ends.
    """

    def day(item: ItemView) -> date:
        cut = until(item) if until is not None else now.date()
        if cut < own_year(item, office, ward).end:
            return min(cut, now.date())
        return min(now.date(), days_of_year(item, office, ward)[1])

    return day


def by_own_clock(target: Target | None, item: ItemView, office: Office, ward: WardView) -> Target | None:
    """A school year has months and an end of its own: what is to be reached by when follows from that.

    Loading writes the end of the plan's year where a file says none; another day is the file's own.
    """
    regime = office.regimes[item.regime]
    if target is None or not regime.own_year or target.ends_on not in {None, date(ward.year, 12, 31)}:
        return target
    year = own_year(item, office, ward)
    first = periods_of_year(int(year.key[:4]), "month", regime)[0]
    return replace(target, starts_on=target.starts_on or first.start, ends_on=year.end)


def days_of_year(item: ItemView, office: Office, ward: WardView) -> tuple[date, date]:
    """The first and the last day of the year that an item is about; the calendar's where it is the plan's."""
    if not office.regimes[item.regime].own_year:
        return date(ward.year, 1, 1), date(ward.year, 12, 31)
    year = own_year(item, office, ward)
    return year.start, year.end


def own_year(item: ItemView, office: Office, ward: WardView) -> Period:
    """The year that an item of the ward's plan is about, by its own clock."""
    regime = office.regimes[item.regime]
    year = year_meant(ward.year, schedule_of(item, office)) if regime.own_year else ward.year
    return periods_of_year(year, "year", regime)[0]
