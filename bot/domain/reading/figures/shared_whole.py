"""The whole that is told in front of its parts: "cân đo 640 trẻ; nhẹ cân 50 trẻ (7,81%), thấp còi 70 trẻ"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.amounts.percentages import agrees, percentage
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import is_money
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.scan import Scan
from bot.domain.reading.segment import Segment

_MEASURED = frozenset(("can", "do", "kham", "tong", "soat", "sat", "tra", "khao", "dieu", "toan"))


def with_shared_whole(found: Scan, parts: Sequence[Segment], catalogue: Catalogue) -> list[Segment]:
    """Give the counts of rates the whole that stands before them, where no item is named."""
    for place, front in enumerate(parts[:-1]):
        whole = _only_count(front)
        if front.named or front.unknown or whole is None or len(front.quantities) > 1:
            continue
        after = list(parts[place + 1 :])
        if not all(_is_of_rates(part, catalogue) for part in after):
            return list(parts)
        told = [_of_whole(part, whole) for part in after]
        sure = any(_agrees(part) for part in told) or _MEASURED & {*found.words(front.start, front.end)}
        if not sure or any(part is old for part, old in zip(told, after, strict=True)):
            return list(parts)
        return [*parts[:place], replace(told[0], start=front.start), *told[1:]]
    return list(parts)


def _is_of_rates(part: Segment, catalogue: Catalogue) -> bool:
    items = [catalogue.items[key] for key in part.keys]
    return bool(items) and all(item.unit == "%" and item.bounded for item in items)


def _only_count(part: Segment) -> Quantity | None:
    counts = [q for q in part.quantities if not q.is_rate and not q.aside]
    one = counts[0] if len(counts) == 1 else None
    plain = one is not None and one.over is None and one.step >= 1 and not is_money(one.unit)
    return one if plain else None


def _of_whole(part: Segment, whole: Quantity) -> Segment:
    """The part with its count as one of the whole; itself where it is none: "hòa giải thành 12 vụ"."""
    count = _only_count(part)
    nouns = {one for one in (whole.unit, whole.soft) if one}
    if count is None or count.value > whole.value or not nouns & {count.unit, count.soft}:
        return part
    pair = replace(count, over=whole)
    return replace(part, quantities=[pair if q is count else q for q in part.quantities])


def _agrees(part: Segment) -> bool:
    pair = next((q for q in part.quantities if q.over), None)
    exact = percentage(pair.value, pair.over.value) if pair is not None and pair.over else None
    return exact is not None and any(q.is_rate and agrees(q.value, q.step, exact) for q in part.quantities)
