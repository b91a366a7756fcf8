"""Which period a figure is for, and the day that it tells about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.periods import (
    SHORT,
    Period,
    following,
    in_break,
    last_within,
    period_containing,
    period_from_key,
    period_named,
)
from bot.domain.reading.model import Doubt, Reading
from bot.domain.schedule import (
    Schedule,
    as_of,
    asked_from,
    closed_from,
    due_at,
    period_in_question,
    period_of_figure,
)
from db import extensions, figures, reopenings
from db.item_view import ItemView
from db.models import Figure
from handlers.reporting import of_plan
from handlers.standings.deadlines import Deadlines, schedule_of
from handlers.standings.period_told import beside_state
from handlers.texts.reporting import other_period
from handlers.turn import Turn, UserError


def of_reading(turn: Turn, reading: Reading, item: ItemView) -> tuple[Period, date]:
    """The period that a reading is for, and the day its figure tells about. Never raises.

    A correction stays with the figure that it corrects.
    """
    schedule = schedule_of(item, turn.office)
    period = _named(turn, reading, schedule)
    corrected = corrects(turn, reading, item)
    if period is None and corrected is not None:
        return period_from_key(corrected.period, schedule.regime), corrected.as_of
    period = period or _unnamed(turn, item, schedule)
    return period, _day(reading) or min(_until(reading, schedule), as_of(period, turn.said_at))


def open_to(turn: Turn, reading: Reading, item: ItemView) -> tuple[Period, date]:
    """The same. Raises UserError for a period or a day that this person may not report on (now)."""
    period, day = of_reading(turn, reading, item)
    if (why_not := of_plan.of_none(turn, item, period)) is not None:
        raise UserError(why_not)
    if is_closed(turn, item, period):
        raise UserError(other_period.period_closed(item, period, turn.person))
    if day > turn.said_at.date():
        raise UserError(other_period.day_ahead(item, day))
    if period.start > turn.said_at.date():
        raise UserError(other_period.period_ahead(item, period))
    if of_plan.is_of_next(turn, period, schedule_of(item, turn.office)):
        raise UserError(of_plan.of_next(turn, item, period))
    return period, day


def is_elsewhere(turn: Turn, reading: Reading, item: ItemView) -> bool:
    """True for what is of a later year than the plan's, or of a summer: nothing else matters of it."""
    schedule = schedule_of(item, turn.office)
    period = _named(turn, reading, schedule) if reading.period is not None else None
    if period is None and of_plan.next_school_year_runs(turn, schedule):
        period, _day_told = of_reading(turn, reading, item)
    if period is None:
        return False
    return of_plan.is_of_next(turn, period, schedule) or in_break(period, schedule.regime)


