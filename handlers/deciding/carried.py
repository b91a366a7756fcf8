"""A new deadline for a task of last year's plan whose own is over: by who decides on it, or the clerk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.reading.dates import find_date
from bot.domain.workdays import WARD_ZONE
from db import carried, people
from db.item_view import ItemView
from db.models import Item
from db.ward_loading import bump
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.deciding.request import KIND, Request
from handlers.subject import day_meant
from handlers.texts.deciding import carried as texts
from handlers.texts.deciding.waiting import UNTIL, verdict_in
from handlers.turn import Ask, Reply, Turn

MARK = "c"
UNDERSTOOD = frozenset({UNTIL})
NOUN = texts.NOUN
ACT = texts.ACT


def waiting(session: Session, ward: WardView) -> Iterable[Request]:
    """Tasks that came over from last year without a deadline, and are not done."""
    items = {one.id: one for one in ward.items.values() if one.carried and one.carried.due and not one.due_on}
    since = carried.undated(session, ward.id, items) if items else {}
    return [Request(MARK, key, (items[key],), 0, at, open=True) for key, at in since.items()]


def about(session: Session, ward: WardView, item: ItemView) -> Sequence[Request]:
    """The task, when it waits."""
    return [one for one in waiting(session, ward) if one.item == item]


def find(session: Session, ward: WardView, number: int) -> Request | None:
    """The task with this id that came over from last year."""
    item = ward.by_id.get(number)
    if item is None or item.carried is None:
        return None
    since = carried.undated(session, ward.id, [number])
    at = since.get(number, datetime.min.replace(tzinfo=WARD_ZONE))
    return Request(MARK, number, (item,), 0, at, number in since)


def deciders(ward: WardView, request: Request) -> Sequence[PersonView]:
    """Who decides on the task's extensions; the clerk enters what was decided on paper."""
    return list(dict.fromkeys([*rights.deciders(ward, request.item), *rights.clerks(ward)]))


def line(session: Session, ward: WardView, request: Request) -> str:  # noqa: ARG001 - as every kind
    """The task in a list."""
    return texts.line(request.item)


def label(ward: WardView, request: Request) -> str:  # noqa: ARG001 - as every kind
    """The task on a button."""
    return texts.label(request.item)


def letter(turn: Turn, request: Request, to: PersonView) -> Reply:
    """What the task is, who answers for it, since when it is over."""
    choices = (Choice(texts.day_label(request.item), f"/duyet #{request.ref} den"),)
    return Reply(texts.submitted(request.item, turn.ward, to), choices=choices, items=request.keys)


# --- the decision ------------------------------------------------------------------------------------


def decide(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:  # noqa: ARG001
    """Set the day, or ask for it."""
    item = request.item
    if not request.open:
        return [Reply(texts.set_before(item, turn.session.get_one(Item, item.id).due_on))]
    day = day_meant(find_date(words, turn.now, turn.today, expected=True), turn.today) if words else None
    if day is not None and day >= turn.today:
        return _set(turn, item, day)
    text = texts.which_day(item) if not words else texts.no_day(item, words, day)
    return [Reply(text, ask=Ask(KIND, {"requests": [request.ref], "item": item.key}), items=request.keys)]


def picked(*_asked: object) -> Sequence[Reply]:
    """No choices are offered under the question for the day."""
    return []


def answered(turn: Turn, request: Request, payload: Mapping[str, Any]) -> Sequence[Reply] | None:  # noqa: ARG001
    """The day was typed; None when the text is something else."""
    verdict, words = verdict_in(turn.words)
    dated = find_date(words, turn.now, turn.today, expected=True) is not None
    return decide(turn, request, UNTIL, words) if verdict == UNTIL or (verdict is None and dated) else None


def _set(turn: Turn, item: ItemView, day: date) -> Sequence[Reply]:
    """The day holds from now on; who answers for the task is told."""
    turn.session.get_one(Item, item.id).due_on = day
    turn.note(
        "carried_due",
        item.key,
        before=item.carried.due.isoformat() if item.carried and item.carried.due else None,
        after=day.isoformat(),
    )
    bump(turn.session, turn.ward.id)
    due = datetime.combine(day, item.due_time, WARD_ZONE)
    told = turn.ward.acting(item.owner_id, people.reachable(turn.session, turn.ward.id))
    reached = told != turn.person and turn.reaches(told)
    replies = [Reply(texts.receipt(item, due, told, told_now=reached), items=(item.key,))]
    if told is not None and reached:
        said = texts.result(item, due, turn.person, told)
        replies.append(Reply(said, to=told.id, items=(item.key,), silent=not turn.loud))
    return replies
