"""Any number of processes on one PostgreSQL: those that take messages in, those that work on them, or both.

A job only says "look there": handle(account, chat) has a lock for each chat, so that a person's messages
keep their order; send(account) has one for each bot account, so that it has one sender. The rows are the
truth: what the queue has lost is asked for again, what it has twice finds nothing to do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import Any, Literal, TypeVar

import procrastinate
import structlog
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job, Status
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.app import App
from bot.channels import Accept, Channel
from bot.channels.telegram import TelegramChannel
from bot.domain.message import Incoming
from bot.engine import jobs, queue_schema
from bot.engine.fetcher import Fetcher
from bot.engine.menus import Menus
from bot.engine.parts import ended, first_of, supervised
from bot.engine.patience import patiently
from bot.engine.receiving import Front, receive
from bot.engine.sender import Sender
from bot.engine.ticking import tick
from bot.scheduler import start_heartbeat
from db import inbox, sending
from db.hold import Holds
from db.session import make_sessions

log = structlog.get_logger(__name__)
Result = TypeVar("Result")
Does = Literal["web", "worker", "all"]

LOOK = 5.0
"""Seconds between looks for what the queue has lost, and for who may poll."""
CHATS_AT_ONCE, ACCOUNTS_AT_ONCE = 16, 200
"""A sender mostly waits; one of an account whose platform is dead must not keep others from theirs.

All of them take turns in the thread of the database: of too few chats the answers would wait for the senders.
"""
DRAIN = 5
MENUS = "giaoban:menus"
"""The hold of the process that shows people their commands."""
PATIENT = 3.0
"""Seconds that the queue waits for its database: one that is away must not hold up the end of the program."""
BEAT, STALLED = 5.0, 15.0
"""Seconds between a worker's signs of life, and without any until its jobs are done by another."""


