"""What a tick sees of all wards at a glance: where nothing has changed there is nothing to look for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Executable, Row, bindparam, func, select
from sqlalchemy.orm import Session

from bot.domain.watch import Name
from db import pulse
from db.models import Alarm, Audit, Chat, Inbox, Outbox, Ward
from db.outbox import UNSENT

# Built once: every tick asks, once for all wards.
_WARDS = select(Ward.id, Ward.code, Ward.revision)
_NEWEST = select(func.max(Audit.id))
_CHANGED = select(Audit.id, Audit.ward_id, Audit.action).where(Audit.id > bindparam("seen"))
"""Few rows: grouped by ward, SQLite would read the whole log instead."""
REPORTS = frozenset({"figure", "progress"})
"""They take from what is owed; where one should add to it, the look of the next hour is soon enough."""
_CHATS = select(
    Chat.ward_id,
    func.count(),
    func.max(Chat.linked_at),
    func.count(Chat.cut_at),
    func.max(Chat.cut_at),
    func.count(Chat.unreachable_at),
    func.max(Chat.unreachable_at),
).group_by(Chat.ward_id)
_UNSENT = (
    select(Outbox.ward_id, Outbox.kind, func.min(Outbox.created_at))
    .where(UNSENT)
    .group_by(Outbox.ward_id, Outbox.kind)
)
_DEAD = (
    select(Outbox.ward_id, func.count(), func.max(Outbox.id))
    .where(Outbox.state.in_(["failed", "held"]), Outbox.settled_at.is_(None))
    .group_by(Outbox.ward_id)
)
_UNREAD = (
    select(Inbox.account, func.count(), func.max(Inbox.id))
    .where(Inbox.state == "new")
    .group_by(Inbox.account)
)
_TOLD = select(Alarm.ward_id, Alarm.name, Alarm.since).where(Alarm.over_at.is_(None))


@dataclass(frozen=True, slots=True)
class WardGlance:
    """One ward. `state` differs as soon as anything has changed by which a tick decides.

    `unsent` is the oldest message that waits to go out, by its kind; `told` what it was told to be wrong.
    """

    state: Hashable
    unsent: Mapping[str, datetime]
    told: Mapping[Name, datetime]


@dataclass(frozen=True, slots=True)
class Glance:
    """All wards by their codes; `pulses` say when what last happened, `unread` what waits in the inbox."""

    wards: Mapping[str, WardGlance] = field(default_factory=dict)
    pulses: Mapping[str, datetime] = field(default_factory=dict)
    unread: Mapping[str, Hashable] = field(default_factory=dict)


@dataclass
class Glances:
    """Takes one glance after the other; of the audit log it reads only what is new since the last."""

    _seen: int | None = None
    _changes: dict[int | None, int] = field(default_factory=dict)

    def take(self, session: Session) -> Glance:
        """All wards as they stand in this transaction."""
        self._read_audit(session)
        chats, dead = _by_ward(session, _CHATS), _by_ward(session, _DEAD)
        unsent: defaultdict[int, dict[str, datetime]] = defaultdict(dict)
        for ward_id, kind, since in session.connection().execute(_UNSENT):
            unsent[ward_id or 0][kind] = since
        told: defaultdict[int, dict[Name, datetime]] = defaultdict(dict)
        for ward_id, name, since in session.connection().execute(_TOLD):
            told[ward_id][cast("Name", name)] = since
        wards = {}
        for number, code, revision in session.connection().execute(_WARDS):
            state = (revision, self._changes.get(number), chats.get(number), dead.get(number))
            wards[code] = WardGlance(state, unsent[number], told[number])
        unread = {row[0]: tuple(row) for row in session.connection().execute(_UNREAD)}
        return Glance(wards, pulse.all_last(session), unread)

    def _read_audit(self, session: Session) -> None:
        if self._seen is None:
            self._seen = session.scalar(_NEWEST) or 0
        for number, ward_id, action in session.connection().execute(_CHANGED, {"seen": self._seen}).all():
            self._seen = max(self._seen, number)
            if action not in REPORTS:
                self._changes[ward_id] = max(number, self._changes.get(ward_id, 0))


def _by_ward(session: Session, statement: Executable) -> dict[int, Row[Any]]:
    return {row[0]: row for row in session.connection().execute(statement)}
