"""/tonghop and the summaries that go out by themselves: the words of a period, and an Excel file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain.periods import (
    Period,
    Schedule,
    due_at,
    period_containing,
    period_from_key,
    period_in_question,
)
from bot.domain.reading.dates import read_period
from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db.ward_view import PersonView, WardView
from handlers.overview import Overview, overview
from handlers.texts import summary as texts
from handlers.turn import Office, Reply, Turn, UserError
from handlers.workbook import write_summary

WEEK = ("tuan", "tuan nay")
LAST_MOMENT = time(23, 59)


def show(turn: Turn) -> Sequence[Reply]:
    """The summary of the period that the words name; of the month that is asked about without words."""
    period = _period(turn)
    if period.start > turn.today:
        raise UserError(texts.not_begun(period))
    found = _of_period(turn.session, turn.now, turn.office, turn.ward, period)
    path = _file(turn.out, turn.ward, period, found)
    text = texts.summary(found, turn.ward, period, turn.person)
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
    found = _of_period(session, now, office, ward, period)
    if recipient == "group":
        text = texts.for_group(found, ward, names=office.rules.group_names, period=period)
        return [Reply(text, group=True, silent=True)]
    person = ward.people[int(recipient.removeprefix("person:"))]
    return [_for_person(found, ward, period, person, out)]


def _for_person(found: Overview, ward: WardView, period: Period, person: PersonView, out: Path) -> Reply:
    text = texts.summary(found, ward, period, person)
    document = _file(out, ward, period, found) if person.has("clerk") else None
    return Reply(text, to=person.id, document=document, silent=True)


def _of_period(session: Session, now: datetime, office: Office, ward: WardView, period: Period) -> Overview:
    """The state at the period's cut-off; of a period that still runs, and of a week, the state now."""
    if period.kind == "week" or period.end >= now.date():
        return overview(session, now, office, ward)
    due = due_at(period, "+2", office.rules.preset.due_time, ward.calendar)
    moment = min(now, max(due, datetime.combine(period.end, LAST_MOMENT, WARD_ZONE)))
    return overview(session, moment, office, ward, until=period.end)


def _period(turn: Turn) -> Period:
    preset = turn.rules.preset
    regime = turn.office.regimes[preset.regime]
    words = fold(turn.words).strip()
    if words in WEEK:
        return period_containing(turn.today, "week", regime)
    if words:
        named = read_period(turn.words, turn.now)
        if named is None:
            raise UserError(texts.which_period(turn.words))
        return period_from_key(named.key, regime)
    schedule = Schedule("month", regime, preset.due_rule, preset.due_time)
    return period_in_question(turn.now, turn.ward.year, schedule, turn.ward.calendar)


def _file(out: Path, ward: WardView, period: Period, found: Overview) -> Path:
    path = out / f"tong-hop-{ward.code}-{period.key}-{found.now:%Y%m%d-%H%M}.xlsx"
    write_summary(path, found, ward, period)
    return path
