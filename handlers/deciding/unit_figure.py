"""A unit's figure of a collected indicator: its head confirms it, or returns it with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.periods import period_from_key
from db import confirmations, counting
from db.item_view import ItemView
from db.models import Confirmation, Figure
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.deciding.request import KIND, Request, asked_or_last, in_plan, item_of, known
from handlers.reporting import which_period
from handlers.standings.deadlines import schedule_of
from handlers.texts.deciding import figure as texts
from handlers.texts.deciding.waiting import AGREE, CONFIRM, REFUSE, RETURN, verdict_in
from handlers.turn import Ask, Reply, Turn

MARK = "s"
UNDERSTOOD = frozenset({AGREE, CONFIRM, REFUSE, RETURN})
NOUN = texts.NOUN
ACT = texts.ACT


def waiting(session: Session, ward: WardView) -> Iterable[Request]:
    """Figures that wait, of items that are still in the plan."""
    rows = confirmations.waiting(session, ward.id, "figure")
    return [request_of(session, row, ward) for row in in_plan(rows, ward)]


def about(session: Session, ward: WardView, item: ItemView) -> Sequence[Request]:
    """What waits for a unit's share, else the last that was decided."""
    rows = confirmations.of_item(session, item.id, "figure")
    return [request_of(session, row, ward) for row in asked_or_last(rows)]


def find(session: Session, ward: WardView, number: int) -> Request | None:
    """The figure to confirm with this number."""
    row = known(session.get(Confirmation, number), ward)
    return request_of(session, row, ward) if row is not None and row.figure_id is not None else None


def request_of(session: Session, row: Confirmation, ward: WardView) -> Request:
    """A figure as a request of who reports for the unit."""
    figure = figure_of(session, row)
    item, waits = item_of(row, ward), row.state == "asked"
    return Request(MARK, row.id, (item,), figure.person_id or 0, row.asked_at, waits, figure.period)


def figure_of(session: Session, row: Confirmation) -> Figure:
    """What is to be confirmed."""
    return session.get_one(Figure, row.figure_id)


def confirming(ward: WardView, item: ItemView, sender_id: int | None) -> Sequence[PersonView]:
    """Who confirms a unit's figure: the head of the unit that the share is of, nobody of another.

    The clerk where the unit has no head, or where who acts for its head sent the figure himself.
    """
    heads = [one for one in rights.heads_of(ward, item) if one.id != sender_id or _heads(one, item)]
    return heads or rights.clerks(ward)


def _heads(person: PersonView, item: ItemView) -> bool:
    """Tell who heads the unit himself from who acts for its head."""
    return person.has("unit_head") and person.unit_id == item.unit_id


def _why_clerk(ward: WardView, item: ItemView, sender_id: int | None) -> str:
    """Why a figure waits for the clerk; nothing where it waits for the unit's head."""
    heads = rights.heads_of(ward, item)
    if any(one in heads for one in confirming(ward, item, sender_id)):
        return ""
    return texts.SENT_BY_SUBSTITUTE if heads else texts.NO_HEAD


def waits_for(ward: WardView, told: Iterable[tuple[ItemView, Figure]]) -> str:
    """Whom these figures wait for, and why for the clerk."""
    figures = list(told)
    people = dict.fromkeys(who for item, row in figures for who in confirming(ward, item, row.person_id))
    reasons = dict.fromkeys(_why_clerk(ward, item, row.person_id) for item, row in figures)
    return texts.waits_for(list(people), [why for why in reasons if why])


def put(turn: Turn, item: ItemView, row: Figure) -> Confirmation | None:
    """Have a figure wait for the unit's head, where the ward wants that and somebody else sent it."""
    if not item.share_of or item.unit_id not in turn.ward.confirming:
        return None
    confirmations.replace_figure(turn.session, item.id, row.period, turn.now)
    people = confirming(turn.ward, item, row.person_id)
    if not people or turn.person in people:
        return None
    return counting.ask(turn.session, row, turn.now)


def letters(turn: Turn, row: Confirmation) -> list[Reply]:
    """What waits, to the first of those who confirm it that can be reached."""
    request = request_of(turn.session, row, turn.ward)
    people = confirming(turn.ward, request.item, request.asked_by_id)
    to = next((one for one in people if turn.reaches(one)), None)
    return [replace(letter(turn, request, to), to=to.id, silent=not turn.loud)] if to is not None else []


