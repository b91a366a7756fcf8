"""A figure that is told to be of another period: taken over as it is, or left where it is and said why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.periods import Period, period_named, year_of
from bot.domain.reading.dates import find_as_of, read_period
from bot.domain.reading.model import Reading
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers.correcting import by_clerk, late
from handlers.doubting.settling import checked
from handlers.reporting import which_period
from handlers.reporting.figure_row import VALUE, is_same_value, last_before
from handlers.reporting.outcome import Outcome
from handlers.reporting.recording import record_row, withdraw
from handlers.reporting.replying import reply
from handlers.standings.deadlines import schedule_of
from handlers.standings.last_year import last_value
from handlers.texts.correcting import take_back as words
from handlers.texts.reporting import other_period
from handlers.texts.reporting import said as texts
from handlers.turn import Reply, Turn, UserError


def moved(turn: Turn, item: ItemView, row: Figure, when: str) -> Sequence[Reply]:
    """Write the figure where it belongs and take it back where it stood: both, or neither of them.

    What has to wait for the clerk, or is doubted there, stays where it is until that is settled.
    """
    outcome = Outcome(items=[item.key])
    reading = _there(turn, item, row, when)
    if reading is None:
        return [Reply(words.which_period(item, row), items=(item.key,))]
    try:
        _take(turn, item, row, reading, outcome)
    except UserError as error:
        outcome.said.append(error.text)
    if not outcome.recorded:
        outcome.said.insert(0, words.not_moved(item, row, turn.person))
    return reply(turn, outcome)


def _there(turn: Turn, item: ItemView, row: Figure, when: str) -> Reading | None:
    """The figure as a reading of the period, or day, that is named; None where that names none."""
    named = read_period(when, turn.said_at, frequency=item.frequency)
    is_day = named is None and any(map(str.isdigit, when))  # "dau nam" is none
    until = find_as_of(when, turn.said_at) or find_as_of(words.until(when), turn.said_at) if is_day else None
    if named is None and until is None:
        return None
    return Reading(
        "ratio" if row.numerator is not None else "figure",
        item.key,
        named=True,
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        unit=item.target.unit if item.target else None,
        none_arose=row.state == "none_arose",
        period=named.key if named else None,
        date=until.due if until else None,
        date_role="as_of" if until else None,
    )


def _take(turn: Turn, item: ItemView, row: Figure, reading: Reading, outcome: Outcome) -> None:
    """Raises UserError for a period that takes no figure (from this person, of this plan, yet)."""
    period, day = _period(turn, item, reading)
    figure = _copied(turn, row, period, day)
    there = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    if there is not None and there.as_of == day and (_says_none(row) or is_same_value(there, figure)):
        outcome.said.append(texts.unchanged(item, there))
    elif year_of(period, schedule_of(item, turn.office).regime) < turn.ward.year:
        outcome.said.append(words.of_year_before(item, row, period))
    elif which_period.is_closed(turn, item, period):
        by_clerk.take(turn, late.of_figure(turn, item, period, figure), outcome)
    elif _is_doubted(turn, item, row, reading, day):
        outcome.said.append(words.differs(item, row, reading.period, day))
    else:
        which_period.open_to(turn, reading, item)
        withdraw(turn, item, row)
        outcome.recorded.append(record_row(turn, reading, item, figure, period))
        holds = figures.of_period(turn.session, [item.id], row.period).get(item.id)
        outcome.said.append(words.moved(item, row, None if holds is figure else holds))


def _period(turn: Turn, item: ItemView, reading: Reading) -> tuple[Period, date]:
    """The item's period that is meant, and its day. UserError: what was named is still to come."""
    period, day = which_period.of_reading(turn, reading, item)
    regime = schedule_of(item, turn.office).regime
    named = period_named(reading.period, regime) if reading.period else period
    if named.start > turn.said_at.date():
        raise UserError(other_period.period_ahead(item, named))
    return period, day


def _says_none(row: Figure) -> bool:
    """ "Không phát sinh" of a period that has a figure says nothing against that."""
    return row.state == "none_arose"


def _is_doubted(turn: Turn, item: ItemView, row: Figure, reading: Reading, day: date) -> bool:
    """True of a value that does not go with what came before it there, and was not so compared yet."""
    known, there = (last_value(last_before(turn, item, one)) for one in (row.as_of, day))
    return row.state == "value" and known != there and bool(checked(turn, reading, "which_period").doubts)


def _copied(turn: Turn, row: Figure, period: Period, day: date) -> Figure:
    """A figure as it stands, told anew of another period or day; in no session yet."""
    values = {name: getattr(row, name) for name in (*VALUE, "words")}
    return Figure(
        ward_id=row.ward_id,
        item_id=row.item_id,
        period=period.key,
        as_of=day,
        person_id=row.person_id,
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=turn.inbox_id,
        reported_at=turn.said_at,
        at=turn.now,
        **values,
    )
