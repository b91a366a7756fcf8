"""What a heading says of the numbers under it: the unit of money, and which column holds what."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import is_money
from bot.domain.reading.vocabulary.roles import COLUMNS
from bot.domain.reading.vocabulary.units import SCALES

if TYPE_CHECKING:
    from bot.domain.reading.naming.aliases import Catalogue
    from bot.domain.reading.scan import Scan

_TAB = "\t"
_MONEY = re.compile(  # "(triệu đồng)", "ĐVT: tỷ đồng", a cell of its own
    r"(?:[(\t]|\b(?:dvt|don vi tinh|don vi) ?:? ?)(?:(?:dvt|don vi tinh|don vi) ?:? ?)?"
    r"(?P<scale>ty|ti|trieu|tr|nghin|ngan)[. ]?(?:dong|d|vnd)?(?=[)\n\t:;]|$)"
)
_COLUMNS = {heading: role for role, headings in COLUMNS.items() for heading in headings}
_WORD = re.compile(r"[a-z%]+")


def set_units_of_headings(scan: Scan, catalogue: Catalogue) -> None:
    """Count "Thu NS (triệu đồng): 312" in triệu đồng; a line of its own holds for the lines below it.

    Only bare numbers of items that are counted in money are meant.
    """
    units = list(_MONEY.finditer(scan.folded))
    if not units:
        return
    ends = [match.end() for match in units]
    lines = [scan.folded.count("\n", 0, end) for end in ends]
    numbered = {scan.folded.count("\n", 0, scan.tokens[q.start].start) for q in scan.quantities}
    for quantity in scan.quantities:
        place = scan.tokens[quantity.start].start
        last = bisect_right(ends, place) - 1
        if last < 0 or not _is_bare(quantity):
            continue
        here = scan.folded.count("\n", ends[last], place) == 0
        holds = here or lines[last] not in numbered
        if holds and _is_of_money(scan, catalogue, quantity, unnamed=here):
            _count_in(quantity, SCALES[units[last]["scale"]])


def _is_bare(quantity: Quantity) -> bool:
    return quantity.unit is None and quantity.soft is None and not quantity.scale and not quantity.worded


def _is_of_money(scan: Scan, catalogue: Catalogue, quantity: Quantity, *, unnamed: bool) -> bool:
    """Tell whether the last name in front of a number is of money; `unnamed`: what holds without a name."""
    last = bisect_right(scan.mentions, quantity.start, key=lambda mention: mention.end) - 1
    return (
        all(is_money(catalogue.items[key].unit) for key in scan.mentions[last].keys) if last >= 0 else unnamed
    )


def _count_in(quantity: Quantity, power: int) -> None:
    factor = 10**power
    for number in (quantity, quantity.over):
        if number is not None:
            number.value, number.step, number.scale = number.value * factor, number.step * factor, power
            number.others = tuple(other * factor for other in number.others)
            number.unit = "đồng"


def set_columns(scan: Scan) -> None:
    """Give the numbers of a pasted table the roles of their columns: "Chỉ tiêu, ĐVT, KH, TH"."""
    if not scan.tokens:
        return
    polite = scan.tokens[0].text == "da" and len(scan.tokens) > 1
    begin = scan.tokens[polite].start  # the courtesy in front is no cell
    lines = (re.sub(r"[^\n\t]", " ", scan.folded[:begin]) + scan.folded[begin:]).split("\n")
    head = next((place for place, line in enumerate(lines) if _TAB in line), None)
    if head is None:
        return
    roles = [_COLUMNS.get(" ".join(_WORD.findall(cell))) for cell in lines[head].split(_TAB)]
    if roles.count(None) > len(roles) - 2:
        return
    if None not in roles and lines[head + 1 : head + 2] and lines[head + 1].count(_TAB) == len(roles):
        roles.insert(0, None)  # the column of the names has no heading
    below = sum(len(line) + 1 for line in lines[: head + 1])
    kept = []
    for quantity in scan.quantities:
        place = scan.tokens[quantity.start].start
        column = scan.folded.count(_TAB, scan.folded.rfind("\n", 0, place) + 1, place)
        role = roles[column] if place >= below and column < len(roles) else None
        if role != "number":
            kept.append(quantity)
        if role == "rate":
            quantity.unit = "%"
        elif role:
            quantity.role = role
    scan.quantities = kept
