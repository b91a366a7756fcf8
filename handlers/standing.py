"""Where every item of a ward stands now: what was reported, for which period, what is due, which class."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from sqlalchemy.orm import Session

from bot.domain.collecting import Collected, judge_collected
from bot.domain.composite import combine
from bot.domain.periods import (
    Period,
    Schedule,
    answers_from,
    due_at,
    period_expected,
    period_from_key,
    periods_of_year,
)
from bot.domain.progress import judge
from bot.domain.reminding import Duty, Kind
from bot.domain.targets import Target
from bot.domain.tasks import TaskClass, TaskState, judge_task
from bot.domain.verdict import Known, Verdict
from bot.domain.workdays import WARD_ZONE
from db import confirmations, explanations, extensions, figures, year_before
from db.confirmations import Checked
from db.counting import Held
from db.extensions import Extended, Key
from db.models import Confirmation, Figure, Progress
from db.ward_view import ItemView, Milestone, WardView
from handlers import collecting
from handlers.turn import Office, Turn

_NEVER = datetime.min.replace(tzinfo=WARD_ZONE)


@dataclass(frozen=True, slots=True)
class Standing:
    """One item now. `period` is the one that is asked about, `due` when its report falls due.

    `figure` is the newest figure (an indicator), `progress` the newest word (a task). `reported` is about the
    period in question, or a dated task's being done; `missing` is due, past, and not there. `target` is the
    one that the verdict compares with. A compound line has the verdict of its parts. `due` is what holds
    after every extension that was granted; `extended` tells of them, and of one that waits. `objective`: a
    leader confirmed an objective reason (nguyên nhân khách quan) for this period. `held`: the figure is a
    unit's and does not count (yet). `collected` is what a collected indicator's shares add up to: its
    `figure` is that value, no stored row, as old as the oldest in it; `shares` are the standings of these.
    `year_before` is what the figure's period had reached a year before, looked up where the target compares
    with it. `checked` tells of a task that waits for its completion to be confirmed (it counts as done), or
    that came back (it is open). `milestone` is the task's first intermediate date that was not reached.
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
    target: Target | None = None
    extended: Extended = field(default_factory=Extended)
    objective: bool = False
    held: Held | None = None
    collected: Collected | None = None
    shares: Sequence[Standing] = ()
    year_before: Decimal | None = None
    checked: Checked = field(default_factory=Checked)
    milestone: Milestone | None = None


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

    With `until`, figures about later days are left out: the state at a cut-off, as far as it is known by now.
    """
    wanted = list(ward.items.values() if items is None else items)
    leaves = {item.key: item for item in ward.with_parts(wanted) if not item.parts}
    looked = _look(session, now, office, ward, leaves, until)
    return {item.key: _compound(item, looked, now, office, ward) for item in wanted}


def standing_of(turn: Turn, item: ItemView) -> Standing:
    """Where one item stands now."""
    return standings(turn.session, turn.now, turn.office, turn.ward, [item])[item.key]


def _look(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    leaves: Mapping[str, ItemView],
    until: date | None,
) -> dict[str, Standing]:
    ids = [item.id for item in leaves.values()]
    counted = [item.id for item in leaves.values() if _counts_events(item)]
    tasks = [item.id for item in leaves.values() if item.is_task]
    newest = figures.latest(session, ids, until)
    newest |= figures.worst_of_year(session, counted, ward.year, until)
    words = figures.latest_progress(session, tasks, now)
    more = extensions.extended(session, ids, now)
    objective = explanations.objective(session, ids, now)
    then = same_time_last_year(session, office, _compared_with_last_year(leaves, newest))
    checked = confirmations.checked(session, tasks, now)
    asked = Asked(now, office, ward, more, checked)
    with_stones = [item.id for item in leaves.values() if item.milestones]
    stones = figures.milestones_reached(session, with_stones) if with_stones else {}
    questions = {key: asked.of(item) for key, item in leaves.items()}
    periods = {period.key for period, _due in questions.values() if period}
    reported = figures.reported_in(session, ids, periods)
    held = collecting.held(session, ward, leaves, newest, until)
    found = {}
    for key, item in leaves.items():
        period, due = questions[key]
        place = _place(item, period)
        progress = words.get(item.id)
        kept = held.get(item.id)
        done = _is_done(item, period, progress, reported, asked) and not (kept and kept.returned)
        missing = not done and due is not None and due < now
        base = Standing(
            item,
            period,
            due,
            done,
            missing,
            newest.get(item.id),
            progress,
            extended=more.get(place, Extended()),
            objective=place in objective,
            held=kept,
            year_before=then.get(item.id),
            checked=checked.get(item.id, Checked()),
            milestone=_next_milestone(item, stones.get(item.id, set())),
        )
        found[key] = _judged(base, now, office, ward)
    return found


def _compared_with_last_year(
    leaves: Mapping[str, ItemView], newest: Mapping[int, Figure]
) -> list[tuple[ItemView, Figure]]:
    """Items whose target is last year's number, with the figure to compare (target forms T12, T29)."""
    judged = [item for item in leaves.values() if item.target and item.target.evaluation == "vs_last_year"]
    return [(item, newest[item.id]) for item in judged if item.id in newest]


