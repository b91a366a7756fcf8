"""Which period of an item is asked about, and until when: with extensions, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.domain.periods import Period, period_containing
from bot.domain.reading.dates import school_year_named
from bot.domain.schedule import Schedule, answers_from, due_at, is_asked, period_expected
from bot.domain.workdays import WARD_ZONE
from db.confirmations import Checked
from db.extensions import Extended, Key
from db.item_view import ItemView
from db.models import Confirmation
from db.ward_view import WardView
from handlers.turn import Office

_NEVER = datetime.min.replace(tzinfo=WARD_ZONE)


Way = tuple[str, str, str, time, int | None]
"""What a schedule is made of: to make one and hash it takes longer than to look something up by this."""


def schedule_of(item: ItemView, office: Office) -> Schedule:
    """When an item is reported; one that is never asked for still counts its figures by month."""
    frequency = "month" if item.frequency == "none" else item.frequency
    regime = office.regimes[item.regime]
    named = _year_named(item) if regime.own_year else None
    return Schedule(frequency, regime, item.due_rule, item.due_time, named)


def last_period(item: ItemView, office: Office, ward: WardView) -> Period | None:
    """The period in which an item ends by itself ("giao quân" in March): of later ones nothing is asked.

    None of an item that goes on to the end of the plan's year, or of its own school year.
    """
    end = item.target.ends_on if item.target else None
    regime = office.regimes[item.regime]
    if end is None or end >= date(ward.year, 12, 31) or regime.own_year:
        return None
    return period_containing(end, schedule_of(item, office).frequency, regime)


def place(item: ItemView, period: Period | None) -> Key:
    """What extensions and explanations of an item are kept under."""
    return item.id, period.key if period else None


@dataclass
class Deadlines:
    """Which period is asked about, and until when; worked out once for all items with the same schedule.

    `more` are the extensions that were granted: they move the deadline of one item and period. `checked`
    are the tasks that came back for what is missing, with a day of its own.
    """

    now: datetime
    office: Office
    ward: WardView
    more: Mapping[Key, Extended] = field(default_factory=dict)
    checked: Mapping[int, Checked] = field(default_factory=dict)
    _known: dict[Way, tuple[Period | None, datetime | None]] = field(default_factory=dict)
    _answers: dict[tuple[Way, str], date] = field(default_factory=dict)

    def of(self, item: ItemView) -> tuple[Period | None, datetime | None]:
        """The period, and the deadline with what was granted."""
        period, due = self.planned(item)
        granted = self.more.get(place(item, period))
        if due is None or granted is None or granted.due is None:
            return period, due
        until = self._until(item)
        if until and until.decided_at and until.decided_at > (granted.decided_at or _NEVER):
            return period, due
        return period, datetime.combine(granted.due, item.due_time, WARD_ZONE)

    def planned(self, item: ItemView) -> tuple[Period | None, datetime | None]:
        """The period and the first deadline of an item; a dated task is due at its own date, in no period.

        What fell due before the plan was loaded, or before the item began, is not asked for: nobody could
        have been told.
        """
        if item.is_task and (day := self.day_of(item)) is not None:
            return None, datetime.combine(day, item.due_time, WARD_ZONE)
        if item.frequency == "none":
            return None, None
        way = _way(item)
        if way not in self._known:
            self._known[way] = self._ask(schedule_of(item, self.office))
        period, due = self._known[way]
        last = last_period(item, self.office, self.ward)
        if period is not None and last is not None and period.start > last.end:
            period, due = self._with_due(last, schedule_of(item, self.office))
        early = due is not None and item.begins_on is not None and due.date() < item.begins_on
        return (None, None) if early else (period, due)

    def day_of(self, item: ItemView) -> date | None:
        """A task's own day, or that for what was missing when it came back."""
        until = self._until(item)
        return until.due_on if until else item.due_on

    def _until(self, item: ItemView) -> Confirmation | None:
        """How a task came back, with a day for what was missing."""
        checked = self.checked.get(item.id)
        return checked.until if checked else None

    def answered_from(self, item: ItemView, period: Period, *, estimate: bool = False) -> date:
        """The first day that a figure may tell about to answer for the period.

        A yearly review gives its result in the year's last month: only an estimate is asked for again.
        """
        if item.target and item.target.is_reviewed and not estimate:
            return period_containing(period.end, "month", self.office.regimes[item.regime]).start
        where = _way(item), period.key
        if where not in self._answers:
            self._answers[where] = answers_from(period, schedule_of(item, self.office), self.ward.calendar)
        return self._answers[where]

    def _ask(self, schedule: Schedule) -> tuple[Period | None, datetime | None]:
        period = period_expected(self.now, self.ward.year, schedule, self.ward.calendar)
        if period is None or not is_asked(period, self.ward.year, schedule):
            return None, None
        return self._with_due(period, schedule)

    def _with_due(self, period: Period, schedule: Schedule) -> tuple[Period | None, datetime | None]:
        due = due_at(period, schedule.due_rule, schedule.due_time, self.ward.calendar)
        loaded = self.ward.loaded_at
        return (None, None) if loaded is not None and due < loaded else (period, due)


def _way(item: ItemView) -> Way:
    return item.frequency, item.regime, item.due_rule, item.due_time, _year_named(item)


def _year_named(item: ItemView) -> int | None:
    """The year in which the school year of an item's name ends, else that of its target's own end."""
    end = item.target.ends_on if item.target else None
    return school_year_named(item.name) or (end.year if end else None)
