"""After a period's report has gone up: another number may put it right, or be today's."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.periods import SHORT, following
from bot.domain.reading.model import Doubt, Reading
from bot.domain.schedule import periods_of_plan
from bot.domain.sending import official_due
from bot.domain.workdays import local
from db import figures
from db.item_view import ItemView
from handlers.reporting import which_period
from handlers.standings.deadlines import schedule_of
from handlers.standings.last_year import last_value
from handlers.texts.reporting.choices import DELIVERED
from handlers.turn import Turn


def unsure(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """A doubt with the period that was delivered and the one that runs; None where the words tell which.

    What was reported only after the delivery was not in it: another number puts that right.
    """
    says_which = reading.period is not None or reading.date is not None or reading.kind == "correction"
    if says_which or turn.replaces or turn.message.reply_to:
        return None
    period, day = which_period.of_reading(turn, reading, item)
    schedule, today = schedule_of(item, turn.office), turn.said_at.date()
    sent = official_due(period, schedule.regime, turn.rules, turn.ward.calendar)
    running = following(period, schedule.regime)
    if sent is None or today <= max(sent, period.end) or today not in running:
        return None
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    if row is None or row.supplied or row.as_of != day or local(row.reported_at).date() > sent:
        return None
    if last_value(row) is None or last_value(row) == reading.value:
        return None
    delivered = replace(reading, period=period.key)
    if running not in periods_of_plan(turn.ward.year, schedule):  # of the next year's plan
        return Doubt("which_period", (replace(delivered, rule=DELIVERED),)) if period.kind in SHORT else None
    now = replace(reading, period=running.key, date=today, date_role="as_of")
    return Doubt("which_period", (delivered, now))
