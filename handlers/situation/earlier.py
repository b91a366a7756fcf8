""" "So với tháng trước", "so với cùng kỳ năm trước" without an item: every indicator with a figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.domain.reading.words import fold
from handlers import rights
from handlers.situation import periods
from handlers.situation.parts import Part, own_part
from handlers.standings.comparing import compared
from handlers.standings.standing import Standing, standings
from handlers.texts.common import in_text
from handlers.texts.situation import comparing as comparing_texts
from handlers.texts.situation import earlier as texts
from handlers.texts.situation.item import whole_last_year
from handlers.turn import Reply, Turn


def meant(turn: Turn) -> Callable[[Turn], Sequence[Reply]] | None:
    """What answers the words; None for other words, or who may not see how the ward stands."""
    found = texts.ASKED.fullmatch(fold(turn.words).strip(" .?!"))
    if found is None or not rights.may(turn.person, "situation"):
        return None
    return _with_last_year if found["year"] else partial(with_period_before, quarter=bool(found["quarter"]))


def with_period_before(turn: Turn, *, quarter: bool = False, part: Part | None = None) -> Sequence[Reply]:
    rows, scope = _indicators(turn, part)
    running = periods.running(turn, texts.QUARTER) if quarter else None
    beside = compared(turn.session, turn.office, rows, running[0] if running else None)
    lines = {
        one.item.key: comparing_texts.line(one, replace(found, year_before=None))
        for one in rows
        if (found := beside.get(one.item.key))
    }
    return [Reply(texts.beside(texts.BEFORE, scope, turn.now, rows, lines))]


def _with_last_year(turn: Turn) -> Sequence[Reply]:
    """The same time last year; where only the whole of it is known, that."""
    rows, scope = _indicators(turn)
    beside = compared(turn.session, turn.office, rows)
    lines = {}
    for one in rows:
        found = beside.get(one.item.key)
        whole = one.item.target.last_year if one.item.target else None
        if found is not None and found.year_before is not None:
            lines[one.item.key] = comparing_texts.line(one, replace(found, before=None))
        elif whole is not None and one.figure is not None:
            lines[one.item.key] = whole_last_year(one, turn.ward.year, whole)
    return [Reply(texts.beside(texts.LAST_YEAR, scope, turn.now, rows, lines))]


def _indicators(turn: Turn, part: Part | None = None) -> tuple[list[Standing], str]:
    """Those of the part, the own one, else of the ward, that hold a figure of their own; no unit's share."""
    named = (turn.ward.with_parts(part[0]), part[1]) if part is not None else None
    whole = turn.ward.items.values(), in_text(turn.ward.name)
    items, scope = named or own_part(turn.ward, turn.person) or whole
    shown = [item for item in items if not (item.is_task or item.parts or item.share_of)]
    return list(standings(turn.session, turn.now, turn.office, turn.ward, shown).values()), scope
