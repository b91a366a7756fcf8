"""A period is judged by the plan of its own year, whichever plan is worked by today."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from bot.domain.periods import Period
from db import plans
from db.ward_loading import load
from db.ward_view import WardView
from handlers.turn import Office


def ward_in(session: Session, today: date, office: Office, ward: WardView, period: Period) -> WardView:
    """The ward with the plan of the period's year; as it is where there is no other plan for it."""
    year = int(period.key[:4])
    if year == ward.year or not plans.exists(session, ward.id, year):
        return ward
    return load(session, ward.id, today, office.calendar, office.rules.closed, office.regimes, year=year)
