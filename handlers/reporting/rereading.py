"""A message read again, against the last figures of what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.domain.reading.model import Reading
from db import figures
from handlers.reporting import shares, which_period
from handlers.reporting.clauses import read_all
from handlers.reporting.figure_row import last_before
from handlers.reporting.hearing import context_of, heard
from handlers.reporting.reasons import without_reason
from handlers.standings.last_year import as_reported
from handlers.standings.plan_year import go_back
from handlers.texts import report as texts
from handlers.turn import Turn, UserError


def readings(turn: Turn) -> tuple[Reading, ...]:
    """The message read: once for the items it is about, and again against their last values."""
    found = heard(turn)
    if go_back(turn, found):
        found = heard(turn)
    context = context_of(turn)
    if _corrects_the_last(turn, found):
        context = context_of(turn)
        found = read_all(turn, without_reason(turn), context)
    last, newest = _last_values(turn, found)
    if last or newest:
        found = read_all(turn, without_reason(turn), replace(context, last=last, newest=newest))
    return shares.settled(turn, found)


def _corrects_the_last(turn: Turn, found: Sequence[Reading]) -> bool:
    """ "Sửa 205" without a name: one of the figures of the message sent last is meant."""
    unnamed = len(found) == 1 and found[0].kind == "correction" and found[0].item is None
    if not unnamed or turn.message.reply_to:
        return False
    own = turn.ward.duties((turn.owner or turn.person).id)
    sent = [row for row in figures.latest(turn.session, [item.id for item in own]).values() if row.inbox_id]
    if not sent:
        raise UserError(texts.nothing_to_correct(turn.person))
    newest = max(sent, key=lambda row: row.id).inbox_id
    rows = sorted((row for row in sent if row.inbox_id == newest), key=lambda row: row.id)
    turn.context_items = tuple(turn.ward.by_id[row.item_id].key for row in rows)
    return True


def _last_values(turn: Turn, found: Sequence[Reading]) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """The value of the newest figure about an earlier day, and about that day itself, by item."""
    last: dict[str, Decimal] = {}
    newest: dict[str, Decimal] = {}
    for reading in [*found, *(one for each in found for doubt in each.doubts for one in doubt.candidates)]:
        item = turn.ward.items.get(reading.item or "")
        if item is None or item.is_task or item.key in newest:
            continue
        _period, day = which_period.of_reading(turn, reading, item)
        for values, until in ((last, day), (newest, day + timedelta(days=1))):
            value = as_reported(item, last_before(turn, item, until))
            if value is not None:
                values[item.key] = value
    return last, newest
