"""As many numbers as the person has rates that they may be of, in their order: "8,4 và 11,2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.domain.reading.amounts.numbers import parse_number
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from bot.domain.yardstick import is_rate
from db.item_view import ItemView
from handlers.texts.reporting.choices import UNNAMED
from handlers.turn import Turn

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})? ?%?"
_ROW = re.compile(rf"(?P<name>(?:[^\d\s,;]+ ){{0,4}}){_NUMBER}(?: ?(?:va|voi|;|,|-|/) +{_NUMBER})+[ .a]*")
_EACH = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?(?= ?%|\b)")
WHOLE = 100
"""Per cent: no number beyond is one of several rates."""
_ASKED = UNNAMED | {"two_numbers"}


def told(turn: Turn, found: Sequence[Reading]) -> Sequence[Reading]:
    """The readings, each number with the question whose it is, the likeliest first; else as they are."""
    if len(found) != 1 or not found[0].doubts or found[0].doubts[0].reason not in _ASKED or found[0].named:
        return found
    row = _ROW.fullmatch(fold(turn.words))
    if row is None:
        return found
    said = list(_EACH.finditer(turn.words))
    items = _rates(turn, found[0], row["name"].strip())
    if len(items) != len(said):
        return found
    values = [parse_number(one[0]).value for one in said]
    if max(values) > WHOLE:
        return found
    return [
        _asked(
            found[0], value, one.span(), [items[at], *(other for other in items if other is not items[at])]
        )
        for at, (value, one) in enumerate(zip(values, said, strict=True))
    ]


def _rates(turn: Turn, reading: Reading, name: str) -> list[ItemView]:
    """The person's own rates that are asked for, of which the name may be; in the order of the plan."""
    own = turn.ward.duties((turn.owner or turn.person).id)
    meant = {one.item for one in reading.doubts[0].candidates}
    rates = [
        item
        for item in own
        if not item.is_task and item.frequency != "none" and item.target is not None
        and is_rate(item.target.unit)
    ]  # fmt: skip
    return [item for item in rates if item.key in meant] if name else rates


def _asked(reading: Reading, value: Decimal, span: tuple[int, int], items: Sequence[ItemView]) -> Reading:
    told = [
        Reading("percent", item.key, value=value, unit=item.target.unit if item.target else None, span=span)
        for item in items
    ]
    return replace(
        reading, kind="ambiguous", item=None, value=value, numerator=None, denominator=None, unit="%",
        span=span, doubts=(Doubt("which_indicator", tuple(told)),),
    )  # fmt: skip
