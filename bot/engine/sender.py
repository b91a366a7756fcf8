"""Takes the outbox of one bot account to its channel: claim, send, mark."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog

from bot.app import App
from bot.channels import Channel, SendError
from bot.engine.fate import Fate, fate
from db import outbox
from db.outbox import Claim

log = structlog.get_logger(__name__)

Work = Callable[..., Awaitable[Any]]
AT_ONCE = 8
"""Sends under way at once: more than one, or the pace would be the network's delay."""
IDLE = 2.0
"""Seconds between looks at an outbox that nobody has woken us for."""


@dataclass
class Sender:
    """One per account. `work` runs a function in the thread of the database."""

    app: App
    channel: Channel
    work: Work
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Send for ever; cancelled, it lets the sends that are under way come to their end."""
        under_way: set[asyncio.Task[None]] = set()
        try:
            while True:
                self.wake.clear()
                claim = await self.work(self._claim) if len(under_way) < AT_ONCE else None
                if claim is not None:
                    task = asyncio.create_task(self._deliver(claim))
                    under_way.add(task)
                    task.add_done_callback(under_way.discard)
                    task.add_done_callback(lambda _done: self.wake.set())
                    continue
                await self._rest()
        finally:
            if under_way:
                await asyncio.wait(under_way, timeout=30)

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.wake.wait(), IDLE)
        except TimeoutError:
            return

    async def _deliver(self, claim: Claim) -> None:
        try:
            platform_id = await self.channel.send(claim.message)
        except SendError as error:
            await self.work(self._failed, claim, error)
        except Exception:
            log.exception("send failed", outbox=claim.id)
            await self.work(self._failed, claim, SendError("bug", maybe_sent=True))
        else:
            await self.work(self._sent, claim, platform_id)

    # --- in the thread of the database -----------------------------------------------------------

    def _claim(self) -> Claim | None:
        with self.app.sessions.begin() as session:
            return outbox.claim(session, self.channel.account, self.app.clock.now())

    def _sent(self, claim: Claim, platform_id: str | None) -> None:
        with self.app.sessions.begin() as session:
            outbox.mark_sent(session, claim.id, platform_id, self.app.clock.now())

    def _failed(self, claim: Claim, error: SendError) -> None:
        now = self.app.clock.now()
        with self.app.sessions.begin() as session:
            if error.moved_to is not None:
                outbox.move_chat(session, claim.message.address, error.moved_to)
                outbox.mark_retry(session, claim.id, now, error.reason)
                return
            decided = fate(claim.kind, claim.attempt, error)
            log.warning("not sent", outbox=claim.id, reason=error.reason, fate=decided.what)
            self._mark(session, claim, decided, error.reason, now + timedelta(seconds=decided.pause))
        if decided.what == "lost":
            self.app.lose_chat(claim.message.address, error.reason)

    def _mark(self, session: Any, claim: Claim, decided: Fate, reason: str, later: Any) -> None:
        if decided.what == "again":
            outbox.mark_retry(session, claim.id, later, reason, counted=reason != "paced")
        elif decided.what == "held":
            outbox.mark_held(session, claim.id, reason)
        else:
            outbox.mark_failed(session, claim.id, reason)
