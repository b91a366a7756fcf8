"""/thuhong: what the assistant could not send; the clerk has it sent again, or lets it be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain.message import Address, Choice
from bot.domain.reading.words import fold
from db import dead_letters, people, reminders
from db.models import Outbox
from db.ward_view import WardView
from handlers.texts import dead_letters as texts
from handlers.turn import Reply, Turn, UserError

KIND = "dead"
_NUMBERED = re.compile(r"#(\d{1,18})\s*(.*)")
AGAIN, LEAVE, ALL = "gui lai", "bo qua", "tat ca"
TOLD_ALREADY = ("blocked", "not_found")
"""That a person cannot be reached was told when it was found."""


def show(turn: Turn) -> Sequence[Reply]:
    """/thuhong lists; "#812" shows one; "gửi lại", "bỏ qua" decide on it, on the only one, or on all."""
    found = _NUMBERED.fullmatch(turn.words)
    words = fold(found[2] if found else turn.words).strip(" .")
    rows = (
        _chosen(turn, int(found[1])) if found else dead_letters.waiting(turn.session, turn.ward.id, turn.now)
    )
    if not rows:
        return [Reply(texts.none())]
    verb = words.removesuffix(ALL).strip()
    one = len(rows) == 1 or words.endswith(ALL)
    if one and verb == AGAIN:
        return [Reply("\n".join(_send_again(turn, row) for row in rows))]
    if one and verb == LEAVE:
        return [Reply("\n".join(_leave(turn, row) for row in rows))]
    return [_shown(turn, rows[0])] if len(rows) == 1 else [_listed(turn, rows)]


def _chosen(turn: Turn, number: int) -> Sequence[Outbox]:
    """The message of that number. Raises UserError for one that is not there, or is decided about."""
    row = turn.session.get(Outbox, number)
    if row is None or row.ward_id != turn.ward.id or row.state not in {"failed", "held"}:
        raise UserError(texts.unknown())
    if row.settled_at is not None:
        raise UserError(texts.settled())
    return [row]


def _listed(turn: Turn, rows: Sequence[Outbox]) -> Reply:
    choices = [Choice(texts.label(row, turn.ward), f"/thuhong #{row.id}") for row in rows[: texts.SHOWN]]
    return Reply(texts.listed(rows, turn.ward), choices=tuple(choices))


def _shown(turn: Turn, row: Outbox) -> Reply:
    choices = (
        Choice(texts.AGAIN, f"/thuhong #{row.id} {AGAIN}"),
        Choice(texts.LEAVE, f"/thuhong #{row.id} {LEAVE}"),
    )
    return Reply(texts.one(row, turn.ward), choices=choices)


def _send_again(turn: Turn, row: Outbox) -> str:
    """Say what has become of it; what cannot be sent again stays where it is."""
    if row.not_after is not None and row.not_after <= turn.now:
        return texts.too_old(row, turn.ward)
    if row.document and not Path(row.document).is_file():
        return texts.file_gone(row, turn.ward)
    to = _where(turn, row)
    if to is None:
        return texts.unreachable(row, turn.ward)
    if not dead_letters.settle(turn.session, row.id, turn.now):
        return texts.settled()
    dead_letters.send_again(turn.session, row, to, turn.now)
    turn.note("resend", row.key)
    return texts.sent_again(row, turn.ward)


def _where(turn: Turn, row: Outbox) -> Address | None:
    """The chat that the person uses now; a group's and a stranger's is the one that it was meant for."""
    if row.person_id is None:
        return Address(row.channel, row.account, row.chat)
    chats = people.reachable_chats(turn.session, row.person_id)[:1]
    return next((Address(chat.channel, chat.account, chat.chat) for chat in chats), None)


def _leave(turn: Turn, row: Outbox) -> str:
    if not dead_letters.settle(turn.session, row.id, turn.now):
        return texts.settled()
    turn.note("let_be", row.key)
    return texts.left(row, turn.ward)


# --- told by the clock -------------------------------------------------------------------------------


def owed(session: Session, now: datetime, ward: WardView) -> Iterator[tuple[str, dict[str, str]]]:
    """(recipient, the messages told of) when there is one that the clerk has not been told of, once a day."""
    waiting = dead_letters.waiting(session, ward.id, now)
    rows = {str(row.id): row.error or "" for row in waiting if row.error not in TOLD_ALREADY}
    if not rows:
        return
    reachable = people.reachable(session, ward.id)
    told = reminders.stages(session, ward.id, KIND, now)
    made = reminders.made(session, ward.id, now.date().isoformat())
    for person in ward.with_role("clerk"):
        recipient = f"person:{person.id}"
        if person.id in reachable and (KIND, recipient) not in made and rows.keys() - told.get(recipient, {}):
            yield recipient, rows


def tell(session: Session, now: datetime, ward: WardView, recipient: str) -> Sequence[Reply]:
    """How many there are, and how they are seen."""
    rows = dead_letters.waiting(session, ward.id, now)
    to = int(recipient.removeprefix("person:"))
    return [Reply(texts.news(len(rows)), (Choice(texts.SHOW, "/thuhong"),), to=to)] if rows else []
