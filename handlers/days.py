"""/ngaynghi and /ngaylambu: a day off or a make-up day, at once; everything due is worked out anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import delete

from bot.domain.reading.dates import DateReading, find_date
from db import audit
from db.models import SpecialDay
from db.ward_view import bump
from handlers.texts import days as texts
from handlers.turn import Reply, Turn, UserError

LONGEST = 14


def day_off(turn: Turn) -> Sequence[Reply]:
    """/ngaynghi <ngày hoặc khoảng ngày> [lý do]."""
    return _set(turn, works=False)


def make_up_day(turn: Turn) -> Sequence[Reply]:
    """/ngaylambu <ngày> [lý do]."""
    return _set(turn, works=True)


def _set(turn: Turn, *, works: bool) -> Sequence[Reply]:
    if not turn.words:
        return [Reply(texts.usage(works=works))]
    found = find_date(turn.words, turn.now, expected=True)
    if not isinstance(found, DateReading):
        raise UserError(texts.unreadable(turn.words, works=works))
    chosen = _days(found)
    if len(chosen) > LONGEST:
        raise UserError(texts.too_long(LONGEST))
    if chosen[-1] < turn.today:
        raise UserError(texts.past(chosen[-1]))
    start, end = found.span
    reason = (turn.words[:start] + turn.words[end:]).strip(" .,;:-")
    changed = [day for day in chosen if turn.ward.calendar.is_workday(day) != works]
    for day in changed:
        _write(turn, day, works=works, reason=reason)
    if changed:
        bump(turn.session, turn.ward.id)
    return [Reply(texts.done(changed, chosen, works=works, reason=reason))]


def _days(found: DateReading) -> list[date]:
    return [found.start + timedelta(days=step) for step in range((found.end - found.start).days + 1)]


def _write(turn: Turn, day: date, *, works: bool, reason: str) -> None:
    turn.session.execute(delete(SpecialDay).where(SpecialDay.ward_id == turn.ward.id, SpecialDay.day == day))
    turn.session.add(
        SpecialDay(
            ward_id=turn.ward.id,
            day=day,
            works=works,
            reason=reason or None,
            entered_by_id=turn.person.id,
            at=turn.now,
        )
    )
    audit.note(
        turn.session,
        turn.now,
        "make_up_day" if works else "day_off",
        day.isoformat(),
        ward_id=turn.ward.id,
        person_id=turn.person.id,
        after=reason or None,
        inbox_id=turn.inbox_id,
    )
