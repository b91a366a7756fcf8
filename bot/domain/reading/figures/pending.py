"""What is still pending of what is not to be left lying: "tồn 1 đơn quá hạn", "2 vụ, đã giải quyết cả 2"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import measure
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import words_of

if TYPE_CHECKING:
    from bot.domain.reading.part import Part

_SETTLED = Phrases.of(
    {
        True: listed(
            """
            da giai quyet | da hoa giai | da xu ly | da giai quyet xong | da xu ly xong | da hoa giai xong |
            giai quyet xong | xu ly xong | hoa giai xong | giai quyet het | xu ly het | da khac phuc |
            da duoc giai quyet | da duoc xu ly | da tra loi | da hoa giai thanh | hoa giai thanh
            """
        )
    }
)
_IN_TIME = listed("chua qua han | con han | con trong han | trong han | chua den han | chua toi han")
_STILL = frozenset(("chua", "dang", "con", "ton", "keo"))


def counts_left(item: KnownItem | None) -> bool:
    """Tell what is to be none: of it what is left is the very figure."""
    return item is not None and measure(item) == "count" and item.target == 0 and item.comparator == "<="


def settled(part: Part, reading: Reading, main: Quantity) -> Reading | None:
    """The reading of a case that is no longer pending, with its words; None where nothing is settled.

    Of what breaks the target for good ("không để xảy ra cháy nổ") it happened all the same.
    """
    item = part.item
    backlog = item is not None and counts_left(item) and item.cumulative is False
    if not backlog or main.over is not None or not main.value or reading.kind == "correction":
        return None
    words = _beside_names(part)
    if any(f" {one} " in f" {' '.join(part.found.words(part.start, part.end))} " for one in _IN_TIME):
        kept = replace(reading, value=Decimal(0), words=part.text.strip(), doubts=())
        return replace(reading, doubts=(Doubt("other_count", (kept,)),))
    hit = next(iter(_SETTLED.find(words)), None)
    if hit is None or not _STILL.isdisjoint(words):
        return None
    done = _settled_count(part, part.start + hit[2], main)
    told = replace(reading, value=main.value - done, words=part.text.strip(), doubts=())
    return told if done == main.value else replace(reading, doubts=(Doubt("other_count", (told,)),))


def none_beside(part: Part, reading: Reading, main: Quantity) -> Reading | None:
    """The reading of "không có ổ dịch nhưng có 3 ca": none, with the words that count something else."""
    item = part.item
    if item is None or not counts_left(item) or item.unit is None or main.over is not None or not main.value:
        return None
    counted = main.unit or main.soft
    own = words_of(item.unit)
    if counted is None or len(own) < 2 or {*words_of(counted)} & {*own}:
        return None
    said = " ".join(part.found.words(part.start, main.start))
    if not re.search(rf"\bkhong (?:co|xay ra|phat sinh|de xay ra) (?:\w+ )?{' '.join(own)}\b", said):
        return None
    return replace(
        reading, kind="figure", value=Decimal(0), unit=item.unit, none_arose=True, words=part.text.strip(),
        doubts=(),
    )  # fmt: skip


def _beside_names(part: Part) -> list[str]:
    """The words of a part with blanks for the names of items: the "tồn" of "đơn tồn đọng" is none."""
    named = {at for one in part.found.mentions for at in range(one.start, one.end)}
    said = enumerate(part.found.words(part.start, part.end), part.start)
    return ["" if at in named else word for at, word in said]


def _settled_count(part: Part, place: int, main: Quantity) -> Decimal:
    """How many of them are settled: "đã giải quyết 2", all where no number says otherwise."""
    behind = (q for q in part.segment.quantities if q is not main and q.start >= place and q.over is None)
    told = next(behind, None)
    return main.value if told is None or told.value > main.value else told.value
