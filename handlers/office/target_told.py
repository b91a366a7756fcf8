"""A number asked about as a result that is a new target: "TP giao thu ngân sách 8,2 tỷ" from the clerk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers import rights
from handlers.office import set_target, target_reading
from handlers.texts.numbers import amount
from handlers.texts.office import target_heard
from handlers.turn import Reply, Turn

REASON: Final = "target_not_result"
CHOICE = "target"
_OF_TARGETS = frozenset({set_target.KIND, set_target.WRITTEN})


def may_be(turn: Turn, item: ItemView | None, reason: str) -> bool:
    """True where who sets targets speaks of an indicator's plan, and not of what is expected."""
    if item is None or item.is_task or reason != REASON or not rights.may(turn.person, "set_target"):
        return False
    if is_spoken_of(turn):
        return True
    folded = fold(turn.words)
    return (
        target_heard.OF_TARGET.search(folded) is not None and target_heard.OF_FORECAST.search(folded) is None
    )


def is_spoken_of(turn: Turn) -> bool:
    """True below a target that waits for a yes or was just set, and while a number may be one."""
    asked = turn.question
    if asked is None:
        return False
    return asked.kind in _OF_TARGETS or (asked.answer is None and asked.payload.get("reason") == REASON)


def doubted(turn: Turn, reading: Reading) -> Reading:
    """The reading with the question whether the "5" of who answers for no such figure is the target."""
    item = turn.ward.items.get(reading.item or "")
    alone = (
        not (reading.named or reading.doubts) and reading.value is not None and reading.kind != "correction"
    )
    if item is None or item.is_task or not alone or turn.message.reply_to or not is_spoken_of(turn):
        return reading
    if rights.is_asked(turn.ward, turn.person, item.owner_id):
        return reading
    return replace(reading, doubts=(Doubt(REASON, (reading,)),))


def confirm(turn: Turn, item: ItemView, reading: Reading, words: str) -> Sequence[Reply]:
    """The same as /giaochitieu with this number, by the document and from the day that the words name."""
    without, _basis = target_reading.split_basis(turn, words.rstrip(" .!"))
    number = amount(reading.value or Decimal(0), reading.unit or (item.target.unit if item.target else None))
    turn.words = f"{item.key} {number}{words.rstrip(' .!')[len(without) :]}"
    return set_target.change(turn)
