"""When each platform was last heard, and for how long it was not: kept as pulses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.silence import Silence, silence
from db import inbox, pulse
from db.models import Inbox, Pulse

TOLD_APART = timedelta(hours=1)
"""A clock that shows an earlier time for so long is taken to be right: it was ahead before."""
PARTS = ("since", "lost", "until")


def hear(session: Session, account: str, now: datetime, keeps: timedelta) -> None:
    """The platform of an account answers; note it when it had not for longer than it keeps messages.

    While the clock shows a time before the last answer nothing is concluded: either it was ahead then, or it
    is behind now, as after a battery has run out.
    """
    heard = pulse.last(session, f"heard:{account}")
    if heard is not None and now < heard:
        forget(session, account)
        if not _is_behind_for_long(session, account, now):
            return
    elif heard is not None and (found := silence(heard, now, keeps)) is not None:
        pulse.first(session, f"silence:{account}:since", found.since)
        pulse.beat(session, f"silence:{account}:lost", found.lost_until)
        pulse.beat(session, f"silence:{account}:until", found.until)
    pulse.beat(session, f"heard:{account}", now)
    pulse.forget(session, f"behind:{account}")


def _is_behind_for_long(session: Session, account: str, now: datetime) -> bool:
    pulse.first(session, f"behind:{account}", now)
    return now - (pulse.last(session, f"behind:{account}") or now) > TOLD_APART


def of(session: Session, account: str) -> Silence | None:
    """The silence of an account that nobody has been asked about."""
    names = [f"silence:{account}:{part}" for part in PARTS]
    found = {row.name: row.at for row in session.scalars(select(Pulse).where(Pulse.name.in_(names)))}
    return Silence(*(found[name] for name in names)) if len(found) == len(names) else None


def is_noted(pulses: Mapping[str, datetime], account: str) -> bool:
    """Whether there is a silence of an account that nobody has been asked about."""
    return f"silence:{account}:{PARTS[0]}" in pulses


def forget(session: Session, account: str) -> None:
    """Everybody has been asked, or there was no silence."""
    for part in PARTS:
        pulse.forget(session, f"silence:{account}:{part}")


def heard_after(session: Session, account: str, one: Silence) -> dict[str, datetime]:
    """What came in after a silence: when the earliest message of each chat was sent, as the platform says."""
    came = (Inbox.account == account) & (Inbox.received_at >= one.until)
    found: dict[str, datetime] = {}
    for row in session.scalars(select(Inbox).where(came)):
        message = inbox.readable(row)
        if message is not None and message.sent_at < found.get(row.chat, one.until):
            found[row.chat] = message.sent_at
    return found