def same_time_last_year(
    session: Session, office: Office, rows: Sequence[tuple[ItemView, Figure]]
) -> dict[int, Decimal]:
    """By item id, what the figure's period had reached a year before, as far as anybody told.

    From last year's plan of the ward, else from the sheet of known figures, which gives it by the month with
    which the period ends.
    """
    found = year_before.same_period(session, {item.id: figure.period for item, figure in rows})
    values = {}
    for item, figure in rows:
        month = period_from_key(figure.period, office.regimes[item.regime]).end.month
        told = item.target.last_year_by.get(month) if item.target else None
        value = last_value(found.get(item.id))
        if (known_value := told if value is None else value) is not None:
            values[item.id] = known_value
    return values


def _place(item: ItemView, period: Period | None) -> Key:
    """What extensions and explanations of an item are kept under."""
    return item.id, period.key if period else None


def _is_done(
    item: ItemView,
    period: Period | None,
    progress: Progress | None,
    reported: Mapping[tuple[int, str], date | None],
    asked: Asked,
) -> bool:
    """True when nothing is awaited of the item: a task that is done, a period that was reported on."""
    if item.is_task and _task_state(item, period, progress, asked.checked.get(item.id)) == "done":
        return True
    if item.is_task and asked.day_of(item) is not None:
        return False
    if period is None or (item.id, period.key) not in reported:
        return period is None
    day = reported[item.id, period.key]
    return day is None or day >= asked.answered_from(item, period)


def _task_state(
    item: ItemView, period: Period | None, progress: Progress | None, checked: Checked | None
) -> TaskState | None:
    """What was last said of a task: not "done" once that came back, or of one that comes back each period."""
    if progress is None:
        return None
    if item.recurring and (period is None or progress.period != period.key):
        return None
    returned = checked.returned if checked else None
    if returned is not None and returned.progress_id == progress.id:
        return "in_progress"
    return cast("TaskState", progress.state)


def _next_milestone(item: ItemView, reached: Collection[str]) -> Milestone | None:
    return next((stone for stone in item.milestones if stone.name not in reached), None)


def _counts_events(item: ItemView) -> bool:
    """ "Không để xảy ra": one event breaks it for good, whatever is reported after it (target form T22)."""
    target = item.target
    return target is not None and target.evaluation == "event_free" and not target.backlog


@dataclass
class Asked:
    """Which period is asked about, and until when; worked out once for all items with the same schedule.

    `more` are the extensions that were granted: they move the deadline of one item and period. `checked`
    are the tasks that came back for what is missing, with a day of its own.
    """

    now: datetime
    office: Office
    ward: WardView
    more: Mapping[Key, Extended] = field(default_factory=dict)
    checked: Mapping[int, Checked] = field(default_factory=dict)
    _known: dict[Schedule, tuple[Period | None, datetime | None]] = field(default_factory=dict)

    def of(self, item: ItemView) -> tuple[Period | None, datetime | None]:
        """The period, and the deadline with what was granted."""
        period, due = self.planned(item)
        granted = self.more.get(_place(item, period), Extended())
        until = self._until(item)
        if until and until.decided_at and until.decided_at > (granted.decided_at or _NEVER):
            return period, due
        if due is None or granted.due is None:
            return period, due
        return period, datetime.combine(granted.due, item.due_time, WARD_ZONE)

    def planned(self, item: ItemView) -> tuple[Period | None, datetime | None]:
        """The period and the first deadline of an item; a dated task is due at its own date, in no period.

        What fell due before the plan was loaded is not asked for: nobody could have been told.
        """
        if item.is_task and (day := self.day_of(item)) is not None:
            return None, datetime.combine(day, item.due_time, WARD_ZONE)
        if item.frequency == "none":
            return None, None
        schedule = schedule_of(item, self.office)
        if schedule not in self._known:
            self._known[schedule] = self._ask(schedule)
        return self._known[schedule]

    def day_of(self, item: ItemView) -> date | None:
        """A task's own day, or that for what was missing when it came back."""
        until = self._until(item)
        return until.due_on if until else item.due_on

    def _until(self, item: ItemView) -> Confirmation | None:
        """How a task came back, with a day for what was missing."""
        checked = self.checked.get(item.id)
        return checked.until if checked else None

    def answered_from(self, item: ItemView, period: Period) -> date:
        """The first day that a figure may tell about to answer for the period."""
        return answers_from(period, schedule_of(item, self.office), self.ward.calendar)

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
        state = _task_state(item, base.period, progress, base.checked)
        submitted = progress.reported_at.date() if progress and state == "done" else None
        due_on = base.due.date() if base.period is None and base.due else None
        task = judge_task(
            due_on, state, submitted, today, office.rules.soon_days, ward.calendar.workdays_between
        )
        if task == "done_on_time" and base.checked.late:
            task = "done_late"
        missing = task == "overdue" if due_on else base.missing
        return replace(base, missing=missing, figure=None, task=task)
    target = item.target_on(today)
    if target is None:
        return base
    verdict = judge(target, known(base, now, office, ward), today, office.rules)
    return replace(base, progress=None, verdict=verdict, target=target)


