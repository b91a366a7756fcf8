"""What a platform hands over, made harmless before it is kept: bounded, and without invisible signs."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Hashable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from bot.domain.message import Contact, Incoming

MAX_TEXT = 5000
"""More than any platform lets a person write, and than is read: a longer text is answered as too long."""
MAX_NAME = 200
MAX_PHONE = 40
MAX_ID = 60
MAX_KEY = 80
MINUTE = timedelta(minutes=1)
MANY_CHATS = 10_000

# Control characters (PostgreSQL refuses NUL), halves of surrogate pairs, and the marks that turn the
# direction of writing, by which "201" could be shown to others as "102". Tab and line break are text.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_LINE_BREAKS = re.compile("\r\n?|[\u2028\u2029\x85]")


def clean_text(text: str, limit: int = MAX_TEXT) -> str:
    """The text without harmful signs, at most `limit` letters of it."""
    return _HARMFUL.sub("", _LINE_BREAKS.sub("\n", text[: 4 * limit]))[:limit]


def clean(message: Incoming) -> Incoming | None:
    """The message as it may be kept; None for one whose ids no platform would give."""
    address = message.address
    limits = (
        (message.key, MAX_KEY),
        (address.chat, MAX_ID),
        (address.account, MAX_ID),
        (message.sender, MAX_ID),
    )
    if not all(_is_id(text, limit) for text, limit in limits):
        return None
    contact = message.contact
    return replace(
        message,
        text=clean_text(message.text),
        sender_name=clean_text(message.sender_name, MAX_NAME),
        message_id=_id(message.message_id),
        reply_to=_id(message.reply_to),
        choice=None if message.choice is None else clean_text(message.choice, MAX_NAME),
        contact=contact and Contact(clean_text(contact.phone, MAX_PHONE), contact.own),
        attachment=None if message.attachment is None else clean_text(message.attachment, MAX_NAME),
    )


def _is_id(text: str, limit: int) -> bool:
    return 0 < len(text) <= limit and not _HARMFUL.search(text)


def _id(text: str | None) -> str | None:
    return text if text is not None and _is_id(text, MAX_ID) else None


class Pace:
    """How many messages each chat has sent in the last minute. Kept in memory: forgotten at a restart."""

    def __init__(self) -> None:
        self._came: dict[Hashable, deque[datetime]] = {}
        self._told: dict[Hashable, datetime] = {}

    def admit(self, chat: Hashable, at: datetime, a_minute: int) -> Literal["yes", "tell", "no"]:
        """Whether a message that came at `at` is within `a_minute`; "tell" for the first one that is not."""
        if len(self._came) > MANY_CHATS:
            self._forget(at)
        came = self._came.setdefault(chat, deque(maxlen=a_minute))
        if len(came) < a_minute or at - came[0] >= MINUTE:
            came.append(at)
            return "yes"
        told = self._told.get(chat)
        if told is not None and at - told < MINUTE:
            return "no"
        self._told[chat] = at
        return "tell"

    def _forget(self, now: datetime) -> None:
        """Drop the chats that have been quiet for a minute."""
        self._came = {chat: came for chat, came in self._came.items() if now - came[-1] < MINUTE}
        self._told = {chat: told for chat, told in self._told.items() if now - told < MINUTE}
