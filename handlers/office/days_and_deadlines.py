"""What a new day off does to deadlines: tasks due on it, reports due only after they go upwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.periods import MONTHS, periods_of_year
from bot.domain.schedule import due_at, is_due_rule
from bot.domain.sending import official_due
from bot.domain.tasks import DONE, STOPPED
from bot.domain.workdays import WorkCalendar
from db import people
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.standings.standing import standings
from handlers.texts.office import days as texts
from handlers.turn import Reply, Turn


def told(turn: Turn, days: Sequence[date], after: WorkCalendar) -> tuple[list[str], list[Reply]]:
    """Lines for who entered the days off, and what the leaders of the tasks concerned are told."""
    if not days:
        return [], []
    tasks = _due_on(turn, days)
    lines = _reports_after_the_official_day(turn, after)
    if not tasks:
        return lines, []
    last = after.last_workday_on_or_before(days[0])
    before = last if last >= turn.today else None
    return [texts.due_on(tasks, days, before), *lines], [
        Reply(
            texts.told_leader(leader, mine, days, before), to=leader.id, items=tuple(one.key for one in mine)
        )
        for leader, mine in _by_leader(turn, tasks)
    ]


def _due_on(turn: Turn, days: Iterable[date]) -> list[ItemView]:
    """The tasks with a deadline of their own on one of the days that are not done, the earliest first."""
    wanted = set(days)
    tasks = [item for item in turn.ward.items.values() if item.is_task]
    found = standings(turn.session, turn.now, turn.office, turn.ward, tasks).values()
    rows = [
        (one.due, one.item)
        for one in found
        if one.due is not None and one.period is None and one.task not in DONE | STOPPED
    ]
    return [item for due, item in sorted(rows, key=lambda row: row[0]) if due.date() in wanted]


def _by_leader(turn: Turn, tasks: Sequence[ItemView]) -> list[tuple[PersonView, list[ItemView]]]:
    """The leaders in charge, the chair of what nobody is, who can be reached."""
    there = people.reachable(turn.session, turn.ward.id)
    found: dict[PersonView, list[ItemView]] = {}
    for item in tasks:
        leader = turn.ward.leader_of(item)
        for one in [leader] if leader is not None else rights.chairs(turn.ward):
            if one.id in there and one.id != turn.person.id:
                found.setdefault(one, []).append(item)
    return list(found.items())


def _reports_after_the_official_day(turn: Turn, after: WorkCalendar) -> list[str]:
    """The periods whose reports fall due within the ward only after the day upwards, by these days off."""
    preset = turn.rules.preset
    regime = turn.office.regimes[preset.regime]
    lines = []
    for kind in (kind for kind in MONTHS if regime.allows(kind) and is_due_rule(preset.due_rule, kind)):
        for period in periods_of_year(turn.today.year, kind, regime):
            upwards = official_due(period, regime, turn.rules, turn.office.calendar)
            if upwards is None or upwards < turn.today:
                continue
            was, now = (
                due_at(period, preset.due_rule, preset.due_time, calendar).date()
                for calendar in (turn.ward.calendar, after)
            )
            if was <= upwards < now:
                lines.append(
                    texts.after_official(period, now, upwards, after.last_workday_on_or_before(upwards))
                )
    return lines
