"""Where every item of a ward stands now: what was reported, for which period, what is due, which class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from sqlalchemy.orm import Session

from bot.domain.composite import combine
from bot.domain.periods import Period, Schedule, due_at, period_expected
from bot.domain.progress import judge
from bot.domain.tasks import TaskClass, TaskState, judge_task
from bot.domain.verdict import Known, Verdict
from bot.domain.workdays import WARD_ZONE
from db import figures
from db.models import Figure, Progress
from db.ward_view import ItemView, WardView
from handlers.turn import Office


@dataclass(frozen=True, slots=True)
class Standing:
    """One item now. `period` is the one that is asked about, `due` when its report falls due.

    `figure` is the newest figure (an indicator), `progress` the newest word (a task). `reported` is about the
    period in question; `missing` is due, past, and not there. A compound line has the verdict of its parts.
    """

    item: ItemView
    period: Period | None
    due: datetime | None
    reported: bool
    missing: bool
    figure: Figure | None = None
    progress: Progress | None = None
    verdict: Verdict | None = None
    task: TaskClass | None = None


def schedule_of(item: ItemView, office: Office) -> Schedule:
    """When an item is reported; one that is never asked for still counts its figures by month."""
    frequency = "month" if item.frequency == "none" else item.frequency
    return Schedule(frequency, office.regimes[item.regime], item.due_rule, item.due_time)


def standings(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    items: Iterable[ItemView] | None = None,
    until: date | None = None,
) -> dict[str, Standing]:
    """Where the items (all of them by default) stand at `now`, by key, in the plan's order.

    With `until`, figures about later days are left out: the state at a cut-off.
    """
    wanted = list(ward.items.values() if items is None else items)
    parts = [part for item in wanted for part in _parts_below(item, ward)]
    leaves = {item.key: item for item in [*wanted, *parts] if not item.parts}
    looked = _look(session, now, office, ward, leaves, until)
    return {item.key: _compound(item, looked, ward) for item in wanted}


def _parts_below(item: ItemView, ward: WardView) -> list[ItemView]:
    below = [ward.items[key] for key in item.parts if key in ward.items]
    return [*below, *(part for one in below for part in _parts_below(one, ward))]


def _look(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    leaves: Mapping[str, ItemView],
    until: date | None,
) -> dict[str, Standing]:
    ids = [item.id for item in leaves.values()]
    newest, words = figures.latest(session, ids, until), figures.latest_progress(session, ids)
    reported = figures.reported_periods(session, ids)
    worst = figures.worst_of_year(session, [item.id for item in leaves.values() if _counts_events(item)], now)
    newest |= {item_id: row for item_id, row in worst.items() if until is None or row.as_of <= until}
    asked = Asked(now, office, ward)
    found = {}
    for key, item in leaves.items():
        period, due = asked.of(item)
        done = period is None or (item.id, period.key) in reported
        progress = words.get(item.id)
        if item.is_task and progress is not None and progress.state == "done":
            done = True
        missing = not done and due is not None and due < now
        figure = newest.get(item.id)
        base = Standing(item, period, due, done, missing, figure, progress)
        found[key] = _judged(base, now, office, ward)
    return found


def _counts_events(item: ItemView) -> bool:
    """ "Không để xảy ra": one event breaks it for good, whatever is reported after it (target form T22)."""
    target = item.target
    return target is not None and target.evaluation == "event_free" and not target.backlog


@dataclass
class Asked:
    """Which period is asked about, and until when; worked out once for all items with the same schedule."""

    now: datetime
    office: Office
    ward: WardView
    _known: dict[Schedule, tuple[Period | None, datetime | None]] = field(default_factory=dict)

    def of(self, item: ItemView) -> tuple[Period | None, datetime | None]:
        """The period and the deadline of an item; a dated task is due at its own date, in no period.

        What fell due before the plan was loaded is not asked for: nobody could have been told.
        """
        if item.is_task and item.due_on is not None:
            return None, datetime.combine(item.due_on, item.due_time, WARD_ZONE)
        if item.frequency == "none":
            return None, None
        schedule = schedule_of(item, self.office)
        if schedule not in self._known:
            self._known[schedule] = self._ask(schedule)
        return self._known[schedule]

    def _ask(self, schedule: Schedule) -> tuple[Period | None, datetime | None]:
        period = period_expected(self.now, self.ward.year, schedule, self.ward.calendar)
        if period is None:
            return None, None
        due = due_at(period, schedule.due_rule, schedule.due_time, self.ward.calendar)
        loaded = self.ward.loaded_at
        return (None, None) if loaded is not None and due < loaded else (period, due)


def _judged(base: Standing, now: datetime, office: Office, ward: WardView) -> Standing:
    item, today = base.item, now.date()
    if item.is_task:
        progress = base.progress
        state = cast("TaskState | None", progress.state if progress else None)
        submitted = progress.reported_at.date() if progress and progress.state == "done" else None
        task = judge_task(
            item.due_on, state, submitted, today, office.rules.soon_days, ward.calendar.workdays_between
        )
        missing = task == "overdue" if item.due_on else base.missing
        return Standing(item, base.period, base.due, base.reported, missing, progress=progress, task=task)
    target = item.target_on(today)
    if target is None:
        return base
    verdict = judge(target, known(base, now, ward), today, office.rules)
    return Standing(item, base.period, base.due, base.reported, base.missing, base.figure, verdict=verdict)


def known(standing: Standing, now: datetime, ward: WardView) -> Known:
    """The newest figure of an indicator in the form that judging takes."""
    days = None
    if not standing.reported and standing.due is not None and standing.due >= now:
        days = ward.calendar.workdays_between(now.date(), standing.due.date())
    figure = standing.figure
    if figure is None:
        return Known(missing=standing.missing, days_to_due=days)
    assigned = figure.value if figure.state == "of_assigned" else None
    return Known(
        state=None if assigned is not None else figure.state,  # type: ignore[arg-type]
        value=None if assigned is not None else figure.value,
        numerator=figure.numerator,
        denominator=figure.denominator,
        grade=figure.words if figure.state == "grade" else None,
        as_of=figure.as_of,
        reads=figure.reads,  # type: ignore[arg-type]
        percent_of_assigned=assigned,
        confirmed_on=figure.as_of if figure.state == "held" else None,
        missing=standing.missing,
        days_to_due=days,
    )


def _compound(item: ItemView, looked: Mapping[str, Standing], ward: WardView) -> Standing:
    """A leaf as it is; a compound line with the verdict of its parts, which may be compound themselves."""
    if not item.parts:
        return looked[item.key]
    parts = [_compound(ward.items[key], looked, ward) for key in item.parts if key in ward.items]
    verdict = combine([part.verdict for part in parts if part.verdict is not None])
    missing = any(part.missing for part in parts)
    reported = all(part.reported for part in parts)
    return Standing(item, None, None, reported, missing, verdict=verdict)


def last_value(figure: Figure | None) -> Decimal | None:
    """The number of a figure, as the next one is compared with it; None for a figure without a number."""
    if figure is None or figure.state not in {"value", "none_arose"}:
        return None
    if figure.value is not None:
        return figure.value
    if figure.numerator is not None and figure.denominator:
        return figure.numerator * 100 / figure.denominator
    return Decimal(0) if figure.state == "none_arose" else None
