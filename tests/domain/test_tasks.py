"""The timeliness of tasks: one class each, done ones by the moment at which they were submitted."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tasks import TASK_CLASSES, TaskClass, TaskState, judge_task, roll_up_tasks
from bot.domain.workdays import WARD_ZONE

FRIDAY = date(2026, 11, 20)
CLOSING = time(16, 30)
NOW = datetime.combine(FRIDAY, time(9), WARD_ZONE)


def working_days(start: date, end: date) -> int:
    """Monday to Friday after `start` up to and with `end`."""
    return sum((start + timedelta(n)).weekday() < 5 for n in range(1, (end - start).days + 1))


def at(day: date | None, hour: time) -> datetime | None:
    return None if day is None else datetime.combine(day, hour, WARD_ZONE)


def timeliness(
    due_on: date | None,
    state: TaskState | None,
    submitted_on: date | None = None,
    today: date = FRIDAY,
    hour: time = time(9),
) -> TaskClass:
    """As of `hour` of today, of what was submitted at that hour and due at half past four."""
    now = datetime.combine(today, hour, WARD_ZONE)
    return judge_task(at(due_on, CLOSING), state, at(submitted_on, hour), now, 3, working_days)


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (date(2026, 11, 19), "overdue"),
        (date(2026, 11, 20), "due_soon"),
        (date(2026, 11, 25), "due_soon"),
        (date(2026, 11, 26), "on_time"),
        (None, "no_due"),
    ],
    ids=["hôm qua", "hôm nay", "trong 3 ngày làm việc, qua cuối tuần", "4 ngày làm việc", "không hạn"],
)
@pytest.mark.parametrize("state", [None, "not_done", "in_progress"])
def test_an_open_task_by_its_due_day(
    due_on: date | None, expected: TaskClass, state: TaskState | None
) -> None:
    assert timeliness(due_on, state) == expected


@pytest.mark.parametrize(
    ("hour", "open_", "done"),
    [
        (time(16, 30), "due_soon", "done_on_time"),
        (time(16, 30, 1), "overdue", "done_late"),
        (time(17), "overdue", "done_late"),
    ],
    ids=["đúng 16 giờ 30", "sau 1 giây", "17 giờ"],
)
def test_the_hour_of_the_due_day_counts(hour: time, open_: TaskClass, done: TaskClass) -> None:
    assert timeliness(FRIDAY, "in_progress", hour=hour) == open_
    assert timeliness(FRIDAY, "done", FRIDAY, hour=hour) == done


def test_a_done_task_is_judged_by_the_day_it_was_submitted_not_confirmed() -> None:
    due_on = date(2026, 11, 10)
    assert timeliness(due_on, "done", date(2026, 11, 10)) == "done_on_time"
    assert timeliness(due_on, "done", date(2026, 11, 11)) == "done_late"
    assert timeliness(None, "done", date(2026, 11, 11)) == "done_no_due"


@pytest.mark.parametrize("state", [None, "not_done", "in_progress", "done"])
def test_what_comes_back_each_period_is_a_class_of_its_own(state: TaskState | None) -> None:
    assert judge_task(None, state, NOW, NOW, 3, working_days, recurring=True) == "recurring"
    assert judge_task(None, "paused", None, NOW, 3, working_days, recurring=True) == "paused"


def test_an_approved_extension_moves_the_class_with_the_day() -> None:
    assert timeliness(date(2026, 11, 19), "in_progress") == "overdue"
    assert timeliness(date(2026, 11, 30), "in_progress") == "on_time"


days = st.dates(date(2026, 10, 1), date(2026, 12, 31))


@given(
    st.lists(
        st.tuples(
            st.none() | days,
            st.sampled_from([None, "not_done", "in_progress", "done"]),
            st.none() | days,
            days,
        ),
        max_size=20,
    )
)
def test_every_task_is_in_exactly_one_class_and_they_sum_to_the_total(
    tasks: list[tuple[date | None, TaskState | None, date | None, date]],
) -> None:
    counts = roll_up_tasks(timeliness(*task) for task in tasks)
    assert tuple(counts) == TASK_CLASSES
    assert sum(counts.values()) == len(tasks)
