"""One process: a poll and a sender for each account, one thread for the database, one heartbeat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

import structlog

from bot.app import App
from bot.channels import Channel, SendError
from bot.domain.message import Incoming
from bot.engine.sender import Sender
from bot.scheduler import start_heartbeat

log = structlog.get_logger(__name__)
Result = TypeVar("Result")

IDLE = 5.0
"""Seconds between looks at an inbox that nobody has woken us for."""


class LocalEngine:
    """Runs the App on its channels until it is stopped."""

    def __init__(self, app: App, channels: Mapping[str, Channel]) -> None:
        self._app = app
        self._channels = channels
        # SQLite has one writer; one thread keeps everybody in line without a lock.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._came = asyncio.Event()
        self._senders = {name: Sender(app, channel, self.work) for name, channel in channels.items()}

    async def work(self, function: Callable[..., Result], *args: Any) -> Result:
        """Run a function in the thread of the database."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *args)

    async def run(self, stop: asyncio.Event) -> int:
        """Work until `stop` is set; 1 when every channel has refused its account."""
        heartbeat = start_heartbeat(self._tick)
        handling = asyncio.create_task(self._handle())
        sending = [asyncio.create_task(sender.run()) for sender in self._senders.values()]
        receiving = [asyncio.create_task(self._receive(channel)) for channel in self._channels.values()]
        await self._tick()
        stopped = asyncio.create_task(stop.wait())
        gone = asyncio.create_task(_all(receiving))
        await asyncio.wait([stopped, gone], return_when=asyncio.FIRST_COMPLETED)
        heartbeat.shutdown(wait=False)
        for tasks in (receiving, [handling], sending):
            await _end(tasks)
        await _end([stopped, gone])
        for channel in self._channels.values():
            await channel.close()
        self._thread.shutdown()
        return 0 if stop.is_set() else 1

    async def _receive(self, channel: Channel) -> None:
        async def accept(messages: Sequence[Incoming]) -> None:
            await self.work(self._app.accept, channel.account, messages)
            if messages:
                self._came.set()

        try:
            with suppress(SendError):
                await channel.open()
            await channel.receive(accept)
        except SendError as error:
            log.error("account refused", account=channel.account, reason=error.reason)

    async def _handle(self) -> None:
        while True:
            self._came.clear()
            for inbox_id in await self.work(self._app.waiting):
                await self.work(self._app.receive, inbox_id)
                self._wake()
                self._came.set()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._came.wait(), IDLE)

    async def _tick(self) -> None:
        try:
            await self.work(self._app.tick)
            for account, chat, commands in await self.work(self._app.new_menus):
                if account in self._channels:
                    with suppress(SendError):
                        await self._channels[account].show_menu(commands, chat)
        except Exception:
            log.exception("tick failed")
        self._came.set()
        self._wake()

    def _wake(self) -> None:
        for sender in self._senders.values():
            sender.wake.set()


async def _all(tasks: Sequence[asyncio.Task[None]]) -> None:
    await asyncio.wait(tasks)


async def _end(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
