"""A chat at which nobody can be reached any more: what waits goes elsewhere, and the clerks are told once."""

from __future__ import annotations

from bot.app import App
from bot.delivery import elsewhere
from bot.domain.message import Address
from db import outbox, people, sending
from db.ward_view import PersonView, WardView
from handlers.texts.pressing import chase
from handlers.turn import Reply


def lose_chat(app: App, address: Address, reason: str) -> None:
    """Send what waits for a chat elsewhere; `reason` is the platform's ("blocked", "not_found")."""
    now = app.clock.now()
    with app.sessions.begin() as session:
        waiting = outbox.undelivered(session, address)
        for row in waiting:
            sending.mark_failed(session, row.id, reason)
        chat = people.chat_of(session, address)
        if chat is None or chat.unreachable_at is not None:
            return
        chat.unreachable_at = now
        ward = app.ward_of(session, address.account)
        delivery = app.delivery(session, ward, now)
        for row in waiting:
            if row.person_id is not None:
                key = f"{row.key.partition(':')[0]}:again:{row.id}"
                if delivery.put(elsewhere(row), key=key, kind=row.kind, not_after=row.not_after):
                    row.settled_at = now
        for clerk, said in _news(ward, ward.people.get(chat.person_id or 0), chat.channel):
            delivery.put(said, key=f"lost:{chat.id}:{now.isoformat()}:{clerk}", kind="reminder")


def _news(ward: WardView, lost: PersonView | None, channel: str) -> list[tuple[int, Reply]]:
    """(clerk, what he is told); nobody hears of his own chat."""
    clerks = [clerk.id for clerk in ward.with_role("clerk") if clerk != lost]
    return [(clerk, Reply(chase.unreachable(lost, channel), to=clerk)) for clerk in clerks]
