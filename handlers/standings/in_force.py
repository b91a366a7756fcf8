"""Which target an item is judged by: the one that held at the cut-off, by the item's own clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.domain.periods import periods_of_year
from bot.domain.targets import Target
from db.item_view import ItemView
from db.ward_view import WardView
from handlers.standings.newest import Cut
from handlers.turn import Office


def target_day(now: datetime, office: Office, ward: WardView, until: Cut | None) -> Cut:
    """On which day's target an item is judged: what is set after a cut-off leaves the report of it as it was.

    The year's last report is judged by the target with which the year ends.
    """

    def day(item: ItemView) -> date:
        cut = until(item) if until is not None else now.date()
        year = periods_of_year(ward.year, "year", office.regimes[item.regime])[-1]
        return now.date() if cut >= year.end else min(cut, now.date())

    return day


def by_own_clock(target: Target | None, item: ItemView, office: Office, ward: WardView) -> Target | None:
    """A school year begins and ends within the plan's: what is to be reached by when follows from that.

    Loading writes the end of the plan's year where a file says none; another day is the file's own.
    """
    regime = office.regimes[item.regime]
    if target is None or not regime.own_year or target.ends_on not in {None, date(ward.year, 12, 31)}:
        return target
    year = periods_of_year(ward.year, "year", regime)[0]
    return replace(target, starts_on=target.starts_on or year.start, ends_on=year.end)
