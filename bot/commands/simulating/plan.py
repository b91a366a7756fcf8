"""Which period an item is asked about on a day, when it is due, whether it is reported: counted anew.

Periods and due days come from `bot.domain.periods`, which has its own tables of tests; all that follows from
them is written here a second time, from the words of the rules. No handler is asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from bot.commands.simulating.dealing import Dealings, Request
from bot.commands.simulating.record import Entry, Record
from bot.domain.periods import Period, Regime, periods_of_year, previous
from bot.domain.schedule import due_at
from bot.domain.ward import WardRules
from bot.domain.workdays import WARD_ZONE, WorkCalendar
from db.item_view import ItemView, Milestone
from db.ward_view import WardView
from handlers.turn import Office

DAY = timedelta(days=1)
EARLY = timedelta(days=5)
_SCHOOL_YEAR = re.compile(r"năm học \d{4} ?[-–] ?(\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A period and the days on which officials are asked about it: from `opens` until the next one opens."""

    opens: date
    period: Period
    due: datetime


@dataclass
class Days:
    """The working days of a ward, in a row."""

    calendar: WorkCalendar
    rules: WardRules
    year: int

    def works(self, day: date) -> bool:
        """A make-up day, or a weekday that is not off."""
        return day in self.calendar.work or (day.weekday() < 5 and day not in self.calendar.off)

    @cached_property
    def row(self) -> list[date]:
        """Every working day of the year and of those around it, in order."""
        days = (date(self.year - 2, 1, 1) + n * DAY for n in range(5 * 366))
        return [day for day in days if self.works(day)]

    def is_open(self, moment: datetime) -> bool:
        """Whether the program may speak unasked: a working day, inside a window."""
        hour = moment.time()
        return self.works(moment.date()) and any(
            a <= hour < b for a, b in self.rules.windows_on(moment.date())
        )

    def before(self, day: date, count: int) -> date:
        """The working day `count` before the last one that is not after `day`."""
        return self.row[bisect_right(self.row, day) - 1 - count]

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`."""
        return self.row[bisect_right(self.row, day) - 1 + count] if count else day

    def next(self, day: date, count: int) -> list[date]:
        """The first working days after a day."""
        place = bisect_right(self.row, day)
        return self.row[place : place + count]

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`."""
        return bisect_right(self.row, end) - bisect_right(self.row, start)


class Plan:
    """The ward's items with the periods that they are asked about, worked out once.

    `born` is when tasks were given that the plan did not have when it was loaded.
    """

    def __init__(
        self,
        ward: WardView,
        office: Office,
        requests: Iterable[Request] = (),
        born: Mapping[str, datetime] | None = None,
    ) -> None:
        self.ward, self.office = ward, office
        self.dealings = Dealings.of(requests)
        self.born = dict(born or {})
        self.days = Days(ward.calendar, office.rules, ward.year)
        self._asked: dict[tuple[str, str, str, time, int], list[Asked]] = {}

    @classmethod
    def of(cls, record: Record) -> Plan:
        """The plan as it is at the end of a record, which knows how it stood at every moment."""
        return cls(record.ward, record.office, record.requests, {one.key: one.at for one in record.given})

    def schedule(self, item: ItemView) -> list[Asked]:
        """The periods of the item's year that it is asked about, in the order in which they open."""
        year = self.year_of(item)
        key = (item.frequency, item.regime, item.due_rule, item.due_time, year)
        if key not in self._asked:
            frequency = "month" if item.frequency == "none" else item.frequency
            regime = self.office.regimes[item.regime]
            periods = periods_of_year(year, frequency, regime)
            self._asked[key] = [self._one(period, regime, item) for period in periods]
        return self._asked[key]

    def year_of(self, item: ItemView) -> int:
        """The plan's year; of what names the next school year, the one in which that ends."""
        named = _SCHOOL_YEAR.search(item.name) if self.office.regimes[item.regime].own_year else None
        return int(named[1]) if named and int(named[1]) == self.ward.year + 1 else self.ward.year

    def _one(self, period: Period, regime: Regime, item: ItemView) -> Asked:
        """Opens the day after the cut-off; two working days ahead of a due day that comes before it."""

        def due(one: Period) -> datetime:
            return due_at(one, item.due_rule, item.due_time, self.ward.calendar)

        opens = period.end + DAY
        if due(period).date() < opens:
            opens = max(period.start, self.days.before(due(period).date() - DAY, 1))
        return Asked(max(opens, due(previous(period, regime)).date() + DAY), period, due(period))

    def asked(self, item: ItemView, day: date) -> Asked | None:
        """What an item is asked about on a day; None when nothing is, or when it fell due before loading."""
        if item.frequency == "none":
            return None
        schedule = self.schedule(item)
        opened = bisect_right(schedule, day, key=lambda one: one.opens)
        if not opened:
            return None
        last, loaded = schedule[opened - 1], self.ward.loaded_at
        if loaded is not None and last.due < loaded:
            return None
        return None if self._is_autumn_before(last.period, item) else last

    def _is_autumn_before(self, period: Period, item: ItemView) -> bool:
        """True for months and weeks of a school year that last year's plan was worked by in."""
        own = self.office.regimes[item.regime].own_year and period.kind in {"week", "month"}
        return own and int(period.key[:4]) < self.ward.year

    def period_meant(self, item: ItemView, day: date, reported: bool) -> Period:
        """The period that an official reports for when he names none.

        The one in question; the next one when that is reported already and the next is about to be asked for.
        """
        schedule = self.schedule(item)
        place = max(sum(one.opens <= day for one in schedule) - 1, 0)
        if reported and place + 1 < len(schedule):
            after = schedule[place + 1]
            if day >= max(after.period.start, after.opens - EARLY):
                return after.period
        return schedule[place].period

    def due(self, item: ItemView, moment: datetime) -> tuple[str | None, datetime] | None:
        """(period, due moment) of what an item owes at a moment; a dated task is due at its own date.

        What was decided before, more time or a task that came back, has moved it. None before it was given.
        """
        born = self.born.get(item.key)
        if born is not None and moment <= born:
            return None
        if item.is_task and item.due_on is not None:
            day = self.dealings.day(item.key, None, item.due_on, moment)
            return None, datetime.combine(day, item.due_time, WARD_ZONE)
        asked = self.asked(item, moment.date())
        if asked is None:
            return None
        key, planned = asked.period.key, asked.due.date()
        day = self.dealings.day(item.key, key, planned, moment)
        return key, asked.due if day == planned else datetime.combine(day, item.due_time, WARD_ZONE)


