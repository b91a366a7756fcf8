"""What a reading says of an indicator, as the row of a figure."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile

from bot.domain.grades import is_grade
from bot.domain.measure import is_change, is_percentage_of_change
from bot.domain.percent import is_beside_plan
from bot.domain.periods import Period
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold, words_of
from bot.domain.targets import Target
from bot.domain.verdict import Reads
from bot.domain.yardstick import is_rate
from db import figures
from db.item_view import ItemView
from db.models import Figure
from db.ward_view import PersonView
from handlers.standings.last_year import last_value
from handlers.texts.reporting import collecting as texts
from handlers.turn import Turn, UserError

STATES = {"done": "held", "in_progress": "in_progress", "not_done": "lost"}
_FALLS = re.compile(r"\bgiam( duoc| them)?\s*$")
VALUE = ("state", "value", "numerator", "denominator", "reads", "estimate")


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
    _fill(row, reading, item.target_on(day), last_before(turn, item, day), turn.words)
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


def line_of(text: str, reading: Reading) -> str:
    """The line of a message that a reading stands in, as it was typed."""
    start = text.rfind("\n", 0, reading.span[0]) + 1
    return text[start:].partition("\n")[0].strip()


def clause_of(text: str, reading: Reading) -> str:
    """Of the line of a reading what no semicolon cuts off: behind it another item's grade may stand."""
    line, start = line_of(text, reading), text.rfind("\n", 0, reading.span[0]) + 1
    place = max(0, reading.span[0] - start)
    return line[line.rfind(";", 0, place) + 1 :].partition(";")[0]


def grade_said(target: Target | None, text: str) -> str | None:
    """The title or grade that a text names, of the target's own scale: the last, and there the longest.

    Of titles that begin alike the end is enough: "xuất sắc" of "Tập thể lao động xuất sắc".
    """
    if target is None or target.grade is None:
        return None
    folded = f" {' '.join(words_of(text))} "
    known = {grade: words_of(grade) for grade in {*target.scale, target.grade}}
    alike = len([*takewhile(lambda same: len({*same}) == 1, zip(*known.values(), strict=False))])
    for begin in sorted({0, alike}):
        said = {grade: " ".join(words[begin:]) for grade, words in known.items() if words[begin:]}
        found = [
            (folded.rfind(f" {short} ") + len(short), len(short), grade)
            for grade, short in said.items()
            if f" {short} " in folded
        ]
        if found:
            return max(found)[2]
    return None


def _fill(row: Figure, reading: Reading, target: Target | None, last: Figure | None, text: str) -> None:
    """The value columns, from what was read."""
    row.state, row.words = "value", reading.words or None
    row.value, row.numerator, row.denominator = reading.value, reading.numerator, reading.denominator
    if target is not None and target.is_narrative:
        row.state, row.words = "words", reading.words or line_of(text, reading)
        row.value = row.numerator = row.denominator = None
    elif reading.none_arose and not _keeps_none(target):
        _fill_none_arose(row, target, last)
    elif reading.kind in STATES:
        _fill_state(row, reading, target, text)
    elif _is_percent(reading) and not is_rate(target.unit if target else None):
        row.state = "of_assigned"
    elif reading.numerator is not None:
        _fill_ratio(row, target)
    if target is not None and target.measured == "reduction_or_stock" and row.state == "value":
        row.reads = reads_as(target, text[: reading.span[0]])


def _keeps_none(target: Target | None) -> bool:
    """Tell "duy trì không còn hộ nghèo", of which "không có" is the very figure, from what may arise."""
    return target is not None and target.is_kept and target.value == 0


def _fill_none_arose(row: Figure, target: Target | None, last: Figure | None) -> None:
    """Nothing new arose in the period: a flow, and a rate of all that arose (T03), stay where they were."""
    row.state, row.value, row.numerator, row.denominator = "none_arose", Decimal(0), None, None
    if target is None or last is None:
        return
    if target.is_total:
        row.value = last_value(last) or row.value
    elif target.evaluation == "level" and is_rate(target.unit) and last.state in {"value", "none_arose"}:
        row.value, row.numerator, row.denominator = last.value, last.numerator, last.denominator


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
    grade = grade_said(target, reading.words) or grade_said(target, clause_of(text, reading))
    if grade is None and target is not None and target.grade is not None and is_grade(fold(reading.words)):
        grade = reading.words
    if grade is not None and reading.kind == "done":
        row.state, row.words = "grade", grade
        return
    row.state = STATES[reading.kind]
    if row.state == "lost" and (target is None or not target.is_kept):
        row.state = "in_progress"


def _fill_ratio(row: Figure, target: Target | None) -> None:
    """a/b of a rate is kept as such; of a count the b is the plan's, which the plan knows better.

    "99,5/99,7" of a rate is the rate beside its plan: no people, and no 99,8 %. "10/11" counts people. Of a
    change the two numbers stand beside the percentage that they make.
    """
    if target is not None and is_percentage_of_change(target):
        return
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


def keep_event(row: Figure, item: ItemView, before: Figure | None) -> None:
    """Keep the event of "không để xảy ra" when it is told to be dealt with: it happened all the same."""
    target = item.target
    if target is None or not target.is_event_free or target.backlog or before is None:
        return
    if row.state == "held" and before.state == "value" and before.value:
        row.state, row.value = before.state, before.value


def appraised(item: ItemView, before: Figure | None) -> str | None:
    """What a leader said of a narrative indicator for the period: other words do not change it."""
    if before is None or item.target is None or not item.target.is_narrative:
        return None
    return before.state if before.state in {"held", "lost"} else None


def says_the_same(before: Figure, row: Figure) -> bool:
    """True when the second holds the value of the first, and no words that the first has not."""
    return is_same_value(before, row) and (row.words is None or row.words == before.words)


def is_same_value(before: Figure, row: Figure) -> bool:
    """True when two rows hold the same value."""
    return all(getattr(before, name) == getattr(row, name) for name in VALUE)


def spoken(row: Figure | None) -> str | None:
    """A value as the audit log holds it."""
    if row is None:
        return None
    if row.numerator is not None and row.denominator is not None:
        return f"{row.numerator}/{row.denominator}"
    return str(row.value) if row.value is not None else row.state
