"""From a reading without doubts to rows: which period, which value, what it replaces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.periods import Period, Schedule, as_of, period_containing, period_from_key, period_of_figure
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from bot.domain.targets import Target
from db import audit, figures
from db.models import Figure, Obstacle, Progress
from db.ward_view import ItemView, PersonView
from handlers.standing import last_value, schedule_of
from handlers.texts import report as texts
from handlers.turn import Turn, UserError

STATES = {"done": "held", "in_progress": "in_progress", "not_done": "lost"}


@dataclass(frozen=True, slots=True)
class Recorded:
    """One row that was added, for the receipt. `before` is what it replaces within the period."""

    item: ItemView
    figure: Figure | None = None
    progress: Progress | None = None
    obstacle: Obstacle | None = None
    period: Period | None = None
    before: Figure | None = None
    previous: Decimal | None = None


def record_figure(turn: Turn, reading: Reading, item: ItemView, owner: PersonView, ordinal: int) -> Recorded:
    """Add a figure of an indicator. Raises UserError for a period that is closed to this person."""
    period, day = _when(turn, reading, item)
    before = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    target = item.target_on(day)
    newest = figures.latest(turn.session, [item.id]).get(item.id)
    row = Figure(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=period.key,
        as_of=day,
        words=reading.words or None,
        estimate=reading.qualifier == "approx",
        person_id=owner.id,
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=turn.inbox_id,
        ordinal=ordinal,
        reported_at=before.reported_at if before else turn.now,
        at=turn.now,
        corrects_id=before.id if before else None,
    )
    _fill(row, reading, target, last_value(newest))
    turn.session.add(row)
    turn.session.flush()
    _audit(turn, "figure", item, before=_spoken(before), after=_spoken(row))
    previous = last_value(newest) if newest is not None and newest is not before else last_value(before)
    return Recorded(item, figure=row, period=period, before=before, previous=previous)


def record_progress(turn: Turn, reading: Reading, item: ItemView, owner: PersonView) -> Recorded:
    """Add a word of progress on a task; "xong" closes the obstacles that were reported on it."""
    period, _day = _when(turn, reading, item)
    row = Progress(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=period.key,
        state=_task_state(reading),
        percent=reading.percent_stated,
        words=reading.words or turn.words,
        person_id=owner.id,
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=turn.inbox_id,
        reported_at=turn.now,
        at=turn.now,
    )
    turn.session.add(row)
    turn.session.flush()
    if row.state == "done":
        close_obstacles(turn, item)
    _audit(turn, "progress", item, before=None, after=row.state)
    return Recorded(item, progress=row, period=period)


def record_obstacle(turn: Turn, reading: Reading, item: ItemView, owner: PersonView) -> Recorded:
    """Keep a difficulty in the words it was told in."""
    row = Obstacle(
        ward_id=turn.ward.id,
        item_id=item.id,
        words=reading.words or turn.words,
        person_id=owner.id,
        inbox_id=turn.inbox_id,
        at=turn.now,
    )
    turn.session.add(row)
    turn.session.flush()
    _audit(turn, "obstacle", item, before=None, after=row.words)
    return Recorded(item, obstacle=row)


def close_obstacles(turn: Turn, item: ItemView) -> None:
    """What stood in the way of an item is over."""
    for row in figures.open_obstacles(turn.session, turn.ward.id, turn.now):
        if row.item_id == item.id:
            row.closed_at = turn.now


def _when(turn: Turn, reading: Reading, item: ItemView) -> tuple[Period, date]:
    """The period that a reading is for, and the day its figure tells about."""
    schedule = schedule_of(item, turn.office)
    asked = period_of_figure(turn.now, turn.ward.year, schedule, turn.ward.calendar, reported=False)
    period = _named_period(turn, reading, schedule) or _due_period(turn, reading, item, schedule, asked)
    if period.end < asked.start and not turn.person.has("clerk"):
        raise UserError(texts.period_closed(item, period, turn.person))
    if period.start > turn.today:
        raise UserError(texts.period_ahead(item, period))
    day = reading.date if reading.date and reading.date_role == "as_of" else as_of(period, turn.now)
    return period, min(day, turn.today)


def _named_period(turn: Turn, reading: Reading, schedule: Schedule) -> Period | None:
    """The period that the message itself names: "tháng 10", "đến 15/11"."""
    if reading.period is not None:
        end = min(period_from_key(reading.period, schedule.regime).end, turn.today)
        return period_containing(end, schedule.frequency, schedule.regime)
    if reading.date is not None and reading.date_role == "as_of":
        return period_containing(reading.date, schedule.frequency, schedule.regime)
    return None


def _due_period(turn: Turn, reading: Reading, item: ItemView, schedule: Schedule, asked: Period) -> Period:
    """The period that a figure without a date belongs to: a correction stays where the figure was."""
    newest = figures.latest(turn.session, [item.id]).get(item.id)
    if newest is not None and (reading.kind == "correction" or turn.replaces):
        return period_from_key(newest.period, schedule.regime)
    reported = item.id in figures.of_period(turn.session, [item.id], asked.key)
    period = period_of_figure(turn.now, turn.ward.year, schedule, turn.ward.calendar, reported=reported)
    return period if period.start <= turn.today else asked


def _fill(row: Figure, reading: Reading, target: Target | None, last: Decimal | None) -> None:
    """The value columns, from what was read."""
    unit = target.unit if target else None
    row.value, row.numerator, row.denominator = reading.value, reading.numerator, reading.denominator
    if reading.none_arose:
        # Nothing new arose in the period: a cumulative flow stays where it was.
        flow = target is not None and target.evaluation.startswith("cumulative")
        row.state, row.value = "none_arose", last if flow and last is not None else Decimal(0)
    elif reading.kind in STATES:
        row.state = STATES[reading.kind]
    elif reading.kind == "percent" and unit not in {"%", "‰"}:
        row.state = "of_assigned"
    elif reading.numerator is not None and unit not in {"%", "‰"}:
        row.value = reading.numerator
        if target is not None and target.whole is None and target.value == reading.denominator:
            row.numerator = row.denominator = None
    if target is not None and target.measured == "reduction_or_stock" and row.state == "value":
        row.reads = "change" if "giam" in fold(reading.words).split() else "stock"


def _task_state(reading: Reading) -> str:
    if reading.kind in {"done", "not_done", "in_progress"}:
        return reading.kind
    return "done" if reading.percent_stated == 100 or reading.value == 100 else "in_progress"


def _spoken(row: Figure | None) -> str | None:
    if row is None:
        return None
    if row.numerator is not None and row.denominator is not None:
        return f"{row.numerator}/{row.denominator}"
    return str(row.value) if row.value is not None else row.state


def _audit(turn: Turn, action: str, item: ItemView, *, before: str | None, after: str | None) -> None:
    audit.note(
        turn.session,
        turn.now,
        action,
        item.key,
        ward_id=turn.ward.id,
        person_id=turn.person.id,
        before=before,
        after=after,
        inbox_id=turn.inbox_id,
    )
