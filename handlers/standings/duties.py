"""What the owner of an item owes, in the form in which reminding takes it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime

from bot.domain.reminding import Duty, Kind
from bot.domain.workdays import WARD_ZONE
from handlers.standings.standing import Standing


def duties_of(one: Standing) -> list[Duty]:
    """What an item's owner still owes: its report, and the next intermediate date of a task."""
    duties = [None if one.reported else duty_of(one)]
    stone = milestone_duty(one)
    if stone is not None and stone.due != one.due:
        duties.append(stone)
    return [duty for duty in duties if duty is not None]


def duty_of(one: Standing) -> Duty | None:
    """What an item's owner owes, as reminding sees it; None for what is never asked for."""
    if one.due is None:
        return None
    period = one.period.key if one.period else None
    kind: Kind = "figure" if not one.item.is_task else ("task" if one.period is None else "word")
    return Duty(one.item.key, period, one.due, kind, one.reported)


def milestone_duty(one: Standing) -> Duty | None:
    """The next intermediate date of a task, at the hour at which the task itself is due."""
    if one.milestone is None:
        return None
    due = datetime.combine(one.milestone.on, one.item.due_time, WARD_ZONE)
    return Duty(one.item.key, None, due, "task")


def due_now(one: Standing) -> datetime | None:
    """When what is asked about next is due: the item's report, or an intermediate date that is over."""
    stone = milestone_duty(one) if one.stone_late else None
    return stone.due if stone else one.due


def by_day(rows: Iterable[Standing]) -> list[Standing]:
    """What is due first at the top, what has no day last."""
    return sorted(rows, key=lambda one: due.timestamp() if (due := due_now(one)) else math.inf)


def overdue_duty(one: Standing) -> Duty | None:
    """What is past its day and not there: the item's report, else the task's intermediate date."""
    if one.missing:
        return duty_of(one)
    return milestone_duty(one) if one.stone_late else None
