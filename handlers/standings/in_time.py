"""Whether a word of progress about a period came in time: by when the first of that period was sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.domain.periods import period_from_key
from bot.domain.schedule import due_at, is_asked
from bot.domain.sending import in_time_until
from bot.domain.workdays import WARD_ZONE
from db import extensions
from db.item_view import ItemView
from db.models import Progress
from handlers.standings.deadlines import schedule_of
from handlers.turn import Turn


def late_in_period(turn: Turn, item: ItemView, rows: Iterable[Progress]) -> Mapping[int, datetime]:
    """By row, the deadline that had passed: of the first words of a task's periods (reporting rules 3.3).

    With what was granted, and the grace; what fell due before the task began or the plan was loaded is late
    for nobody.
    """
    if not item.is_task or item.due_on is not None or item.frequency == "none":
        return {}
    firsts: dict[str, Progress] = {}
    for row in rows:
        if row.period:
            firsts.setdefault(row.period, row)
    due = {period: _due(turn, item, period) for period in firsts}
    return {
        row.id: moment
        for period, row in firsts.items()
        if (moment := due[period]) is not None
        and row.reported_at > in_time_until(moment, period, turn.rules, turn.ward.calendar)
    }


def _due(turn: Turn, item: ItemView, key: str) -> datetime | None:
    schedule = schedule_of(item, turn.office)
    period = period_from_key(key, schedule.regime)
    due = due_at(period, schedule.due_rule, schedule.due_time, turn.ward.calendar)
    if not is_asked(period, turn.ward.year, schedule):
        return None
    begun = item.begins_on is None or due.date() >= item.begins_on
    if not begun or (turn.ward.loaded_at is not None and due < turn.ward.loaded_at):
        return None
    granted = extensions.extended(turn.session, [item.id], turn.now).get((item.id, key))
    if granted is None or granted.due is None:
        return due
    return datetime.combine(granted.due, item.due_time, WARD_ZONE)
