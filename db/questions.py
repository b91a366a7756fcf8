"""What the bot asked in a chat, until it is answered, replaced or expired."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from bot.domain.message import Address, Choice
from db.models import Question

IN_WORDS = 0
"""The answer of a question that was answered, but by none of its choices."""
MENU = "menu"
"""The question whose choices are commands: asked where there are no buttons to carry them."""
SAID = "said"
"""In the payload of every question: its words, in which it is asked again."""
_OPEN = (
    select(Question)
    .where(
        Question.account == bindparam("account"),
        Question.chat == bindparam("chat"),
        Question.closed_at.is_(None),
        Question.expires_at > bindparam("now"),
    )
    .order_by(Question.id.desc())
    .limit(1)
)
_LAST = (
    select(Question)
    .where(
        Question.account == bindparam("account"),
        Question.chat == bindparam("chat"),
        Question.asked_at >= bindparam("since"),
    )
    .order_by(Question.id.desc())
    .limit(1)
)
_DISPLACED = (
    select(Question)
    .where(
        Question.account == bindparam("account"),
        Question.chat == bindparam("chat"),
        Question.kind.in_(bindparam("kinds", expanding=True)),
        Question.asked_at >= bindparam("since"),
        Question.expires_at > bindparam("now"),
    )
    .order_by(Question.id.desc())
    .limit(1)
)
_ANSWERED = select(Question).where(
    Question.person_id == bindparam("person_id"),
    Question.kind == bindparam("kind"),
    Question.answer.is_not(None),
    Question.asked_at >= bindparam("since"),
)
_UNANSWERED = (
    select(Question)
    .where(
        Question.person_id == bindparam("person_id"),
        Question.kind == bindparam("kind"),
        Question.closed_at.is_(None),
        Question.asked_at >= bindparam("since"),
    )
    .order_by(Question.id)
)
_LEFT_OPEN = (
    select(Question)
    .where(
        Question.ward_id == bindparam("ward"),
        Question.kind == bindparam("kind"),
        Question.answer.is_(None),
        Question.asked_at >= bindparam("since"),
    )
    .order_by(Question.id.desc())
)


def ask(
    session: Session,
    address: Address,
    *,
    ward_id: int,
    person_id: int | None,
    kind: str,
    payload: dict[str, Any],
    choices: Sequence[Choice],
    now: datetime,
    hours: int,
) -> Question:
    """Open a question; the one that was open in this chat is closed: a person answers the last one."""
    close_all(session, address, now)
    row = Question(
        ward_id=ward_id,
        account=address.account,
        chat=address.chat,
        person_id=person_id,
        kind=kind,
        payload=payload,
        choices=[[choice.label, choice.data] for choice in choices],
        asked_at=now,
        expires_at=now + timedelta(hours=hours),
    )
    session.add(row)
    session.flush()
    return row


def open_question(session: Session, address: Address, now: datetime) -> Question | None:
    """The question that waits for an answer in this chat."""
    return session.scalars(
        _OPEN, {"account": address.account, "chat": address.chat, "now": now}
    ).one_or_none()


def last_with_choices(session: Session, address: Address, since: datetime) -> Question | None:
    """The newest question with choices in this chat, open or not, asked since a moment."""
    wanted = {"account": address.account, "chat": address.chat, "since": since}
    found = session.scalars(_LAST, wanted).one_or_none()
    return found if found is not None and found.choices else None


def displaced(
    session: Session, address: Address, kinds: Collection[str], since: datetime, now: datetime
) -> Question | None:
    """The newest question of these kinds in this chat that was closed unanswered, because another came."""
    row = session.scalars(
        _DISPLACED,
        {
            "account": address.account,
            "chat": address.chat,
            "kinds": list(kinds),
            "since": since,
            "now": now,
        },
    ).one_or_none()
    return row if row is not None and row.answer is None and row.closed_at is not None else None


def left_open(session: Session, ward_id: int, kind: str, since: datetime) -> Sequence[Question]:
    """Questions of a kind, asked since a moment, that nobody has answered, the newest first.

    Also those that are closed, because another was asked in the chat, and those that have expired.
    """
    return session.scalars(_LEFT_OPEN, {"ward": ward_id, "kind": kind, "since": since}).all()


def settle(question: Question, now: datetime) -> None:
    """It was answered in words, not by one of its choices."""
    question.closed_at, question.answer = now, IN_WORDS


def close_all(session: Session, address: Address, now: datetime) -> None:
    """Close whatever is open in this chat."""
    session.execute(
        update(Question)
        .where(
            Question.account == address.account,
            Question.chat == address.chat,
            Question.closed_at.is_(None),
        )
        .values(closed_at=now)
    )


def close_about(session: Session, ward_id: int, now: datetime, keys: Collection[str]) -> None:
    """Close what is open in the chats of a ward and speaks of one of these items."""
    still_open = (Question.ward_id == ward_id) & Question.closed_at.is_(None) & (Question.expires_at > now)
    for row in session.scalars(select(Question).where(still_open)).all():
        if any(f'"{key}"' in json.dumps(row.payload) for key in keys):
            row.closed_at = now


def answered(
    session: Session, person_id: int, kind: str, now: datetime, days: int = 40
) -> Sequence[Question]:
    """Questions of a kind that a person has answered by picking a choice, in the last `days`."""
    since = now - timedelta(days=days)
    return session.scalars(_ANSWERED, {"person_id": person_id, "kind": kind, "since": since}).all()


def unanswered(session: Session, person_id: int, kind: str, since: datetime) -> Sequence[Question]:
    """Questions of a kind to a person, asked since a moment, to which nothing was said; expired ones too."""
    wanted = {"person_id": person_id, "kind": kind, "since": since}
    return session.scalars(_UNANSWERED, wanted).all()
