"""A number without a unit after a percentage of what was assigned: "92,9" after "93,8%" is one too."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Reading
from db import figures
from db.item_view import ItemView
from handlers.turn import Turn

_TIMES = 2
"""So far a percentage lies from the one before; what is further off may be a count."""


def kept(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """The reading in per cent where that is how the item, which has no unit of its own, was told last."""
    bare = reading.value is not None and reading.unit is None and reading.numerator is None
    if item.target is None or item.target.unit is not None or not bare:
        return reading
    before = figures.latest(turn.session, [item.id]).get(item.id)
    last = before.value if before is not None and before.state == "of_assigned" else None
    if last is None or reading.value is None or not last / _TIMES <= reading.value <= last * _TIMES:
        return reading
    doubts = tuple(
        replace(doubt, candidates=tuple(replace(one, unit="%") for one in doubt.candidates))
        for doubt in reading.doubts
    )
    kind = "percent" if reading.kind == "figure" else reading.kind
    return replace(reading, kind=kind, unit="%", doubts=doubts)
