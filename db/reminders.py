"""What the clock has decided already: digests, due-day messages, summaries, escalations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, or_, select
from sqlalchemy.orm import Session

from bot.domain.workdays import local
from db import outbox
from db.kept import once
from db.models import Reminder

MEMORY = timedelta(days=100)
"""Longer than any stage of a duty is ahead of its due day; older decisions cannot matter."""
DIGESTS = timedelta(days=20)
"""Longer than any holiday: within it everything overdue was in some digest."""
YEAR = timedelta(days=400)
# Built once: every tick asks.
_MADE = select(Reminder.kind, Reminder.recipient, Reminder.at).where(
    Reminder.ward_id == bindparam("ward"), Reminder.subject == bindparam("subject")
)
_SUMMED_UP = select(Reminder.recipient).where(
    Reminder.ward_id == bindparam("ward"), Reminder.kind == "summary", Reminder.at >= bindparam("since")
)
_IS_MADE = select(Reminder.id).where(
    Reminder.ward_id == bindparam("ward"),
    Reminder.kind == bindparam("kind"),
    Reminder.subject == bindparam("subject"),
    Reminder.recipient == bindparam("recipient"),
)
_STAGES = (
    select(Reminder.recipient, Reminder.stages)
    .where(
        Reminder.ward_id == bindparam("ward"),
        Reminder.kind == bindparam("kind"),
        Reminder.at >= bindparam("since"),
    )
    .order_by(Reminder.id)
)
_TOLD = _STAGES.where(Reminder.recipient.in_(bindparam("recipients", expanding=True)))
_CLIMBED = (
    select(Reminder.kind, Reminder.stages, Reminder.at)
    .where(
        Reminder.ward_id == bindparam("ward"),
        or_(
            (Reminder.kind == "digest") & (Reminder.at >= bindparam("digests")),
            (Reminder.kind == "escalation") & (Reminder.at >= bindparam("escalations")),
        ),
    )
    .order_by(Reminder.id)
)
OF_A_DAY = ("digest", "due_day", "escalation", "day")
"""Kinds that tell how things stand on a day: a day later they would be wrong."""


def decide(
    session: Session,
    ward_id: int,
    kind: str,
    subject: str,
    recipient: str,
    now: datetime,
    stages: Mapping[str, Any] | None = None,
) -> Reminder:
    """Write the decision down; IntegrityError when it was made already, here or in another process."""
    row = Reminder(
        ward_id=ward_id, kind=kind, subject=subject, recipient=recipient, stages=dict(stages or {}), at=now
    )
    session.add(row)
    session.flush()
    return row


def made(session: Session, ward_id: int, subject: str) -> Mapping[tuple[str, str], datetime]:
    """When what was decided about a day or a period, by (kind, recipient)."""

    def look() -> dict[tuple[str, str], datetime]:
        rows = session.execute(_MADE, {"ward": ward_id, "subject": subject})
        return {(kind, recipient): at for kind, recipient, at in rows}

    return once(session, ("made", ward_id, subject), look)


def summed_up_on(session: Session, ward_id: int, now: datetime) -> set[str]:
    """Recipients of a week's or a longer period's summary that was decided on this day, before now."""
    start = local(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return set(session.scalars(_SUMMED_UP, {"ward": ward_id, "since": start}))


def is_made(session: Session, ward_id: int, kind: str, subject: str, recipient: str) -> bool:
    """True when this very decision was made."""
    wanted = {"ward": ward_id, "kind": kind, "subject": subject, "recipient": recipient}
    return session.scalar(_IS_MADE, wanted) is not None


def take_back(session: Session, ward_id: int, now: datetime) -> None:
    """What could not go out on its day is not said, and was not decided: it is owed anew, as things stand."""
    for row in outbox.overtaken(session, ward_id, now):
        kind, day = row.key.partition(":")[0], local(row.created_at).date().isoformat()
        about = (Reminder.ward_id == ward_id) & (Reminder.kind == kind) & (Reminder.subject == day)
        session.execute(delete(Reminder).where(about, Reminder.recipient == f"person:{row.person_id}"))


def stages(session: Session, ward_id: int, kind: str, now: datetime) -> dict[str, dict[str, Any]]:
    """What decisions of a kind have told, by recipient."""
    return _by_recipient(session.execute(_STAGES, {"ward": ward_id, "kind": kind, "since": now - MEMORY}))


def told(
    session: Session, ward_id: int, recipients: Collection[str], now: datetime
) -> dict[str, dict[str, Any]]:
    """The last stage that digests have told these recipients of each duty."""
    if not recipients:
        return {}
    wanted = {"ward": ward_id, "kind": "digest", "since": now - MEMORY, "recipients": list(recipients)}
    return _by_recipient(session.execute(_TOLD, wanted))


def _by_recipient(rows: Iterable[Row[str, dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for recipient, one in rows:
        found[recipient].update(one)
    return found


def climbed(session: Session, ward_id: int, now: datetime) -> dict[str, dict[str, datetime]]:
    """When who was first told of each overdue matter: the owner by the digest, the others on the ladder.

    Of digests the last ones are enough: what is overdue is in every one of them.
    """
    wanted = {"ward": ward_id, "digests": now - DIGESTS, "escalations": now - YEAR}
    found: defaultdict[str, dict[str, datetime]] = defaultdict(dict)
    for kind, stages, at in session.execute(_CLIMBED, wanted):
        for key, stage in stages.items():
            if kind == "escalation" or stage == "overdue":
                found[key].setdefault(stage if kind == "escalation" else "person", at)
    return found