def newest(entries: Sequence[Entry]) -> Entry:
    """The entry that tells of the newest day; of one day, the last."""
    return max(enumerate(entries), key=lambda one: (one[1].as_of, one[0]))[1]


class Reported:
    """What the ledger says had been reported at a moment."""

    def __init__(self, plan: Plan, ledger: Iterable[Entry]) -> None:
        self._plan = plan
        self._by_item: defaultdict[str, list[Entry]] = defaultdict(list)
        self._moments: defaultdict[str, list[datetime]] = defaultdict(list)
        for entry in ledger:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """One more line, later than all before it."""
        if entry.meaning.state != "obstacle":
            self._by_item[entry.item].append(entry)
            self._moments[entry.item].append(entry.at)

    def before(self, key: str, moment: datetime) -> Sequence[Entry]:
        """What had been reported on an item before a moment, oldest first."""
        return self._by_item[key][: bisect_left(self._moments[key], moment)]

    def next_stone(self, item: ItemView, moment: datetime) -> Milestone | None:
        """The first intermediate date of a task that was not reached; none once it was said to be done."""
        entries = self.before(item.key, moment)
        if any(entry.meaning.state == "done" for entry in entries):
            return None
        reached = {entry.meaning.stone for entry in entries}
        return next((stone for stone in item.milestones if stone.name not in reached), None)

    def has(self, item: ItemView, period: str | None, moment: datetime) -> bool:
        """True when nothing is awaited any more: the period is reported, or the task is done."""
        entries = self.before(item.key, moment)
        if item.is_task and not item.recurring and entries and entries[-1].meaning.state == "done":
            return not self._plan.dealings.came_back(item.key, entries[-1].at, moment)
        return period is not None and any(entry.period == period for entry in entries)
