"""A Telegram stand-in on the loopback, and channels that talk to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

import pytest

from bot.channels import Channel
from bot.channels.telegram import TelegramChannel, Timing
from bot.domain.message import Incoming
from tests.standin.telegram import Account, TelegramStandIn

TOKEN = "42:secret"
NOW = datetime(2026, 11, 16, 7, 30, tzinfo=UTC)
FAST = Timing(poll=2, answer=5, first_pause=0.01, longest_pause=0.02)

OpenChannel = Callable[..., TelegramChannel]


@pytest.fixture
def api() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as api:
        yield api


@pytest.fixture
def bot(api: TelegramStandIn) -> Account:
    return api.account(TOKEN)


@pytest.fixture
def telegram(api: TelegramStandIn) -> OpenChannel:
    def make(timing: Timing = FAST, api_base: str = api.url) -> TelegramChannel:
        return TelegramChannel(
            "ward", TOKEN, now=lambda: NOW, contact_label="Số của tôi", api_base=api_base, timing=timing
        )

    return make


class Stored:
    """What a channel handed over; the first `refusals` batches are refused, as by a database that is away."""

    def __init__(self, refusals: int = 0) -> None:
        self.messages: list[Incoming] = []
        self.batches = 0
        self._refusals = refusals
        self._changed = asyncio.Event()

    async def accept(self, batch: Sequence[Incoming]) -> None:
        self.batches += 1
        self._changed.set()
        if self.batches <= self._refusals:
            raise ConnectionError("the database is away")
        self.messages.extend(batch)

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not holds():
                self._changed.clear()
                await self._changed.wait()


@asynccontextmanager
async def receiving(channel: Channel, refusals: int = 0) -> AsyncIterator[Stored]:
    """A channel that receives in the background, and is closed at the end."""
    stored = Stored(refusals)
    task = asyncio.create_task(channel.receive(stored.accept))
    try:
        yield stored
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await channel.close()


def receive(channel: Channel, count: int = 1, refusals: int = 0) -> list[Incoming]:
    """The first messages that a channel hands over."""

    async def run() -> list[Incoming]:
        async with receiving(channel, refusals) as stored:
            await stored.until(lambda: len(stored.messages) >= count)
            return stored.messages

    return asyncio.run(run())
