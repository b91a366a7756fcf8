"""How fast one bot account may send: below Telegram's limits, without ever meeting them.

Bots FAQ: about 30 messages a second in all, one a second to a chat (short bursts pass), 20 a minute to a
group. Python-telegram-bot's own limiter lets 59 out in its first second and knows no limit for a person.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.channels import SendError

OVERALL = (1 / 25, 1)
PRIVATE = (1.0, 3)
GROUP = (3.6, 3)
"""Seconds between messages, and how many may go at once after a rest: a group gets at most 19 a minute.

Of all messages never two at once: what is under way when the program dies is sent again, and should be one.
"""

PATIENCE = 20.0
"""Seconds that a message may wait here; for longer it goes back to the outbox with `retry_after`."""

MANY_LANES = 1000


class Lane:
    """A queue that lets one message through every `interval` seconds, `burst` at once after a rest."""

    def __init__(self, interval: float, burst: int) -> None:
        self._interval = interval
        self._slack = interval * (burst - 1)
        self._due = float("-inf")
        self.queued = 0
        self.turn = asyncio.Lock()

    def wait(self, now: float, ahead: int = 0) -> float:
        """Seconds until the next message may pass when `ahead` others go first; 0 or less: now."""
        return self._due - self._slack - now + ahead * self._interval

    def take(self, now: float) -> None:
        self._due = max(self._due, now) + self._interval

    def pause(self, until: float) -> None:
        """Let nothing through until then, and no burst after it."""
        self._due = max(self._due, until + self._slack)

    def at_rest(self, now: float) -> bool:
        return not self.queued and self._due <= now


class Pacing:
    """The lanes of one bot account: one for everything it sends, one for each chat.

    `now` is monotonic, in seconds. Messages to one chat keep their order.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._all = Lane(*OVERALL)
        self._chats: dict[str, Lane] = {}
        self._refused_chat = ""
        self._refused_until = float("-inf")

    async def turn(self, chat: str) -> None:
        """Wait until a message to this chat may go; SendError "paced" where that takes too long."""
        async with self._through(self._lane(chat)), self._through(self._all):
            pass

    def refused(self, chat: str, seconds: float) -> None:
        """Telegram asked to wait. It does not say whom it means: a second chat refused means everybody."""
        now = self._now()
        self._lane(chat).pause(now + seconds)
        if now < self._refused_until and chat != self._refused_chat:
            self._all.pause(now + seconds)
        self._refused_chat, self._refused_until = chat, max(self._refused_until, now + seconds)

    @asynccontextmanager
    async def _through(self, lane: Lane) -> AsyncIterator[None]:
        self._be_patient(lane.wait(self._now(), lane.queued))
        lane.queued += 1
        try:
            async with lane.turn:
                while (wait := lane.wait(self._now())) > 0:
                    self._be_patient(wait)
                    await asyncio.sleep(wait)
                yield
                lane.take(self._now())
        finally:
            lane.queued -= 1

    def _be_patient(self, wait: float) -> None:
        if wait > PATIENCE:
            raise SendError("paced", retry_after=wait)

    def _lane(self, chat: str) -> Lane:
        if chat not in self._chats:
            if len(self._chats) >= MANY_LANES:
                now = self._now()
                self._chats = {name: lane for name, lane in self._chats.items() if not lane.at_rest(now)}
            self._chats[chat] = Lane(*(GROUP if is_group(chat) else PRIVATE))
        return self._chats[chat]


def is_group(chat: str) -> bool:
    """Whether a chat id is a group's: Telegram numbers people upwards from 0 and groups downwards."""
    return chat.startswith("-")
