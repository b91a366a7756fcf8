"""A hand-over is agreed to, refused or completed, and on its day the open work changes hands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from db import audit, handovers, people
from db.models import Handover
from db.ward_loading import bump
from db.ward_view import WardView
from handlers.texts.handover import agreed as texts
from handlers.turn import Reply, Turn


def agree(turn: Turn, row: Handover) -> Sequence[Reply]:
    """One side agrees; when both have, it is settled, and done at once when its day has come."""
    if turn.person.id == row.from_id:
        row.from_agreed_at = turn.now
    else:
        row.to_agreed_at = turn.now
    turn.session.flush()
    note(turn, row, "handover_agreed")
    if row.from_agreed_at is None or row.to_agreed_at is None:
        other = row.to_id if row.from_agreed_at else row.from_id
        return [Reply(texts.half_agreed(row, turn.ward, turn.ward.people.get(other)))]
    return settle(turn, row)


def settle(turn: Turn, row: Handover) -> Sequence[Reply]:
    """Nothing more is awaited but the day; everybody concerned is told."""
    if not handovers.settle(turn.session, row, "agreed"):
        return [Reply(texts.settled_before(row, turn.ward))]
    if row.starts_on <= turn.today:
        carry_out(turn.session, turn.now, turn.ward, row.id)
    else:
        bump(turn.session, turn.ward.id)
    text = texts.agreed(row, turn.ward, done=row.state == "done")
    return [Reply(text), *_letters(turn, row, text)]


def refuse(turn: Turn, row: Handover, words: str) -> Sequence[Reply]:
    """One side refuses: nothing changes hands; the other side, who asked and the clerk are told."""
    if not handovers.settle(turn.session, row, "refused"):
        return [Reply(texts.settled_before(row, turn.ward))]
    row.words = words
    note(turn, row, "handover_refused", words)
    text = texts.refused(row, turn.ward, turn.person)
    return [Reply(texts.noted(text)), *_letters(turn, row, text)]


def call_off(turn: Turn, row: Handover) -> Sequence[Reply]:
    """Taken back before its day."""
    if not handovers.settle(turn.session, row, "called_off", before=row.state):
        return [Reply(texts.settled_before(row, turn.ward))]
    note(turn, row, "handover_called_off")
    bump(turn.session, turn.ward.id)
    text = texts.called_off(row, turn.ward, turn.person)
    return [Reply(texts.noted(text)), *_letters(turn, row, text)]


def complete(turn: Turn, row: Handover, words: str) -> Sequence[Reply]:
    """The clerk completes alone, with a reason, what somebody who has left can no longer agree to."""
    row.words = words
    note(turn, row, "handover_completed", words)
    return settle(turn, row)


def _letters(turn: Turn, row: Handover, text: str) -> list[Reply]:
    """The same words to everybody concerned who can be reached, but not to who has just spoken."""
    clerks = [one.id for one in turn.ward.with_role("clerk")]
    concerned = dict.fromkeys([row.from_id, row.to_id, row.asked_by_id, *clerks])
    loud = turn.loud
    return [
        Reply(text, to=one, silent=not loud)
        for one in concerned
        if one != turn.person.id and one in turn.ward.people and people.reachable_chats(turn.session, one)
    ]


def carry_out(session: Session, now: datetime, ward: WardView, handover_id: int) -> None:
    """The day has come: the items change hands, each with a line in the audit log. Done once."""
    row = session.get_one(Handover, handover_id)
    if not handovers.settle(session, row, "done", before="agreed"):
        return
    before, after = ward.who(row.from_id), ward.people.get(row.to_id)
    for key in handovers.move(session, row, now) if after else []:
        audit.note(
            session,
            now,
            "assign",
            key,
            ward_id=ward.id,
            person_id=row.asked_by_id,
            before=before.code if before else None,
            after=after.code if after else None,
        )
    bump(session, ward.id)


def note(turn: Turn, row: Handover, action: str, words: str = "") -> None:
    """Who hands over to whom, in the audit log."""
    people_ = (turn.ward.who(row.from_id), turn.ward.who(row.to_id))
    turn.note(
        action,
        " ".join(one.code for one in people_ if one),
        after=f"{row.starts_on.isoformat()} {words}".strip(),
    )
