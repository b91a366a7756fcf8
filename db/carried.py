"""Tasks of last year's plan that came over into this year's: which of them still lack a deadline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import figures
from db.models import Audit, Confirmation, Extension, Item, Progress


def undated(session: Session, ward_id: int, item_ids: Iterable[int]) -> dict[int, datetime]:
    """By open task without a deadline, of which no extension waits either: when it came over."""
    ids = list(item_ids)
    newest = figures.newest_progress_ids(ids)
    back = select(Confirmation.progress_id).where(
        Confirmation.item_id.in_(ids), Confirmation.state == "returned", Confirmation.progress_id.is_not(None)
    )
    over = select(Progress.item_id).where(
        Progress.id.in_(newest), Progress.id.not_in(back), Progress.state.in_(("done", "cancelled"))
    )
    asked = select(Extension.item_id).where(
        Extension.item_id.in_(ids), Extension.state == "asked", Extension.period.is_(None)
    )
    rows = session.execute(
        select(Item.id, Audit.at)
        .join(Audit, (Audit.subject == Item.key) & (Audit.action == "carry_over"))
        .where(Item.id.in_(ids), Item.due_on.is_(None), Item.id.not_in(over), Item.id.not_in(asked))
        .where(Audit.ward_id == ward_id)
        .order_by(Item.sort, Audit.id)
    )
    return dict(rows.all())
