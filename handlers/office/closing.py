"""/moky and /dongky: a leader opens a closed period again for a while; in which state a period is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.periods import (
    Period,
    Regime,
    period_containing,
    period_from_key,
    previous,
)
from bot.domain.reading.answers import picked
from bot.domain.reading.dates import find_date, read_period
from bot.domain.reading.words import fold
from bot.domain.schedule import Schedule, closed_from, due_at, has_period, is_due_rule
from bot.domain.ward import Preset
from bot.domain.workdays import WARD_ZONE
from db import reopenings
from db.item_view import ItemView
from db.models import Question, Reopening
from db.ward_view import PersonView, WardView
from handlers import reasoned, rights
from handlers.deciding import unit_figure
from handlers.reporting.hearing import is_report
from handlers.standings.deadlines import schedule_of
from handlers.subject import day_meant, without_day
from handlers.texts.office import closing as texts
from handlers.turn import Ask, Office, Reply, Turn, UserError

KIND = "reopening"
WORKDAYS = 2
"""For how long a period is opened again when no day is named."""


def reopen(turn: Turn) -> Sequence[Reply]:
    """/moky <kỳ> [đến <ngày>] <lý do>: the reason is asked for; who reports in that period is told."""
    opened = reopenings.open_at(turn.session, turn.ward.id, turn.now)
    if not turn.words:
        return [Reply(texts.usage(opened, turn.ward))]
    period, rest = _period(turn)
    again = [row for row in opened if row.period == period.key]
    if again:
        return [Reply(texts.open_already(again[-1], turn.ward))]
    closed_on = _closed_on(turn.office, turn.ward, period)
    if turn.today < closed_on:
        raise UserError(texts.not_closed(period, closed_on))
    until, reason = _until(turn, rest)
    if not reason:
        payload = {"period": period.key, "until": until.isoformat()}
        choices = (Choice(texts.NOT_AT_ALL, ""),)
        return [Reply(texts.why(period, until), choices=choices, ask=Ask(KIND, payload))]
    return _open(turn, period, until, reason)


def is_meant(turn: Turn, words: str) -> bool:
    """False for what else is opened again: "mở lại lớp học"; from a clerk, who is told what she can do."""
    if turn.person.has("clerk") and not rights.may(turn.person, "reopen"):
        return False
    said = fold(turn.message.text).startswith(texts.OPENS)
    return said or read_period(words, turn.now) is not None


def typed(turn: Turn, question: Question) -> Sequence[Reply] | int | None:
    """The reason was typed, or that it is let be; None when the text is about something else."""
    if picked(turn.words, [texts.NOT_AT_ALL], readings=0) is not None:
        return 1
    if is_report(turn) or len(turn.words.split()) < texts.WORDS:
        return None
    weighed = reasoned.weigh(turn, turn.words)
    if not weighed.is_reason:
        return weighed.replies
    question.closed_at = turn.now
    period, _regime = _by_key(turn.office, turn.ward, question.payload["period"])
    until = datetime.fromisoformat(question.payload["until"])
    return _open(turn, period, until, texts.only_reason(turn.words))


def answer(_turn: Turn, _question: Question, _place: int) -> Sequence[Reply]:
    """It is let be: the only choice there is."""
    return [Reply(texts.left_closed())]


def close(turn: Turn) -> Sequence[Reply]:
    """/dongky [kỳ]: shut it before its time."""
    opened = reopenings.open_at(turn.session, turn.ward.id, turn.now)
    named = read_period(turn.words, turn.now) if turn.words else None
    rows = [row for row in opened if named is None or row.period == named.key]
    if len(rows) != 1:
        return [Reply(texts.which_to_close(rows or opened, turn.ward))]
    row = rows[0]
    row.closed_at, row.closed_by_id = turn.now, turn.person.id
    turn.session.flush()
    turn.note("period_closed", row.period)
    clerks = [one for one in turn.ward.with_role("clerk") if one != turn.person]
    waits = texts.still_waits(_unconfirmed(turn, row.period))
    letters = _letters(turn, clerks, texts.told_closed(row, turn.person) + waits)
    return [Reply(texts.closed(row) + waits), *letters]


def _unconfirmed(turn: Turn, period: str) -> list[str]:
    """The figures of a period that wait for their unit's head, in words."""
    waiting = unit_figure.waiting(turn.session, turn.ward)
    return [unit_figure.line(turn.session, turn.ward, one) for one in waiting if one.period == period]


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Chốt kỳ tháng 11": it closes by itself, and it is said when. None for other words."""
    named = read_period(turn.words, turn.now)
    start, end = named.span if named else (0, 0)
    left = set(re.findall(r"\w+", fold(turn.words[:start] + " " + turn.words[end:])))
    others = [word for word in left - texts.CLOSE if texts.BESIDE_CLOSE.fullmatch(word) is None]
    if not left & texts.CLOSE or others or not (named or "ky" in left):
        return None
    if named is not None:
        period, _regime = _by_key(turn.office, turn.ward, named.key)
    else:
        period = _ended_last(turn)
    closed_on = _closed_on(turn.office, turn.ward, period)
    opens = rights.may(turn.person, "reopen")
    return [Reply(texts.closes_itself(period, closed_on, turn.today, opens=opens))]


def _ended_last(turn: Turn) -> Period:
    preset = turn.rules.preset
    regime = turn.office.regimes[preset.regime]
    kind = preset.frequency if preset.frequency != "none" else "month"
    return previous(period_containing(turn.today, kind, regime), regime)


