"""Photos and files that show that a task was done: one row for each file of a task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Evidence


def counted(session: Session, item_ids: Iterable[int]) -> Mapping[int, Mapping[str, int]]:
    """By item, how many of which kind ("photo", "file")."""
    statement = (
        select(Evidence.item_id, Evidence.kind, func.count())
        .where(Evidence.item_id.in_(list(item_ids)))
        .group_by(Evidence.item_id, Evidence.kind)
    )
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for item_id, kind, number in session.execute(statement):
        found[item_id][kind] = number
    return found


def of_item(session: Session, item_id: int) -> Sequence[Evidence]:
    """What was kept of a task, the oldest first."""
    return session.scalars(select(Evidence).where(Evidence.item_id == item_id).order_by(Evidence.id)).all()
