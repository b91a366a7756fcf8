"""Takes the outbox of one bot account to its channel: claim, send, mark."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
from sqlalchemy.orm import Session

from bot.app import App
from bot.channels import Channel, SendError
from bot.engine.fate import INTERRUPTED, fate
from bot.engine.patience import Work, patiently
from db import outbox
from db.outbox import Claim

log = structlog.get_logger(__name__)

AT_ONCE = 8
"""Sends under way at once: more than one, or the pace would be the network's delay."""
IDLE = 2.0
"""Seconds between looks at an outbox that nobody has woken us for."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A send that is over: the platform's number of the message, or why there is none."""

    claim: Claim
    platform_id: str | None = None
    error: SendError | None = None


@dataclass
class Sender:
    """One per account, so whatever is under way at the start was left behind by one that has died.

    `work` runs a function in the thread of the database.
    """

    app: App
    channel: Channel
    work: Work
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _ended: list[Ended] = field(default_factory=list)
    _draining: bool = False

    async def run(self) -> None:
        """Send for ever; after `drain`, until nothing is left that may go out now."""
        await patiently(self.work, self._recover)
        while True:
            self.wake.clear()
            claims = await patiently(self.work, self._settle_and_claim)
            for claim in claims:
                self._under_way[claim.id] = asyncio.create_task(self._deliver(claim))
            if self._draining and not (claims or self._under_way or self._ended):
                return
            await self._rest()

    def drain(self) -> None:
        """Come to an end when what waits is out."""
        self._draining = True
        self.wake.set()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.wake.wait(), IDLE)
        except TimeoutError:
            return

    async def _deliver(self, claim: Claim) -> None:
        try:
            ended = Ended(claim, platform_id=await self.channel.send(claim.message))
        except SendError as error:
            ended = Ended(claim, error=error)
        except Exception:
            log.exception("send failed", outbox=claim.id)
            ended = Ended(claim, error=SendError("bug", maybe_sent=True))
        self._ended.append(ended)
        del self._under_way[claim.id]
        self.wake.set()

    # --- in the thread of the database -----------------------------------------------------------

    def _recover(self) -> None:
        """Decide on messages whose sender has died in the middle."""
        with self.app.sessions.begin() as session:
            for claim in outbox.abandoned(session, self.channel.account):
                if claim.id not in self._under_way:
                    self._failed(session, Ended(claim, error=INTERRUPTED), INTERRUPTED)

    def _settle_and_claim(self) -> list[Claim]:
        """One transaction: write down what has ended, take what comes next."""
        ended = list(self._ended)
        room = AT_ONCE - len(self._under_way)
        now = self.app.clock.now()
        with self.app.sessions.begin() as session:
            lost = [one for one in ended if one.error is not None and self._failed(session, one, one.error)]
            for one in ended:
                if one.error is None:
                    outbox.mark_sent(session, one.claim.id, one.platform_id, now)
            claims = outbox.claim(session, self.channel.account, now, room) if room else []
        del self._ended[: len(ended)]
        for one in lost:
            self.app.lose_chat(one.claim.message.address, one.error.reason if one.error else "")
        return claims

    def _failed(self, session: Session, ended: Ended, error: SendError) -> bool:
        """Write down what becomes of it; whether nobody can be reached there any more."""
        claim, now = ended.claim, self.app.clock.now()
        if error.moved_to is not None:
            outbox.move_chat(session, claim.message.address, error.moved_to)
            outbox.mark_retry(session, claim.id, now, error.reason)
            return False
        decided = fate(claim.kind, claim.attempt, error)
        log.warning("not sent", outbox=claim.id, reason=error.reason, fate=decided.what)
        if decided.what == "again":
            later = now + timedelta(seconds=decided.pause)
            outbox.mark_retry(session, claim.id, later, error.reason, counted=error.reason != "paced")
        elif decided.what == "held":
            outbox.mark_held(session, claim.id, error.reason)
        else:
            outbox.mark_failed(session, claim.id, error.reason)
        return decided.what == "lost"