def state(session: Session, now: datetime, office: Office, ward: WardView, period: Period) -> str:
    """A line for the summary of a period: whether it is closed, and who opened it again, why."""
    if period.kind == "week" or period.end >= now.date():
        return ""
    rows = reopenings.of_periods(session, ward.id, [period.key])
    told = _told_by(office, ward, period)
    closed_on = _closed_on(office, ward, told)
    first = _schedules(office, ward, told.key)[0]
    due = due_at(told, first.due_rule, first.due_time, ward.calendar)
    return texts.state(due, closed_on if closed_on <= now.date() else None, rows, ward, now)


def opened_now(session: Session, now: datetime, ward: WardView) -> list[str]:
    """A line for /tinhhinh for each period that is open again."""
    return [texts.open_now(row, ward) for row in reopenings.open_at(session, ward.id, now)]


# --- which period, until when --------------------------------------------------------------------------


def _period(turn: Turn) -> tuple[Period, str]:
    """The period that the words name, and the rest. Raises UserError for none, or one of another year."""
    named = read_period(turn.words, turn.now)
    if named is None:
        raise UserError(texts.which_period(turn.words))
    period, _regime = _by_key(turn.office, turn.ward, named.key)
    if not has_period(turn.ward.year, _schedules(turn.office, turn.ward, period.key)[0], period.key):
        raise UserError(texts.another_year(period, turn.ward.year))
    start, end = named.span
    front = texts.FRONT.sub("", turn.words[:start]).strip()
    return period, texts.without_word_for_period(" ".join(filter(None, (front, turn.words[end:].strip()))))


def _by_key(office: Office, ward: WardView, key: str) -> tuple[Period, Regime]:
    """The period under the regime whose name for it this is: a semester is of the school's year."""
    regime = _schedules(office, ward, key)[0].regime
    return period_from_key(key, regime), regime


def _schedules(office: Office, ward: WardView, key: str) -> list[Schedule]:
    """How such periods are reported: as the indicators say that are; none are, as the ward usually does."""
    preset = office.rules.preset
    kind = period_from_key(key, office.regimes[preset.regime]).kind
    rule = preset.due_rule if is_due_rule(preset.due_rule, kind) else Preset().due_rule
    usual = Schedule(kind, office.regimes[preset.regime], rule, preset.due_time)
    counted = [one for one in ward.items.values() if not one.is_task and not one.parts]
    used = [schedule_of(one, office) for one in counted if one.frequency == kind]
    fitting = [one for one in used if period_from_key(key, one.regime).key == key]
    order = {one: (not has_period(ward.year, one, key), one != usual) for one in fitting}
    return sorted(order, key=lambda one: order[one]) or [usual]


def _told_by(office: Office, ward: WardView, period: Period) -> Period:
    """The period that is reported on: of a longer one that no indicator is reported by, its last month."""
    if any(one.frequency == period.kind for one in ward.items.values() if not one.is_task and not one.parts):
        return period
    return period_containing(period.end, "month", office.regimes[office.rules.preset.regime])


def _closed_on(office: Office, ward: WardView, period: Period) -> date:
    """The first day on which the period is closed for some indicator."""
    return min(
        closed_from(period_from_key(period.key, schedule.regime), schedule, ward.calendar)
        for schedule in _schedules(office, ward, period.key)
    )


def _until(turn: Turn, words: str) -> tuple[datetime, str]:
    """The day named, else in two working days; and the reason. Raises UserError for a day that is past."""
    found = find_date(words, turn.now, None)
    day = day_meant(found, turn.today)
    hour = turn.rules.preset.due_time
    if found is None or day is None or not texts.UNTIL.search(fold(words[: found.span[0]])):
        until = turn.ward.calendar.add_workdays(turn.today, WORKDAYS)
        return datetime.combine(until, hour, WARD_ZONE), texts.only_reason(words)
    until = datetime.combine(day, hour, WARD_ZONE)
    if until <= turn.now:
        raise UserError(texts.past(until))
    return until, texts.only_reason(without_day(words, found.span))


# --- opened --------------------------------------------------------------------------------------------


def _open(turn: Turn, period: Period, until: datetime, reason: str) -> Sequence[Reply]:
    row = Reopening(
        ward_id=turn.ward.id,
        period=period.key,
        reason=reason,
        opened_by_id=turn.person.id,
        at=turn.now,
        until=until,
    )
    turn.session.add(row)
    turn.session.flush()
    turn.note("period_reopened", period.key, after=f"{until.isoformat()} {reason}")
    told = _concerned(turn, period)
    letters = _letters(turn, told, texts.told_open(row, turn.person))
    return [Reply(texts.opened(row, len(letters))), *letters]


def _concerned(turn: Turn, period: Period) -> list[PersonView]:
    """The clerks, and who answers for what is reported in such periods: not for months of another clock."""
    counted = [item for item in turn.ward.items.values() if not item.is_task and not item.parts]
    same = [one for one in counted if one.frequency == period.kind and _has(turn, one, period)]
    owners = (turn.ward.acting(one.owner_id) for one in same)
    wanted = dict.fromkeys([*turn.ward.with_role("clerk"), *(one for one in owners if one is not None)])
    return [one for one in wanted if one.id != turn.person.id]


def _has(turn: Turn, item: ItemView, period: Period) -> bool:
    return has_period(turn.ward.year, schedule_of(item, turn.office), period.key)


def _letters(turn: Turn, to: Sequence[PersonView], text: str) -> list[Reply]:
    loud = turn.loud
    reached = [one for one in to if turn.reaches(one)]
    return [Reply(text, to=one.id, silent=not loud) for one in reached]
