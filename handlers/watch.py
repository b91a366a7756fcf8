"""Tells clerk and admin, once, what has been wrong for long, and once that it is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain import watch
from bot.domain.watch import News
from db import alarms, outbox
from db.ward_view import WardView
from handlers.texts import alarm as texts
from handlers.turn import Office, Reply


def owed(session: Session, now: datetime, office: Office, ward: WardView) -> Iterator[News]:
    """What is to be told at this tick."""
    return watch.news(alarms.signs(session, ward.id, office.accounts), alarms.told(session, ward.id), now)


def tell(session: Session, office: Office, ward: WardView, news: News) -> Sequence[Reply]:
    """Write it down and say it; nothing when another process has said it."""
    if not alarms.note(session, ward.id, news):
        return []
    if news.over:
        # Where nothing could go out, the message that it is wrong still waits: one is enough.
        outbox.withdraw(session, ward.id, f"alarm:{news.name}:")
    signs = alarms.signs(session, ward.id, office.accounts)
    text = texts.told(news, watch.silent_accounts(signs, news.at))
    return [Reply(text, to=person.id) for person in ward.with_role("clerk", "admin")]
