"""A word of progress on a task, as the row that keeps it."""

from __future__ import annotations

from db.item_view import ItemView
from db.models import Progress
from handlers.turn import Turn


def progress_said(
    turn: Turn, item: ItemView, period: str, state: str, words: str | None, person_id: int
) -> Progress:
    """What this message says of a task, as a row that is in no session yet.

    `period` is the key of the period it is about, "" for none; `person_id` who answers for what is said,
    whoever typed it.
    """
    return Progress(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=period,
        state=state,
        words=words,
        person_id=person_id,
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=turn.inbox_id,
        reported_at=turn.said_at,
        at=turn.now,
    )
