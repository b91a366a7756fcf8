"""How messages come in: by asking the platform for them, or by having them brought to the web server."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass

import structlog

from bot.channels import Accept, Channel, SendError
from bot.channels.telegram import TelegramChannel

log = structlog.get_logger(__name__)

LOOK_AGAIN = 60.0
"""Seconds between looks whether messages are still brought: as often as a poll says that all is well."""
TRY_AGAIN = 5.0


@dataclass(frozen=True, slots=True)
class Front:
    """Where the web server listens. With `public` (https://…) messages are brought there, else asked for.

    `token` opens the numbers of the program to who shows it.
    """

    host: str
    port: int
    public: str | None = None
    token: str | None = None


async def receive(channel: Channel, accept: Accept, public: str | None) -> None:
    """Take messages in for ever, and see that they come; return when the platform refuses the account."""
    try:
        with suppress(SendError):
            await channel.open()
        if public is None or not isinstance(channel, TelegramChannel):
            await channel.receive(accept)
        else:
            await _keep_subscribed(channel, f"{public}/telegram/{channel.account}", accept)
    except SendError as error:
        log.error("account refused", account=channel.account, reason=error.reason)


async def _keep_subscribed(channel: TelegramChannel, url: str, accept: Accept) -> None:
    """Have messages brought. That Telegram answers at all counts as a sign of life, as an empty poll does."""
    while True:
        try:
            await channel.subscribe(url)
            await accept([])
            await asyncio.sleep(LOOK_AGAIN)
        except SendError as error:
            if error.reason == "unauthorized":
                raise
            log.warning("not subscribed", account=channel.account, reason=error.reason)
            await asyncio.sleep(TRY_AGAIN)
        except Exception:
            log.exception("not subscribed", account=channel.account)
            await asyncio.sleep(TRY_AGAIN)
