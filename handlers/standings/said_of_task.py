"""What the newest word about a task makes of it: its state, and the next intermediate date."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from bot.domain.periods import Period
from bot.domain.tasks import STOPPED, TaskState
from db.confirmations import Checked
from db.item_view import ItemView, Milestone
from db.models import Progress


def task_state(
    item: ItemView, period: Period | None, progress: Progress | None, checked: Checked | None
) -> TaskState | None:
    """What was last said of a task: not "done" once that came back, or of one that comes back each period."""
    if progress is None:
        return None
    if progress.state in STOPPED:
        return cast("TaskState", progress.state)
    if item.recurring and (period is None or progress.period != period.key):
        return None
    returned = checked.returned if checked else None
    if returned is not None and returned.progress_id == progress.id:
        return "in_progress"
    return cast("TaskState", progress.state)


def next_milestone(
    item: ItemView, reached: Collection[str], progress: Progress | None, checked: Checked | None
) -> Milestone | None:
    """The first that was not reached. None once the task was said to be done: what lacks has its own day."""
    if progress is not None and (
        progress.state in STOPPED or (progress.state == "done" and not item.recurring)
    ):
        return None
    if checked is not None and checked.returned is not None:
        return None
    return next((stone for stone in item.milestones if stone.name not in reached), None)
