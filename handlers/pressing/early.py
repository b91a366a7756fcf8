"""Pressed for a period that still runs: said when it is asked for; on a tap it is asked for at once."""

from __future__ import annotations

from bot.domain.message import Choice
from bot.domain.periods import period_containing
from bot.domain.schedule import due_at
from handlers.standings.deadlines import schedule_of
from handlers.standings.standing import Standing
from handlers.texts.pressing import early as texts
from handlers.turn import Reply, Turn


def coming(turn: Turn, one: Standing) -> Standing | None:
    """An item as it is asked about once its running period is over; None where its report is there."""
    item = one.item
    if item.frequency == "none" or (item.is_task and item.due_on is not None):
        return None
    schedule = schedule_of(item, turn.office)
    period = period_containing(turn.today, schedule.frequency, schedule.regime)
    newest = one.figure.as_of if one.figure is not None else None
    if one.progress is not None:
        newest = one.progress.at.date()
    if newest is not None and newest >= period.start:
        return None
    due = due_at(period, item.due_rule, item.due_time, turn.ward.calendar)
    return one._replace(period=period, due=due, reported=False)


def offered(turn: Turn, one: Standing) -> Reply:
    """When it falls due; pressing for it now is a tap."""
    owner = turn.ward.people.get(one.item.owner_id or 0)
    choices = (
        (Choice(texts.press_now(owner), f"/dondoc {texts.SOON} {one.item.key}"),) if owner is not None else ()
    )
    return Reply(texts.not_due_yet(one), choices, items=(one.item.key,))
