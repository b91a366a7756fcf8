"""From a reading without doubts to rows: what is stored, and what it replaces."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import get_args

from bot.domain.periods import Period
from bot.domain.reading.model import Reading
from bot.domain.reading.states.doings import Status
from bot.domain.reading.words import fold
from db import confirmations, declines, figures, late_figures
from db.item_view import ItemView
from db.models import Confirmation, Decline, Figure, LateFigure, NotApplicableRow, Obstacle, Progress
from db.ward_view import PersonView
from handlers.deciding import not_applicable, unit_figure
from handlers.reporting import remarks, which_period
from handlers.reporting.figure_row import (
    appraised,
    figure_said,
    is_same_value,
    keep_event,
    last_before,
    line_of,
    says_the_same,
    spoken,
)
from handlers.reporting.progress_row import progress_said
from handlers.results import completing
from handlers.standings.last_year import last_value
from handlers.turn import Turn

STATUSES = frozenset(get_args(Status))
LAST = 1000
"""The place in its message of the row that takes a figure back, behind what the message records."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One thing that was taken in, for the receipt.

    `before` is the figure that it replaces, `previous` the last value about an earlier day. `known`: the same
    had been reported already, and no row was added. `asked` is what waits for a yes because of it,
    `waits` a unit's figure that waits for the unit's head. `overtaken` waited for a yes on the same
    period, and does no longer; `taken_back` waited for one, and is said not to be done. `declined` is a
    request to be rid of the task, which waits no longer. `late` is why the clerk changed a closed period.
    """

    item: ItemView
    figure: Figure | None = None
    progress: Progress | None = None
    obstacle: Obstacle | None = None
    period: Period | None = None
    before: Figure | None = None
    previous: Decimal | None = None
    known: bool = False
    asked: Confirmation | None = None
    taken_back: Confirmation | None = None
    waits: Confirmation | None = None
    overtaken: LateFigure | NotApplicableRow | None = None
    declined: Decline | None = None
    late: LateFigure | None = None

    @property
    def same_value(self) -> bool:
        """True for a figure that says more about a value that was there, and nothing against it."""
        before, row = self.before, self.figure
        if before is None or row is None or before is row:
            return False
        return row.state == "value" and before.as_of == row.as_of and is_same_value(before, row)


def record_figure(turn: Turn, reading: Reading, item: ItemView, owner: PersonView, ordinal: int) -> Recorded:
    """Add a figure of an indicator. Raises UserError for a period that is closed to this person."""
    period, day = which_period.open_to(turn, reading, item)
    row = figure_said(turn, reading, item, owner, period, day)
    row.ordinal = ordinal
    return record_row(turn, reading, item, row, period)


def record_row(turn: Turn, reading: Reading, item: ItemView, row: Figure, period: Period) -> Recorded:
    """Add a figure, in no session yet, as what a reading says of a period; or keep what says the same."""
    day = row.as_of
    before = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    if before is not None and before.supplied:
        before = None
    corrected = before is not None and (
        before.as_of == day or which_period.corrects(turn, reading, item) is not None
    )
    corrected = not remarks.kept(turn, reading, item, row, before) and corrected
    row.state = appraised(item, before) or row.state
    keep_event(row, item, before)
    row.reported_at = before.reported_at if before else turn.said_at
    row.corrects_id = before.id if before and corrected else None
    previous = last_value(last_before(turn, item, day))
    replaced = before if corrected else None
    if replaced is not None and replaced.as_of == day and says_the_same(replaced, row):
        return Recorded(item, figure=replaced, period=period, previous=previous, known=True)
    turn.session.add(row)
    turn.note("figure", item.key, before=spoken(replaced), after=spoken(row))
    waits = unit_figure.put(turn, item, row)
    gone = _overtaken(turn, item, period)
    item = replace(item, not_applicable=()) if not item.applies(period) else item
    return Recorded(
        item, figure=row, period=period, before=replaced, previous=previous, waits=waits, overtaken=gone
    )


def withdraw(turn: Turn, item: ItemView, row: Figure, why: str | None = None) -> None:
    """Take a figure back by a row of its own: what was said of the period before it holds again.

    `why` it was taken back after its period was closed, or where it went.
    """
    turn.session.add(
        Figure(
            ward_id=row.ward_id,
            item_id=row.item_id,
            period=row.period,
            as_of=row.as_of,
            state=figures.WITHDRAWN,
            words=why,
            person_id=row.person_id,
            entered_by_id=turn.person.id,
            channel=turn.message.address.channel,
            inbox_id=turn.inbox_id,
            ordinal=LAST,
            reported_at=turn.said_at,
            at=turn.now,
            corrects_id=row.id,
        )
    )
    turn.session.flush()
    turn.note("figure_withdrawn", item.key, before=spoken(row), after=why)


def record_progress(turn: Turn, reading: Reading, item: ItemView, owner: PersonView) -> Recorded:
    """Add a word of progress on a task; "xong" closes its obstacles, and may have to be confirmed.

    Said again while it waits, it was still handed in when it was said first.
    """
    period, _day = which_period.open_to(turn, reading, item)
    state = task_state(reading)
    before, waits = None, completing.waiting(turn, item)
    if waits is not None and state == "done":
        before = turn.session.get_one(Progress, waits.progress_id)
        if completing.says_the_same(before, reading.words):
            return Recorded(item, progress=before, period=period, known=True, asked=waits)
    late = waits.late if before and waits else state == "done" and completing.is_late(turn, item)
    row = progress_said(turn, item, period.key, state, reading.words or None, owner.id)
    row.percent = reading.percent_stated
    if before is not None:
        row.reported_at, row.corrects_id = before.reported_at, before.id
    turn.session.add(row)
    turn.session.flush()
    declined = _goes_on(turn, item, state)
    if waits is not None:
        confirmations.replace(turn.session, item.id, turn.now)
    done = row.state == "done"
    if done:
        close_obstacles(turn, item)
    confirms = done and completing.confirmed_by(turn, item)
    asked = completing.put(turn, item, row, late=late) if confirms else None
    turn.note("progress", item.key, after=row.state)
    gone = _overtaken(turn, item, period)
    item = replace(item, not_applicable=()) if not item.applies(period) else item
    back = waits if not done else None
    return Recorded(
        item, progress=row, period=period, asked=asked, taken_back=back, overtaken=gone, declined=declined
    )


def _goes_on(turn: Turn, item: ItemView, state: str) -> Decline | None:
    """The request to be rid of a task that who asked goes on with, or that is done: it waits no longer.

    That nothing is done of the task leaves it, and so does what the clerk enters for him.
    """
    entered = turn.person.has("clerk") and turn.person.id != item.owner_id
    if state == "not_done" or (state != "done" and entered):
        return None
    return declines.settle(turn.session, item.id, "withdrawn", turn.now, turn.person.id)


def _overtaken(turn: Turn, item: ItemView, period: Period) -> LateFigure | NotApplicableRow | None:
    """What waited for the clerk's yes about a period that somebody else could report on anew, opened again.

    What the clerk enters leaves it: she decides on it herself. Or that the item did not concern the ward.
    """
    if (gone := not_applicable.overtaken(turn, item, period)) is not None:
        return gone
    if turn.person.has("clerk"):
        return None
    return late_figures.replace(turn.session, item.id, period.key, turn.now)


def record_milestone(turn: Turn, item: ItemView, name: str, words: str) -> Decline | None:
    """An intermediate date of a task is reached, told in these words; the task goes on.

    Returned is the request to be rid of it, which waits no longer.
    """
    period, _day = which_period.of_reading(turn, Reading("in_progress", item=item.key), item)
    row = progress_said(turn, item, period.key, "in_progress", words, item.owner_id or turn.person.id)
    row.milestone = name
    turn.session.add(row)
    turn.session.flush()
    turn.note("milestone", item.key, after=name)
    return _goes_on(turn, item, row.state)


def record_obstacle(turn: Turn, reading: Reading, item: ItemView, owner: PersonView) -> Recorded:
    """Keep a difficulty in the words it was told in; the same words twice are one difficulty."""
    words = reading.words or line_of(turn.words, reading)
    for known in figures.open_obstacles(turn.session, turn.ward.id, turn.now):
        if known.item_id == item.id and fold(known.words) == fold(words):
            return Recorded(item, obstacle=known, known=True)
        if known.item_id == item.id and known.inbox_id in turn.replaces:
            turn.note("obstacle", item.key, before=known.words, after=words)
            known.words = words
            return Recorded(item, obstacle=known)
    row = Obstacle(
        ward_id=turn.ward.id,
        item_id=item.id,
        words=words,
        person_id=owner.id,
        inbox_id=turn.inbox_id,
        at=turn.now,
    )
    turn.session.add(row)
    turn.session.flush()
    turn.note("obstacle", item.key, after=row.words)
    return Recorded(item, obstacle=row)


def close_obstacles(turn: Turn, item: ItemView) -> None:
    """What stood in the way of an item is over."""
    for row in figures.open_obstacles(turn.session, turn.ward.id, turn.now):
        if row.item_id == item.id:
            row.closed_at, row.closed_by_id = turn.now, turn.person.id


def task_state(reading: Reading) -> str:
    if reading.kind in STATUSES:
        return reading.kind
    return "done" if reading.percent_stated == 100 or reading.value == 100 else "in_progress"
