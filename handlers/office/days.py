"""/ngaynghi and /ngaylambu: a day off or a make-up day, at once; everything due is worked out anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import delete, select

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from bot.domain.workdays import SATURDAY, WorkCalendar
from db import questions
from db.models import Question, SpecialDay
from db.ward_loading import bump, load
from db.ward_view import WardView
from handlers.office import days_and_deadlines
from handlers.standings.standing import awaited
from handlers.texts import yes_no
from handlers.texts.office import days as texts
from handlers.texts.office import days_in_words as told_texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "day_off"
LONGEST = 14
FAR = timedelta(days=200)
"""A day without a year that lies further ahead than this is more likely one that is past."""


def day_off(turn: Turn) -> Sequence[Reply]:
    """/ngaynghi <ngày hoặc khoảng ngày> [lý do]; "23/11 hoán đổi sang 28/11" sets both days."""
    return _set(turn, works=False)


def make_up_day(turn: Turn) -> Sequence[Reply]:
    """/ngaylambu <ngày> [lý do]; "28/11 làm bù cho 23/11" sets both days."""
    return _set(turn, works=True)


def names_two(_turn: Turn, words: str) -> bool:
    """True for "23/11 sang 28/11"."""
    return texts.TO.search(words) is not None


def swap(turn: Turn) -> Sequence[Reply]:
    """ "Hoán đổi ngày 23/11 sang 28/11": the first is off, the second worked."""
    between = texts.TO.search(turn.words)
    if between is None:
        return [Reply(texts.usage(works=False))]
    return _swap(turn, turn.words[: between.start()], turn.words[between.end() :], works=False)


def _set(turn: Turn, *, works: bool) -> Sequence[Reply]:
    if not turn.words:
        return [Reply(texts.usage(works=works, coming=[] if works else _coming(turn)))]
    if texts.THAT_DAY.fullmatch(fold(turn.words).strip(" .!")) and (
        last := _entered_last(turn, works=not works)
    ):
        turn.words = f"{last.day:%d/%m/%Y}"
    if swap := texts.SWAP.search(turn.words) or texts.MOVED.search(turn.words):
        return _swap(turn, turn.words[: swap.start()], turn.words[swap.end() :], works=works)
    chosen, reason = _chosen(turn, turn.words, works=works)
    if texts.TAKEN_BACK.fullmatch(fold(reason)):
        works, reason = not works, ""
    if chosen[-1] < turn.today:
        raise UserError(texts.past(chosen[-1]))
    settled = [day for day in chosen if day in turn.ward.calendar.estimated]
    past, coming = [[day for day in chosen if (day < turn.today) is gone] for gone in (True, False)]
    before = _dues(turn, turn.ward)
    changed = _write(turn, coming, works=works, reason=reason)
    moved = _moved(turn, before) if changed else []
    said = texts.done(changed, coming, settled, past=past, works=works, reason=reason, moved=moved)
    return _with_deadlines(turn, said, changed, works=works)


def _with_deadlines(turn: Turn, said: str, off: Sequence[date], *, works: bool) -> list[Reply]:
    """The receipt, with what days off do to deadlines, and what leaders are told of it."""
    if works:
        return [Reply(said)]
    calendar = turn.ward.calendar
    for day in off:
        calendar = calendar.with_special(day, works=False)
    lines, letters = days_and_deadlines.told(turn, off, calendar)
    first, last = said.rsplit("\n", 1) if "\n" in said else (said, "")
    return [Reply("\n".join(filter(None, [first, *lines, last]))), *letters]


def _dues(turn: Turn, ward: WardView) -> dict[str, date]:
    """By when what is awaited now is due, by item."""
    leaves = [item for item in ward.items.values() if not item.parts]
    found = awaited(turn.session, turn.now, turn.office, ward, leaves)
    return {key: one.due.date() for key, one in found.items() if one.due is not None and not one.reported}


def _moved(turn: Turn, before: Mapping[str, date]) -> list[tuple[date, date, int]]:
    """From which day to which how many of them are put off, or brought forward, by the new calendar."""
    turn.session.flush()
    rules = turn.office.rules
    ward = load(
        turn.session, turn.ward.id, turn.today, turn.office.calendar, rules.closed, turn.office.regimes
    )
    after = _dues(turn, ward)
    pairs = Counter((day, after[key]) for key, day in before.items() if key in after and after[key] != day)
    return [(old, new, size) for (old, new), size in sorted(pairs.items())]


def proposed(chosen: Sequence[date], *, works: bool = False, why: str = "", half: bool = False) -> Reply:
    """Ask whether days that were told in words are to be written; without days, how to write them.

    `half`: a part of a day was named; only whole days are written.
    """
    text = texts.proposed(chosen, works=works, half=half)
    if not chosen:
        return Reply(text)
    choices = (Choice(texts.write_day(chosen, works=works), "yes"), Choice(texts.NO, ""))
    payload = {"words": f"{listed(chosen)} {why}".strip(), "works": works}
    return Reply(text, choices=choices, ask=Ask(KIND, payload))


def proposed_swap(off: Sequence[date], worked: Sequence[date]) -> Reply:
    """Ask whether a day is off for a day that is worked."""
    payload = {"words": told_texts.as_swap(listed(off), listed(worked)), "works": False}
    choices = (Choice(told_texts.WRITE_SWAP, "yes"), Choice(texts.NO, ""))
    return Reply(told_texts.swap(off, worked), choices, Ask(KIND, payload))


def is_moved(turn: Turn, first: Sequence[date], second: Sequence[date]) -> bool:
    """True when the first are off on weekdays and the second worked: "ngày nghỉ 24/11 chuyển sang 25/11"."""
    calendar = turn.ward.calendar
    off = all(day.weekday() < SATURDAY and not calendar.is_workday(day) for day in first)
    return off and all(calendar.is_workday(day) for day in second)


def listed(chosen: Sequence[date]) -> str:
    """Days as the command takes them."""
    return ", ".join(f"{day:%d/%m/%Y}" for day in chosen)


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """The days that were told are written, or not."""
    if place != 1:
        return [Reply(texts.not_written())]
    turn.words = question.payload["words"]
    return _set(turn, works=question.payload["works"])


def typed(turn: Turn, question: Question) -> Sequence[Reply] | int | None:
    """A yes, a no; "à không, thứ 6": another day is asked about. None for what says anything besides."""
    folded = fold(turn.words).strip(" .,!")
    if yes_no.YES.fullmatch(folded) or yes_no.NO.fullmatch(folded):
        return 1 if yes_no.YES.fullmatch(folded) else 2
    lead = texts.INSTEAD.match(fold(turn.words))
    words = turn.words[lead.end() if lead else 0 :]
    found = find_date(words, turn.now, expected=True)
    if not isinstance(found, DateReading) or (words[: found.span[0]] + words[found.span[1] :]).strip(" .,!"):
        return None
    questions.settle(question, turn.now)
    return [proposed([found.due], works=question.payload["works"])]


def _entered_last(turn: Turn, *, works: bool) -> SpecialDay | None:
    """The special day that this person entered last, within a day."""
    statement = (
        select(SpecialDay)
        .where(SpecialDay.ward_id == turn.ward.id, SpecialDay.entered_by_id == turn.person.id)
        .where(SpecialDay.works == works, SpecialDay.at >= turn.now - timedelta(days=1))
        .order_by(SpecialDay.at.desc(), SpecialDay.id.desc())
    )
    return turn.session.scalars(statement).first()


def _coming(turn: Turn) -> list[texts.Special]:
    return special_days(turn.ward.calendar, turn.today)


def special_days(calendar: WorkCalendar, first: date, last: date = date.max) -> list[texts.Special]:
    """The special days of a calendar from one day to another, days in a row with one name together."""
    found = list[texts.Special]()
    for day in sorted(day for day in calendar.off | calendar.work if first <= day <= last):
        one = texts.Special(
            day, day, calendar.names.get(day, ""), day in calendar.work, day in calendar.estimated
        )
        before = found[-1] if found else None
        if before is not None and before.goes_on(one):
            found[-1] = replace(before, last=day)
        else:
            found.append(one)
    return found


def _swap(turn: Turn, first: str, second: str, *, works: bool) -> Sequence[Reply]:
    """A day off for a day worked: the first is what the command is about, the second what it is paid with."""
    chosen, _ = _chosen(turn, first, works=works)
    other, _ = _chosen(turn, second, works=works)
    if max(*chosen, *other) < turn.today:
        raise UserError(texts.past(chosen[-1]))
    if not works and is_moved(turn, chosen, other):
        return [proposed_swap(other, chosen)]
    off, worked = (other, chosen) if works else (chosen, other)
    known = [day for day in (*off, *worked) if turn.ward.calendar.is_workday(day) == (day in worked)]
    reason = turn.words.strip(" .,;:-")
    before = _dues(turn, turn.ward)
    changed_off = _write(turn, [day for day in off if day >= turn.today], works=False, reason=reason)
    changed_worked = _write(turn, [day for day in worked if day >= turn.today], works=True, reason=reason)
    changed = bool(changed_off or changed_worked)
    moved = _moved(turn, before) if changed else []
    said = texts.swapped(off, worked, known, changed=changed, moved=moved)
    return _with_deadlines(turn, said, changed_off, works=False)


def _chosen(turn: Turn, words: str, *, works: bool) -> tuple[list[date], str]:
    """The days that the words name and what else they say. Raises UserError for none, too many, or doubt."""
    listed = texts.LISTED.match(words)
    if listed is not None:
        days = [_chosen(turn, one, works=works)[0] for one in texts.BETWEEN.split(listed[0])]
        return sorted({day for some in days for day in some}), words[listed.end() :].strip(" .,;:-")
    found = find_date(words, turn.now, expected=True)
    if not isinstance(found, DateReading):
        raise UserError(texts.unreadable(words, works=works))
    chosen = [found.start + timedelta(days=step) for step in range((found.end - found.start).days + 1)]
    if len(chosen) > LONGEST:
        raise UserError(texts.too_long(LONGEST))
    start, end = found.span
    if chosen[0] - turn.today > FAR and str(chosen[0].year) not in words[start:end]:
        raise UserError(texts.which_year(chosen[0]))
    return chosen, (words[:start] + words[end:]).strip(" .,;:-")


def _write(turn: Turn, days: Sequence[date], *, works: bool, reason: str) -> list[date]:
    """Set the days that are not so already, or only expected to be; return them."""
    calendar = turn.ward.calendar
    changed = [day for day in days if calendar.is_workday(day) != works or day in calendar.estimated]
    for day in changed:
        _write_one(turn, day, works=works, reason=reason)
    if changed:
        bump(turn.session, turn.ward.id)
    return changed


def _write_one(turn: Turn, day: date, *, works: bool, reason: str) -> None:
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
    turn.note("make_up_day" if works else "day_off", day.isoformat(), after=reason or None)