def deciders(ward: WardView, request: Request) -> Sequence[PersonView]:
    """The unit's heads, or the clerk in their place."""
    return confirming(ward, request.item, request.asked_by_id)


def line(session: Session, ward: WardView, request: Request) -> str:
    """The request in a list."""
    row = session.get_one(Confirmation, request.number)
    return texts.line(figure_of(session, row), request.item, ward.who(request.asked_by_id))


def label(ward: WardView, request: Request) -> str:  # noqa: ARG001 - as every kind
    """The request on a button."""
    return texts.label(request.item, request.period)


def letter(turn: Turn, request: Request, to: PersonView) -> Reply:
    """Whose figure it is, how it stands to the one before."""
    row = turn.session.get_one(Confirmation, request.number)
    figure = figure_of(turn.session, row)
    before = counting.counted(turn.session, request.item.id, figure.as_of)
    who, why = turn.ward.who(figure.entered_by_id), _why_clerk(turn.ward, request.item, request.asked_by_id)
    text = texts.submitted(figure, before, request.item, who, to, why)
    choices = (
        Choice(texts.CONFIRM_LABEL, f"/duyet #{request.ref} xac nhan"),
        Choice(texts.RETURN_LABEL, f"/duyet #{request.ref} tra lai"),
    )
    return Reply(text, choices=choices, items=request.keys)


# --- the decision ------------------------------------------------------------------------------------


def decide(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
    """Confirm it, or return it with a reason, which is asked for."""
    row = turn.session.get_one(Confirmation, request.number)
    if not request.open:
        return [Reply(texts.decided_before(request.item, row, turn.ward.who(row.decided_by_id)))]
    if verdict in {AGREE, CONFIRM}:
        return _write(turn, row, request.item, "confirmed", words)
    if words:
        return _write(turn, row, request.item, "returned", words)
    payload = {"requests": [request.ref]}
    choices = (Choice(texts.LATER, ""),)
    return [Reply(texts.why(request.item), choices=choices, ask=Ask(KIND, payload), items=request.keys)]


def picked(*_asked: object) -> Sequence[Reply]:
    """It is put off: the only choice there is."""
    return [Reply(texts.put_off())]


def answered(turn: Turn, request: Request, _payload: Mapping[str, Any]) -> Sequence[Reply] | None:
    """The reason was typed, or a decision after all."""
    verdict, words = verdict_in(turn.words)
    return decide(turn, request, verdict or RETURN, words if verdict else turn.words)


def _write(turn: Turn, row: Confirmation, item: ItemView, state: str, words: str) -> Sequence[Reply]:
    """Write the decision down, tell who sent the figure."""
    if not confirmations.decide(turn.session, row, state, turn.person.id, turn.now, words or None):
        return [Reply(texts.decided_before(item, row, turn.ward.who(row.decided_by_id)))]
    turn.note(f"figure.{state}", item.key, after=words or None)
    figure = figure_of(turn.session, row)
    sender = turn.ward.people.get(figure.person_id or 0)
    told = turn.reaches(sender)
    replies = [Reply(texts.receipt(item, figure, row, sender, told=told), items=(item.key,))]
    if told and sender is not None and sender != turn.person:
        said = texts.result(item, figure, row, turn.person, sender)
        replies.append(Reply(said, to=sender.id, items=(item.key,), silent=not turn.loud))
    return [*replies, *_of_closed(turn, figure, item, state, sender)]


def _of_closed(
    turn: Turn, figure: Figure, item: ItemView, state: str, sender: PersonView | None
) -> list[Reply]:
    """To the clerks, that the ward's number of a period that is closed already changes by this."""
    period = period_from_key(figure.period, schedule_of(item, turn.office).regime)
    if state != "confirmed" or not which_period.is_closed(turn, item, period):
        return []
    told = [one for one in rights.clerks(turn.ward) if one not in {turn.person, sender} and turn.reaches(one)]
    said = texts.of_closed(item, figure, turn.person)
    return [Reply(said, to=one.id, items=(item.key,), silent=not turn.loud) for one in told]
