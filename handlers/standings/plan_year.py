"""A period is judged by the plan of its own year, whichever plan is worked by today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy.orm import Session

from bot.domain.periods import Period, period_containing, period_from_key, year_of
from bot.domain.reading.dates import read_period
from bot.domain.reading.model import Reading
from db import plans
from db.item_view import ItemView
from db.ward_loading import load
from db.ward_view import WardView
from handlers.standings.period_told import beside_state
from handlers.turn import Office, Turn

_WORDS = frozenset({"ambiguous", "correction", "done", "not_done", "in_progress", "question"})
"""Kinds of readings that may be of words: a figure has its period read with it."""


def ward_in(session: Session, today: date, office: Office, ward: WardView, period: Period) -> WardView:
    """The ward with the plan of the period's year; as it is where there is no other plan for it."""
    year = int(period.key[:4])
    if year == ward.year or not plans.exists(session, ward.id, year):
        return ward
    return _with_plan(session, today, office, ward, year)


def go_back(turn: Turn, found: Sequence[Reading]) -> bool:
    """Let a message that is about last year only be about last year's plan; whether it is."""
    if not turn.ward.earlier:
        return False
    years = {year for reading in found if (year := _year(turn, reading)) is not None}
    if years != {turn.ward.year - 1}:
        return False
    _go(turn)
    return True


@contextmanager
def in_plan_told(turn: Turn, reading: Reading) -> Iterator[bool]:
    """Take one word of a message by last year's plan where it is about that; whether it is.

    The rest of the message is about this year's again, whatever became of this word.
    """
    running = turn.ward, turn.context_items, turn.heard
    back = go_back(turn, (reading,))
    try:
        yield back
    finally:
        if back:
            turn.ward, turn.context_items, turn.heard = running


def stay_back(turn: Turn, found: Sequence[Reading]) -> bool:
    """Let "sửa 178", said of what was told of last year's items, be about them; whether it is."""
    if not turn.ward.earlier or not _of_last_year(turn):
        return False
    if any(one.named or one.period or one.date for one in found):
        return False
    _go(turn)
    return True


def marked(ward: WardView, keys: Iterable[str]) -> tuple[str, ...]:
    """Keys as they are kept with a message: of last year's plan with the year, for a code may mean another
    item this year.
    """
    return tuple(f"{ward.year}:{key}" if ward.over else key for key in keys)


def is_of_last_year(item: ItemView, ward: WardView) -> bool:
    """True for an item of a plan that another has replaced, whichever of the two the ward is seen with."""
    return ward.over or item.id in ward.earlier


def marked_item(item: ItemView, ward: WardView) -> str:
    """The same of one item, whichever plan the ward is seen with."""
    return f"{ward.year - 1}:{item.key}" if item.id in ward.earlier else marked(ward, (item.key,))[0]


def twin(item: ItemView, ward: WardView) -> ItemView | None:
    """The item of another year's plan that this one is, whatever its code: of the same name and unit."""
    same = [one for one in ward.items.values() if identity(one) == identity(item)]
    return same[0] if len(same) == 1 else next((one for one in same if one.key == item.key), None)


def identity(item: ItemView) -> tuple[str, int | None]:
    """What an item is known by in the plan of another year: its name; a share, of the same unit."""
    return item.name, item.unit_id if item.share_of else None


def _go(turn: Turn) -> None:
    """Other codes may mean other items there: of the context only what was said of that plan stays."""
    turn.context_items, turn.heard = _of_last_year(turn), None
    turn.ward = _with_plan(turn.session, turn.today, turn.office, turn.ward, turn.ward.year - 1)


def _of_last_year(turn: Turn) -> tuple[str, ...]:
    mark = f"{turn.ward.year - 1}:"
    return tuple(key.removeprefix(mark) for key in turn.context_items if key.startswith(mark))


def of_year(turn: Turn, year: int) -> WardView:
    """The ward with the plan of a year that there is one of. LookupError for others."""
    if year == turn.ward.year:
        return turn.ward
    return _with_plan(turn.session, turn.today, turn.office, turn.ward, year)


def back_for(turn: Turn, item_id: int) -> ItemView | None:
    """The item with this id; for one of last year's the turn is about last year's plan from here on."""
    if item_id in turn.ward.earlier:
        turn.ward = _with_plan(turn.session, turn.today, turn.office, turn.ward, turn.ward.year - 1)
    return turn.ward.by_id.get(item_id)


@contextmanager
def in_plan_of(turn: Turn, item: ItemView) -> Iterator[None]:
    """What waits of an item of last year's plan is shown and decided on in that plan."""
    running = turn.ward
    back_for(turn, item.id)
    try:
        yield
    finally:
        turn.ward = running


def _with_plan(session: Session, today: date, office: Office, ward: WardView, year: int) -> WardView:
    return load(session, ward.id, today, office.calendar, office.rules.closed, office.regimes, year=year)


def _year(turn: Turn, reading: Reading) -> int | None:
    """The plan's year that a reading is said to be of; None where the message does not say.

    A task that came over is one task, whatever year it is spoken of.
    """
    item = turn.ward.items.get(reading.item or "")
    regime = turn.office.regimes[item.regime if item else turn.rules.preset.regime]
    if item is not None and item.carried is not None:
        return None
    period = reading.period or _beside_words(turn, reading, item)
    if period is not None:
        return year_of(period_from_key(period, regime), regime)
    if reading.date is None or reading.date_role != "as_of":
        return None
    return int(period_containing(reading.date, "year", regime).key[:4])


def _beside_words(turn: Turn, reading: Reading, item: ItemView | None) -> str | None:
    """The period that stands beside a grade or other words, which are read without it."""
    if reading.kind not in _WORDS or item is None or reading.date is not None:
        return None
    if item.is_task:
        found = beside_state(reading.words, turn.said_at, item.frequency)
        return found[0].key if found is not None else None
    if reading.kind == "question" and not (item.target and item.target.grade):
        return None
    start = turn.words.rfind("\n", 0, reading.span[0]) + 1
    said = read_period(turn.words[start:].partition("\n")[0], turn.said_at, frequency=item.frequency)
    return said.key if said is not None else None
