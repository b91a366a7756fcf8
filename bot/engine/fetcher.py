"""Fetches the files that people sent to one bot account, one after the other."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import structlog

from bot import filing
from bot.app import App
from bot.channels import Channel, SendError
from bot.engine.patience import Work, patiently

log = structlog.get_logger(__name__)

IDLE = 5.0
"""Seconds between looks for files."""
LARGEST = 20 * 1024 * 1024
"""Bytes; the Bot API gives no more."""


@dataclass
class Fetcher:
    """Fetches for one account. `work` runs a function in the thread of the database.

    Two processes may fetch the same file at the same moment: it is written once, and told once.
    """

    app: App
    channel: Channel
    work: Work

    async def run(self) -> None:
        """Fetch for ever."""
        while True:
            for number, file_id in await patiently(self.work, filing.wanted, self.app, self.channel.account):
                await self._fetch(number, file_id)
            await asyncio.sleep(IDLE)

    async def _fetch(self, number: int, file_id: str) -> None:
        try:
            content = await self.channel.fetch(file_id, LARGEST)
        except SendError as error:
            log.warning("not fetched", evidence=number, reason=error.reason)
            await patiently(self.work, self._not_fetched, number, error.rejected)
        else:
            await patiently(self.work, filing.keep, self.app, number, content)

    def _not_fetched(self, number: int, gone: bool) -> None:
        filing.not_fetched(self.app, number, gone=gone)
