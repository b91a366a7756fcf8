"""Which backups stay: the newest ones, and one for each of the last days, weeks and months."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Keep:
    """How many stay. Days, weeks and months without a backup are not counted; `newest` stay in any case."""

    newest: int = 3
    days: int = 7
    weeks: int = 4
    months: int = 12


def kept(moments: Iterable[datetime], keep: Keep) -> set[datetime]:
    """The moments of the backups that stay; of a day, week or month it is the last one."""
    newest_first = sorted(set(moments), reverse=True)
    stay = set(newest_first[: max(keep.newest, 1)])
    spans: tuple[tuple[int, Callable[[date], object]], ...] = (
        (keep.days, lambda day: day),
        (keep.weeks, lambda day: day.isocalendar()[:2]),
        (keep.months, lambda day: (day.year, day.month)),
    )
    for count, span_of in spans:
        last: dict[object, datetime] = {}
        for moment in newest_first:
            last.setdefault(span_of(moment.date()), moment)
        stay.update(list(last.values())[:count])
    return stay


NIGHT = time(2, 0)
"""When a day's backup falls due; a machine that is off at that hour makes it when it is on again."""
AGAIN = timedelta(hours=1)
"""How long after a failure it is tried again."""


def backup_owed(done: datetime | None, tried: datetime | None, now: datetime) -> bool:
    """Whether the backup of the night is due: none since the last NIGHT, and no try within the hour."""
    due = datetime.combine(now.date(), NIGHT, now.tzinfo)
    if due > now:
        due -= timedelta(days=1)
    return (done is None or done < due) and (tried is None or now - tried >= AGAIN)
