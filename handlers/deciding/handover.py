"""A post is handed over: both who gives and who takes it agree, or one refuses with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from db import handovers
from db.item_view import ItemView
from db.models import Handover
from db.ward_view import PersonView, WardView
from handlers.deciding.request import KIND, Request
from handlers.handover import handing_over
from handlers.texts.deciding.waiting import AGREE, REFUSE, verdict_in
from handlers.texts.handover import agreed as texts
from handlers.turn import Ask, Reply, Turn

MARK = "b"
UNDERSTOOD = frozenset({AGREE, REFUSE})
NOUN = texts.NOUN
ACT = texts.ACT


@dataclass(frozen=True, slots=True)
class Post(Request):
    """A hand-over as a request: `pending` are those who have still to agree."""

    pending: tuple[int, ...] = ()


def waiting(session: Session, ward: WardView) -> Iterable[Request]:
    """Hand-overs to which somebody has still to agree."""
    return [one for row in handovers.waiting(session, ward.id) if (one := request_of(row, ward))]


def about(session: Session, ward: WardView, item: ItemView) -> Sequence[Request]:  # noqa: ARG001
    """A hand-over is about a post, not about one of its items."""
    return []


def find(session: Session, ward: WardView, number: int) -> Request | None:
    """The hand-over with this number."""
    row = session.get(Handover, number)
    return request_of(row, ward) if row is not None and row.ward_id == ward.id else None


def request_of(row: Handover, ward: WardView) -> Request | None:
    """A hand-over as a request; None when nothing of it is in the plan any more.

    A leader's post may come without own items: one of those that he is in charge of then stands for it.
    """
    items = texts.items_of(row, ward) or _in_charge(row, ward)
    sides = ((row.from_id, row.from_agreed_at), (row.to_id, row.to_agreed_at))
    asked = row.state == "asked"
    pending = tuple(who for who, agreed in sides if who in ward.people and not (asked and agreed))
    return Post(MARK, row.id, items, row.asked_by_id, row.at, asked, pending=pending) if items else None


def _in_charge(row: Handover, ward: WardView) -> tuple[ItemView, ...]:
    post = row.post or {}
    ids = {*post.get("leads", ()), *post.get("decides", ())}
    led = [one for one in ward.items.values() if one.id in ids or ward.leader_id_of(one) == row.from_id]
    return tuple(led or ward.items.values())[:1] if post else ()


def deciders(ward: WardView, request: Request) -> Sequence[PersonView]:
    """Who has still to agree; of one that is settled both."""
    pending = request.pending if isinstance(request, Post) else ()
    return [ward.people[one] for one in pending]


def line(session: Session, ward: WardView, request: Request) -> str:
    """The hand-over in a list."""
    return texts.line(session.get_one(Handover, request.number), ward)


def label(ward: WardView, request: Request) -> str:
    """The hand-over on a button."""
    return texts.label(ward.who(request.asked_by_id))


def letter(turn: Turn, request: Request, to: PersonView) -> Reply:
    """Who hands what to whom, from which day on."""
    row = turn.session.get_one(Handover, request.number)
    choices = (
        Choice(texts.AGREE, f"/bangiao #{request.ref} dong y"),
        Choice(texts.REFUSE, f"/bangiao #{request.ref} khong dong y"),
    )
    return Reply(texts.letter(row, turn.ward, to), choices=choices, items=request.keys)


def decide(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
    """Agree for the own side, or refuse; a refusal wants a reason."""
    row = turn.session.get_one(Handover, request.number)
    if row.state != "asked":
        return [Reply(texts.settled_before(row, turn.ward))]
    if verdict == AGREE:
        return handing_over.agree(turn, row)
    if words:
        return handing_over.refuse(turn, row, words)
    payload = {"requests": [request.ref], "item": request.item.key, "verdict": REFUSE, "words": ""}
    return [
        Reply(texts.why_not(turn.person), choices=(Choice(texts.LATER, "later"),), ask=Ask(KIND, payload))
    ]


def picked(turn: Turn, request: Request, payload: Mapping[str, Any], data: str) -> Sequence[Reply]:  # noqa: ARG001
    """No reason was given yet: nothing is decided."""
    return [Reply(texts.put_off())]


def answered(turn: Turn, request: Request, payload: Mapping[str, Any]) -> Sequence[Reply] | None:  # noqa: ARG001
    """The reason was typed, or he agrees after all."""
    verdict, words = verdict_in(turn.words)
    if verdict == AGREE:
        return decide(turn, request, AGREE, words)
    return decide(turn, request, REFUSE, words if verdict == REFUSE else turn.words)
