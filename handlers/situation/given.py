"""What a leader has ordered: each task once, what is late first, whether it was received."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db import directives
from db.models import Directive
from handlers.situation import periods
from handlers.standings.standing import standings
from handlers.texts.situation import asked as asked_texts
from handlers.texts.situation import given as texts
from handlers.turn import Reply, Turn


def show(turn: Turn) -> Sequence[Reply]:
    """The tasks that the asker's orders made or pressed in this plan; of a week or month that is named."""
    rows: dict[int, Directive] = {}
    for row in directives.given_by(turn.session, turn.ward.id, turn.person.id, _since(turn)):
        rows.setdefault(row.item_id, row)
    items = [turn.ward.by_id[item_id] for item_id in rows if item_id in turn.ward.by_id]
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    orders = [(found[item.key], rows[item.id]) for item in items]
    orders.sort(key=lambda pair: (pair[0].task != "overdue", pair[0].reported))
    keys = tuple(one.item.key for one, _row in orders)
    return [Reply(texts.given(orders, turn.ward, turn.person), items=keys if len(keys) > 1 else ())]


def _since(turn: Turn) -> datetime:
    asked = asked_texts.GIVEN.fullmatch(fold(turn.words).strip(" .?!"))
    said = (asked["when"] or asked["then"]) if asked else None
    period = periods.period_in(turn, said) if said else None
    day = period.start if period is not None else datetime(turn.ward.year - 1, 12, 1, tzinfo=WARD_ZONE).date()
    return datetime.combine(turn.today if said == "hom nay" else day, time(0), WARD_ZONE)
