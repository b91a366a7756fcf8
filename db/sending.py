"""What goes out: claimed by a lease, sent, and marked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Exists,
    FromClause,
    Row,
    Table,
    bindparam,
    func,
    select,
    true,
    tuple_,
    update,
)
from sqlalchemy.orm import Session

from bot.domain.message import Address, Choice, Outgoing
from db.models import Outbox
from db.outbox import UNASKED

LEASE, RENEW = timedelta(seconds=30), timedelta(seconds=10)
"""For how long a message is its sender's alone, and how often a sender that is alive has that renewed."""

# Built once, and on the table: every message passes here four times.
_ROWS = cast("Table", Outbox.__table__)


def _may_go(rows: FromClause) -> ColumnElement[bool]:
    """What may go out as far as the hour is concerned: nobody asked for reminders and summaries."""
    asked_for = rows.c.kind.not_in(UNASKED) | (bindparam("unasked", type_=Boolean) == true())
    return asked_for & (rows.c.not_after.is_(None) | (rows.c.not_after > bindparam("now")))


def _earlier_unsent() -> Exists:
    """A reminder that has to wait for the morning does not keep a reply waiting."""
    earlier = _ROWS.alias()
    same_chat = (earlier.c.account == _ROWS.c.account) & (earlier.c.chat == _ROWS.c.chat)
    unsent = (earlier.c.state == "sending") | ((earlier.c.state == "waiting") & _may_go(earlier))
    return select(earlier.c.id).where(same_chat, unsent, earlier.c.id < _ROWS.c.id).exists()