def duties_of(one: Standing) -> list[Duty]:
    """What an item's owner owes: its report, and the next intermediate date of a task."""
    duties = [duty_of(one)]
    if one.milestone is not None and not one.reported:
        due = datetime.combine(one.milestone.on, one.item.due_time, WARD_ZONE)
        if due != one.due:
            duties.append(Duty(one.item.key, None, due, "task"))
    return [duty for duty in duties if duty is not None]


def duty_of(one: Standing) -> Duty | None:
    """What an item's owner owes, as reminding sees it; None for what is never asked for."""
    if one.due is None:
        return None
    period = one.period.key if one.period else None
    kind: Kind = "figure" if not one.item.is_task else ("task" if one.period is None else "word")
    return Duty(one.item.key, period, one.due, kind, one.reported)


def known(standing: Standing, now: datetime, office: Office, ward: WardView) -> Known:
    """The newest figure of an indicator in the form that judging takes.

    A confirmation holds from one report to the next: when that one is due and has not come, `missing` says
    so. `last_year` is the count to the end of the same period; the whole year's is in the target.
    Source: target-forms §5.
    """
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
        reviewed_on=_reviewed_on(figure, standing.item, office, ward),
        last_year=standing.year_before,
        missing=standing.missing,
        days_to_due=days,
    )


def _reviewed_on(figure: Figure, item: ItemView, office: Office, ward: WardView) -> date | None:
    """The day of the figure when it is a yearly review's result: of the year's last month, and no estimate.

    What is said of hộ nghèo or gia đình văn hóa before that is a count under way, however good it looks.
    """
    last_month = periods_of_year(ward.year, "month", office.regimes[item.regime])[-1]
    return figure.as_of if figure.as_of >= last_month.start and not figure.estimate else None


def _compound(
    item: ItemView, looked: Mapping[str, Standing], now: datetime, office: Office, ward: WardView
) -> Standing:
    """A leaf as it is; a compound line with the verdict of its parts, which may be compound themselves."""
    if not item.parts:
        return looked[item.key]
    parts = [_compound(ward.items[key], looked, now, office, ward) for key in item.parts if key in ward.items]
    if item.collect:
        return _collected(item, parts, now, office, ward)
    verdict = combine([part.verdict for part in parts if part.verdict is not None])
    missing = any(part.missing for part in parts)
    reported = all(part.reported for part in parts)
    return Standing(item, None, None, reported, missing, verdict=verdict)


def _collected(
    item: ItemView, parts: Sequence[Standing], now: datetime, office: Office, ward: WardView
) -> Standing:
    """The sum of the units' shares, judged as far as it is complete; reported when every unit has."""
    found = collecting.gathered(item, parts)
    period, due = Asked(now, office, ward).of(item)
    begun, awaited = any(one.reported for one in parts), not all(one.reported for one in parts)
    missing = awaited and due is not None and due < now
    figure, target = collecting.as_figure(found, item, parts), item.target_on(now.date())
    base = Standing(item, period, due, begun, missing and not begun, figure, collected=found, shares=parts)
    if target is not None:
        said = known(base, now, office, ward)
        verdict = judge_collected(
            found, target, said, lambda goal, value: judge(goal, value, now.date(), office.rules)
        )
        base = replace(base, verdict=verdict, target=target)
    return replace(base, reported=not awaited, missing=missing)


def last_value(figure: Figure | None) -> Decimal | None:
    """The number of a figure, as the next one is compared with it; None for a figure without a number."""
    if figure is None or figure.state not in {"value", "none_arose"}:
        return None
    if figure.value is not None:
        return figure.value
    if figure.numerator is not None and figure.denominator:
        return figure.numerator * 100 / figure.denominator
    return Decimal(0) if figure.state == "none_arose" else None
