"""The working calendar of an office: which days it works, and when messages may be sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WARD_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SATURDAY = 5
ONE_DAY = timedelta(days=1)
QUIET_FROM, QUIET_UNTIL = time(18), time(7)
FAR = 366  # an office that is shut for longer than this has a wrong calendar


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Monday to Friday, less the days `off`, plus the make-up days of `work`. A day is in one of the two.

    `names` says why a day is special ("Giỗ Tổ Hùng Vương"). `estimated` days are fixed by law in number but
    not announced yet (Tết, the second day of Quốc khánh: Bộ luật Lao động 2019, Art. 112.3). After
    `known_until` no yearly notice has been seen: swaps may still come, a week ahead or less.
    """

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    names: Mapping[date, str] = field(default_factory=dict, hash=False)
    estimated: frozenset[date] = frozenset()
    known_until: date | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a day that is said to be off and to be worked."""
        if both := self.off & self.work:
            raise ValueError(f"both off and worked: {min(both).isoformat()}")

    def is_workday(self, day: date) -> bool:
        """Whether the office works on `day`; a make-up Saturday is a working day like any other."""
        return day in self.work or (day.weekday() < SATURDAY and day not in self.off)

    def next_workday(self, day: date) -> date:
        """The first working day after `day`."""
        return self._seek(day + ONE_DAY, ONE_DAY)

    def last_workday_on_or_before(self, day: date) -> date:
        """`day` itself, or the last working day before it: when a deadline on a day off is reminded of."""
        return self._seek(day, -ONE_DAY)

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`-th working day after `day` (before it when negative); 0 is `day` itself."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        for _ in range(abs(count)):
            day = self._seek(day + step, step)
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative when `end` is the earlier one."""
        if end < start:
            return -self.workdays_between(end, start)
        fewer = sum(start < day <= end and day.weekday() < SATURDAY for day in self.off)
        more = sum(start < day <= end and day.weekday() >= SATURDAY for day in self.work)
        return _weekdays_until(end) - _weekdays_until(start) - fewer + more

    def with_special(self, day: date, works: bool, name: str = "") -> WorkCalendar:
        """The same calendar after somebody decided about one day: that replaces what stood there."""
        rest = {known: why for known, why in self.names.items() if known != day}
        return replace(
            self,
            off=self.off - {day} if works else self.off | {day},
            work=self.work | {day} if works else self.work - {day},
            names=rest | ({day: name} if name else {}),
            estimated=self.estimated - {day},
        )

    def _seek(self, day: date, step: timedelta) -> date:
        for _ in range(FAR):
            if self.is_workday(day):
                return day
            day += step
        raise ValueError(f"no working day within a year of {day.isoformat()}")


def _weekdays_until(day: date) -> int:
    """Days from Monday to Friday up to and with a day, since the first Monday of the calendar."""
    weeks, days = divmod(day.toordinal(), 7)
    return weeks * SATURDAY + min(days, SATURDAY)


def local(moment: datetime) -> datetime:
    """`moment`, which must be aware, on the ward's clock."""
    if moment.tzinfo is None:
        raise ValueError("a moment must know its time zone")
    return moment.astimezone(WARD_ZONE)


def opened(now: datetime, windows: Sequence[tuple[time, time]]) -> datetime | None:
    """When the window began in which `now` lies; None outside of every window."""
    here = local(now)
    began = next((start for start, end in windows if start <= here.time() < end), None)
    return None if began is None else datetime.combine(here.date(), began, WARD_ZONE)


def is_quiet(now: datetime, calendar: WorkCalendar) -> bool:
    """Whether it is night, or a day off: what is ordered then waits, unless it is called urgent."""
    here = local(now)
    return not (calendar.is_workday(here.date()) and QUIET_UNTIL <= here.time() < QUIET_FROM)


def next_opening(
    now: datetime, windows_on: Callable[[date], Sequence[tuple[time, time]]], calendar: WorkCalendar
) -> datetime:
    """When the next window begins after `now`."""
    here = local(now)
    day = here.date() if calendar.is_workday(here.date()) else calendar.next_workday(here.date())
    while True:
        starts = (datetime.combine(day, start, WARD_ZONE) for start, _ in windows_on(day))
        if (later := next((one for one in starts if one > here), None)) is not None:
            return later
        day = calendar.next_workday(day)


def may_send(now: datetime, windows: Sequence[tuple[time, time]], calendar: WorkCalendar) -> bool:
    """Whether messages that nobody asked for may go out: a working day, inside a window [from, to)."""
    here = local(now)
    return calendar.is_workday(here.date()) and any(start <= here.time() < end for start, end in windows)
