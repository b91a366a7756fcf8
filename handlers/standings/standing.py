"""Where every item of a ward stands now: what was reported, for which period, what is due, which class."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy.orm import Session

from bot.domain.collecting import Collected, judge_collected
from bot.domain.composite import combine
from bot.domain.periods import Period
from bot.domain.progress import judge
from bot.domain.targets import Target
from bot.domain.tasks import STOPPED, TaskClass, judge_task
from bot.domain.verdict import Verdict
from db.confirmations import Checked
from db.counting import Withheld
from db.extensions import Extended
from db.item_view import ItemView, Milestone
from db.models import Figure, Progress
from db.ward_view import WardView
from handlers.standings import collecting
from handlers.standings.deadlines import Deadlines, place
from handlers.standings.gathered import Gathered, gather
from handlers.standings.in_force import by_own_clock, target_day
from handlers.standings.known import known
from handlers.standings.newest import Cut
from handlers.standings.said_of_task import next_milestone, task_state
from handlers.turn import Office, Turn

NOT_AWAITED = STOPPED | {"done"}
_NOT_EXTENDED, _NOT_CHECKED = Extended(), Checked()
"""Of most items; made once, not for each of them at every look."""


class Standing(NamedTuple):
    """One item now. `period` is the one that is asked about, `due` when its report falls due.

    `figure` is the newest figure (an indicator), `progress` the newest word (a task). `reported` is about the
    period in question, or a dated task's being done; `missing` is due, past, and not there. `target` is the
    one that the verdict compares with. A compound line has the verdict of its parts. `due` is what holds
    after every extension that was granted; `extended` tells of them, and of one that waits. `objective`: a
    leader confirmed an objective reason (nguyên nhân khách quan) for this period. `withheld`: the figure is a
    unit's and does not count (yet). `collected` is what a collected indicator's shares add up to: its
    `figure` is that value, no stored row, as old as the oldest in it; `shares` are the standings of these.
    `year_before` is what the figure's period had reached a year before, where the target compares with it.
    `checked` tells of a task that waits for its completion to be confirmed (it counts as done), or that came
    back (it is open). `stones` are names of the task's intermediate dates that were reached, `milestone` is
    the first that was not; `stone_late`: that is over, the task's own day is not.

    A tuple, as one is made of every item at every look: a frozen dataclass takes several times as long.
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
    extended: Extended = _NOT_EXTENDED
    objective: bool = False
    withheld: Withheld | None = None
    collected: Collected | None = None
    shares: Sequence[Standing] = ()
    year_before: Decimal | None = None
    checked: Checked = _NOT_CHECKED
    stones: Collection[str] = ()
    milestone: Milestone | None = None
    stone_late: bool = False

    @property
    def applies(self) -> bool:
        """False where the item does not concern the ward in this period: nothing is awaited of it."""
        return self.item.applies(self.period)

    @property
    def missed(self) -> date | None:
        """The deadline that was missed before a day was set for what lacked: that day extends nothing."""
        until = self.checked.until
        if not self.checked.late or until is None or self.due is None or self.due.date() != until.due_on:
            return None
        day = self.checked.missed or self.extended.due or self.item.due_on
        return None if day == until.due_on else day


def standings(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    items: Iterable[ItemView] | None = None,
    until: Cut | None = None,
) -> dict[str, Standing]:
    """Where the items (all of them by default) stand at `now`, by key, in the plan's order.

    With `until`, figures about later days are left out: the state at a cut-off, as far as it is known by now.
    That is a day of each item: December's data ends on the 14th under one regime, on the 31st under another.
    """
    wanted = list(ward.items.values() if items is None else items)
    if not wanted:
        return {}
    leaves = {item.key: item for item in ward.with_parts(wanted) if not item.parts}
    looked = _look(session, now, office, ward, leaves, until)
    holds = target_day(now, office, ward, until)
    return {item.key: _compound(item, looked, now, office, ward, holds) for item in wanted}


def awaited(
    session: Session, now: datetime, office: Office, ward: WardView, leaves: Iterable[ItemView]
) -> dict[str, Standing]:
    """The same of items without parts, not judged: what is due when, and whether it has come."""
    wanted = {item.key: item for item in leaves}
    return _look(session, now, office, ward, wanted, None, judged=False) if wanted else {}


def standing_of(turn: Turn, item: ItemView) -> Standing:
    """Where one item stands now."""
    return standings(turn.session, turn.now, turn.office, turn.ward, [item])[item.key]


