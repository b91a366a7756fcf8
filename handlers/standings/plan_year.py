"""A period is judged by the plan of its own year, whichever plan is worked by today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    turn.ward = _with_plan(turn.session, turn.today, turn.office, turn.ward, turn.ward.year - 1)
    turn.context_items, turn.heard = (), None  # they name items of the other plan
    return True


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
    if reading.kind not in _WORDS or item is None or item.is_task or reading.date is not None:
        return None
    if reading.kind == "question" and not (item.target and item.target.grade):
        return None
    start = turn.words.rfind("\n", 0, reading.span[0]) + 1
    said = read_period(turn.words[start:].partition("\n")[0], turn.said_at, frequency=item.frequency)
    return said.key if said is not None else None
