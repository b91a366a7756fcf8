"""A request for more time that is whole: written down, and put before who decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db import extensions
from db.models import Extension
from handlers import rights
from handlers.deciding import carry, extension
from handlers.reporting import in_name
from handlers.reporting.speaking import owner_spoken_for
from handlers.standings.standing import Standing
from handlers.texts.extensions import asked as texts
from handlers.turn import Reply, Turn


def submit(turn: Turn, one: Standing, day: date, reason: str) -> Sequence[Reply]:
    """Write the request down and put it before the leader in charge of the item, else the chair.

    ValueError for an item without a deadline.
    """
    deciders = rights.deciders(turn.ward, one.item)
    before = one.extended.asked
    if before is not None and before.asked_due == day:
        return [Reply(texts.waits_already(before, deciders[0] if deciders else None), items=(one.item.key,))]
    row = _write(turn, one, day, reason)
    request = extension.request_of(row, turn.ward)
    reached = carry.reached(turn, request)
    late = extension.late_when_asked(turn, row, one.item)
    text = texts.receipt(one, row, one.extended.times, reached, deciders, late)
    replies = [Reply(text, items=(one.item.key,))]
    if reached is not None:
        replies.append(carry.letter(turn, request, reached))
    return [*replies, *in_name.of_request(turn, one.item, row)]


def _write(turn: Turn, one: Standing, day: date, reason: str) -> Extension:
    owner = owner_spoken_for(turn, one.item, texts.not_own)
    extensions.replace(turn.session, (one.item.id, one.period.key if one.period else None), turn.now)
    row = extension.written(turn, one, owner.id, day, reason)
    turn.note(
        extension.ASKED, one.item.key, before=row.old_due.isoformat(), after=f"{day.isoformat()} {reason}"
    )
    return row
