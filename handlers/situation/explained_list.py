"""The requests for an explanation that wait, and the objective reasons: "ai chưa giải trình"."""

from __future__ import annotations

from collections.abc import Sequence

from db import explanations
from handlers import rights
from handlers.texts.pressing import explain as texts
from handlers.turn import Reply, Turn


def show(turn: Turn) -> Sequence[Reply]:
    """Of the items that this person sees, each once."""
    ward = turn.ward
    waiting, marked = (
        {
            row.item_id: (item, row)
            for row in rows
            if (item := ward.in_force(row.item_id)) and rights.within_reach(ward, turn.person, item)
        }
        for rows in (
            explanations.unanswered(turn.session, ward.id),
            explanations.marked(turn.session, ward.id),
        )
    )
    found = sorted(waiting.values(), key=lambda pair: pair[1].due_on)
    return [Reply(texts.waiting_list(found, list(marked.values()), ward, turn.today))]
