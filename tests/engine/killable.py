"""The real program, made to die at a named point: the one that the file GIAOBAN_AIM names, receive.after:3.

`python -m tests.engine.killable run`, with any command of the program; that was the third time there. The
file may be written while the program runs; of several programs, the one that gets there first takes it away
and dies. "before" and "after" are those of a commit: of accept (the inbox), receive (a message handled), tick
(a decision of the clock), settle (sends written down, the next ones claimed). send.before and send.after
stand around the call of the Bot API. GIAOBAN_TICK is how many seconds a minute of the heartbeat has;
GIAOBAN_SINCE is when it was BOT_NOW, in the machine's monotonic seconds: the same for several programs,
however long each takes to start. GIAOBAN_HASTE: who has died, or stood still, is replaced within seconds.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import event
from sqlalchemy.orm import Session

from bot import scheduler, ticks
from bot.__main__ import main
from bot.app import App
from bot.channels.telegram.posting import Posting
from bot.clock import StartedAt
from bot.domain.message import Outgoing
from bot.domain.workdays import WARD_ZONE
from bot.engine import local, procrastinate
from bot.engine.sender import Sender
from bot.ticks import Ticks
from db import sending

AIM, TICK, SINCE, HASTE = "GIAOBAN_AIM", "GIAOBAN_TICK", "GIAOBAN_SINCE", "GIAOBAN_HASTE"
WORKS: dict[str, tuple[type, str]] = {
    "accept": (App, "accept"),
    "receive": (App, "receive"),
    "tick": (Ticks, "_decide"),
    "settle": (Sender, "_settle_and_claim"),
}
POINTS = [f"{work}.{moment}" for work in (*WORKS, "send") for moment in ("before", "after")]


class Aim:
    """Where the program dies, as the file says; how often it has passed each point since that was said."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._said = ""
        self._passed: Counter[str] = Counter()
        self.work = ""

    def reach(self, point: str) -> None:
        said = ""
        with suppress(FileNotFoundError):
            said = self._path.read_text()
        if said != self._said:
            self._said = said
            self._passed.clear()
        self._passed[point] += 1
        if said == f"{point}:{self._passed[point]}":
            with suppress(FileNotFoundError):
                self._path.unlink()
                os.kill(os.getpid(), signal.SIGKILL)


def arm(aim: Aim) -> None:
    """Let the program pass by its points."""
    for work, (owner, method) in WORKS.items():
        setattr(owner, method, _named(aim, work, getattr(owner, method)))
    event.listen(Session, "before_commit", lambda session: _at_commit(aim, session, "before"))
    event.listen(Session, "after_commit", lambda session: _at_commit(aim, session, "after"))
    deliver = Posting.deliver

    async def around(posting: Posting, message: Outgoing) -> str:
        aim.reach("send.before")
        sent = await deliver(posting, message)
        aim.reach("send.after")
        return sent

    Posting.deliver = around  # type: ignore[method-assign, assignment]


def hurry(seconds: int) -> None:
    """Let the heart beat every so many seconds, as it does every minute otherwise."""

    def start(tick: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
        heartbeat = scheduler.start_heartbeat(tick)
        (job,) = heartbeat.get_jobs()
        job.reschedule("interval", seconds=seconds)
        return heartbeat

    local.start_heartbeat = procrastinate.start_heartbeat = start  # type: ignore[attr-defined]
    ticks.TURN = timedelta(seconds=seconds * 0.75)


def hasten() -> None:
    """Let a short test not wait for what takes half a minute otherwise."""
    procrastinate.LOOK, procrastinate.BEAT, procrastinate.STALLED = 1.0, 1.0, 4.0
    sending.LEASE, sending.RENEW = timedelta(seconds=8), timedelta(seconds=2)


def agree(since: float) -> None:
    """Let the clock run since then, not since it was made."""

    def begin(clock: StartedAt, start: datetime) -> None:
        clock._start, clock._made = start.astimezone(WARD_ZONE), since

    StartedAt.__init__ = begin  # type: ignore[assignment, method-assign]


def _named(aim: Aim, work: str, method: Callable[..., Any]) -> Callable[..., Any]:
    def working(*args: Any) -> Any:
        aim.work = work
        try:
            return method(*args)
        finally:
            aim.work = ""

    return working


def _at_commit(aim: Aim, session: Session, moment: str) -> None:
    if not session.in_nested_transaction():
        aim.reach(f"{aim.work}.{moment}")


if __name__ == "__main__":
    if AIM in os.environ:
        arm(Aim(Path(os.environ[AIM])))
    if TICK in os.environ:
        hurry(int(os.environ[TICK]))
    if HASTE in os.environ:
        hasten()
    if SINCE in os.environ:
        agree(float(os.environ[SINCE]))
    sys.exit(main())
