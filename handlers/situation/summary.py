"""/tonghop and the summaries that go out by themselves: the words of a period, and an Excel file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain.periods import Period, period_containing, period_from_key, previous
from bot.domain.reading.dates import read_period
from bot.domain.reading.words import fold
from bot.domain.schedule import Schedule, due_at, period_in_question
from bot.domain.workdays import WARD_ZONE
from db import directives
from db.ward_view import WardView
from handlers.office import closing
from handlers.situation import sending
from handlers.situation.counts import Tallies, tallies
from handlers.situation.overview import Overview, overview
from handlers.situation.workbook import write_summary
from handlers.standings.comparing import Compared, activity, compared, moves
from handlers.texts import comparing as comparing_texts
from handlers.texts import summary as texts
from handlers.turn import Office, Reply, Turn, UserError

THIS = {
    "tuan": "week",
    "tuan nay": "week",
    "thang": "month",
    "thang nay": "month",
    "quy": "quarter",
    "quy nay": "quarter",
    "nam": "year",
    "nam nay": "year",
    "ca nam": "year",
}
"""The running period, which ends in the future: what `read_period` reads is the last one that has begun."""

AROUND = frozenset({"ky", "cua", "bao", "cao", "ket", "qua", "phuong"})
"""What may stand beside a period; with anything else, more was asked than the period's summary."""

LAST_MOMENT = time(23, 59)


def show(turn: Turn) -> Sequence[Reply]:
    """The summary of the period that the words name; of the month that is asked about without words."""
    return show_of(turn, turn.words)


def show_of(turn: Turn, words: str) -> Sequence[Reply]:
    """The same of any words. Raises UserError for what is no period, or has not begun."""
    period = _period(turn, words)
    require_begun(turn, period)
    found = of_period(turn.session, turn.now, turn.office, turn.ward, period)
    changed = changes(turn.session, turn.now, turn.office, turn.ward, period, found)
    beside = compared(turn.session, turn.office, found.all.values())
    counted = None
    if turn.person.has("clerk"):
        counted = tallies(turn.session, turn.now, turn.office, turn.ward)
    path = _file(turn.out, turn.ward, period, found, turn.now, beside, counted)
    state = (closing.state, sending.state)
    said = [one(turn.session, turn.now, turn.office, turn.ward, period) for one in state]
    text = texts.summary(found, turn.ward, period, turn.person, turn.now, changed, said)
    return [Reply(text, document=path)]


def periodic(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    key: str,
    recipient: str,
    out: Path,
) -> Sequence[Reply]:
    """What one recipient gets at the end of a period: leaders the words, the clerk the file too."""
    period = period_from_key(key, office.regimes[office.rules.preset.regime])
    found = of_period(session, now, office, ward, period)
    if recipient == "group":
        text = texts.for_group(found, ward, now, names=office.rules.group_names, period=period)
        return [Reply(text, group=True, silent=True)]
    person = ward.people[int(recipient.removeprefix("person:"))]
    changed = changes(session, now, office, ward, period, found)
    state = [sending.state(session, now, office, ward, period)]
    text = texts.summary(found, ward, period, person, now, changed, state)
    document = None
    if person.has("clerk"):
        beside = compared(session, office, found.all.values())
        counted = tallies(session, now, office, ward)
        document = _file(out, ward, period, found, now, beside, counted)
    return [Reply(text, to=person.id, document=document, silent=True)]


def changes(
    session: Session, now: datetime, office: Office, ward: WardView, period: Period, found: Overview
) -> list[str]:
    """What came in during the period; and, but for weeks, what is better or worse than at the last cut-off.

    A week has no cut-off of its own: the figures that come in during it tell about days before it.
    """
    start, end = (
        datetime.combine(day, time(0), WARD_ZONE) for day in (period.start, period.end + timedelta(days=1))
    )
    given = directives.given(session, ward.id, start, end)
    lines = comparing_texts.happened(activity(found, given, period), period.kind)
    before = previous(period, office.regimes[office.rules.preset.regime])
    if period.kind == "week" or before.end.year < ward.year:
        return lines
    return [*lines, *comparing_texts.moved(moves(of_period(session, now, office, ward, before), found))]


def of_period(session: Session, now: datetime, office: Office, ward: WardView, period: Period) -> Overview:
    """The state at the end of the day when the period's reports were due; now, for a period that still runs.

    What was reported later about the days of the period is in it; what was set or said of later days is not.
    """
    if period.end >= now.date():
        return overview(session, now, office, ward)
    last = period.end
    if period.kind != "week":
        last = max(last, due_at(period, "+2", office.rules.preset.due_time, ward.calendar).date())
    moment = min(now, datetime.combine(last, LAST_MOMENT, WARD_ZONE))
    return overview(session, moment, office, ward, until=period.end)


def require_begun(turn: Turn, period: Period) -> None:
    """Raise UserError for a period of which nothing can be known yet."""
    if period.start > turn.today:
        raise UserError(texts.not_begun(period))


def period_named(turn: Turn) -> Period | None:
    """The period that the words name, by its number or as this one or the last one; None for none."""
    return period_in(turn, turn.words)


def period_in(turn: Turn, text: str) -> Period | None:
    """The same of any words."""
    regime = turn.office.regimes[turn.rules.preset.regime]
    words = fold(text).strip(" .?!")
    if words in THIS:
        return period_containing(turn.today, THIS[words], regime)
    named = read_period(text, turn.now)
    if named is None:
        return None
    start, end = named.span
    rest = fold(text[:start] + " " + text[end:]).split()
    return period_from_key(named.key, regime) if AROUND.issuperset(rest) else None


def _period(turn: Turn, words: str) -> Period:
    if not words:
        preset = turn.rules.preset
        schedule = Schedule("month", turn.office.regimes[preset.regime], preset.due_rule, preset.due_time)
        return period_in_question(turn.now, turn.ward.year, schedule, turn.ward.calendar)
    if period := period_in(turn, words):
        return period
    raise UserError(texts.which_period(words))


def _file(
    out: Path,
    ward: WardView,
    period: Period,
    found: Overview,
    now: datetime,
    beside: Mapping[str, Compared],
    counted: Tallies | None,
) -> Path:
    path = out / f"tong-hop-{ward.code}-{period.key}-{now:%Y%m%d-%H%M%S}.xlsx"
    write_summary(path, found, ward, period, now, beside, counted)
    return path
