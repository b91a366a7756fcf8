"""The timeliness of a task: computed from its deadline, its state and when it was submitted; never stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Literal, get_args

from bot.domain.workdays import local

TaskState = Literal["not_done", "in_progress", "done", "paused", "cancelled"]
# Danger first, as shown: quá hạn, đến hạn trong 3 ngày, trong hạn, không hạn, định kỳ, rồi việc đã xong.
TaskClass = Literal[
    "overdue",
    "due_soon",
    "on_time",
    "no_due",
    "recurring",
    "done_on_time",
    "done_late",
    "done_no_due",
    "paused",
    "cancelled",
]
TASK_CLASSES: tuple[TaskClass, ...] = get_args(TaskClass)
DONE: frozenset[TaskClass] = frozenset({"done_on_time", "done_late", "done_no_due"})
STOPPED = frozenset({"paused", "cancelled"})
"""States, and classes, of a task of which nothing is awaited any more, though it is not done."""
WorkingDays = Callable[[date, date], int]


def judge_task(
    due: datetime | None,
    state: TaskState | None,
    submitted: datetime | None,
    now: datetime,
    soon_days: int,
    working_days: WorkingDays,
    *,
    recurring: bool = False,
) -> TaskClass:
    """The one class of a task at a moment: the hour of its deadline counts, as it is told in every message.

    A done task is judged by when it was submitted, not by when it was confirmed; `now` stands in when that
    is not known (reporting rules 3.3). `working_days(a, b)` counts the working days after `a` up to and with
    `b`. A `recurring` one comes back each period, done or not, and is late in none of them as a whole.
    A task without a due day is never overdue: of 177 tasks in real plans two have one.
    """
    if state == "paused" or state == "cancelled":
        return state
    if recurring and due is None:
        return "recurring"
    if state == "done":
        if due is None:
            return "done_no_due"
        return "done_late" if (submitted or now) > due else "done_on_time"
    if due is None:
        return "no_due"
    if now > due:
        return "overdue"
    left = working_days(local(now).date(), local(due).date())
    return "due_soon" if left <= soon_days else "on_time"


def roll_up_tasks(classes: Iterable[TaskClass]) -> Mapping[TaskClass, int]:
    """Counts by class, every class with a key, danger first; they sum to the number of tasks."""
    counted = Counter(classes)
    return {cls: counted[cls] for cls in TASK_CLASSES}
