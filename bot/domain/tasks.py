"""The timeliness of a task: computed from its due day, its state and when it was submitted, never stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal, get_args

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
    due_on: date | None,
    state: TaskState | None,
    submitted_on: date | None,
    today: date,
    soon_days: int,
    working_days: WorkingDays,
    *,
    recurring: bool = False,
) -> TaskClass:
    """The one class of a task on a day.

    A done task is judged by the day it was submitted, not the day it was confirmed; `today` stands in when
    that day is not known. `working_days(a, b)` counts the working days after `a` up to and including `b`.
    A `recurring` one comes back each period, done or not, and is late in none of them as a whole.
    A task without a due day is never overdue: of 177 tasks in real plans two have one.
    """
    if state == "paused" or state == "cancelled":
        return state
    if recurring and due_on is None:
        return "recurring"
    if state == "done":
        if due_on is None:
            return "done_no_due"
        return "done_late" if (submitted_on or today) > due_on else "done_on_time"
    if due_on is None:
        return "no_due"
    if today > due_on:
        return "overdue"
    return "due_soon" if working_days(today, due_on) <= soon_days else "on_time"


def roll_up_tasks(classes: Iterable[TaskClass]) -> Mapping[TaskClass, int]:
    """Counts by class, every class with a key, danger first; they sum to the number of tasks."""
    counted = Counter(classes)
    return {cls: counted[cls] for cls in TASK_CLASSES}
