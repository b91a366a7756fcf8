"""What a file would give back: items handed over since, that it still has under the old name."""

from __future__ import annotations

from sqlalchemy import select

from bot.loading.writer import Writer
from db.models import Handover, Item, Person


def note_handed_over(writer: Writer) -> None:
    """Warn of each item that this file gives back to who has handed it over: it may be older than that."""
    session = writer.session
    changed = {change.code for change in writer.changes.changes if change.action == "change"}
    done = select(Handover).where(Handover.ward_id == writer.ward.id, Handover.state == "done")
    last = {item_id: row for row in session.scalars(done.order_by(Handover.done_at)) for item_id in row.items}
    for item_id, row in sorted(last.items()):
        item = session.get_one(Item, item_id)
        if item.key in changed and item.owner_id == row.from_id:
            giver, taker = (session.get_one(Person, one).name for one in (row.from_id, row.to_id))
            writer.changes.warnings.append(
                f"{item.key}: đã bàn giao cho {taker} từ {row.starts_on:%d/%m/%Y}, tệp ghi lại {giver}"
            )
