"""What has waited for whose decision for so long that every morning tells of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from db.ward_view import WardView
from handlers.deciding import registry
from handlers.deciding.request import Request
from handlers.turn import Office


def undecided(
    session: Session, now: datetime, office: Office, ward: WardView, reachable: Collection[int]
) -> dict[int, list[Request]]:
    """By person, the requests that wait for him, of those whom something can be sent to."""
    found = registry.by_decider(session, ward, reachable)
    days, today = office.rules.decision_days, now.date()
    long = {
        who: [one for one in rows if registry.is_told_each_morning(one, today, days, ward)]
        for who, rows in found.items()
    }
    return {who: rows for who, rows in long.items() if rows}