def of_last_year(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """In September, of a number without a period: the report on the school year before is still awaited."""
    if reading.period is not None or reading.value is None:
        return None
    awaited, _due = Deadlines(turn.said_at, turn.office, turn.ward).of(item)
    if awaited is None or reported(turn, item, awaited):
        return None
    before_summer = replace(reading, period=awaited.key, date=None, date_role=None, doubts=())
    return Doubt("which_period", (before_summer,))


def is_closed(turn: Turn, item: ItemView, period: Period) -> bool:
    """True when a word on that period would need the clerk's yes, and her own a reason.

    The period after it is the one that is asked about, or its report was delivered long ago and this would
    change it; and neither did a leader open it again, nor was more time granted for this item. What nobody
    reports on has nothing to be closed.
    """
    schedule = schedule_of(item, turn.office)
    if closed_from(period, schedule, turn.ward.calendar) > turn.said_at.date():
        return False
    if not _is_over(turn, schedule, period) and (
        schedule.regime.own_year or not reported(turn, item, period)
    ):
        return False  # the first report is taken until the next one is asked for
    if of_plan.of_none(turn, item, period) is not None:
        return False
    if reopenings.open_at(turn.session, turn.ward.id, turn.said_at, period.key):
        return False
    more = extensions.extended(turn.session, [item.id], turn.now).get((item.id, period.key))
    return more is None or more.due is None or more.due < turn.said_at.date()


def _is_over(turn: Turn, schedule: Schedule, period: Period) -> bool:
    if turn.ward.over:  # of a year whose plan has been replaced no later period is asked about
        return (
            asked_from(following(period, schedule.regime), schedule, turn.ward.calendar)
            <= turn.said_at.date()
        )
    asked = period_in_question(turn.said_at, turn.ward.year, schedule, turn.ward.calendar)
    return period.end < asked.start


def closed_to(turn: Turn, reading: Reading, item: ItemView) -> Period | None:
    """The period that a reading is for, where it is closed to this person; else None."""
    period, _day = of_reading(turn, reading, item)
    return period if is_closed(turn, item, period) else None


def instead_of(turn: Turn, reading: Reading, item: ItemView) -> Period | None:
    """The period asked about, when the message named none and a figure of a closed one is put right."""
    schedule = schedule_of(item, turn.office)
    if _named(turn, reading, schedule) is not None:
        return None
    return period_in_question(turn.said_at, turn.ward.year, schedule, turn.ward.calendar)


def corrects(turn: Turn, reading: Reading, item: ItemView) -> Figure | None:
    """The figure that a correction or an edited message puts right; what came with the plan is no report."""
    if reading.kind != "correction" and not turn.replaces:
        return None
    newest = figures.latest(turn.session, [item.id]).get(item.id)
    if newest is None or newest.supplied:
        return None
    return newest if reading.kind == "correction" or newest.inbox_id in turn.replaces else None


def unsure(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """A figure "đến 15/11" while the report up to 14/11 is still awaited may be meant for either period."""
    day = _day(reading)
    if day is None and reading.period is None and reading.kind != "correction":
        return _after_later(turn, reading, item)
    if day is None and "W" in (reading.period or ""):
        return _of_week(turn, reading, item)
    if longer(turn, reading, item) is not None and day is None:
        return _within_longer(turn, reading, item)
    if day is None or reading.period is not None or day > turn.said_at.date():
        return None
    schedule, awaited = schedule_of(item, turn.office), _awaited(turn, item)
    running = period_containing(day, schedule.frequency, schedule.regime)
    after_plan = of_plan.is_of_next(turn, running, schedule)
    if day <= awaited.end or (reported(turn, item, awaited) and not after_plan):
        return None
    for_awaited = replace(reading, period=awaited.key, date=None, date_role=None)
    if after_plan:
        return Doubt("which_period", (for_awaited,))
    return Doubt("which_period", (for_awaited, replace(reading, period=running.key)))


def _of_week(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """ "Bhyt tuần trước 99,5" on 16/11: of the month that runs, or of the one whose report is awaited?"""
    running, day = of_reading(turn, reading, item)
    awaited = _awaited(turn, item)
    if running.kind == "week" or running.start <= awaited.end or reported(turn, item, awaited):
        return None
    late = replace(reading, period=running.key, date=day, date_role="as_of")
    return Doubt("which_period", (replace(reading, period=awaited.key), late))


def _after_later(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """A figure without a period goes to the one still owed; asked where there is one of a later, or on the
    day on which the next one ends.
    """
    period, day = of_reading(turn, reading, item)
    if (ends_today := _on_cut_off(turn, item, period)) is not None:
        return Doubt("which_period", tuple(replace(reading, period=one.key) for one in (period, ends_today)))
    newest = figures.latest(turn.session, [item.id]).get(item.id)
    if newest is None or newest.supplied or newest.as_of <= day or newest.period == period.key:
        return None
    later = replace(reading, period=newest.period)
    return Doubt("which_period", (later, replace(reading, period=period.key)))


def _on_cut_off(turn: Turn, item: ItemView, period: Period) -> Period | None:
    """The period that ends today, where a figure without a period would go to an overdue one before it."""
    schedule, today = schedule_of(item, turn.office), turn.said_at.date()
    running = period_containing(today, schedule.frequency, schedule.regime)
    overdue = period.end < running.start and not reported(turn, item, period)
    if running.kind == "week" or in_break(running, schedule.regime):
        return None
    return running if overdue and running.end == today else None


def _awaited(turn: Turn, item: ItemView) -> Period:
    """The period whose report falls due, also where that was before the plan came and is not asked for."""
    awaited, _due = Deadlines(turn.said_at, turn.office, turn.ward).of(item)
    schedule = schedule_of(item, turn.office)
    return awaited or period_in_question(turn.said_at, turn.ward.year, schedule, turn.ward.calendar)


def _within_longer(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    """ "Quý 4 là 140", said in its second month while the report of its first is still awaited."""
    awaited = _awaited(turn, item)
    named, (running, _day_told) = longer(turn, reading, item), of_reading(turn, reading, item)
    if named is None or not named.start <= awaited.start < running.start:
        return None
    if running.end <= turn.said_at.date() or reported(turn, item, awaited):
        return None
    return Doubt("which_period", tuple(replace(reading, period=one.key) for one in (awaited, running)))


def longer(turn: Turn, reading: Reading, item: ItemView) -> Period | None:
    """The period that a message names, of an item reported more often: "quý 4" of a monthly figure."""
    if reading.period is None:
        return None
    schedule = schedule_of(item, turn.office)
    named = period_named(reading.period, schedule.regime)
    last = period_containing(named.end, schedule.frequency, schedule.regime)
    return named if last.start > named.start else None


def reported(turn: Turn, item: ItemView, period: Period) -> bool:
    """True when there is a figure of that period: one that was sent, or came with the plan up to its end."""
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    return row is not None and (not row.supplied or row.as_of >= period.end)


def _day(reading: Reading) -> date | None:
    return reading.date if reading.date_role == "as_of" else None


def of_words(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """Words beside their period ("NV-006 tháng 11 đang làm", "duy trì học kỳ 1") are about that."""
    if reading.period is not None or item.due_on is not None:
        return reading
    found = beside_state(reading.words, turn.said_at, item.frequency)
    if found is None:
        return reading
    whole = item.is_task and reading.words.startswith(found[1])  # "xong tháng 8" is no "xong" of the task
    return replace(reading, period=found[0].key, words=reading.words if whole else found[1])


def _until(reading: Reading, schedule: Schedule) -> date:
    """The last day that a figure may tell about: "9 tháng" of a half-yearly one ends within a half."""
    return period_named(reading.period, schedule.regime).end if reading.period else date.max


def _named(turn: Turn, reading: Reading, schedule: Schedule) -> Period | None:
    """The period that the message itself names: "tháng 10", "đến 15/11"."""
    if reading.period is not None:
        frequency, regime, today = schedule.frequency, schedule.regime, turn.said_at.date()
        named = period_named(reading.period, regime)
        if named == period_containing(named.end, frequency, regime):
            return named
        if regime.own_year:
            return last_within(named, frequency, regime, today)
        # "năm 2026" of a monthly figure is the year so far.
        return period_containing(min(named.end, today), frequency, regime)
    day_named = _day(reading)
    return period_containing(day_named, schedule.frequency, schedule.regime) if day_named else None


def _unnamed(turn: Turn, item: ItemView, schedule: Schedule) -> Period:
    """The period that a word with an official is about.

    Of reports that come quarterly or less often, a word that comes when the last one is settled is about
    now: the period that runs. A plan has no period of the year after it: what the review of December found
    is told of the year that was reviewed. But once the next school year has begun, a word is about that.
    """
    now, year, calendar = turn.said_at, turn.ward.year, turn.ward.calendar
    if of_plan.next_school_year_runs(turn, schedule):
        return period_containing(now.date(), schedule.frequency, schedule.regime)
    asked = period_in_question(now, year, schedule, calendar)
    known = reported(turn, item, asked)
    if schedule.frequency not in SHORT and asked.end < turn.said_at.date():
        awaited, _due = Deadlines(now, turn.office, turn.ward).of(item)
        over = due_at(asked, schedule.due_rule, schedule.due_time, calendar) < now
        running = period_containing(turn.said_at.date(), schedule.frequency, schedule.regime)
        told = (awaited is None or (known and over)) and not of_plan.is_of_next(turn, running, schedule)
        if told and running.start <= turn.said_at.date():
            return running
    period = period_of_figure(now, year, schedule, calendar, reported=known)
    return period if period.start <= turn.said_at.date() else asked
