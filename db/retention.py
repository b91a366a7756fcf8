"""What is forgotten after a time: the words of messages, old questions, used codes, files that were sent."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.dead_letters import REMEMBERED
from db.inbox import WORDS
from db.models import Inbox, Invitation, Outbox, Question
from db.outbox import UNSENT
from db.session import Sessions

AT_ONCE = 200
"""Rows in one transaction: people who write at that moment hardly wait."""
QUESTIONS = timedelta(days=60)
"""Longer than any answer is looked back at (db.questions.answered), and than any question is open."""
CODES = timedelta(days=30)
"""How long a used or expired code still counts as a wrong try of a known kind."""
FILES = REMEMBERED
"""As long as the clerk may have a file sent again."""


def forget_messages(sessions: Sessions, ward_id: int, accounts: Collection[str], before: datetime) -> int:
    """Empty what came in and went out before a moment; return how many messages that were.

    What is still to be handled or sent is left alone.
    """
    came = (
        Inbox.account.in_(accounts)
        & (Inbox.received_at < before)
        & (Inbox.state != "new")
        & or_(*(Inbox.payload[name].as_string().is_not(None) for name in WORDS))
    )
    of_nobody = Outbox.ward_id.is_(None) & Outbox.account.in_(accounts)  # apologies for what was not handled
    went = (
        ((Outbox.ward_id == ward_id) | of_nobody)
        & (Outbox.created_at < before)
        & Outbox.state.in_(["sent", "failed", "held"])
        & (Outbox.text != "")
    )
    return _in_parts(sessions, Inbox.id, came, _empty_inbox) + _in_parts(
        sessions, Outbox.id, went, _empty_outbox
    )


def forget_questions(sessions: Sessions, now: datetime) -> int:
    """Delete questions that expired long ago, but never the newest: SQLite would give its number to another
    question, and an old button would answer that one.
    """
    newest = select(func.max(Question.id)).scalar_subquery()
    old = (Question.expires_at < now - QUESTIONS) & (Question.id < newest)
    return _in_parts(sessions, Question.id, old, _delete_questions)


def forget_codes(sessions: Sessions, now: datetime) -> int:
    """Delete codes that were used, or have expired, long ago; who linked when is in the audit log."""
    old = (Invitation.expires_at < now - CODES) | (Invitation.used_at < now - CODES)
    return _in_parts(sessions, Invitation.id, old, _delete_codes)


def forget_files(sessions: Sessions, folder: Path, now: datetime) -> int:
    """Delete the files below `folder` that were made to be sent, when nobody waits for them; return how many.

    Other files there (exports, letters of invitation) are the operator's.
    """
    old = (Outbox.created_at < now - FILES) & Outbox.document.is_not(None)
    gone = 0
    with sessions.begin() as session:
        done = old & ~UNSENT
        names = set(session.scalars(select(Outbox.document).where(done)))
        names -= set(session.scalars(select(Outbox.document).where(Outbox.document.in_(names), ~done)))
        session.execute(update(Outbox).where(Outbox.document.in_(names)).values(document=None))
    for file in (Path(name) for name in names if name):
        if file.resolve().is_relative_to(folder.resolve()) and file.is_file():
            file.unlink()
            gone += 1
    return gone


def _in_parts(
    sessions: Sessions,
    id_of: InstrumentedAttribute[int],
    wanted: ColumnElement[bool],
    change: Callable[[Session, list[int]], None],
) -> int:
    done, last = 0, 0
    while True:
        with sessions.begin() as session:
            chosen = select(id_of).where(wanted, id_of > last).order_by(id_of).limit(AT_ONCE)
            ids = list(session.scalars(chosen))
            if not ids:
                return done
            change(session, ids)
        done, last = done + len(ids), ids[-1]


def _empty_inbox(session: Session, ids: list[int]) -> None:
    for row in session.scalars(select(Inbox).where(Inbox.id.in_(ids))):
        row.payload = {name: value for name, value in row.payload.items() if name not in WORDS}


def _empty_outbox(session: Session, ids: list[int]) -> None:
    session.execute(update(Outbox).where(Outbox.id.in_(ids)).values(text="", choices=[]))


def _delete_questions(session: Session, ids: list[int]) -> None:
    session.execute(delete(Question).where(Question.id.in_(ids)))


def _delete_codes(session: Session, ids: list[int]) -> None:
    session.execute(delete(Invitation).where(Invitation.id.in_(ids)))
