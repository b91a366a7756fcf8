"""The heartbeat: one tick a minute. Schedules live in tables; APScheduler keeps no jobs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.domain.workdays import WARD_ZONE


def start_heartbeat(tick: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
    """Call `tick` at every full minute. A late beat still comes, once: the default would drop it."""
    scheduler = AsyncIOScheduler(timezone=WARD_ZONE)
    scheduler.add_job(
        tick,
        CronTrigger(second=0, timezone=WARD_ZONE),
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    scheduler.start()
    return scheduler
