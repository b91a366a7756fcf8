"""Waiting for a database that is away, full or read-only, and going on by itself when it is back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import structlog

from db.outage import Outage, outage

log = structlog.get_logger(__name__)
Result = TypeVar("Result")
Work = Callable[..., Awaitable[Any]]
"""Runs a function in the thread of the database: `await work(function, *args)`."""

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 15.0
WHAT_TO_DO: dict[Outage, str] = {
    "away": "cannot reach the database, trying again",
    "busy": "the database is busy, trying again",
    "full": "the disk of the database is full: make room, nothing is lost meanwhile",
    "read_only": "the database can only be read: check the rights of its file and folder",
    "damaged": "the database is damaged: stop the program and restore the last backup",
}


async def patiently(work: Work, function: Callable[..., Result], *args: Any) -> Result:
    """The result of `function`, tried again for as long as the database is the trouble; other errors rise."""
    pause = FIRST_PAUSE
    while True:
        try:
            result: Result = await work(function, *args)
        except Exception as error:
            trouble = outage(error)
            if trouble is None:
                raise
            log.error(WHAT_TO_DO[trouble], trouble=trouble)
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
        else:
            return result
