"""Figures of closed periods whose reason was never told, when another question takes the place of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.correcting.late import KIND, Late
from handlers.texts.reporting import not_recorded
from handlers.turn import Turn


def of_late(turn: Turn, found: Sequence[Late]) -> list[str]:
    """Close the question for a reason that another one overtakes, and say what waits no more."""
    question = turn.question
    if question is None or question.kind != KIND or question.closed_at is not None:
        return []
    question.closed_at = turn.now
    again = {(one.item.key, one.row.period) for one in found}
    left = {(one["item"], one["period"]) for one in question.payload["late"]} - again
    return [not_recorded.left_behind((None, str(question.payload["words"])))] if left else []
