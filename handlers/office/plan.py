"""/kehoach: what the plan holds, and what it still lacks: owners, targets, due dates."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.texts.office import plan as texts
from handlers.turn import Reply, Turn


def show(turn: Turn) -> Sequence[Reply]:
    """Counts, and the items that lack something, with the command that fills it in."""
    items = list(turn.ward.items.values())
    leaves = [item for item in items if not item.parts]
    return [
        Reply(
            texts.plan(
                turn.ward,
                decision=turn.rules.defence_decision,
                lines=[item for item in items if item.parent is None and not item.is_task],
                tasks=[item for item in items if item.is_task],
                unowned=[item for item in items if item.owner_id is None and item.answered_for],
                unassigned=[
                    item
                    for item in leaves
                    if item.target is not None
                    and item.target.source == "assigned_later"
                    and item.target.value is None
                ],
                unsorted=[
                    item
                    for item in items
                    if item.field is None
                    and item.share_of is None
                    and not (item.is_task and (item.leader_id or item.decider_id))
                ],
                undated=[item for item in items if item.is_task and item.due_on is None],
            )
        )
    ]
