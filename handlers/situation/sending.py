"""When the ward's own report on a period is due upwards, and what is not there yet: part of its summary."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.periods import Period
from bot.domain.sending import official_due
from db.ward_view import WardView
from handlers.standings.standing import awaited
from handlers.texts.situation import sending as texts
from handlers.turn import Office


def state(session: Session, now: datetime, office: Office, ward: WardView, period: Period) -> str:
    """The official due; from `soon_days` working days before it on, what is lacking. Empty without one.

    It is reckoned on the official calendar: a ward's own day off does not move the day of its superiors.
    """
    due = official_due(period, office.regimes[office.rules.preset.regime], office.rules, office.calendar)
    if due is None:
        return ""
    left = ward.calendar.workdays_between(now.date(), due)
    lacking = _lacking(session, now, office, ward, period) if left <= office.rules.soon_days else 0
    last = ward.calendar.last_workday_on_or_before(due)
    return texts.official_due(due, last, now.date(), left, lacking)


def _lacking(session: Session, now: datetime, office: Office, ward: WardView, period: Period) -> int:
    """How many reports of the ward on (a part of) the period, which is over, have not come by now."""
    leaves = [item for item in ward.items.values() if not item.parts]
    found = awaited(session, now, office, ward, leaves).values()
    return sum(not one.reported and one.period is not None and one.period.end in period for one in found)
