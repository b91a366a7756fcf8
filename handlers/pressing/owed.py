"""What is asked about and not there, and by whom."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from db.ward_view import WardView
from handlers import rights
from handlers.standings.duties import due_now
from handlers.standings.standing import Standing, standings
from handlers.turn import Office, Turn


def owed_by(turn: Turn) -> dict[int | None, list[Standing]]:
    """What is asked about and not there, by owner, of the part of the ward that this person sees."""
    items = [
        item
        for item in turn.ward.items.values()
        if not item.parts and rights.presses(turn.ward, turn.person, item)
    ]
    found: defaultdict[int | None, list[Standing]] = defaultdict(list)
    for one in standings(turn.session, turn.now, turn.office, turn.ward, items).values():
        if one.stone_late or (not one.reported and is_awaited(one, turn.now, turn.office, turn.ward)):
            found[one.item.owner_id].append(one)
    return {owner: sorted(rows, key=lambda one: due_now(one) or turn.now) for owner, rows in found.items()}


def is_awaited(one: Standing, now: datetime, office: Office, ward: WardView) -> bool:
    """Figures are asked for from the end of their period on; dated tasks within the first stage."""
    if one.due is None or one.due <= now:
        return one.due is not None
    if one.period is not None:
        return one.period.end < now.date() or one.item.frequency == "week"
    days = ward.calendar.workdays_between(now.date(), one.due.date())
    return days <= max(office.rules.task_stages, default=0)