class ProcrastinateEngine:
    """One of the processes. `does` is which part of the work it does; all of them feel the clock."""

    def __init__(
        self,
        app: App,
        channels: Mapping[str, Channel],
        database: Engine,
        front: Front | None = None,
        does: Does = "all",
    ) -> None:
        self._app = app
        self._channels = channels
        self._database = database
        # To look needs no transaction: each would be two more journeys to the database, and is made often.
        self._looks = make_sessions(database.execution_options(isolation_level="AUTOCOMMIT"))
        self._holds = Holds(database)
        self._front = front
        self._menus = Menus(app, channels)
        self._does = does
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        conninfo = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._queue = procrastinate.App(
            connector=procrastinate.PsycopgConnector(conninfo=conninfo, timeout=PATIENT)
        )
        self._handle = self._queue.task(name="handle", queue="chats")(self._handle_chat)
        self._send = self._queue.task(name="send", queue="accounts")(self._send_account)

    async def work(self, function: Callable[..., Result], *args: Any) -> Result:
        """Run a function in the thread of the database."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *args)

    async def run(self, stop: asyncio.Event) -> int:
        """Work until `stop` is set; 1 when every channel has refused its account."""
        async with self._queue.open_async():
            await self._make_tables()
            heartbeat = start_heartbeat(self._tick)
            parts: list[Callable[[], Awaitable[Any]]] = [self._look_after]
            if self._does != "web":
                parts += [self._work_on_chats, self._work_on_accounts]
                parts += [Fetcher(self._app, one, self.work).run for one in self._channels.values()]
            tasks = [asyncio.create_task(supervised(part)) for part in parts]  # type: ignore[arg-type]
            receiving = self._receiving() if self._does != "worker" else []
            await first_of(stop, receiving)
            heartbeat.shutdown(wait=False)
            await ended([*receiving, *tasks])
            await self._menus.end()
        for channel in self._channels.values():
            await channel.close()
        self._thread.shutdown()
        return 0 if stop.is_set() else 1

    async def _make_tables(self) -> None:
        """The queue's own tables, by the first process that finds none."""
        if await self.work(queue_schema.current, self._database) is None:
            await self.work(queue_schema.upgrade, self._database)

    # --- asking for work --------------------------------------------------------------------------

    async def _ask_to_handle(self, account: str, chat: str) -> None:
        place = jobs.handling(account, chat)
        with suppress(AlreadyEnqueued):  # a job that has not begun will see this message too
            job = self._handle.configure(lock=place, queueing_lock=place)
            await job.defer_async(account=account, chat=chat)

    async def _ask_to_send(self, account: str, at: datetime | None = None) -> None:
        place = jobs.sending(account)
        with suppress(AlreadyEnqueued):
            waits = jobs.later(place) if at else place
            job = self._send.configure(lock=place, queueing_lock=waits, schedule_at=at)
            await job.defer_async(account=account)

    async def _ask_for_what_waits(self) -> None:
        """Ask for what is to be done, as the rows say, and is not asked for."""
        chats, accounts = await patiently(self.work, self._left)
        for account, chat in chats:
            await self._ask_to_handle(account, chat)
        for account in accounts:
            await self._ask_to_send(account)

    def _left(self) -> tuple[list[tuple[str, str]], list[str]]:
        """What waits and nobody looks into: (account, chat) of the chats, and the accounts.

        When a thousand wait, nearly all are asked for: to ask again took more time than to answer.
        """
        with self._looks() as session:
            asked = jobs.asked_for(session)
            chats = [one for one in inbox.waiting_chats(session) if jobs.handling(*one) not in asked]
            accounts = self._with_mail(session, list(self._channels))
            return chats, [one for one in accounts if jobs.sending(one) not in asked]

    def _with_mail(self, session: Session, accounts: Sequence[str]) -> list[str]:
        """Of these accounts, those for which something may go out now."""
        now = self._app.clock.now()
        quiet = [one for one in accounts if not self._app.may_interrupt(session, one, now)]
        return sending.open_accounts(session, now, accounts, quiet)

    # --- the work ---------------------------------------------------------------------------------

    async def _handle_chat(self, account: str, chat: str) -> None:
        """Handle what waits in one chat, in order; what it makes goes to people of the same ward."""
        accounts: list[str] | None = None
        while accounts is None:
            for inbox_id in await patiently(self.work, self._waiting_in, account, chat):
                await patiently(self.work, self._app.receive, inbox_id)
            accounts = await patiently(self.work, self._done_with, account, chat)
        for one in accounts:
            await self._ask_to_send(one)

    def _waiting_in(self, account: str, chat: str) -> list[int]:
        with self._looks() as session:
            return inbox.waiting_in(session, account, chat)

    def _done_with(self, account: str, chat: str) -> list[str] | None:
        """For which accounts of its ward something is to be sent; None when more has come in the chat."""
        with self._looks() as session:
            if inbox.waiting_in(session, account, chat):
                return None
            return self._with_mail(session, self._app.accounts_beside(account))

    async def _send_account(self, account: str) -> None:
        """Send what may go out now for one bot account; ask to be back when the next one may."""
        if account not in self._channels:
            return
        # The job's lock may be lost, as when a worker stood still for a while: the rows decide.
        sender = Sender(self._app, self._channels[account], self.work, alone=False)
        sender.drain()
        await sender.run()
        later = await patiently(self.work, self._next_due, account)
        if later is not None:
            await self._ask_to_send(account, later)

    def _next_due(self, account: str) -> datetime | None:
        with self._looks() as session:
            return sending.next_due(session, account)

    async def _work_on_chats(self) -> None:
        await self._run_worker("chats", CHATS_AT_ONCE)

    async def _work_on_accounts(self) -> None:
        await self._run_worker("accounts", ACCOUNTS_AT_ONCE)

    async def _run_worker(self, queue: str, at_once: int) -> None:
        await self._queue.run_worker_async(
            queues=[queue],
            concurrency=at_once,
            install_signal_handlers=False,
            shutdown_graceful_timeout=DRAIN,
            delete_jobs="always",
            update_heartbeat_interval=BEAT,
            stalled_worker_timeout=STALLED,
        )

    # --- the clock, and what was lost -------------------------------------------------------------

    async def _tick(self) -> None:
        try:
            await tick(self._app, self.work)
            await self._ask_for_what_waits()
            if self._does != "web" and await self.work(self._holds.held, MENUS):
                self._menus.begin(self.work)
        except Exception:
            log.exception("tick failed")

    async def _look_after(self) -> None:
        """Ask again for what nobody works on, and for what a dead worker had begun."""
        await self._tick()
        while True:
            for job in await self._queue.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED):
                await self._drop(job)
            await self._ask_for_what_waits()
            await asyncio.sleep(LOOK)

    async def _drop(self, job: Job) -> None:
        """Take away a job whose worker has died, and with it its lock.

        To have it tried again would fail where the same has been asked for since.
        """
        if job.id is not None:
            log.warning("a worker died", task=job.task_name)
            with suppress(ConnectorException):  # another process was quicker
                await self._queue.job_manager.finish_job_by_id_async(job.id, Status.FAILED, delete_job=True)

    # --- taking in --------------------------------------------------------------------------------

    def _receiving(self) -> list[asyncio.Task[None]]:
        accepts = {name: self._acceptor(name) for name in self._channels}
        if self._front is not None and self._front.public is not None:
            public = self._front.public
            coming = [receive(channel, accepts[name], public) for name, channel in self._channels.items()]
        else:
            coming = [self._poll_alone(channel, accepts[name]) for name, channel in self._channels.items()]
        if self._front is not None:
            coming.append(self._serve(self._front, accepts))
        return [asyncio.create_task(one) for one in coming]

    def _acceptor(self, account: str) -> Accept:
        async def accept(messages: Sequence[Incoming]) -> None:
            if await self.work(self._app.accept, account, messages):
                for chat in dict.fromkeys(message.address.chat for message in messages):
                    await self._ask_to_handle(account, chat)

        return accept

    async def _poll_alone(self, channel: Channel, accept: Accept) -> None:
        """Poll while no other process does: the platform allows one for each account."""
        name = f"giaoban:poll:{channel.account}"
        polling: asyncio.Task[None] | None = None
        try:
            while polling is None or not polling.done():
                mine = await patiently(self.work, self._holds.held, name)
                if mine and polling is None:
                    polling = asyncio.create_task(receive(channel, accept, None))
                elif not mine and polling is not None:
                    await ended([polling])
                    polling = None
                await asyncio.wait([polling or asyncio.create_task(asyncio.sleep(LOOK))], timeout=LOOK)
        finally:
            await ended([polling] if polling else [])
            await self.work(self._holds.let_go, name)

    async def _serve(self, front: Front, accepts: Mapping[str, Accept]) -> None:
        from bot.engine.web import Web, serve

        hooks = {name: one for name, one in self._channels.items() if isinstance(one, TelegramChannel)}
        await serve(Web(self._app, hooks, accepts, self.work, front).pages(), front.host, front.port)
