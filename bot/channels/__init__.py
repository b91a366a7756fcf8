"""The contract of a channel, and the one error its sending may raise."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.domain.message import Command, Incoming, Outgoing

Accept = Callable[[Sequence[Incoming]], Awaitable[None]]
"""Stores messages for good; when it returns, the channel may tell the platform "got it"."""

Ready = Callable[[], Awaitable[None]]


async def at_once() -> None:
    """Ready without any condition."""


@dataclass(frozen=True, slots=True)
class Ability:
    """What a channel can do. `max_text` counts UTF-16 units, as Telegram does.

    `keeps` is how long its platform holds what people send while nobody fetches it (nothing at all: zero);
    None where nobody can send while the program is off.
    """

    buttons: bool
    files: bool
    edit: bool
    max_text: int
    keeps: timedelta | None = None


class SendError(Exception):
    """A message did not go out, or may not have.

    `retry_after`: seconds the platform asks to wait. `permanent`: this chat will not take it, ever
    (blocked, deactivated, not found). `rejected`: this message will not be taken, another one may be
    (malformed, too large). `maybe_sent`: no answer came, it may have arrived.
    `moved_to`: the chat has a new id (a Telegram group that became a supergroup). `quota`: the account has
    sent as much as it may for a while, and nobody knows for how long.
    `reason` is a short code for logs and for the clerk: blocked, not_found, bad_request, network, …
    """

    def __init__(
        self,
        reason: str,
        *,
        retry_after: float | None = None,
        permanent: bool = False,
        rejected: bool = False,
        maybe_sent: bool = False,
        moved_to: str | None = None,
        quota: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
        self.permanent = permanent
        self.rejected = rejected
        self.maybe_sent = maybe_sent
        self.moved_to = moved_to
        self.quota = quota


class Channel(Protocol):
    """One bot account on one platform."""

    name: str
    account: str
    ability: Ability

    async def open(self) -> None:
        """Connect; raise SendError when the platform refuses the account."""

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""

    async def receive(self, accept: Accept) -> None:
        """Fetch messages for ever; hand each batch to `accept` before acknowledging it."""

    async def send(self, message: Outgoing, ready: Ready = at_once) -> str | None:
        """Send one message; return the platform's message number, or raise SendError.

        `ready` is awaited when it is its turn, right before it goes out; what it raises stops it.
        """

    async def fetch(self, file_id: str, limit: int, /) -> bytes:
        """The content of a file that somebody sent, at most `limit` bytes; or SendError.

        `rejected`: the platform does not have it (any more), or it is larger.
        """

    async def show_menu(self, commands: Sequence[Command], chat: str | None = None) -> None:
        """Offer these commands to a chat, or to everybody."""
