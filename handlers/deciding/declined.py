"""A task that who got it asks to be rid of: it goes to somebody else, stays his, or is cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import declines, directives, people
from db.item_view import ItemView
from db.models import Decline
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.deciding.request import KIND, Request, asked_or_last, item_of, known
from handlers.office import assign
from handlers.texts.acting import in_name_of
from handlers.texts.deciding import declined as texts
from handlers.texts.deciding.waiting import AGREE, REFUSE, verdict_in
from handlers.turn import Ask, Reply, Turn

MARK = "t"
UNDERSTOOD = frozenset({AGREE, REFUSE})
NOUN = texts.NOUN
ACT = texts.ACT
OFFERED = 5


@dataclass(frozen=True, slots=True)
class Declined(Request):
    """`given_by_id`: who gave the order that made the task; None for a task of the plan."""

    given_by_id: int | None = None


def waiting(session: Session, ward: WardView) -> Iterable[Request]:
    """What waits, of tasks of this year's plan that are still his who said so."""
    rows = [row for row in declines.waiting(session, ward.id) if row.item_id in ward.by_id]
    return [_request(session, row, ward) for row in rows if ward.by_id[row.item_id].owner_id == row.person_id]


def about(session: Session, ward: WardView, item: ItemView) -> Sequence[Request]:
    """What waits of a task, else the last that was decided."""
    return [_request(session, row, ward) for row in asked_or_last(declines.of_item(session, item.id))]


def find(session: Session, ward: WardView, number: int) -> Request | None:
    """The request with this number."""
    row = known(session.get(Decline, number), ward)
    return _request(session, row, ward) if row is not None else None


def _request(session: Session, row: Decline, ward: WardView) -> Request:
    made = next((one for one in directives.of_item(session, row.item_id) if one.made), None)
    giver, asked = made.given_by_id if made is not None else None, row.state == "asked"
    return Declined(MARK, row.id, (item_of(row, ward),), row.person_id, row.at, asked, given_by_id=giver)


def put(turn: Turn, item: ItemView, reason: str) -> Request:
    """Write it down; what waited of the task before is replaced."""
    declines.settle(turn.session, item.id, "replaced", turn.now, None)
    row = Decline(
        ward_id=turn.ward.id,
        item_id=item.id,
        person_id=item.owner_id or turn.person.id,
        at=turn.now,
        reason=reason,
        inbox_id=turn.inbox_id,
        state="asked",
    )
    turn.session.add(row)
    turn.session.flush()
    return _request(turn.session, row, turn.ward)


def deciders(ward: WardView, request: Request) -> Sequence[PersonView]:
    """Who gave the order, or acts for him; then who decides on the task."""
    giver = ward.acting(request.given_by_id) if isinstance(request, Declined) else None
    others = rights.deciders(ward, request.item)
    return list(dict.fromkeys([giver, *others])) if giver is not None else others


def line(session: Session, ward: WardView, request: Request) -> str:
    """The request in a list."""
    row = session.get_one(Decline, request.number)
    return texts.line(row, request.item, ward.who(row.person_id))


def label(ward: WardView, request: Request) -> str:
    """The request on a button."""
    return texts.label(request.item, ward.who(request.asked_by_id))


def letter(turn: Turn, request: Request, to: PersonView) -> Reply:
    """Who asks to be rid of it, and why."""
    row, by = turn.session.get_one(Decline, request.number), turn.ward.who(request.asked_by_id)
    choices = (
        Choice(texts.give_label(request.item), f"/duyet #{request.ref} dong y"),
        Choice(texts.keep_label(request.item, by), f"/duyet #{request.ref} khong dong y"),
        Choice(texts.cancel_label(request.item), texts.cancels(request.item)),
    )
    return Reply(texts.put_before(request.item, row.reason, by, to), choices=choices, items=request.keys)


def gone_on(turn: Turn, rows: Iterable[Decline]) -> list[Reply]:
    """To who was asked: it needs no decision any more, since the official has gone on with it."""
    replies = []
    for row in rows:
        request = _request(turn.session, row, turn.ward)
        to = next((one for one in deciders(turn.ward, request) if turn.reaches(one)), None)
        if to is not None and to != turn.person:
            text = texts.gone_on(request.item, row, turn.ward.who(row.person_id), to)
            replies.append(Reply(text, to=to.id, items=request.keys, silent=not turn.loud))
    return replies


# --- the decision ------------------------------------------------------------------------------------


def decide(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
    """It goes to who is named, else it is asked to whom; or it stays his."""
    row = turn.session.get_one(Decline, request.number)
    if not request.open:
        return [Reply(texts.decided_before(request.item, row, turn.ward.who(row.decided_by_id)))]
    if verdict == REFUSE:
        return _keep(turn, request.item, words)
    taker = _person(turn, words)
    if taker is not None:
        return assign.hand_out(turn, [request.item], taker)
    choices = [Choice(one.name, str(one.id)) for one in _candidates(turn, request.item)]
    ask = Ask(KIND, {"requests": [request.ref], "item": request.item.key})
    every = (*choices, Choice(texts.LATER, ""))
    return [Reply(texts.to_whom(request.item), choices=every, ask=ask, items=request.keys)]


def _candidates(turn: Turn, item: ItemView) -> list[PersonView]:
    """People of the unit who can be reached, but who has it now."""
    reachable, unit = people.reachable(turn.session, turn.ward.id), rights.unit_of(turn.ward, item)
    near = [one for one in turn.ward.people.values() if one.unit_id == unit and one.id != item.owner_id]
    return [one for one in near if one.id in reachable and rights.may(one, "report")][:OFFERED]


def _person(turn: Turn, words: str) -> PersonView | None:
    """The one whom the words name, and nothing else."""
    said = texts.TO_WHOM.fullmatch(fold(words)) if words else None
    named = turn.ward.roster.begins(words[slice(*said.span("who"))]) if said else None
    if named is None or named.rest or len(named.people) != 1:
        return None
    return turn.ward.people[named.people[0]]


def _keep(turn: Turn, item: ItemView, words: str) -> Sequence[Reply]:
    """It stays his, who is told."""
    declines.settle(turn.session, item.id, "refused", turn.now, turn.person.id, words or None)
    turn.note("task_kept", item.key, after=words or None)
    owner = turn.ward.acting(item.owner_id, people.reachable(turn.session, turn.ward.id))
    reached = turn.reaches(owner) and owner != turn.person
    replies = [Reply(texts.kept(item, owner, words, reached=reached), items=(item.key,))]
    if owner is not None and reached:
        by = in_name_of(turn.person, rights.decides_for(turn.ward, turn.person, item))
        said = texts.told(item, by, words, owner)
        replies.append(Reply(said, to=owner.id, items=(item.key,), silent=not turn.loud))
    return replies


def picked(turn: Turn, request: Request, _payload: Mapping[str, Any], data: str) -> Sequence[Reply]:
    """Who gets it, or that it is put off."""
    taker = turn.ward.people.get(int(data)) if data else None
    if taker is None or not request.open:
        return [Reply(texts.put_off())] if request.open else decide(turn, request, AGREE, "")
    return assign.hand_out(turn, [request.item], taker)


def answered(turn: Turn, request: Request, _payload: Mapping[str, Any]) -> Sequence[Reply] | None:
    """Who gets it was typed, or another decision; None when the text is something else."""
    verdict, words = verdict_in(turn.words)
    if verdict in UNDERSTOOD:
        return decide(turn, request, verdict or AGREE, words)
    return decide(turn, request, AGREE, turn.words) if _person(turn, turn.words) is not None else None
