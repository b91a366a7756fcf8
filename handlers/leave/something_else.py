"""What is no name of who acts, though a name was asked for."""

from __future__ import annotations

from handlers.reporting.hearing import heard
from handlers.situation import asked
from handlers.turn import Turn

_ELSE = frozenset({"figure", "ratio", "percent", "question", "obstacle", "done", "in_progress", "not_done"})


def says_else(turn: Turn) -> bool:
    """Tell "205", "vướng", "bhxh còn thiếu bao nhiêu" from a name that nobody has."""
    return asked.meant(turn) is not None or any(one.named or one.kind in _ELSE for one in heard(turn))
