"""One verdict: on which of the requests that wait, carried out, with what still waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.message import Choice
from handlers.deciding.registry import counted, find, kind_of, waiting_for
from handlers.deciding.request import KIND, Request
from handlers.standings.plan_year import in_plan_of
from handlers.texts import common
from handlers.texts.deciding import waiting as texts
from handlers.turn import Ask, Reply, Turn, UserError

SHOWN = 8


def mine(turn: Turn) -> list[Request]:
    """What waits for this person's decision, the oldest first."""
    return waiting_for(turn.session, turn.ward, turn.person)


def choose(turn: Turn, requests: Sequence[Request]) -> tuple[Choice, ...]:
    """The requests as choices: picking one shows it."""
    return tuple(Choice(kind_of(one).label(turn.ward, one), f"/duyet #{one.ref}") for one in requests[:SHOWN])


def check(turn: Turn, request: Request) -> None:
    """Raises UserError where somebody else decides."""
    kind = kind_of(request)
    deciders = kind.deciders(turn.ward, request)
    if turn.person not in deciders:
        raise UserError(texts.not_the_decider(kind.ACT, request.item, deciders))


def decide(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
    """Carry the verdict out; also told is what still waits."""
    return with_rest(turn, request, decide_one(turn, request, verdict, words))


def decide_one(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
    """Carry the verdict out. Raises UserError where somebody else decides."""
    check(turn, request)
    with in_plan_of(turn, request.item):
        return kind_of(request).decide(turn, request, verdict, words)


def with_rest(turn: Turn, request: Request, replies: Sequence[Reply]) -> Sequence[Reply]:
    """The replies; the receipt of a decision also says what still waits for this person."""
    now = find(turn.session, turn.ward, request.ref)
    decided = request.open and now is not None and not now.open
    left = mine(turn) if decided else []
    if not left:
        return replies
    return [replace(replies[0], text=f"{replies[0].text}\n{texts.left(counted(left))}"), *replies[1:]]


def one_of(turn: Turn, found: Sequence[Request], verdict: str, words: str) -> Sequence[Reply]:
    """The verdict on the one request that it fits; of several it is asked which."""
    if len(found) == 1:
        return decide(turn, found[0], verdict, words)
    payload = {"requests": [one.ref for one in found[:SHOWN]], "verdict": verdict, "words": words}
    return [Reply(texts.which(turn.person), choices=choose(turn, found), ask=Ask(KIND, payload))]


def get(turn: Turn, ref: str) -> Request:
    """The request with this reference. Raises UserError when there is none any more."""
    request = find(turn.session, turn.ward, ref)
    if request is None:
        raise UserError(common.expired_choice())
    return request
