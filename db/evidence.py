"""Photos and files that show that a task was done: one row for each file of a task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import exists, func, select, update
from sqlalchemy.orm import Session

from db.models import Directive, Evidence


def counted(
    session: Session, item_ids: Iterable[int], state: str = "kept", *, of_results: bool = False
) -> Mapping[int, Mapping[str, int]]:
    """By item, how many of which kind ("photo", "file") are kept; `of_results`: without those of an order."""
    statement = (
        select(Evidence.item_id, Evidence.kind, func.count())
        .where(Evidence.item_id.in_(list(item_ids)), Evidence.state == state)
        .group_by(Evidence.item_id, Evidence.kind)
    )
    if of_results:
        ordered = exists().where(
            Directive.item_id == Evidence.item_id, Directive.given_by_id == Evidence.person_id
        )
        statement = statement.where(~ordered)
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for item_id, kind, number in session.execute(statement):
        found[item_id][kind] = number
    return found


def coming(session: Session, item_id: int) -> Mapping[str, int]:
    """The same of what is on its way; its sender is told when it is lost."""
    return counted(session, [item_id], "waiting", of_results=True).get(item_id, {})


def of_item(session: Session, item_id: int) -> Sequence[Evidence]:
    """What is kept of a task, the oldest first."""
    statement = select(Evidence).where(Evidence.item_id == item_id, Evidence.state == "kept")
    return session.scalars(statement.order_by(Evidence.id)).all()


def of_message(session: Session, inbox_id: int, item_id: int) -> Sequence[Evidence]:
    """What came with a message for a task, also what is still on its way."""
    sent = (Evidence.inbox_id == inbox_id) & (Evidence.item_id == item_id)
    return session.scalars(select(Evidence).where(sent).order_by(Evidence.id)).all()


def move(session: Session, row: Evidence, item_id: int) -> None:
    """It is of another task; which may have the same file already."""
    same = (Evidence.item_id == item_id) & (Evidence.sha256 == row.sha256)
    if row.sha256 is not None and session.scalar(select(Evidence.id).where(same)) is not None:
        row.state, row.sha256 = "again", None
    row.item_id = item_id
    session.flush()


def last_of(session: Session, person_id: int, since: datetime) -> Evidence | None:
    """What a person sent last, since a moment: the next photo of an album goes to the same task."""
    statement = select(Evidence).where(Evidence.person_id == person_id, Evidence.at >= since)
    return session.scalars(statement.order_by(Evidence.id.desc())).first()


def wanted(session: Session, account: str, now: datetime) -> list[tuple[int, str]]:
    """(id, the platform's name) of what is to be fetched now, the oldest first."""
    waiting = (Evidence.account == account) & (Evidence.state == "waiting") & (Evidence.not_before <= now)
    rows = session.execute(select(Evidence.id, Evidence.file_id).where(waiting).order_by(Evidence.id))
    return [(number, file_id) for number, file_id in rows]


def settle(session: Session, row: Evidence, sha256: str, size: int) -> bool:
    """The file is there: kept, or the task has the same one already; False when that was settled before."""
    same = select(Evidence.id).where(Evidence.item_id == row.item_id, Evidence.sha256 == sha256)
    again = session.scalar(same) is not None
    values = {"state": "again" if again else "kept", "sha256": None if again else sha256, "size": size}
    return _change(session, row, values)


def lose(session: Session, row: Evidence) -> bool:
    """It cannot be had; False when that was settled before."""
    return _change(session, row, {"state": "lost"})


def _change(session: Session, row: Evidence, values: Mapping[str, object]) -> bool:
    waiting = (Evidence.id == row.id) & (Evidence.state == "waiting")
    changed = session.scalars(update(Evidence).where(waiting).values(**values).returning(Evidence.id)).all()
    session.refresh(row)
    return bool(changed)


def still_waiting(session: Session, row: Evidence) -> bool:
    """True while other files of the same task and chat are on their way: the last one tells of all."""
    statement = select(Evidence.id).where(
        Evidence.item_id == row.item_id, Evidence.chat == row.chat, Evidence.state == "waiting"
    )
    return session.scalar(statement.limit(1)) is not None
