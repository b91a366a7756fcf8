"""When the machine is off: the interruptions that a year on a ward's PC brings."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from bot.domain.workdays import WARD_ZONE


def outages_of(
    year: int, begins: datetime, ends: datetime, random: Random
) -> list[tuple[datetime, datetime]]:
    """When the machine is off: hours of due days, a whole day, a Friday's summary, the week of Tết."""

    def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(date(year, month, day), time(hour, minute), WARD_ZONE)

    planned = [
        (moment(1, 16, 7, 10), moment(1, 16, 9, 42)),
        (moment(2, 12, 15), moment(2, 23, 9, 5)),
        (moment(4, 16, 0), moment(4, 17, 8, 3)),
        (moment(7, 3, 15, 30), moment(7, 6, 10, 11)),
        (moment(10, 16, 7, 20), moment(10, 16, 18, 0)),
        (moment(11, 12, 13, 20), moment(11, 12, 16, 40)),
    ]
    moved = [
        (start + by, end + by) for start, end in planned for by in [timedelta(minutes=random.randint(0, 25))]
    ]
    return [(start, end) for start, end in moved if begins < start and end < ends]
