"""What is told of one item, taken in: its figure, the task, what hinders, more time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as Day  # noqa: N812 - Reading has a field called `date`

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.correcting import by_clerk, late, taken_back
from handlers.directives import stopping
from handlers.doubting import apart, beside_figure, unread
from handlers.doubting.kept import LOST, NUMBERS
from handlers.extensions import extend
from handlers.obstacles import hindered, obstacle, trouble
from handlers.reporting import which_period
from handlers.reporting.figure_row import line_of
from handlers.reporting.outcome import Outcome
from handlers.reporting.recording import (
    STATUSES,
    record_figure,
    record_obstacle,
    record_progress,
    task_state,
)
from handlers.reporting.speaking import owner_spoken_for
from handlers.results import completing, milestones
from handlers.standings.last_year import last_value
from handlers.texts.obstacles.obstacle import SAYS_NOTHING
from handlers.texts.reporting import said as texts
from handlers.texts.results import complete as complete_texts
from handlers.turn import Turn

_DEALT_WITH = re.compile(
    r"\bda (?:duoc )?(?:khac phuc|xu ly|giai quyet|dap tat|khong che|thu hoi|hoa giai)\b"
)
"""What is dealt with has happened: how often is to be said."""
_NONE = re.compile(r"\b(?:khong|chua|ko|k) (?:phat sinh|xay ra|co|ps|de)\b")


def take(turn: Turn, reading: Reading, item: ItemView, outcome: Outcome) -> None:
    """Take in what one reading says of its item. UserError: the person may not, or it is stopped."""
    owner = owner_spoken_for(turn, item, texts.not_own_item)
    outcome.items.append(item.key)
    stopping.require_open(turn, item)
    reading = hindered_alone(reading if item.is_task else hindered.only(reading), item)
    there = beside_figure.of_period(turn, reading, item)
    if there is not None and "obstacle" in reading.also:
        reading = replace(reading, kind="obstacle", also=tuple(set(reading.also) - {"obstacle"}))
    if reading.kind == "extension":
        outcome.beside += extend.request(turn, item, reading.words, _due_day(reading))
    elif reading.kind == "obstacle" and (asked := obstacle.without_content(turn, reading, item)):
        outcome.beside += asked
    elif reading.kind == "obstacle":
        outcome.recorded.append(record_obstacle(turn, reading, item, owner))
    elif taken_back.is_told(turn, reading, item, outcome):
        return
    elif item.is_task:
        _take_task(turn, reading, item, owner, outcome)
    elif beside_figure.is_kept(turn, reading, item, there, outcome):
        pass
    elif there is not None:
        reading = beside_figure.with_words(reading, there, item)
        _take_figure(turn, reading, item, owner, outcome)
    elif not _has_arisen(turn, reading, item) and (reading.kind in NUMBERS or _is_status(item, reading)):
        reading = reading if reading.kind in NUMBERS else which_period.of_words(turn, reading, item)
        _take_figure(turn, reading, item, owner, outcome)
        outcome.said += unread.beside_rate(turn, reading, item)
    else:
        last = last_value(figures.latest(turn.session, [item.id]).get(item.id))
        outcome.said.append(texts.number_wanted(item, reading.kind, turn.person, last))
    _take_beside(turn, reading, item, owner, outcome)


def hindered_alone(reading: Reading, item: ItemView) -> Reading:
    """ "Phần mềm đơ, nhờ tin học xem gấp" hinders, and the same words tell no progress."""
    counted = item.target is not None and not item.target.is_told_by_state
    told = reading.kind == "in_progress" or (reading.kind == "not_done" and counted)
    told = told and "obstacle" in reading.also and bool(reading.words)
    told = told and SAYS_NOTHING.fullmatch(fold(reading.words).removeprefix("dang ")) is None
    alone = told and reading.percent_stated is None and reading.numerator is None
    kept = tuple(kind for kind in reading.also if kind != "obstacle")
    return replace(reading, kind="obstacle", status=None, also=kept) if alone else reading


def _take_beside(turn: Turn, reading: Reading, item: ItemView, owner: PersonView, outcome: Outcome) -> None:
    """What hinders, of this item or of another, and the time that is asked for, beside what was told."""
    beside = trouble.words(turn, reading, item) if reading.kind in NUMBERS else None
    if ("obstacle" in reading.also or beside) and (outcome.recorded or outcome.late):
        told = replace(reading, words=beside) if beside and not reading.words else reading
        if asked := obstacle.without_content(turn, told, item):
            outcome.beside += asked
        else:
            hindered.record(turn, told, item, owner, outcome)
    if "extension" in reading.also:
        outcome.beside += extend.request(turn, item, reading.words, _due_day(reading))
    if reading.kind in NUMBERS:
        hindered.take_another(turn, reading, item, outcome)


def _take_task(turn: Turn, reading: Reading, item: ItemView, owner: PersonView, outcome: Outcome) -> None:
    """The task as a whole, or one of its intermediate dates."""
    said = reading.words or line_of(turn.words, reading)
    if (confirmed := completing.confirmed(turn, item)) is not None and task_state(reading) != "done":
        by = turn.ward.who(confirmed.decided_by_id)
        outcome.said.append(complete_texts.stays_confirmed(item, confirmed, by))
        return
    reached = milestones.in_line(turn, item, said) if reading.kind in apart.WORK else None
    reading = which_period.of_words(turn, completing.beside(turn, reading, item), item)
    if reached is not None:
        outcome.said.append(reached[0].text)
        outcome.beside += reached[1:]
    elif late.is_late_progress(turn, reading, item):
        by_clerk.take(turn, late.proposed_progress(turn, reading, item, owner), outcome)
    else:
        outcome.recorded.append(record_progress(turn, reading, item, owner))


def _take_figure(turn: Turn, reading: Reading, item: ItemView, owner: PersonView, outcome: Outcome) -> None:
    closed = which_period.closed_to(turn, reading, item)
    if closed is None:
        outcome.recorded.append(record_figure(turn, reading, item, owner, ordinal=len(outcome.recorded)))
    elif (known := late.known_already(turn, reading, item, owner)) is not None:
        outcome.said.append(texts.unchanged(item, known))
    else:
        by_clerk.take(turn, late.proposed(turn, reading, item, owner), outcome)


def _due_day(reading: Reading) -> Day | None:
    return reading.date if reading.date_role == "due" else None


def _has_arisen(turn: Turn, reading: Reading, item: ItemView) -> bool:
    """True of "đã khắc phục", "ổ dịch đã khống chế": something arose, and how often is not said."""
    target = item.target
    if target is None or not target.is_event_free or target.backlog:
        return False
    line = fold(line_of(turn.words, reading))
    none = reading.kind == "done" or (reading.none_arose and _NONE.search(line) is None)
    if not none or _DEALT_WITH.search(line) is None:
        return False
    period, _day = which_period.of_reading(turn, reading, item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    return row is None or not row.value  # else it is told of what was counted


def _is_status(item: ItemView, reading: Reading) -> bool:
    """True when "xong" or "đang làm" is a full report of the indicator, without a number."""
    if reading.kind not in STATUSES:
        return False
    target = item.target
    if target is None or target.is_milestone or target.is_narrative:
        return True
    if reading.kind == "not_done":
        return target.is_kept and LOST.search(fold(reading.words)) is not None
    if reading.kind == "done" and target.is_reviewed and target.grade is None:
        return target.unit is None  # "hộ nghèo hoàn thành": the review finds a number
    return target.unit is None or target.is_told_by_state
