"""An order that comes back: which rules may be meant, and when it is due for the first time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from bot.domain.directives import Recurrence
from bot.domain.periods import Period, periods_of_year
from bot.domain.schedule import due_at, is_due_rule
from bot.domain.ward import Preset
from bot.domain.workdays import ONE_DAY
from handlers.directives.draft import Draft
from handlers.turn import Turn


def rule_of(turn: Turn, draft: Draft, recurrence: Recurrence) -> Preset:
    """How it is reported: on the day that was said, else on the ward's own for such a period."""
    preset = turn.rules.task_preset
    usual = preset.due_rule if is_due_rule(preset.due_rule, recurrence.frequency) else Preset().due_rule
    return replace(
        preset,
        frequency=recurrence.frequency,
        due_rule=recurrence.due_rule or usual,
        due_time=time.fromisoformat(draft.at) if draft.at else preset.due_time,
    )


def first(turn: Turn, draft: Draft) -> tuple[Period, datetime] | None:
    """The first period of an order that comes back, and its deadline; None when there is none this year."""
    if draft.recurrence is None:
        return None
    begins = date.fromisoformat(draft.begins) if draft.begins else turn.today
    rule = rule_of(turn, draft, draft.recurrence)
    # "Ngày 20 hằng tháng" is the next 20th; the ward's usual day is one for a period that is not over yet.
    return first_due(turn, rule, begins, ended=draft.recurrence.due_rule is not None)


def first_due(
    turn: Turn, rule: Preset, begins: date, *, ended: bool = True
) -> tuple[Period, datetime] | None:
    """The first period of the plan's year that is still to fall due, on that day or later; `ended`: it may be
    over already."""
    for period in periods_of_year(turn.ward.year, rule.frequency, turn.office.regimes[rule.regime]):
        due = due_at(period, rule.due_rule, rule.due_time, turn.ward.calendar)
        if due > turn.now and due.date() >= begins and (ended or period.end >= begins):
            return period, due
    return None


def begins_on(turn: Turn, draft: Draft, rule: Preset) -> date | None:
    """The day before which nothing of a new task is due. None for what is not asked for by period."""
    if rule.frequency == "none":
        return None
    found = first(turn, draft) if draft.recurrence else first_due(turn, rule, turn.today)
    return found[1].date() if found else turn.today + ONE_DAY
