"""What is said to a hand-over that waits: agreed to, refused, completed by the clerk, called off."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import handovers
from db.models import Handover
from db.ward_view import PersonView
from handlers.deciding import carry
from handlers.deciding import command as deciding
from handlers.deciding.handover import MARK, request_of
from handlers.handover import handing_over
from handlers.texts.deciding.waiting import AGREE, verdict_in
from handlers.texts.handover import agreed as texts
from handlers.texts.handover import said as handover_said
from handlers.turn import Reply, Turn, UserError


def by_number(turn: Turn, number: int) -> Handover:
    row = turn.session.get(Handover, number)
    if row is None or row.ward_id != turn.ward.id:
        raise UserError(texts.unknown())
    return row


def mine(turn: Turn) -> list[Handover]:
    """What waits for this person's consent."""
    rows = handovers.waiting(turn.session, turn.ward.id)
    return [row for row in rows if turn.person.id in silent(row)]


def silent(row: Handover) -> list[int]:
    """Who has not agreed yet."""
    sides = ((row.from_id, row.from_agreed_at), (row.to_id, row.to_agreed_at))
    return [who for who, at in sides if at is None]


def waiting(turn: Turn) -> Sequence[Reply]:
    requests = [one for row in mine(turn) if (one := request_of(row, turn.ward))]
    return [carry.letter(turn, one, turn.person) for one in requests]


def without_number(turn: Turn) -> Sequence[Reply] | None:
    """ "Hủy", "hoàn tất …": of the one that waits, else of which; None for other words."""
    folded = fold(turn.words)
    complete = handover_said.COMPLETE.match(folded) is not None
    if not complete and handover_said.CALL_OFF.fullmatch(folded) is None:
        return None
    waiting = handovers.still_open(turn.session, turn.ward.id)
    rows = [row for row in waiting if _concerns(turn, row, complete)]
    if not rows:
        raise UserError(texts.clerk_only_alone() if complete and waiting else texts.unknown())
    if len(rows) == 1:
        return said_to(turn, rows[0], turn.words)
    choices = [Choice(texts.line(row, turn.ward), f"/bangiao #{MARK}{row.id} {turn.words}") for row in rows]
    return [Reply(texts.which_open(complete=complete), choices=tuple(choices))]


def _concerns(turn: Turn, row: Handover, complete: bool) -> bool:
    if complete:
        return turn.person.has("clerk") and row.from_id not in turn.ward.people
    return turn.person.has("clerk") or turn.person.id in {row.asked_by_id, row.from_id}


def said_to(turn: Turn, row: Handover, words: str) -> Sequence[Reply]:
    """An answer of one of the two, or what the clerk does with it."""
    folded = fold(words)
    if found := handover_said.COMPLETE.match(folded):
        return _complete(turn, row, words[found.end() :].strip())
    if handover_said.CALL_OFF.match(folded):
        return _call_off(turn, row)
    if row.state not in handovers.OPEN:
        return [Reply(texts.settled_before(row, turn.ward))]
    agreed = turn.person.id in {row.from_id, row.to_id} and turn.person.id not in silent(row)
    if agreed and verdict_in(words)[0] == AGREE:
        return [Reply(texts.agreed_before(row, turn.ward))]
    turn.words = f"#{MARK}{row.id} {words}"
    return deciding.show(turn)


def _complete(turn: Turn, row: Handover, words: str) -> Sequence[Reply]:
    """By the clerk alone, for a post whose person has left before he agreed."""
    if not turn.person.has("clerk") or row.from_id in turn.ward.people:
        raise UserError(texts.clerk_only_alone())
    if row.state != "asked":
        raise UserError(texts.settled_before(row, turn.ward))
    if not words:
        raise UserError(texts.reason_wanted(row, turn.ward))
    return handing_over.complete(turn, row, words)


def _call_off(turn: Turn, row: Handover) -> Sequence[Reply]:
    giver = turn.ward.who(row.from_id)
    if turn.person.id != row.asked_by_id and giver is not None:
        check_giver(turn, giver)
    if row.state not in handovers.OPEN:
        raise UserError(texts.settled_before(row, turn.ward))
    return handing_over.call_off(turn, row)


def check_giver(turn: Turn, giver: PersonView) -> None:
    """The clerk, the head of the own unit, or the person himself."""
    by = turn.person
    heads = by.has("unit_head") and by.unit_id is not None and by.unit_id == giver.unit_id
    if not (by.has("clerk") or heads or by.id == giver.id):
        raise UserError(texts.not_yours(giver))
