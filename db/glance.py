"""What a tick sees of all wards at a glance: where nothing has changed there is nothing to look for."""

from __future__ import annotations

from collections import Counter, defaultdict
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
_LATE = select(Audit.id, Audit.ward_id, Audit.action).where(
    Audit.id.in_(bindparam("numbers", expanding=True))
)
IN_FLIGHT = 100
"""So many lines others may have written while a transaction was open: its own come out of order."""
REPORTS = frozenset({"figure", "progress"})
"""They take from what is owed; where one should add to it, the next hour of the day is soon enough."""
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
    """Takes one glance after the other; of the audit log it reads only what is new since the last.

    PostgreSQL gives out numbers before it commits: those passed over in `_gaps` may still come.
    """

    _newest: int | None = None
    _gaps: set[int] = field(default_factory=set)
    _changes: Counter[int | None] = field(default_factory=Counter)

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
            state = (revision, self._changes[number], chats.get(number), dead.get(number))
            wards[code] = WardGlance(state, unsent[number], told[number])
        unread = {row[0]: tuple(row) for row in session.connection().execute(_UNREAD)}
        return Glance(wards, pulse.all_last(session), unread)

    def _read_audit(self, session: Session) -> None:
        before = self._newest
        if before is None:
            before = max(0, (session.scalar(_NEWEST) or 0) - IN_FLIGHT)
        rows = list(session.connection().execute(_CHANGED, {"seen": before}))
        newest = max((row.id for row in rows), default=before)
        if self._gaps:
            rows += session.connection().execute(_LATE, {"numbers": sorted(self._gaps)})
        gaps = (self._gaps | set(range(before + 1, newest))) - {row.id for row in rows}
        self._gaps = {number for number in gaps if number > newest - IN_FLIGHT}
        self._newest = newest
        self._changes.update(row.ward_id for row in rows if row.action not in REPORTS)


def _by_ward(session: Session, statement: Executable) -> dict[int, Row[Any]]:
    return {row[0]: row for row in session.connection().execute(statement)}