def _look(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    leaves: Mapping[str, ItemView],
    until: Cut | None,
    *,
    judged: bool = True,
) -> dict[str, Standing]:
    told = gather(session, now, office, ward, leaves, until, judged=judged)
    found = {key: _told_of(item, told, now) for key, item in leaves.items()}
    if not judged:
        return found
    holds = target_day(now, office, ward, until)
    return {key: _judged(one, now, office, ward, holds) for key, one in found.items()}


def _told_of(item: ItemView, told: Gathered, now: datetime) -> Standing:
    """One item, not judged yet."""
    period, due = told.questions[item.key]
    where = place(item, period)
    progress, kept = told.progress.get(item.id), told.withheld.get(item.id)
    checked, stones = told.checked.get(item.id), told.stones.get(item.id, ())
    done = _is_done(item, period, told) and not (kept and kept.returned)
    return Standing(
        item,
        period,
        due,
        reported=done,
        missing=not done and due is not None and due < now,
        figure=told.figures.get(item.id),
        progress=progress,
        extended=told.extended.get(where, _NOT_EXTENDED),
        objective=where in told.objective,
        withheld=kept,
        year_before=told.year_before.get(item.id),
        checked=checked or _NOT_CHECKED,
        stones=stones,
        milestone=next_milestone(item, stones, progress, checked),
    )


def _is_done(item: ItemView, period: Period | None, told: Gathered) -> bool:
    """True when nothing is awaited: the task is done, or the period reported on, or it has no such period."""
    if not item.applies(period):
        return True
    progress, checked = told.progress.get(item.id), told.checked.get(item.id)
    if item.is_task and task_state(item, period, progress, checked) in NOT_AWAITED:
        return True
    if item.is_task and told.deadlines.day_of(item) is not None:
        return False
    if period is None or (item.id, period.key) not in told.reported:
        return period is None
    day, figure = told.reported[item.id, period.key], told.figures.get(item.id)
    estimate = figure is not None and figure.estimate
    return day is None or day >= told.deadlines.answered_from(item, period, estimate=estimate)


def _judged(base: Standing, now: datetime, office: Office, ward: WardView, holds: Cut) -> Standing:
    item, today = base.item, now.date()
    if item.is_task:
        progress = base.progress
        state = task_state(item, base.period, progress, base.checked)
        submitted = progress.reported_at if progress and state == "done" else None
        due = base.due if base.period is None else None
        soon, between = office.rules.soon_days, ward.calendar.workdays_between
        task = judge_task(due, state, submitted, now, soon, between, recurring=item.recurring)
        if task == "done_on_time" and base.checked.late:
            task = "done_late"
        missing = task == "overdue" if due else base.missing
        if task in {"due_soon", "on_time"} and base.missed is not None:
            task = "overdue"
        stone = base.milestone
        late = stone is not None and stone.on < today and not missing
        return base._replace(missing=missing, figure=None, task=task, stone_late=late)
    target = by_own_clock(item.target_on(holds(item)), item, office, ward)
    if target is None:
        return base
    verdict = judge(target, known(base, now, office, ward), today, office.rules)
    return base._replace(progress=None, verdict=verdict, target=target)


def _compound(
    item: ItemView,
    looked: Mapping[str, Standing],
    now: datetime,
    office: Office,
    ward: WardView,
    holds: Cut,
) -> Standing:
    """A leaf as it is; a compound line with the verdict of its parts, which may be compound themselves."""
    if not item.parts:
        return looked[item.key]
    keys = [key for key in item.parts if key in ward.items]
    parts = [_compound(ward.items[key], looked, now, office, ward, holds) for key in keys]
    if item.collect:
        return _collected(item, parts, now, office, ward, holds)
    verdict = combine([part.verdict for part in parts if part.verdict is not None])
    missing = any(part.missing for part in parts)
    reported = all(part.reported for part in parts)
    return Standing(item, None, None, reported, missing, verdict=verdict)


def _collected(
    item: ItemView, parts: Sequence[Standing], now: datetime, office: Office, ward: WardView, holds: Cut
) -> Standing:
    """The sum of the units' shares, judged as far as it is complete; reported when every unit has."""
    found = collecting.gathered(item, parts)
    period, due = Deadlines(now, office, ward).of(item)
    begun, awaited = any(one.reported for one in parts), not all(one.reported for one in parts)
    missing = awaited and due is not None and due < now
    figure = collecting.as_figure(found, item, parts)
    target = by_own_clock(item.target_on(holds(item)), item, office, ward)
    base = Standing(item, period, due, begun, missing, figure, collected=found, shares=parts)
    if target is not None:
        today, rules, said = now.date(), office.rules, known(base, now, office, ward)
        verdict = judge_collected(found, target, said, lambda goal, one: judge(goal, one, today, rules))
        base = base._replace(verdict=verdict, target=target)
    return base._replace(reported=not awaited)
