"""A task said to be done: confirmed, or returned with what is missing and a day for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db import confirmations, evidence, figures
from db.item_view import ItemView
from db.models import Confirmation, Progress
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.deciding.request import KIND, Request, asked_or_last, in_plan, item_of, known
from handlers.office import new_year
from handlers.standings.standing import standing_of
from handlers.subject import day_meant
from handlers.texts.acting import in_name_of
from handlers.texts.common import named
from handlers.texts.deciding import completion as texts
from handlers.texts.deciding.waiting import AGREE, CONFIRM, REFUSE, RETURN, verdict_in
from handlers.texts.extensions.asked import day_label
from handlers.turn import Ask, Reply, Turn

MARK = "h"
UNDERSTOOD = frozenset({AGREE, CONFIRM, REFUSE, RETURN})
NOUN = texts.NOUN
ACT = texts.ACT
OFFERED = (1, 3, 5)
"""Working days from now that are offered for what is missing."""


def waiting(session: Session, ward: WardView) -> Iterable[Request]:
    """Completions that wait, of tasks that are still in the plan."""
    rows = confirmations.waiting(session, ward.id, "completion")
    return [request_of(session, row, ward) for row in in_plan(rows, ward)]


def about(session: Session, ward: WardView, item: ItemView) -> Sequence[Request]:
    """What waits for a task, else the last that was decided."""
    rows = confirmations.of_item(session, item.id, "completion")
    return [request_of(session, row, ward) for row in asked_or_last(rows)]


def find(session: Session, ward: WardView, number: int) -> Request | None:
    """The completion with this number."""
    row = known(session.get(Confirmation, number), ward)
    return request_of(session, row, ward) if row is not None and row.progress_id is not None else None


def request_of(session: Session, row: Confirmation, ward: WardView) -> Request:
    """A completion as a request of who answers for the task."""
    owner = progress_of(session, row).person_id or 0
    return Request(MARK, row.id, (item_of(row, ward),), owner, row.asked_at, row.state == "asked")


def progress_of(session: Session, row: Confirmation) -> Progress:
    """What was said, and when."""
    return session.get_one(Progress, row.progress_id)


def _said_by(said: Progress, ward: WardView) -> str:
    """Who said it, and in whose name: "chị Lan (thay anh Minh)"."""
    owner, by = ward.who(said.person_id), ward.who(said.entered_by_id)
    return named(owner) if by is None else in_name_of(by, owner if owner != by else None)


def deciders(ward: WardView, request: Request) -> Sequence[PersonView]:
    """Who is named for the task or in charge of it, then the chair."""
    return rights.deciders(ward, request.item)


def line(session: Session, ward: WardView, request: Request) -> str:
    """The request in a list."""
    row = session.get_one(Confirmation, request.number)
    kept = evidence.counted(session, [request.item.id], of_results=True).get(request.item.id)
    said = progress_of(session, row)
    return texts.line(row, said, request.item, _said_by(said, ward), kept)


def label(ward: WardView, request: Request) -> str:
    """The request on a button."""
    return texts.label(request.item, ward.who(request.asked_by_id))


def letter(turn: Turn, request: Request, to: PersonView) -> Reply:
    """Who has done what, when, in time or not, what goes with it."""
    row = turn.session.get_one(Confirmation, request.number)
    one, said = standing_of(turn, request.item), progress_of(turn.session, row)
    kept = evidence.counted(turn.session, [request.item.id], of_results=True).get(request.item.id)
    coming = evidence.coming(turn.session, request.item.id)
    text = texts.submitted(one, row, said, _said_by(said, turn.ward), to, kept, coming)
    choices = [
        Choice(texts.confirm_label(request.item), f"/duyet #{request.ref} xac nhan"),
        Choice(texts.return_label(request.item), f"/duyet #{request.ref} tra lai"),
    ]
    if kept or coming:
        choices.append(Choice(texts.evidence_label(request.item), f"/minhchung {request.item.key}"))
    return Reply(text, choices=tuple(choices), items=request.keys)


def letter_of_several(turn: Turn, requests: Sequence[Request], to: PersonView) -> Reply:
    """What one message hands in, in one letter: all of it confirmed by one key, or each looked at."""
    rows = [turn.session.get_one(Confirmation, one.number) for one in requests]
    who = _said_by(progress_of(turn.session, rows[0]), turn.ward)
    told = [(one.item, progress_of(turn.session, row)) for one, row in zip(requests, rows, strict=True)]
    keys = [one.item.key for one in requests]
    everything = Choice(texts.confirm_all_label(len(keys)), f"/duyet xac nhan {', '.join(keys)}")
    each = (Choice(texts.look_label(one.item), f"/duyet #{one.ref}") for one in requests)
    text = texts.several_submitted(told, who, to)
    return Reply(text, choices=(everything, *each), items=tuple(keys), to=to.id, silent=not turn.loud)


# --- the decision ------------------------------------------------------------------------------------


def decide(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
    """Confirm, return, or ask what is missing and until when."""
    row = turn.session.get_one(Confirmation, request.number)
    if not request.open and row.state == "confirmed" and verdict in {RETURN, REFUSE}:
        return _take_back(turn, request, row, words)
    if not request.open:
        return [_decided_before(turn, row, request.item)]
    if verdict in {AGREE, CONFIRM}:
        return _write(turn, row, request.item, "confirmed", words, None)
    return _return(turn, request, row, words)


def _take_back(turn: Turn, request: Request, row: Confirmation, words: str) -> Sequence[Reply]:
    """What was confirmed comes back after all, with what is missing and a day; the journal keeps both."""
    item = request.item
    last = confirmations.of_item(turn.session, item.id, "completion")[-1]
    told = progress_of(turn.session, row)
    newest = figures.latest_progress(turn.session, [item.id], turn.now).get(item.id)
    if last.id != row.id or newest is None or newest.id != told.id:
        return [_decided_before(turn, row, item)]
    reason, day = _reason_and_day(turn, words)
    due = standing_of(turn, item).due
    day = day or (due.date() if due is not None and due.date() >= turn.today else None)
    if not reason or day is None or day < turn.today:
        return [Reply(texts.how_to_take_back(item), items=(item.key,))]
    return _write(turn, row, item, "returned", reason, day, was="confirmed")


def _return(turn: Turn, request: Request, row: Confirmation, words: str) -> Sequence[Reply]:
    """With what is missing, until the day named, the day that holds anyhow, or one that is asked for."""
    reason, day = _reason_and_day(turn, words)
    if not reason:
        return [_ask(request, texts.what_is_missing(request.item), "", day)]
    if day is not None and day < turn.today:
        return [_ask_day(turn, request, texts.past_day(day), reason)]
    due = standing_of(turn, request.item).due
    if day is None and due is not None and due.date() >= turn.today:
        return _write(turn, row, request.item, "returned", reason, due.date())
    if day is None:
        return [_ask_day(turn, request, texts.until_when(request.item), reason)]
    return _write(turn, row, request.item, "returned", reason, day)


def _reason_and_day(turn: Turn, words: str) -> tuple[str, date | None]:
    """ "thiếu danh sách tổ 9, đến 07/12": a day to finish by stands after "đến", "trước", "hạn".

    A day that is said otherwise is part of what lacks: "thiếu biên bản ngày 12/11".
    """
    for start in (0, words.rfind(",") + 1):
        found = find_date(words[start:], turn.now, None)
        if not isinstance(found, DateReading):
            continue
        first, after = (start + place for place in found.span)
        before = fold(words[:first])
        leads = texts.LEADS_TO_DAY.search(before)
        if leads or found.modifier in texts.BY:
            leads = leads or texts.BEFORE_BY.search(before)
            left = f"{words[: leads.start() if leads else first]} {words[after:]}"
            return " ".join(left.split()).strip(texts.AROUND), day_meant(found, turn.today)
    return words.strip(texts.AROUND), None


def _ask(request: Request, text: str, reason: str, day: date | None, choices: Sequence[Choice] = ()) -> Reply:
    payload = {"requests": [request.ref], "item": request.item.key, "reason": reason}
    payload |= {"day": day.isoformat()} if day else {}
    every = (*choices, Choice(texts.LATER, ""))
    return Reply(text, choices=every, ask=Ask(KIND, payload), items=request.keys)


def _ask_day(turn: Turn, request: Request, text: str, reason: str) -> Reply:
    days = [turn.ward.calendar.add_workdays(turn.today, ahead) for ahead in OFFERED]
    choices = [Choice(day_label(day), day.isoformat()) for day in days]
    return _ask(request, text, reason, None, choices)


def picked(turn: Turn, request: Request, payload: Mapping[str, Any], data: str) -> Sequence[Reply]:
    """Until which day, or that it is put off."""
    if not data:
        return [Reply(texts.put_off())]
    row = turn.session.get_one(Confirmation, request.number)
    return _write(turn, row, request.item, "returned", payload["reason"], date.fromisoformat(data))


def answered(turn: Turn, request: Request, payload: Mapping[str, Any]) -> Sequence[Reply] | None:
    """What is missing, or the day, was typed; None when the text is something else."""
    verdict, words = verdict_in(turn.words)
    if verdict in {AGREE, CONFIRM}:
        return decide(turn, request, verdict, words)
    row = turn.session.get_one(Confirmation, request.number)
    if not request.open:
        return [_decided_before(turn, row, request.item)]
    if payload["reason"] and verdict in {RETURN, REFUSE}:
        said = _reason_and_day(turn, words)
        if said[0] and said[1]:
            return _return(turn, request, row, words)
    if payload["reason"]:
        found = find_date(turn.words, turn.now, None, expected=True)
        day = day_meant(found, turn.today)
        if day is None:
            return None
        return _return(turn, request, row, f"{payload['reason']}, {texts.until(day)}")
    words = words if verdict in {RETURN, REFUSE} else turn.words
    day = date.fromisoformat(payload["day"]) if payload.get("day") else None
    return _return(turn, request, row, f"{words}, {texts.until(day)}" if day else words)


def _write(
    turn: Turn,
    row: Confirmation,
    item: ItemView,
    state: str,
    words: str,
    due: date | None,
    was: str = "asked",
) -> Sequence[Reply]:
    """Decide, once; tell who answers for the task, and which later deadline a day for what lacks replaces."""
    before = standing_of(turn, item).due
    if not confirmations.decide(turn.session, row, state, turn.person.id, turn.now, words or None, due, was):
        return [_decided_before(turn, row, item)]
    turn.note(f"completion_{state}", item.key, after=f"{due.isoformat()} {words}" if due else words or None)
    goes_on = new_year.go_on(turn, item) if state == "returned" else None
    after = f"\n{texts.goes_on(item.key, goes_on, turn.ward.year + 1)}" if goes_on else ""
    item = replace(item, key=goes_on or item.key)
    owner = turn.ward.acting(progress_of(turn.session, row).person_id)
    reached = turn.reaches(owner)
    moment = datetime.combine(due, item.due_time, WARD_ZONE) if due else None
    held = before.date() if before and due and before.date() > due else None
    replies = [
        Reply(texts.receipt(item, row, moment, owner, told=reached, held=held) + after, items=(item.key,))
    ]
    if owner is not None and reached and owner != turn.person:
        by = in_name_of(turn.person, rights.decides_for(turn.ward, turn.person, item))
        said = texts.result(standing_of(turn, item), row, moment, by, held) + after
        replies.append(Reply(said, to=owner.id, items=(item.key,), silent=not turn.loud))
    return replies


def _decided_before(turn: Turn, row: Confirmation, item: ItemView) -> Reply:
    return Reply(texts.decided_before(item, row, turn.ward.who(row.decided_by_id)))
