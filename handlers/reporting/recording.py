"""From a reading without doubts to rows: what is stored, and what it replaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bot.domain.measure import is_change
from bot.domain.percent import is_beside_plan
from bot.domain.periods import Period
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from bot.domain.targets import Target
from bot.domain.verdict import Reads
from bot.domain.yardstick import is_rate
from db import confirmations, figures
from db.item_view import ItemView
from db.models import Confirmation, Figure, Obstacle, Progress
from db.ward_view import PersonView
from handlers.deciding import unit_figure
from handlers.reporting import completing, which_period
from handlers.standings.last_year import last_value
from handlers.texts import collecting as texts
from handlers.turn import Turn, UserError

STATES = {"done": "held", "in_progress": "in_progress", "not_done": "lost"}
_FALLS = re.compile(r"\bgiam( duoc| them)?\s*$")
_VALUE = ("state", "value", "numerator", "denominator", "reads", "estimate", "words")


@dataclass(frozen=True, slots=True)
class Recorded:
    """One thing that was taken in, for the receipt.

    `before` is the figure that it replaces, `previous` the last value about an earlier day. `known`: the same
    had been reported already, and no row was added. `asked` is what waits for a yes because of it,
    `waits` a unit's figure that waits for the unit's head.
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
    waits: Confirmation | None = None


def record_figure(turn: Turn, reading: Reading, item: ItemView, owner: PersonView, ordinal: int) -> Recorded:
    """Add a figure of an indicator. Raises UserError for a period that is closed to this person."""
    period, day = which_period.open_to(turn, reading, item)
    before = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    if before is not None and before.supplied:
        before = None
    corrected = before is not None and (
        before.as_of == day or which_period.corrects(turn, reading, item) is not None
    )
    row = figure_said(turn, reading, item, owner, period, day)
    row.ordinal = ordinal
    row.reported_at = before.reported_at if before else turn.said_at
    row.corrects_id = before.id if before and corrected else None
    previous = last_value(last_before(turn, item, day))
    replaced = before if corrected else None
    if replaced is not None and replaced.as_of == day and says_the_same(replaced, row):
        return Recorded(item, figure=replaced, period=period, previous=previous, known=True)
    turn.session.add(row)
    _audit(turn, "figure", item, before=spoken(replaced), after=spoken(row))
    waits = unit_figure.put(turn, item, row)
    return Recorded(item, figure=row, period=period, before=replaced, previous=previous, waits=waits)


def figure_said(
    turn: Turn, reading: Reading, item: ItemView, owner: PersonView, period: Period, day: date
) -> Figure:
    """What a reading says, as a row that is in no session yet. UserError: it cannot be added up."""
    row = Figure(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=period.key,
        as_of=day,
        estimate=reading.qualifier in {"approx", "gt", "lt"},
        person_id=owner.id,
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=turn.inbox_id,
        reported_at=turn.said_at,
        at=turn.now,
    )
    _fill(row, reading, item.target_on(day), last_value(last_before(turn, item, day)), turn.words)
    _require_addable(turn, row, item)
    return row


def _require_addable(turn: Turn, row: Figure, item: ItemView) -> None:
    """Raise UserError for a bare percentage of a ratio: ratios cannot be added, their two numbers can."""
    line = turn.ward.line_of(item)
    if line is None or line.collect != "ratio" or row.state != "value" or row.denominator is not None:
        return
    if item.target is None or item.target.whole is None:
        raise UserError(texts.both_numbers_wanted(item, turn.person))


def last_before(turn: Turn, item: ItemView, day: date) -> Figure | None:
    """The newest figure about an earlier day: what a figure of `day` is compared with."""
    return figures.latest(turn.session, [item.id], day - timedelta(days=1)).get(item.id)


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
    row = Progress(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=period.key,
        state=state,
        percent=reading.percent_stated,
        words=reading.words or None,
        person_id=owner.id,
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=turn.inbox_id,
        reported_at=before.reported_at if before else turn.said_at,
        at=turn.now,
        corrects_id=before.id if before else None,
    )
    turn.session.add(row)
    turn.session.flush()
    confirmations.replace(turn.session, item.id, "completion", turn.now)
    done = row.state == "done"
    if done:
        close_obstacles(turn, item)
    confirms = done and completing.confirmed_by(turn, item)
    asked = completing.put(turn, item, row, late=late) if confirms else None
    _audit(turn, "progress", item, before=None, after=row.state)
    return Recorded(item, progress=row, period=period, asked=asked)


def record_milestone(turn: Turn, item: ItemView, name: str, words: str) -> None:
    """An intermediate date of a task is reached, told in these words; the task goes on."""
    row = Progress(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=which_period.of_reading(turn, Reading("in_progress", item=item.key), item)[0].key,
        state="in_progress",
        words=words,
        milestone=name,
        person_id=item.owner_id or turn.person.id,
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=turn.inbox_id,
        reported_at=turn.said_at,
        at=turn.now,
    )
    turn.session.add(row)
    turn.session.flush()
    _audit(turn, "milestone", item, before=None, after=name)


