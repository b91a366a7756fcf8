"""What a ward has been told to be wrong, and the signs by which that is judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from bot.domain.watch import Name, News, Signs
from db import pulse
from db.models import Alarm, Outbox
from db.outbox import UNASKED, UNSENT

# Built once: every tick of every ward asks.
_UNSENT = select(Outbox.kind, func.min(Outbox.created_at).label("oldest")).where(UNSENT).group_by(Outbox.kind)
_UNSENT_OF = _UNSENT.where(Outbox.ward_id == bindparam("ward"))
_TOLD = select(Alarm.name, Alarm.since).where(Alarm.ward_id == bindparam("ward"), Alarm.over_at.is_(None))


def told(session: Session, ward_id: int) -> dict[Name, datetime]:
    """What was told and is not over, and since when it is wrong."""
    return {cast("Name", name): since for name, since in session.execute(_TOLD, {"ward": ward_id})}


def note(session: Session, ward_id: int, news: News) -> bool:
    """Write down that it is told; False when another process has told it.

    IntegrityError when both are the first ever.
    """
    mine = (Alarm.ward_id == ward_id) & (Alarm.name == news.name)
    if news.over:
        change = update(Alarm).where(mine, Alarm.over_at.is_(None)).values(over_at=news.at)
        return session.execute(change.returning(Alarm.id)).first() is not None
    if session.scalars(select(Alarm.id).where(mine)).first() is None:
        session.add(Alarm(ward_id=ward_id, name=news.name, since=news.since, told_at=news.at))
        session.flush()
        return True
    again = update(Alarm).where(mine, Alarm.over_at.is_not(None))
    values = again.values(since=news.since, told_at=news.at, over_at=None)
    return session.execute(values.returning(Alarm.id)).first() is not None


def signs(
    session: Session, ward_id: int | None, accounts: Sequence[str], opened: datetime | None = None
) -> Signs:
    """How the assistant is, for one ward and the bot accounts that speak for it (None: for all).

    `opened` is when the sending hours began: what waits for them is not late before (None: they have not).
    """
    waiting = _UNSENT if ward_id is None else _UNSENT_OF
    oldest = {row.kind: row.oldest for row in session.execute(waiting, {"ward": ward_id})}
    return signs_of(pulse.all_last(session), oldest, accounts, opened)


def signs_of(
    last: Mapping[str, datetime],
    oldest: Mapping[str, datetime],
    accounts: Sequence[str],
    opened: datetime | None,
) -> Signs:
    """The same from the pulses and, by its kind, the oldest message that waits to go out."""
    asked_for = [at for kind, at in oldest.items() if kind not in UNASKED]
    unasked = min((at for kind, at in oldest.items() if kind in UNASKED), default=None)
    return Signs(
        awake=last.get("awake"),
        born=last.get("born"),
        polls={account: last.get(f"poll:{account}") for account in accounts},
        unsent=min(asked_for, default=None),
        unasked=max(unasked, opened) if unasked and opened else None,
        backup=last.get("backup") or (last.get("born") if "nightly" in last else None),
        damaged=last.get("damage"),
    )
