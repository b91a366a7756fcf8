"""A count that stands alone behind a rate, "tlhn 0,08%; còn 2 hộ": not recorded, and said so."""

from __future__ import annotations

import re

from bot.domain.reading.model import Reading
from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.words import fold, normalise
from bot.domain.yardstick import is_rate
from db.item_view import ItemView
from handlers.reporting.figure_row import line_of
from handlers.texts.reporting import not_recorded
from handlers.turn import Turn

_BESIDE = re.compile(
    r"[;,.] ?(?:(?:hien )?con(?: lai)?|tuong duong|tuc la) (\d[\d.,]* (\w+(?: \w+)?))[ .!]*(?=$|[;\n])"
)


def beside_rate(turn: Turn, reading: Reading, item: ItemView) -> list[str]:
    """What to say of it; empty where nothing is left out."""
    if item.target is None or not is_rate(item.target.unit) or reading.kind != "percent":
        return []
    line = normalise(line_of(turn.words, reading))
    found = _BESIDE.search(fold(line))
    if found is None or not {found[2], found[2].split()[0]} & UNIT_WORDS:
        return []
    return [not_recorded.beside_rate(item, line[found.start(1) : found.end(1)])]
