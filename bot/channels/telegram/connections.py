"""The connections of one bot account to the Bot API, and how long each may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.channels.telegram.updates import KINDS


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds: how long a poll stays open, an answer may take, and the pauses after failures grow to."""

    poll: int = 50
    answer: float = 60
    connect: float = 10
    first_pause: float = 1
    longest_pause: float = 60


USUAL = Timing()


class RawBot(Bot):
    """A Bot whose updates come unparsed: over one bad update `get_updates` fails for its batch, for ever."""

    async def fetch(self, offset: int | None, wait: int, timing: Timing) -> list[Mapping[str, Any]]:
        """Updates from `offset` on; where there are none, wait so many seconds for one."""
        data = {"offset": offset, "timeout": wait, "allowed_updates": list(KINDS)}
        answer = await self._post("getUpdates", data, read_timeout=timing.poll + timing.connect)
        return cast("list[Mapping[str, Any]]", answer)


def requests(timing: Timing, proxy: str | None) -> tuple[HTTPXRequest, HTTPXRequest]:
    """Connections for polling and for everything else: sends must not wait behind an open poll."""
    certificates = httpx.create_ssl_context()  # 20 ms of start-up each: one for both

    def request() -> HTTPXRequest:
        return HTTPXRequest(
            connect_timeout=timing.connect,
            pool_timeout=timing.connect,
            read_timeout=timing.answer,
            write_timeout=timing.answer / 2,
            media_write_timeout=timing.answer,
            proxy=proxy,
            httpx_kwargs={"verify": certificates},
        )

    return request(), request()
