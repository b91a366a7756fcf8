"""What each person had to report and did, month by month: counted from the rows; nobody is rated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.periods import Period
from bot.domain.schedule import due_at, is_asked, periods_of_plan
from bot.domain.sending import in_time_until
from bot.domain.tasks import STOPPED
from bot.domain.workdays import WARD_ZONE, local
from db import confirmations, explanations, extensions, figures
from db.extensions import Extended, Key
from db.figures import STANDS, STANDS_OF_TASK
from db.item_view import ItemView
from db.models import Extension, Figure, Progress
from db.ward_view import WardView
from handlers.standings.as_it_was import Past, past_of
from handlers.standings.deadlines import Deadlines, schedule_of
from handlers.turn import Office


@dataclass(slots=True)
class Tally:
    """One person in one month: reports that fell due, what became of them; tasks; extensions asked.

    `tasks_open` are tasks that fell due in the month and are not done now, returned ones too. `objective`:
    of what came late, or has not come, that for which a leader confirmed an objective reason.
    """

    due: int = 0
    in_time: int = 0
    late: int = 0
    missing: int = 0
    tasks_in_time: int = 0
    tasks_late: int = 0
    tasks_open: int = 0
    objective: int = 0
    asked: int = 0
    granted: int = 0


Row = Figure | Progress
Tallies = dict[tuple[int, str], Tally]
"""By person and month ("2026-11")."""


def tallies(session: Session, now: datetime, office: Office, ward: WardView) -> Tallies:
    """Every person who owed, did or asked something of this year's plan.

    A report counts in the month of its deadline, with what was granted, and is in time within its grace; for
    who sent it first, else for who answered for the item then. What fell due before the plan was loaded
    nobody could have been told.
    """
    found: Tallies = defaultdict(Tally)
    leaves = [item for item in ward.items.values() if not item.parts]
    ids = [item.id for item in leaves]
    more = extensions.extended(session, ids, now)
    sent = _sent(session, ids, now)
    said = figures.latest_progress(session, [item.id for item in leaves if item.is_task], now)
    past, excused = past_of(session, office, ward), explanations.objective(session, ids, now)
    stopped = {item_id: row.at for item_id, row in said.items() if row.state in STOPPED}
    for item in leaves:
        if item.due_on is None and item.frequency != "none":
            last = stopped.get(item.id, now)
            _count_reports(found, item, sent.get(item.id, {}), more, last, office, ward, past, excused)
    dated = [item for item in leaves if item.due_on is not None]
    _count_tasks(session, found, dated, said, more, now, office, ward, past, excused)
    for row in session.scalars(select(Extension).where(Extension.item_id.in_(ids))):
        if extensions.is_own_day(row):
            continue
        one = found[row.asked_by_id, _month(row.asked_at)]
        one.asked += 1
        one.granted += row.state == "granted"
    return dict(found)


def _sent(session: Session, ids: Sequence[int], now: datetime) -> Mapping[int, Mapping[str, Sequence[Row]]]:
    """What came, by item and period, the first first; what came with the plan is nobody's report."""
    told = select(Figure).where(Figure.item_id.in_(ids), Figure.at <= now, Figure.supplied.is_(False), STANDS)
    of_period = Progress.item_id.in_(ids) & (Progress.at <= now) & (Progress.period != "")
    words = select(Progress).where(of_period, STANDS_OF_TASK)
    found: defaultdict[int, defaultdict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for rows in (session.scalars(told.order_by(Figure.id)), session.scalars(words.order_by(Progress.id))):
        for row in rows:
            found[row.item_id][row.period].append(row)
    return found


def _count_reports(
    found: Tallies,
    item: ItemView,
    sent: Mapping[str, Sequence[Row]],
    more: Mapping[Key, Extended],
    now: datetime,
    office: Office,
    ward: WardView,
    past: Past,
    excused: Collection[Key],
) -> None:
    schedule = schedule_of(item, office)
    deadlines = Deadlines(now, office, ward)
    for period in periods_of_plan(ward.year, schedule):
        if not is_asked(period, ward.year, schedule):
            continue
        first_due = due_at(period, schedule.due_rule, schedule.due_time, ward.calendar)
        due = _moved(first_due, item, more.get((item.id, period.key)))
        in_time = in_time_until(due, period.key, office.rules, ward.calendar)
        if in_time >= now or _before_it_began(first_due, item, ward) or not item.applies(period):
            continue
        rows = [row for row in sent.get(period.key, ()) if _answers(row, item, period, deadlines)]
        who = rows[0].person_id if rows else past.of(item, in_time).owner_id
        if who is None:
            continue
        one = found[who, _month(due)]
        one.due += 1
        one.missing += not rows
        one.in_time += bool(rows) and rows[0].reported_at <= in_time
        late = not rows or rows[0].reported_at > in_time
        one.late += bool(rows) and late
        one.objective += late and (item.id, period.key) in excused


def _before_it_began(due: datetime, item: ItemView, ward: WardView) -> bool:
    """Due before the plan was loaded, or the item began: nobody could have been told."""
    early = item.begins_on is not None and due.date() < item.begins_on
    return early or (ward.loaded_at is not None and due < ward.loaded_at)


def _answers(row: Row, item: ItemView, period: Period, deadlines: Deadlines) -> bool:
    """True unless it tells about a day in the middle of the period."""
    if isinstance(row, Progress):
        return True
    return row.as_of >= deadlines.answered_from(item, period, estimate=row.estimate)


def _count_tasks(
    session: Session,
    found: Tallies,
    tasks: Sequence[ItemView],
    said: Mapping[int, Progress],
    more: Mapping[Key, Extended],
    now: datetime,
    office: Office,
    ward: WardView,
    past: Past,
    excused: Collection[Key],
) -> None:
    """A task that is done counts in the month in which it was handed in for the last time; one that is not,
    or came back, in the month of its deadline, for who answered for it then.
    """
    ids = [item.id for item in tasks]
    checked = confirmations.checked(session, ids, now)
    deadlines = Deadlines(now, office, ward, more, checked)
    excused_tasks = {item_id for item_id, _period in excused}
    for item in tasks:
        row, after = said.get(item.id), checked.get(item.id)
        due = deadlines.of(item)[1]
        if row is None or row.state != "done" or row.person_id is None or (after and after.returned):
            who = past.of(item, due).owner_id if due is not None and due < now else None
            if who is not None and due is not None and (row is None or row.state not in STOPPED):
                found[who, _month(due)].tasks_open += 1
                found[who, _month(due)].objective += item.id in excused_tasks
            continue
        late = bool(after and after.late) or (due is not None and row.reported_at > due)
        one = found[row.person_id, _month(row.reported_at)]
        one.tasks_late += late
        one.objective += late and item.id in excused_tasks
        one.tasks_in_time += not late


def _moved(due: datetime, item: ItemView, granted: Extended | None) -> datetime:
    if granted is None or granted.due is None:
        return due
    return datetime.combine(granted.due, item.due_time, WARD_ZONE)


def _month(moment: datetime) -> str:
    return f"{local(moment):%Y-%m}"
