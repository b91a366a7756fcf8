"""Which reminders are owed now. Asked at every tick, so that a machine that was off is late, never silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from bot.domain.ward import WardRules
from bot.domain.workdays import WorkCalendar, local, may_send

Kind = Literal["figure", "task", "word"]
Stage = int | Literal["overdue"]


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that a person owes: the figure of a period, a task, or a monthly word of progress.

    `item` is its key in chat, `period` the key of the period (None for a task with its own deadline).
    """

    item: str
    period: str | None
    due: datetime
    kind: Kind
    reported: bool = False

    @property
    def key(self) -> str:
        """What its stages are remembered by: with another due day (an extension) they start anew."""
        return f"{self.item} {self.period or '-'} {local(self.due).date().isoformat()}"


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty to remind of, and the stage that it has reached."""

    duty: Duty
    stage: Stage


def stage_of(duty: Duty, today: date, calendar: WorkCalendar, stages: Iterable[int]) -> Stage | None:
    """The most advanced stage reached: working days before the due day, "overdue" from the day after it.

    A due day that is off stays where a document put it: stage 0 is then the last working day before.
    """
    due = local(duty.due).date()
    if today > due:
        return "overdue"
    last_day = calendar.last_workday_on_or_before(due)
    reached = [stage for stage in stages if today >= calendar.add_workdays(last_day, -stage)]
    return min(reached, default=None)


def digest_owed(
    duties: Iterable[Duty],
    now: datetime,
    rules: WardRules,
    calendar: WorkCalendar,
    *,
    already_sent_today: bool,
    told: Mapping[str, Stage],
) -> tuple[Owed, ...]:
    """What one person's digest of today has to say, the earliest due first; empty when none is owed now.

    Owed once a working day, from `rules.digest_at` on, inside the sending hours: what has reached a stage
    that was not told yet (`told`: by `Duty.key`), and all that is overdue. Stages that were missed in the
    meantime are not made up for: the most advanced one replaces them.
    """
    if already_sent_today or not _is_time(rules.digest_at, now, rules, calendar):
        return ()
    today = local(now).date()
    reached = (
        Owed(duty, stage)
        for duty in _missing(duties)
        if (stage := stage_of(duty, today, calendar, _stages(duty, rules))) is not None
    )
    return unsaid(reached, told)


def unsaid(reached: Iterable[Owed], told: Mapping[str, Stage]) -> tuple[Owed, ...]:
    """Of what has reached a stage, what was not told at it yet, and all that is overdue."""
    return tuple(owed for owed in reached if _is_news(owed, told))


def due_day_owed(
    duties: Iterable[Duty],
    now: datetime,
    rules: WardRules,
    calendar: WorkCalendar,
    *,
    already_sent_today: bool,
    digest_sent_at: datetime | None,
) -> tuple[Duty, ...]:
    """What is still missing in the afternoon of its due day; empty when no message is owed now.

    Owed once, from `rules.due_day_at` on and until the due moment, on the due day or the last working day
    before it. Ask `digest_owed` first: a digest that went out as late as that says the same already.
    """
    if already_sent_today or not _is_time(rules.due_day_at, now, rules, calendar):
        return ()
    today = local(now).date()
    digest = digest_sent_at and local(digest_sent_at)
    if digest and digest.date() == today and digest.time() >= rules.due_day_at:
        return ()
    return tuple(
        duty
        for duty in _missing(duties)
        if now <= duty.due and calendar.last_workday_on_or_before(local(duty.due).date()) == today
    )


def next_told(duty: Duty, today: date, rules: WardRules, calendar: WorkCalendar) -> date | None:
    """The next working day, after `today`, whose digest will tell of the duty; None when it is reported."""
    if duty.reported:
        return None
    due = local(duty.due).date()
    tomorrow = calendar.next_workday(today)
    if stage_of(duty, tomorrow, calendar, _stages(duty, rules)) is not None:
        return tomorrow
    last_day = calendar.last_workday_on_or_before(due)
    return min(calendar.add_workdays(last_day, -stage) for stage in (*_stages(duty, rules), 0))


def _is_time(since: time, now: datetime, rules: WardRules, calendar: WorkCalendar) -> bool:
    here = local(now)
    return here.time() >= since and may_send(now, rules.windows_on(here.date()), calendar)


def _missing(duties: Iterable[Duty]) -> list[Duty]:
    return sorted((duty for duty in duties if not duty.reported), key=lambda duty: (duty.due, duty.item))


def _stages(duty: Duty, rules: WardRules) -> tuple[int, ...]:
    return rules.task_stages if duty.kind == "task" else rules.figure_stages


def _is_news(owed: Owed, told: Mapping[str, Stage]) -> bool:
    before = told.get(owed.duty.key)
    if owed.stage == "overdue" or before is None:
        return True
    return before != "overdue" and owed.stage < before
