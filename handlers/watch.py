"""Tells, once, what has been wrong for long, and once that it is over: to whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain import watch
from bot.domain.watch import Name, News, Signs
from db import alarms, outbox, people
from db.ward_view import PersonView, WardView
from handlers.texts import alarm as texts
from handlers.turn import Office, Reply

OF_INSTALLATION: frozenset[Name] = frozenset({"backup", "damage"})
"""What no ward can help, and every ward would hear of: not the bot account of one."""


def owed(session: Session, now: datetime, ward: WardView, signs: Signs) -> Iterator[News]:
    """What is to be told at this tick."""
    return watch.news(signs, alarms.told(session, ward.id), now)


def tell(session: Session, office: Office, ward: WardView, news: News) -> Sequence[Reply]:
    """Write it down and say it; nothing when another process has said it."""
    if not alarms.note(session, ward.id, news):
        return []
    if news.over:
        # Where nothing could go out, the message that it is wrong still waits: one is enough.
        outbox.withdraw(session, ward.id, f"alarm:{news.name}:")
    signs = alarms.signs(session, ward.id, office.accounts)
    text = texts.told(news, watch.silent_accounts(signs, news.at))
    return [Reply(text, to=person.id) for person in _audience(session, office, ward, news.name)]


def _audience(session: Session, office: Office, ward: WardView, name: Name) -> Sequence[PersonView]:
    """Clerk and admin of the only ward. Of several: the admins, so that a hundred clerks hear of no backup.

    A ward without an admin who can be reached hears of its own bot account through its clerk, and of what
    concerns the whole installation only when there is no such admin in any ward.
    """
    if office.alone:
        return ward.with_role("clerk", "admin")
    reachable = people.reachable(session, ward.id)
    admins = [person for person in ward.with_role("admin") if person.id in reachable]
    if admins or (name in OF_INSTALLATION and people.is_any_reachable(session, "admin")):
        return admins
    return ward.with_role("clerk")
