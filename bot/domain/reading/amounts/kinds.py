"""A number for each of the names of one item: "xây 1 nhà tình thương, sửa 1 nhà tình nghĩa"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.domain.reading.amounts.units import measure

if TYPE_CHECKING:
    from bot.domain.reading.part import Part

_COUNTED = frozenset(("", "result"))


def all_kinds(part: Part) -> Decimal | None:
    """What the numbers make together, each beside another name of the item; None for anything else."""
    if part.item is None or measure(part.item) != "count":
        return None
    key, named = part.item.key, part.found.mentions
    names = [m for m in named if part.start <= m.start < part.end and key in m.keys and m.strength != "weak"]
    if len(names) < 2 or len({" ".join(part.found.words(m.start, m.end)) for m in names}) < len(names):
        return None
    counted = part.segment.quantities
    if len(counted) != len(names) or any(q.over or q.is_rate or q.role not in _COUNTED for q in counted):
        return None
    order = sorted([(m.start, "name") for m in names] + [(q.start, "number") for q in counted])
    if any(one == other for (_, one), (_, other) in pairwise(order)):
        return None
    return sum((q.value for q in counted), Decimal(0))
