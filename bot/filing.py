"""Files that people send: fetched from the platform, kept under their hash, told to the sender.

A file stands in the database before it is fetched, so that none is lost: what cannot be had now is asked for
again, longer apart, and its sender is told when it stays away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

import structlog
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.app import App
from bot.domain.message import Address
from bot.evidence_files import write_whole
from db import evidence
from db.models import Evidence, Inbox
from handlers.evidence import arrived as handler
from handlers.turn import Reply

log = structlog.get_logger()

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 600))
"""Until the next try; after the last one the file is given up."""


def wanted(app: App, account: str) -> list[tuple[int, str]]:
    """(number, the platform's name) of the files of an account that are to be fetched now."""
    with app.sessions() as session:
        return evidence.wanted(session, account, app.clock.now())


def keep(app: App, number: int, content: bytes) -> None:
    """Write a file under its hash, then say so: in this order nothing is said that is not so."""
    sha256 = hashlib.sha256(content).hexdigest()
    write_whole(handler.place(app.files, sha256), content)
    # Where the same file is settled at the same moment by somebody else, he tells of it.
    with suppress(IntegrityError), app.sessions.begin() as session:
        row = session.get_one(Evidence, number)
        if evidence.settle(session, row, sha256, len(content)):
            _tell(app, session, row, handler.kept(session, app.ward_of(session, row.account), row))


def not_fetched(app: App, number: int, *, gone: bool) -> None:
    """A file could not be had: again later; when it is gone for good, or was asked for often, it is lost."""
    with app.sessions.begin() as session:
        row = session.get_one(Evidence, number)
        if not gone and row.attempts < len(PAUSES):
            row.not_before = app.clock.now() + PAUSES[row.attempts]
            row.attempts += 1
            if row.attempts == handler.TOLD_AFTER:
                _tell(app, session, row, handler.delayed(app.ward_of(session, row.account), row))
        elif evidence.lose(session, row):
            log.warning("file lost", evidence=number, attempts=row.attempts)
            _tell(app, session, row, handler.lost(session, app.ward_of(session, row.account), row))


def _tell(app: App, session: Session, row: Evidence, replies: Sequence[Reply]) -> None:
    delivery = app.delivery(session, app.ward_of(session, row.account), app.clock.now())
    here = Address(_channel(session, row), row.account, row.chat)
    for place, reply in enumerate(replies):
        key = f"evidence:{row.id}:{row.state}:{row.attempts}:{place}"
        delivery.put(reply, key=key, kind="reply", here=here, person_id=row.person_id)


def _channel(session: Session, row: Evidence) -> str:
    """The channel that the file came by."""
    return str(session.get_one(Inbox, row.inbox_id).payload["address"]["channel"])
