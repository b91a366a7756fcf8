"""The names of what the queue is asked for, and what it has been asked for already."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

_LIVE = text("SELECT queueing_lock FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")


def handling(account: str, chat: str) -> str:
    """Looking into one chat: one job at a time."""
    return f"chat:{account}:{chat}"


def sending(account: str) -> str:
    """Looking into the outbox of one bot account: one job at a time."""
    return f"send:{account}"


def later(place: str) -> str:
    """The same, put off: it must not keep what is asked for now waiting."""
    return f"{place}:later"


def asked_for(session: Session) -> set[str]:
    """What waits in the queue or is being done: to ask for it again would be in vain."""
    return set(session.scalars(_LIVE))