def record_obstacle(turn: Turn, reading: Reading, item: ItemView, owner: PersonView) -> Recorded:
    """Keep a difficulty in the words it was told in; the same words twice are one difficulty."""
    words = reading.words or line_of(turn.words, reading)
    for known in figures.open_obstacles(turn.session, turn.ward.id, turn.now):
        if known.item_id == item.id and fold(known.words) == fold(words):
            return Recorded(item, obstacle=known, known=True)
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
    _audit(turn, "obstacle", item, before=None, after=row.words)
    return Recorded(item, obstacle=row)


def close_obstacles(turn: Turn, item: ItemView) -> None:
    """What stood in the way of an item is over."""
    for row in figures.open_obstacles(turn.session, turn.ward.id, turn.now):
        if row.item_id == item.id:
            row.closed_at, row.closed_by_id = turn.now, turn.person.id


def line_of(text: str, reading: Reading) -> str:
    """The line of a message that a reading stands in, as it was typed."""
    start = text.rfind("\n", 0, reading.span[0]) + 1
    return text[start:].partition("\n")[0].strip()


def grade_said(target: Target | None, text: str) -> str | None:
    """The title or grade that a text names, of the target's own scale: the last, and there the longest."""
    if target is None or target.grade is None:
        return None
    folded = f" {fold(text)} "
    found = [
        (folded.rfind(f" {fold(grade)} ") + len(fold(grade)), len(grade), grade)
        for grade in {*target.scale, target.grade}
        if f" {fold(grade)} " in folded
    ]
    return max(found)[2] if found else None


def _fill(row: Figure, reading: Reading, target: Target | None, last: Decimal | None, text: str) -> None:
    """The value columns, from what was read."""
    row.state, row.words = "value", reading.words or None
    row.value, row.numerator, row.denominator = reading.value, reading.numerator, reading.denominator
    if target is not None and target.evaluation == "narrative":
        row.state, row.words = "words", reading.words or line_of(text, reading)
        row.value = row.numerator = row.denominator = None
    elif reading.none_arose:
        # Nothing new arose in the period: a cumulative flow stays where it was.
        flow = target is not None and target.evaluation.startswith("cumulative")
        row.state, row.value = "none_arose", last if flow and last is not None else Decimal(0)
    elif reading.kind in STATES:
        _fill_state(row, reading, target, text)
    elif _is_percent(reading) and not is_rate(target.unit if target else None):
        row.state = "of_assigned"
    elif reading.numerator is not None:
        _fill_ratio(row, target)
    if target is not None and target.measured == "reduction_or_stock" and row.state == "value":
        row.reads = reads_as(target, text[: reading.span[0]])


def reads_as(target: Target, before: str) -> Reads:
    """Whether a value is what something was reduced by or what is left; `before` are the words before it.

    "Còn 6 hộ" was turned into a reduction before it came here; a rate is its level unless "giảm" stands right
    before it, or the reduction itself is what is in per cent (target forms T12, T13, T14).
    """
    if not is_rate(target.unit) or is_change(target):
        return "change"
    return "change" if _FALLS.search(fold(before)) else "stock"


def _is_percent(reading: Reading) -> bool:
    typed = reading.kind == "correction" and reading.unit == "%" and reading.numerator is None
    return reading.kind == "percent" or typed


def _fill_state(row: Figure, reading: Reading, target: Target | None, text: str) -> None:
    grade = grade_said(target, line_of(text, reading))
    if grade is not None and reading.kind == "done":
        row.state, row.words = "grade", grade
        return
    row.state = STATES[reading.kind]
    if row.state == "lost" and (target is None or target.evaluation != "maintain"):
        row.state = "in_progress"


def _fill_ratio(row: Figure, target: Target | None) -> None:
    """a/b of a rate is kept as such; of a count the b is the plan's, which the plan knows better.

    "99,5/99,7" of a rate is the rate beside its plan: no people, and no 99,8 %. "10/11" counts people.
    """
    if is_rate(target.unit if target else None):
        plan = target.value if target else None
        a, b = row.numerator, row.denominator
        if a is not None and b is not None and row.value == a and is_beside_plan(a, b, plan):
            row.numerator = row.denominator = None
        else:
            row.value = None
        return
    row.value = row.numerator
    if target is not None and target.whole is None and target.value is not None:
        row.numerator = row.denominator = None


def says_the_same(before: Figure, row: Figure) -> bool:
    """True when two rows hold the same value in the same words."""
    return all(getattr(before, name) == getattr(row, name) for name in _VALUE)


def task_state(reading: Reading) -> str:
    if reading.kind in {"done", "not_done", "in_progress"}:
        return reading.kind
    return "done" if reading.percent_stated == 100 or reading.value == 100 else "in_progress"


def spoken(row: Figure | None) -> str | None:
    """A value as the audit log holds it."""
    if row is None:
        return None
    if row.numerator is not None and row.denominator is not None:
        return f"{row.numerator}/{row.denominator}"
    return str(row.value) if row.value is not None else row.state


def _audit(turn: Turn, action: str, item: ItemView, *, before: str | None, after: str | None) -> None:
    turn.note(
        action,
        item.key,
        before=before,
        after=after,
    )
