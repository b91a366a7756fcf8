"""One process: a poll and a sender for each account, one thread for the database, one heartbeat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

import structlog

from bot.app import App
from bot.channels import Accept, Channel
from bot.channels.telegram import TelegramChannel
from bot.domain.message import Incoming
from bot.engine.fetcher import Fetcher
from bot.engine.menus import Menus
from bot.engine.parts import ended, first_of, supervised
from bot.engine.patience import patiently
from bot.engine.receiving import Front, receive
from bot.engine.sender import Sender
from bot.engine.ticking import tick
from bot.scheduler import start_heartbeat
from db import sending

log = structlog.get_logger(__name__)
Result = TypeVar("Result")

IDLE = 2.0
"""Seconds between looks at an inbox and outbox that nobody has woken us for."""
FEW = 20
"""So many new messages are handled as they came; of more, each chat's first goes before anybody's second."""
DRAIN = 5.0
"""Seconds that what is under way gets when the program is asked to stop."""


class LocalEngine:
    """Runs the App on its channels until it is stopped."""

    def __init__(self, app: App, channels: Mapping[str, Channel], front: Front | None = None) -> None:
        """With a `front` there is a web server, and messages may be brought to it instead of asked for."""
        self._app = app
        self._channels = channels
        self._front = front
        # SQLite has one writer; one thread keeps everybody in line without a lock.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._came = asyncio.Event()
        self._heard = asyncio.Event()
        self._new: list[int] = []
        self._draining = False
        self._menus = Menus(app, channels)
        # On SQLite nobody else can be at work (db.alone); PostgreSQL is shared, and the rows decide.
        alone = app.sessions.kw["bind"].dialect.name == "sqlite"
        self._senders = {name: Sender(app, one, self.work, alone) for name, one in channels.items()}

    async def work(self, function: Callable[..., Result], *args: Any) -> Result:
        """Run a function in the thread of the database."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *args)

    async def run(self, stop: asyncio.Event) -> int:
        """Work until `stop` is set; 1 when every channel has refused its account."""
        heartbeat = start_heartbeat(self._tick)
        working = [
            asyncio.create_task(supervised(part))
            for part in (self._handle, *(sender.run for sender in self._senders.values()))
        ]
        accepts = {name: self._acceptor(name) for name in self._channels}
        serving = [asyncio.create_task(self._serve(self._front, accepts))] if self._front else []
        public = self._front.public if self._front else None
        receiving = [
            asyncio.create_task(receive(channel, accepts[name], public))
            for name, channel in self._channels.items()
        ]
        fetchers = [Fetcher(self._app, channel, self.work) for channel in self._channels.values()]
        fetching = [asyncio.create_task(supervised(one.run)) for one in fetchers]
        first = asyncio.create_task(self._begin())
        await first_of(stop, receiving)
        heartbeat.shutdown(wait=False)
        await ended([*serving, *receiving, *fetching, first])
        await self._menus.end()
        await self._drain(working)
        for channel in self._channels.values():
            await channel.close()
        self._thread.shutdown()
        return 0 if stop.is_set() else 1

    async def _drain(self, working: Sequence[asyncio.Task[None]]) -> None:
        """Answer what has come in and send what waits, as far as that takes no longer than a moment."""
        self._draining = True
        self._came.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN):
                await asyncio.shield(working[0])
                for sender in self._senders.values():
                    sender.drain()
                await asyncio.gather(*(asyncio.shield(task) for task in working[1:]))
        await ended(working)

    def _acceptor(self, account: str) -> Accept:
        async def accept(messages: Sequence[Incoming]) -> None:
            self._new += await self.work(self._app.accept, account, messages)
            self._heard.set()
            if messages:
                self._came.set()

        return accept

    async def _serve(self, front: Front, accepts: Mapping[str, Accept]) -> None:
        from bot.engine.web import Web, serve  # a third of a second that polling need not wait for

        hooks = {name: one for name, one in self._channels.items() if isinstance(one, TelegramChannel)}
        await serve(Web(self._app, hooks, accepts, self.work, front).pages(), front.host, front.port)

    async def _handle(self) -> None:
        """Handle what waits in the inbox, chat by chat in turn, for ever; draining, until it is empty."""
        behind = True
        while True:
            self._came.clear()
            if behind or len(self._new) > FEW:
                self._new = []
                waiting = await patiently(self.work, self._app.waiting)
                behind = bool(waiting)  # of these chats more may wait
            else:
                # What has just been stored need not be looked for.
                waiting, self._new = self._new, []
            handled = 0
            for inbox_id in waiting:
                done, accounts = await patiently(self.work, self._receive, inbox_id)
                self._wake(accounts)
                handled += done
            # What was not its turn is found again by looking.
            behind |= handled < len(waiting)
            if handled or self._new:
                continue
            if self._draining:
                return
            if not await self._something_came():
                behind = True
                self._wake(await patiently(self.work, self._with_mail))

    async def _something_came(self) -> bool:
        try:
            await asyncio.wait_for(self._came.wait(), IDLE)
        except TimeoutError:
            return False
        return True

    async def _begin(self) -> None:
        """The first tick reminds nobody after an outage: what people have sent meanwhile is fetched first."""
        await self._tick()
        await self._heard.wait()
        await self._tick()

    async def _tick(self) -> None:
        try:
            await tick(self._app, self.work)
        except Exception:
            log.exception("tick failed")
        self._came.set()
        self._wake(await patiently(self.work, self._with_mail))
        self._menus.begin(partial(patiently, self.work))

    def _wake(self, accounts: Sequence[str]) -> None:
        for account in accounts:
            if account in self._senders:
                self._senders[account].wake.set()

    # --- in the thread of the database -----------------------------------------------------------

    def _receive(self, inbox_id: int) -> tuple[bool, Sequence[str]]:
        """Handle a message; for which accounts there is something to send then."""
        return self._app.receive(inbox_id), self._with_mail()

    def _with_mail(self) -> Sequence[str]:
        """Of a hundred accounts most have nothing to send: to look for all at once is cheaper."""
        with self._app.sessions() as session:
            return sending.open_accounts(session, self._app.clock.now())
