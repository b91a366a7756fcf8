"""One word of a message that is about last year's plan, where others are about this year's.

A code may mean another item in each: an item is found again by its name.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from db.ward_view import WardView
from handlers.reporting.asking import Asked
from handlers.reporting.outcome import Outcome
from handlers.standings.plan_year import marked, twin
from handlers.texts.reporting import other_period
from handlers.turn import Turn


def of_plan(reading: Reading, here: WardView, there: WardView) -> Reading | None:
    """The reading, read in one plan, by the codes of another; None where that has no such item."""
    doubts = []
    for doubt in reading.doubts:
        found = tuple(one for each in doubt.candidates if (one := of_plan(each, here, there)) is not None)
        if doubt.candidates and not found:
            return None
        doubts.append(Doubt(doubt.reason, found))
    item = here.items.get(reading.item or "")
    if item is None:
        return replace(reading, doubts=tuple(doubts)) if doubts or reading.item is None else None
    same = twin(item, there)
    return replace(reading, item=same.key, doubts=tuple(doubts)) if same is not None else None


def not_there(turn: Turn, reading: Reading, here: WardView) -> str:
    """What is said of an item that last year's plan, about which the turn is, does not have."""
    item = here.items.get(reading.item or "")
    return other_period.not_in_plan(turn.ward.year, item, _said(turn, reading))


def _said(turn: Turn, reading: Reading) -> str:
    start, end = reading.span
    return " ".join((turn.words[start:end] or turn.words).split())


def brought(turn: Turn, told: Outcome, here: WardView, outcome: Outcome) -> None:
    """Bring what became of it to the rest of the message: what is asked, by the codes that are used now."""
    outcome.recorded += told.recorded
    outcome.said += told.said
    outcome.late += told.late
    outcome.beside += told.beside
    for asked in told.asked:
        reading = of_plan(replace(asked.reading, doubts=(asked.doubt,)), turn.ward, here)
        if reading is not None:
            outcome.asked.append(Asked(reading, reading.doubts[0]))
        else:
            outcome.said.append(other_period.send_alone(_said(turn, asked.reading)))
    outcome.items += marked(turn.ward, told.items)
