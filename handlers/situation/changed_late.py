"""What was changed of a period after it had been closed: by whom, when and why."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from bot.domain.periods import Period
from db import late_figures
from db.kept import once
from db.models import LateFigure
from db.ward_view import WardView
from handlers.standings.gained import own_period
from handlers.texts.situation import changed_late as texts
from handlers.turn import Office


def lines(session: Session, office: Office, ward: WardView, period: Period) -> list[str]:
    """A line for the summary of the period; none where nothing was changed."""
    found = of_period(session, office, ward, period)
    return [texts.line([(ward.items[key], row) for key, row in found.items()], ward)] if found else []


def notes(session: Session, office: Office, ward: WardView, period: Period) -> dict[str, str]:
    """The same beside each item of the file, by key."""
    found = of_period(session, office, ward, period)
    return {key: texts.note(row, ward) for key, row in found.items()}


def of_period(session: Session, office: Office, ward: WardView, period: Period) -> Mapping[str, LateFigure]:
    """By key, the last change that was granted of a day of the period."""
    if period.kind == "week":
        return {}
    rows = once(
        session, ("changed late", ward.id, ward.year), lambda: late_figures.granted_of(session, ward.by_id)
    )
    told = ((ward.by_id[row.item_id], row) for row in rows)
    return {
        item.key: row
        for item, row in told
        if row.as_of in (own_period(period, office.regimes[item.regime]) or period)
    }
