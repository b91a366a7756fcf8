"""A difficulty told beside a figure: whose it is, of several items in one line, and in which words."""

from __future__ import annotations

import re

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold, tokenise
from db.item_view import ItemView
from handlers.reporting.figure_row import line_of
from handlers.turn import Turn

_VUONG = re.compile(r"(?<!khong )(?<!het )(?<!ko )\bvuong\b")
_BEGINS_ANEW = re.compile(r"[,;.]\s*(?:(?:va|con|rieng) )?$|\b(?:va|con|rieng) $")
_AROUND = " ,.;:-–"


def words(turn: Turn, reading: Reading, item: ItemView) -> str | None:
    """What stands in the way of the item, as it was typed; None where nothing does.

    "Vướng" belongs to what was named last before it: in "nv021 vướng kinh phí, bhyt 99,8" to the task.
    """
    line = line_of(turn.words, reading)
    folded = fold(line)
    if _VUONG.search(folded) is None:
        return None
    tokens = tokenise(folded)
    named = [
        (tokens[one.start].start, item.key in one.keys)
        for one in turn.ward.whole_catalogue.mentions(tokens, folded)
    ]
    for said in _VUONG.finditer(folded):
        before = [(start, own) for start, own in named if start < said.start()]
        if not before or before[-1][1] or (reading.named and len(named) == 1):
            begins = before[-1][0] if before and len(named) > 1 else 0
            after = (start for start, own in named if start > said.end() and not own)
            ends = next((start for start in after if _BEGINS_ANEW.search(folded[:start])), len(line))
            return line[begins:ends].rstrip(_AROUND)
    return None
