"""More time for an item: granted as asked, until another day, or refused with an opinion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.ladder import days_late
from bot.domain.message import Choice
from bot.domain.reading.dates import find_date
from bot.domain.reading.words import fold
from bot.domain.reminding import next_told
from bot.domain.workdays import WARD_ZONE
from db import audit, extensions, people
from db.item_view import ItemView
from db.models import Extension
from db.ward_view import PersonView, WardView
from handlers import finding, rights
from handlers.deciding.request import KIND, Request, asked_or_last, in_plan, item_of, known
from handlers.standings.duties import duty_of
from handlers.standings.standing import Standing, standing_of
from handlers.subject import day_meant, without_day
from handlers.texts.acting import in_name_of
from handlers.texts.common import day_off, named
from handlers.texts.deciding import extension as texts
from handlers.texts.deciding.waiting import AFTER, AGREE, REFUSE, UNTIL, verdict_in
from handlers.texts.extensions import withdraw as withdraw_texts
from handlers.texts.extensions.asked import day_label
from handlers.turn import Ask, Reply, Turn

MARK = "g"
UNDERSTOOD = frozenset({AGREE, REFUSE, UNTIL})
MONTH = 32
ASKED = "extension_asked"
"""What the audit log calls a request."""
NOUN = texts.NOUN
ACT = texts.ACT


def waiting(session: Session, ward: WardView) -> Iterable[Request]:
    """Extensions that wait, of items that are still in the plan."""
    return [request_of(row, ward) for row in in_plan(extensions.waiting(session, ward.id), ward)]


def about(session: Session, ward: WardView, item: ItemView) -> Sequence[Request]:
    """What waits for an item, else the last that was asked."""
    return [request_of(row, ward) for row in asked_or_last(extensions.of_item(session, item.id))]


def find(session: Session, ward: WardView, number: int) -> Request | None:
    """The extension with this number."""
    row = known(session.get(Extension, number), ward)
    return request_of(row, ward) if row is not None else None


def request_of(row: Extension, ward: WardView) -> Request:
    """An extension as a request."""
    item = item_of(row, ward)
    return Request(MARK, row.id, (item,), row.asked_by_id, row.asked_at, row.state == "asked")


def deciders(ward: WardView, request: Request) -> Sequence[PersonView]:
    """Who is named for the item or in charge of it, then the chair."""
    return rights.deciders(ward, request.item)


def line(session: Session, ward: WardView, request: Request) -> str:
    """The request in a list."""
    row = session.get_one(Extension, request.number)
    return texts.line(row, request.item, _asker(session, ward, row))


def label(ward: WardView, request: Request) -> str:
    """The request on a button."""
    return texts.label(request.item, ward.who(request.asked_by_id))


def letter(turn: Turn, request: Request, to: PersonView) -> Reply:
    """Who asks for what, why, how often before."""
    row, one = turn.session.get_one(Extension, request.number), standing_of(turn, request.item)
    late = late_when_asked(turn, row, request.item)
    asker = _asker(turn.session, turn.ward, row)
    text = texts.submitted(row, one, asker, to, one.extended.times, late)
    return Reply(text, choices=_choices(request, row), items=request.keys)


def _asker(session: Session, ward: WardView, row: Extension) -> str:
    """Who asks, and in whose name: "chị Lan (thay anh Minh)"."""
    owner = ward.who(row.asked_by_id)
    by = ward.who(audit.who_did(session, ward.id, ASKED, row.inbox_id))
    return named(owner) if by is None else in_name_of(by, owner if owner != by else None)


def _choices(request: Request, row: Extension) -> tuple[Choice, ...]:
    """What can be decided: the same as typing it, so that it works for as long as the request waits."""
    return (
        Choice(texts.agree_label(request.item, row), f"/duyet #{request.ref} dong y"),
        Choice(texts.refuse_label(request.item), f"/duyet #{request.ref} khong dong y"),
        Choice(texts.other_day_label(request.item), f"/duyet #{request.ref} den"),
    )


def late_when_asked(turn: Turn, row: Extension, item: ItemView) -> int | None:
    """Working days after the deadline at which more time was asked for; None when it was in time."""
    if row.asked_at <= datetime.combine(row.old_due, item.due_time, WARD_ZONE):
        return None
    return days_late(row.old_due, row.asked_at.date(), turn.ward.calendar)


def written(turn: Turn, one: Standing, asked_by_id: int, day: date, reason: str) -> Extension:
    """A request for more time, written down. ValueError for an item without a deadline."""
    if one.due is None:
        raise ValueError("nothing to extend")
    row = Extension(
        ward_id=turn.ward.id,
        item_id=one.item.id,
        period=one.period.key if one.period else None,
        asked_by_id=asked_by_id,
        asked_at=turn.now,
        old_due=one.due.date(),
        asked_due=day,
        reason=reason,
        inbox_id=turn.inbox_id,
        state="asked",
    )
    turn.session.add(row)
    turn.session.flush()
    return row


# --- the decision ------------------------------------------------------------------------------------


def decide(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
    """Grant, refuse, or ask for the day or the opinion that is missing."""
    row = turn.session.get_one(Extension, request.number)
    if not request.open:
        return [_decided_before(turn, row, request.item)]
    if verdict == AGREE and (until := texts.ONLY_UNTIL.match(fold(words))):
        verdict, words = UNTIL, words[until.end() :].strip(AFTER)
    if verdict == AGREE:
        return _agree(turn, request, row, words)
    if verdict == UNTIL:
        return _until(turn, request, row, words)
    if words:
        return _write(turn, row, request.item, None, words)
    choices = (Choice(texts.NO_WORDS, "none"), Choice(texts.LATER, "later"))
    return [_ask(request, texts.opinion(request.item), REFUSE, choices)]


def _ask(request: Request, text: str, verdict: str, choices: Sequence[Choice] = (), words: str = "") -> Reply:
    payload = {"requests": [request.ref], "item": request.item.key, "verdict": verdict, "words": words}
    return Reply(text, choices=tuple(choices), ask=Ask(KIND, payload), items=request.keys)


def _agree(turn: Turn, request: Request, row: Extension, words: str) -> Sequence[Reply]:
    """Granted as asked; with another day in the words it is asked which of the two is meant."""
    day = day_meant(find_date(words, turn.now, row.old_due), turn.today) if words else None
    if day is None or day == row.asked_due:
        return _write(turn, row, request.item, row.asked_due, words)
    choices = [Choice(day_label(row.asked_due), row.asked_due.isoformat())]
    if _wrong(day, row, words, turn.today) is None:
        choices.append(Choice(day_label(day), day.isoformat()))
    return [_ask(request, texts.which_day(request.item), UNTIL, choices, words)]


def _until(turn: Turn, request: Request, row: Extension, words: str) -> Sequence[Reply]:
    if not words:
        return [_ask(request, texts.which_day(request.item), UNTIL)]
    words = without_tail(words)
    found = find_date(words, turn.now, row.old_due, expected=True)
    day = day_in(turn, row, words)
    wrong = _wrong(day, row, words, turn.today)
    if wrong or day is None or found is None:
        return [_ask(request, wrong or texts.unreadable_day(words), UNTIL)]
    return _write(turn, row, request.item, day, _opinion(without_day(words, found.span)))


def day_in(turn: Turn, row: Extension, words: str) -> date | None:
    """The day that the words name: a "22" or a "thứ tư" is the first one behind the old deadline."""
    words = without_tail(words)
    found = find_date(words, turn.now, row.old_due, expected=True)
    day = _weekday_later(day_meant(found, turn.today), row, words)
    if day is None or day > row.old_due or not words.strip(" .").isdecimal():
        return day
    ahead = [row.old_due + timedelta(days=days) for days in range(1, MONTH)]
    return next((one for one in ahead if one.day == day.day), day)


def without_tail(words: str) -> str:
    """ "25 thôi" is "25"."""
    return words[: len(texts.TAIL.sub("", fold(words)))]


def _weekday_later(day: date | None, row: Extension, words: str) -> date | None:
    """ "Thứ tư" alone: the first one behind the old deadline, where no earlier one can be meant."""
    if day is None or day > row.old_due or not texts.WEEKDAY.fullmatch(fold(words).strip(" .!")):
        return day
    return day + timedelta(weeks=(row.old_due - day).days // 7 + 1)


def _opinion(words: str) -> str:
    """What is said beside the day: no "thôi", no "NV-007"."""
    said = finding.without_codes(words).strip(AFTER)
    return "" if texts.NO_OPINION.fullmatch(fold(said)) else said


def _wrong(day: date | None, row: Extension, words: str, today: date) -> str | None:
    """Why a day cannot be the new deadline; None when it can."""
    if day is None:
        return texts.unreadable_day(words)
    if day < today:
        return texts.past_day(day)
    return texts.not_later(day, row) if day <= row.old_due else None


def picked(turn: Turn, request: Request, payload: Mapping[str, Any], data: str) -> Sequence[Reply]:
    """Which day, that no opinion goes with a refusal, or that it is put off."""
    row = turn.session.get_one(Extension, request.number)
    if data == "later":
        return [Reply(texts.put_off())]
    due = None if data == "none" else date.fromisoformat(data)
    return _write(turn, row, request.item, due, str(payload.get("words", "")))


def answered(turn: Turn, request: Request, payload: Mapping[str, Any]) -> Sequence[Reply] | None:
    """The day, or the opinion, was typed; None when the text is something else."""
    verdict, words = verdict_in(turn.words)
    row = turn.session.get_one(Extension, request.number)
    dated = find_date(words, turn.now, row.old_due, expected=True) is not None
    if payload["verdict"] == REFUSE and (verdict not in UNDERSTOOD or (verdict == UNTIL and not dated)):
        verdict, words = REFUSE, turn.words
    elif verdict is None and dated:
        verdict = UNTIL
    return decide(turn, request, verdict, words) if verdict in UNDERSTOOD else None


def _write(turn: Turn, row: Extension, item: ItemView, due: date | None, words: str) -> Sequence[Reply]:
    """Decide, once: the second of two who decide at the same moment is told what the first one said."""
    if not extensions.decide(turn.session, row, turn.person.id, turn.now, due, words or None):
        return [_decided_before(turn, row, item)]
    turn.note(
        "extension_granted" if due else "extension_refused",
        item.key,
        before=row.old_due.isoformat(),
        after=due.isoformat() if due else row.words,
    )
    return _told(turn, row, item)


def grant(turn: Turn, one: Standing, day: date, words: str) -> Sequence[Reply]:
    """More time that nobody asked for, of an item that has a deadline: who decides gives it by himself."""
    row = written(turn, one, one.item.owner_id or turn.person.id, day, words)
    return _write(turn, row, one.item, day, "")


def granted(turn: Turn, item: ItemView) -> Extension | None:
    """The last extension of an item, when it was granted and this person may set another day."""
    rows = extensions.of_item(turn.session, item.id)
    row = rows[-1] if rows else None
    known = row is not None and row.state == "granted"
    return row if known and turn.person in rights.deciders(turn.ward, item) else None


def _decided_before(turn: Turn, row: Extension, item: ItemView) -> Reply:
    if row.state == "withdrawn":
        return Reply(withdraw_texts.withdrawn(item, turn.ward.who(row.asked_by_id)))
    return Reply(texts.decided_before(item, row, turn.ward.who(row.decided_by_id)))


def _told(turn: Turn, row: Extension, item: ItemView) -> Sequence[Reply]:
    one = standing_of(turn, item)
    due = datetime.combine(row.decided_due or row.old_due, item.due_time, WARD_ZONE)
    asker = turn.ward.acting(row.asked_by_id, people.reachable(turn.session, turn.ward.id))
    reached, off = turn.reaches(asker), day_off(due, turn.ward)
    text = texts.receipt(item, row, due, asker, off, told=reached)
    replies = [Reply(text, items=(item.key,))]
    if asker is not None and reached and asker != turn.person:
        duty = duty_of(one)
        again = next_told(duty, turn.today, turn.rules, turn.ward.calendar) if duty else None
        late = days_late(due.date(), turn.today, turn.ward.calendar)
        by = in_name_of(turn.person, rights.decides_for(turn.ward, turn.person, item))
        said = texts.result(item, row, due, by, again, late, off)
        replies.append(Reply(said, to=asker.id, items=(item.key,), silent=not turn.loud))
    return replies
