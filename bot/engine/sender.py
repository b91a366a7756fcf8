"""Takes the outbox of one bot account to its channel: claim, send, mark.

One message is out at a time: the next one goes when it stands in the database that the last one has gone. So
whatever ends the program in the middle, it repeats one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from bot.app import App
from bot.channels import Channel, SendError
from bot.domain.message import Address
from bot.engine.fate import INTERRUPTED, SPENT_PAUSE, fate
from bot.engine.patience import Work, patiently
from bot.lost_chats import lose_chat
from db import outbox, sending
from db.sending import Claim

log = structlog.get_logger(__name__)

AT_ONCE = 8
"""Sends under way at once: more than one, or the pace would be the network's delay."""
IDLE = 8.0
"""Seconds between looks at an outbox that nobody has woken us for: its leases are to be renewed."""
HANGS = 3.0
"""Seconds that a platform may take; a call that takes longer does not hold up the other messages."""
LATE = SendError("late", retry_after=0)
"""It has waited here for so long that somebody else may have taken it over: it does not go out from here."""
SPENT = SendError("spent", quota=True)
"""The message before it met the end of what the account may send: this one is not even tried."""
NOT_TRIED = ("paced", LATE.reason, SPENT.reason)


@dataclass(eq=False)
class Trip:
    """A message on its way: `ended` is set when it is over, `written` when that stands in the database.

    Then there is the platform's number of it, or the `error`.
    """

    claim: Claim
    lease: datetime
    platform_id: str | None = None
    error: SendError | None = None
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    written: asyncio.Event = field(default_factory=asyncio.Event)

    async def out_of_the_way(self) -> None:
        """Wait until it is written down, or only for a moment where the platform does not answer."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.ended.wait(), HANGS)
            await self.written.wait()


@dataclass
class Sender:
    """Sends for one account. `work` runs a function in the thread of the database.

    `alone`: there can be no other sender for it, so whatever is under way at the start was left behind by one
    that has died. Otherwise that is so when its lease is over: a sender that is alive renews its own.
    """

    app: App
    channel: Channel
    work: Work
    alone: bool = True
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: dict[int, Trip] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _door: asyncio.Lock = field(default_factory=asyncio.Lock)
    _last: Trip | None = None
    _looked_at: datetime | None = None
    _spent_at: datetime | None = None
    _put_off: list[datetime] = field(default_factory=list)
    _draining: bool = False

    async def run(self) -> None:
        """Send for ever; after `drain`, until nothing is left that may go out now."""
        while True:
            self.wake.clear()
            await self._look_after_leases()
            ended = [trip for trip in self._under_way.values() if trip.ended.is_set()]
            lost, claimed = await patiently(self.work, self._settle_and_claim, ended)
            for trip in ended:
                del self._under_way[trip.claim.id]
                trip.written.set()
            for trip in claimed:
                self._begin(trip)
            for chat, reason in lost:
                await patiently(self.work, lose_chat, self.app, chat, reason)
            if self._draining and not self._under_way:
                return
            await self._rest()

    def drain(self) -> None:
        """Come to an end when what waits is out."""
        self._draining = True
        self.wake.set()

    def _begin(self, trip: Trip) -> None:
        self._under_way[trip.claim.id] = trip
        task = asyncio.create_task(self._deliver(trip))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.wake.wait(), self._until_next())
        except TimeoutError:
            return

    def _until_next(self) -> float:
        """Seconds until what was put off here may go out, or until the next look."""
        now = self.app.clock.now()
        self._put_off = [moment for moment in self._put_off if moment > now]
        return min([IDLE, *((moment - now).total_seconds() for moment in self._put_off)])

    async def _look_after_leases(self) -> None:
        """At the start, and then now and again where others may send too."""
        now = self.app.clock.now()
        if self._looked_at is None or not (
            self.alone or timedelta(0) <= now - self._looked_at < sending.RENEW
        ):
            await patiently(self.work, self._renew_and_recover)
            self._looked_at = now

    async def _deliver(self, trip: Trip) -> None:
        try:
            trip.platform_id = await self.channel.send(trip.claim.message, lambda: self._go(trip))
        except SendError as error:
            trip.error = error
        except Exception:
            log.exception("send failed", outbox=trip.claim.id)
            trip.error = SendError("bug", maybe_sent=True)
        trip.ended.set()
        self.wake.set()

    async def _go(self, trip: Trip) -> None:
        """Right before a message goes out: wait for the one before it; LATE when it may be ours no longer."""
        async with self._door:
            if self._last is not None:
                await self._last.out_of_the_way()
            if self._is_spent(now := self.app.clock.now()):
                raise SPENT
            if not self.alone and now >= trip.lease:
                raise LATE
            self._last = trip

    # --- in the thread of the database -----------------------------------------------------------

    def _renew_and_recover(self) -> None:
        """Keep what is under way here; decide on messages whose sender has died in the middle."""
        now = self.app.clock.now()
        trips = list(self._under_way.values())
        with self.app.sessions.begin() as session:
            renewed = sending.renew(session, [trip.claim for trip in trips], now)
            for claim in sending.abandoned(session, self.channel.account, None if self.alone else now):
                self._failed(session, claim, INTERRUPTED)
        for trip in trips:
            if trip.claim.id in renewed:
                trip.lease = now + sending.LEASE

    def _settle_and_claim(self, ended: Sequence[Trip]) -> tuple[list[tuple[Address, str]], list[Trip]]:
        """One transaction: write down what has ended, take what comes next.

        Return the chats at which nobody can be reached any more, each with the reason; and what was taken.
        """
        room = AT_ONCE - len(self._under_way) + len(ended)
        now = self.app.clock.now()
        with self.app.sessions.begin() as session:
            lost = [
                (trip.claim.message.address, trip.error.reason)
                for trip in ended
                if self._settle(session, trip, now) and trip.error
            ]
            claims = self._claim(session, now, room) if room and not self._is_spent(now) else []
        return lost, [Trip(claim, now + sending.LEASE) for claim in claims]

    def _claim(self, session: Session, now: datetime, room: int) -> list[Claim]:
        account = self.channel.account
        return sending.claim(
            session, account, now, room, unasked=self.app.may_interrupt(session, account, now)
        )

    def _is_spent(self, now: datetime) -> bool:
        """Whether the account has lately been told that it has sent as much as it may: all of it waits."""
        return self._spent_at is not None and timedelta(0) <= now - self._spent_at < timedelta(
            seconds=SPENT_PAUSE
        )

    def _settle(self, session: Session, trip: Trip, now: datetime) -> bool:
        """Write down how it ended; whether nobody can be reached there any more."""
        if trip.error is None:
            sending.mark_sent(session, trip.claim.id, trip.platform_id, now)
            return False
        # Another sender, who has taken it over since, knows better what has become of it.
        mine = self.alone or sending.is_claimed(session, trip.claim)
        return mine and self._failed(session, trip.claim, trip.error)

    def _failed(self, session: Session, claim: Claim, error: SendError) -> bool:
        """Write down what becomes of it; whether nobody can be reached there any more."""
        now = self.app.clock.now()
        if error.moved_to is not None:
            outbox.move_chat(session, claim.message.address, error.moved_to)
            sending.mark_retry(session, claim.id, now, error.reason)
            return False
        decided = fate(claim.kind, claim.attempt, error, claim.doubts)
        log.warning("not sent", outbox=claim.id, reason=error.reason, fate=decided.what)
        if error.quota and not self._is_spent(now):
            self._spent_at = now
        if decided.what == "again":
            later = now + timedelta(seconds=decided.pause)
            self._put_off.append(later)
            tried = error.reason not in NOT_TRIED
            sending.mark_retry(
                session, claim.id, later, error.reason, counted=tried, doubtful=error.maybe_sent
            )
        elif decided.what == "held":
            sending.mark_held(session, claim.id, error.reason)
        elif decided.what == "failed":
            sending.mark_failed(session, claim.id, error.reason)
        return decided.what == "lost"  # the chat is given up, and with it all that waits for it
