"""A correction without a name that is nearer to another figure just sent: asked which of them is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold, words_of
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers.standings.last_year import last_value
from handlers.turn import Turn

JUST_SENT = timedelta(hours=4)
WHOLE = 100
NEAR = Decimal("0.1")
"""So far from a figure, as a part of it, what puts it right may be."""


def doubted(turn: Turn, reading: Reading) -> Reading:
    """The reading with the question which figure "sửa 96" puts right, where another one is nearer."""
    item = turn.ward.items.get(reading.item or "")
    typed = reading.kind == "correction" and reading.value is not None and not turn.replaces
    if item is None or not typed or turn.message.reply_to or _names(turn, reading, item):
        return reading
    if turn.question is not None and turn.question.answer is not None:
        return reading
    sent = _just_sent(turn)
    value = reading.value or Decimal(0)
    if item.key not in sent or _is_near(value, sent[item.key]):
        return reading
    unit = item.unit_id if item.share_of else None  # "tổ 4 sửa lại 96" is of tổ 4
    alike = {key: row for key, row in sent.items() if unit in {None, turn.ward.items[key].unit_id}}
    others = [key for key, row in alike.items() if key != item.key and _is_near(value, row)]
    if not others:
        return reading
    plain = replace(reading, doubts=(), named=False)
    meant = (*others, item.key) if _may_be(item, value) else tuple(others)
    offered = tuple(_of(turn.ward.items[key], plain) for key in meant)
    return replace(reading, item=None, named=False, doubts=(Doubt("which_indicator", offered),))


def _may_be(item: ItemView, value: Decimal) -> bool:
    """False for 207 of what is counted in percent."""
    return value <= WHOLE or item.target is None or item.target.unit != "%"


def _of(item: ItemView, reading: Reading) -> Reading:
    unit = item.target.unit if item.target is not None else None
    return replace(reading, item=item.key, unit=unit)


def _names(turn: Turn, reading: Reading, item: ItemView) -> bool:
    """True where the words name the item; a unit's name alone says only whose figure it is."""
    if not item.share_of:
        return reading.named
    line = turn.ward.line_of(item)
    said = set(words_of(fold(turn.words)))
    return line is not None and any(set(words_of(name)) <= said for name in (line.short_name, *line.aliases))


def _just_sent(turn: Turn) -> dict[str, Figure]:
    """The newest figures of the person's items that came within the last hours, by the items' keys."""
    own = {item.id: item for item in turn.ward.duties((turn.owner or turn.person).id) if not item.is_task}
    newest = figures.latest(turn.session, own)
    return {own[key].key: row for key, row in newest.items() if turn.now - row.at <= JUST_SENT}


def _is_near(value: Decimal, row: Figure) -> bool:
    known = row.numerator if row.numerator is not None else last_value(row)
    return known is not None and abs(value - known) <= max(abs(known) * NEAR, Decimal(1))
