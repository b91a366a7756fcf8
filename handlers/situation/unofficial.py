"""Which of the newest figures are estimates, and whose: "số nào đang là số ước"."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.situation.parts import Part
from handlers.standings.standing import standings
from handlers.texts.common import in_text
from handlers.texts.situation import unofficial as texts
from handlers.turn import Reply, Turn


def show(turn: Turn, part: Part | None) -> Sequence[Reply]:
    """Of the ward, or of a part of it, the indicators whose newest figure was given as an estimate."""
    items, scope = part or (list(turn.ward.items.values()), in_text(turn.ward.name))
    found = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.with_parts(items))
    rows = [one for one in found.values() if one.figure is not None and one.figure.estimate]
    return [Reply(texts.estimates(scope, rows, turn.ward))]