_NO_LATER = _ROWS.c.not_before.is_(None) | (_ROWS.c.not_before <= bindparam("now"))
_CLAIM = (
    select(_ROWS)
    .where(
        _ROWS.c.account == bindparam("account"),
        _ROWS.c.state == "waiting",
        _NO_LATER,
        _may_go(_ROWS),
        ~_earlier_unsent(),
    )
    .order_by(_ROWS.c.kind.in_(UNASKED), _ROWS.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_DUE = (_ROWS.c.state == "waiting") & _NO_LATER
_HEARD = _ROWS.c.kind.not_in(UNASKED) | _ROWS.c.account.not_in(bindparam("quiet", expanding=True))
_LEFT_BEHIND = (_ROWS.c.state == "sending") & (_ROWS.c.lease_until < bindparam("now"))
_OPEN = select(_ROWS.c.account).where((_DUE & _HEARD) | _LEFT_BEHIND).distinct()
_OPEN_AMONG = _OPEN.where(_ROWS.c.account.in_(bindparam("among", expanding=True)))
_CLAIMED = (
    update(_ROWS)
    .where(_ROWS.c.id.in_(bindparam("ids", expanding=True)))
    .values(state="sending", lease_until=bindparam("lease"), attempts=_ROWS.c.attempts + 1)
)
_SENT = (
    update(_ROWS)
    .where(_ROWS.c.id == bindparam("one"))
    .values(
        state="sent",
        platform_id=bindparam("platform"),
        sent_at=bindparam("now"),
        lease_until=None,
        error=None,
    )
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One message to send now. `attempt` counts from 1; `kind`: reply, document, letter, reminder or summary.

    `doubts` is after how many attempts nobody knew whether it had arrived.
    """

    id: int
    kind: str
    message: Outgoing
    attempt: int
    doubts: int = 0


def claim(
    session: Session, account: str, now: datetime, limit: int = 1, *, unasked: bool = True
) -> list[Claim]:
    """Take the oldest messages that may go out now, at most `limit`, each for as long as the lease.

    Who has asked is answered first: a whole ward may be waiting to be reminded. But a chat's messages go out
    in order, a later one waits for an earlier one of the same chat. Without `unasked` (at night, on a day
    off) reminders and summaries stay, and hold up nothing.
    """
    wanted = {"account": account, "now": now, "limit": limit, "unasked": unasked}
    rows = session.execute(_CLAIM, wanted).all()
    if not rows:
        return []
    session.execute(_CLAIMED, {"ids": [row.id for row in rows], "lease": now + LEASE})
    return [_claim(row, row.attempts + 1) for row in rows]


def open_accounts(
    session: Session,
    now: datetime,
    accounts: Collection[str] | None = None,
    quiet: Collection[str] = (),
) -> list[str]:
    """Bot accounts for which something may go out now, or was under way with a sender that has died.

    `accounts` are those that are asked about (all by default); for those that are `quiet` nothing may go out
    that nobody asked for.
    """
    wanted = {"now": now, "quiet": list(quiet)}
    if accounts is None:
        return list(session.scalars(_OPEN, wanted))
    return list(session.scalars(_OPEN_AMONG, wanted | {"among": list(accounts)}))


def next_due(session: Session, account: str) -> datetime | None:
    """When the next message of an account may go out that was put off; None where nothing was."""
    later = select(func.min(_ROWS.c.not_before)).where(_ROWS.c.account == account, _ROWS.c.state == "waiting")
    found: datetime | None = session.scalar(later)
    return found


def abandoned(session: Session, account: str, now: datetime | None = None) -> list[Claim]:
    """Messages whose sender has died: all that are under way, or at `now` those whose lease is over.

    Whether they went out, nobody knows.
    """
    statement = select(_ROWS).where(_ROWS.c.account == account, _ROWS.c.state == "sending")
    if now is not None:
        statement = statement.where(_ROWS.c.lease_until < now)
    statement = statement.order_by(_ROWS.c.id).with_for_update(skip_locked=True)
    return [_claim(row, row.attempts) for row in session.execute(statement)]


def renew(session: Session, claims: Collection[Claim], now: datetime) -> set[int]:
    """Their sender is alive; return the ids of those that are still his: nobody has taken them over."""
    mine = update(_ROWS).where(_is_claimed(claims)).values(lease_until=now + LEASE).returning(_ROWS.c.id)
    return set(session.scalars(mine)) if claims else set()


def is_claimed(session: Session, claim: Claim) -> bool:
    """Whether a message is still with the sender that claimed it."""
    return session.scalar(select(_ROWS.c.id).where(_is_claimed([claim]))) is not None


def _is_claimed(claims: Collection[Claim]) -> ColumnElement[bool]:
    """Whoever takes a message over makes one more attempt."""
    mine = tuple_(_ROWS.c.id, _ROWS.c.attempts).in_([(claim.id, claim.attempt) for claim in claims])
    return (_ROWS.c.state == "sending") & mine


def mark_sent(session: Session, outbox_id: int, platform_id: str | None, now: datetime) -> None:
    """The platform took it."""
    session.execute(_SENT, {"one": outbox_id, "platform": platform_id, "now": now})


def mark_retry(
    session: Session,
    outbox_id: int,
    not_before: datetime,
    reason: str,
    *,
    counted: bool = True,
    doubtful: bool = False,
) -> None:
    """Try again at `not_before`: it did not go out, or (`doubtful`) nobody knows whether it did.

    Not `counted`: nothing was tried, only waited for.
    """
    changed: dict[str, Any] = {"state": "waiting", "not_before": not_before, "lease_until": None}
    if not counted:
        changed["attempts"] = _ROWS.c.attempts - 1
    if doubtful:
        changed["doubts"] = _ROWS.c.doubts + 1
    _mark(session, outbox_id, error=reason, **changed)


def mark_failed(session: Session, outbox_id: int, reason: str) -> None:
    """It will not go out."""
    _mark(session, outbox_id, state="failed", lease_until=None, error=reason)


def mark_held(session: Session, outbox_id: int, reason: str) -> None:
    """A document that may have arrived: shown to the clerk, not sent again by itself."""
    _mark(session, outbox_id, state="held", lease_until=None, error=reason)


def _mark(session: Session, outbox_id: int, **values: object) -> None:
    session.execute(update(Outbox).where(Outbox.id == outbox_id).values(**values))


def _claim(row: Row[Any], attempt: int) -> Claim:
    message = Outgoing(
        address=Address(row.channel, row.account, row.chat),
        text=row.text,
        choices=tuple(Choice(label, data) for label, data in row.choices),
        document=Path(row.document) if row.document else None,
        silent=row.silent,
        request_contact=row.request_contact,
    )
    return Claim(row.id, row.kind, message, attempt, row.doubts)
