"""Tasks that run beside each other until the program ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

import structlog

log = structlog.get_logger(__name__)

AFTER_A_BUG = 5.0
"""Seconds until a part that has failed starts again."""


async def supervised(part: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a part to its end, and start it again when it fails: nobody is there to do it by hand."""
    while True:
        try:
            return await part()
        except Exception:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                return None  # it was to end, and met a failure on the way: a database that is away
            log.exception("a part of the program failed and starts again")
            await asyncio.sleep(AFTER_A_BUG)


async def ended(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel tasks and wait until they are over."""
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def first_of(stop: asyncio.Event, tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Wait until `stop` is set, or until all the tasks are over."""
    stopped, gone = asyncio.create_task(stop.wait()), asyncio.create_task(_all(list(tasks)))
    await asyncio.wait([stopped, gone], return_when=asyncio.FIRST_COMPLETED)
    await ended([stopped, gone])


async def _all(tasks: list[asyncio.Task[Any]]) -> None:
    if tasks:
        await asyncio.wait(tasks)
    else:
        await asyncio.Event().wait()
