"""A choice of a question tells the state that is recorded when it is picked, and no other."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from handlers.doubting.kept import NUMBERS
from handlers.doubting.settling import sure
from handlers.extensions import foreseen
from handlers.obstacles import hindered
from handlers.reporting import one_item
from handlers.reporting.asking import Asked
from handlers.reporting.recording import STATUSES
from handlers.results import part_done
from handlers.texts.reporting.choices import UNNAMED
from handlers.turn import Turn

_RATES = frozenset({"%", "‰"})


def told(turn: Turn, asked: Asked) -> Asked:
    """What is asked, each choice in the state that its own item makes of the words.

    "Đoàn tỉnh công nhận rồi" of a task without a deadline is a step: it goes on. What is still to be asked of
    a choice stays as it was heard.
    """
    if asked.doubt.reason not in UNNAMED:
        return asked
    candidates = tuple(_as_recorded(turn, one) for one in asked.doubt.candidates)
    candidates = tuple(one for one in candidates if not _is_counted_otherwise(turn, one))
    doubt = replace(asked.doubt, candidates=candidates)
    return Asked(_with_doubt(asked.reading, doubt), doubt)


def _with_doubt(reading: Reading, doubt: Doubt) -> Reading:
    return replace(reading, doubts=(doubt, *reading.doubts[1:])) if reading.doubts else reading


def _as_recorded(turn: Turn, candidate: Reading) -> Reading:
    item = turn.ward.items.get(candidate.item or "")
    if item is None or candidate.kind not in STATUSES:
        return candidate
    made = sure(turn, foreseen.of_task(turn, candidate))
    made = part_done.doubted(made, item) if item.is_task else made
    made = one_item.hindered_alone(made if item.is_task else hindered.only(made), item)
    if made.kind == "obstacle" and not made.doubts:
        return made
    return candidate if made.doubts or made.kind not in STATUSES else made


def _is_counted_otherwise(turn: Turn, candidate: Reading) -> bool:
    """True of "12 cháu" for a rate: a choice is in its item's own unit, or it is none."""
    item = turn.ward.items.get(candidate.item or "")
    unit = item.target.unit if item is not None and item.target is not None else None
    counted = candidate.kind in NUMBERS and candidate.numerator is None and candidate.unit is not None
    return counted and unit in _RATES and candidate.unit not in _RATES
