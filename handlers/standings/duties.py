"""What the owner of an item owes, in the form in which reminding takes it."""

from __future__ import annotations

from datetime import datetime

from bot.domain.reminding import Duty, Kind
from bot.domain.workdays import WARD_ZONE
from handlers.standings.standing import Standing


def duties_of(one: Standing) -> list[Duty]:
    """What an item's owner owes: its report, and the next intermediate date of a task."""
    duties = [duty_of(one)]
    if one.milestone is not None and not one.reported:
        due = datetime.combine(one.milestone.on, one.item.due_time, WARD_ZONE)
        if due != one.due:
            duties.append(Duty(one.item.key, None, due, "task"))
    return [duty for duty in duties if duty is not None]


def duty_of(one: Standing) -> Duty | None:
    """What an item's owner owes, as reminding sees it; None for what is never asked for."""
    if one.due is None:
        return None
    period = one.period.key if one.period else None
    kind: Kind = "figure" if not one.item.is_task else ("task" if one.period is None else "word")
    return Duty(one.item.key, period, one.due, kind, one.reported)
