"""The Telegram channel: its connections, its poll, its webhook."""

from __future__ import annotations

import asyncio
import hmac
import logging
import random
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from traceback import extract_tb
from typing import Any

import structlog
from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    WebhookInfo,
)
from telegram.constants import MessageLimit
from telegram.error import Conflict, TelegramError

from bot.channels import Ability, Accept, Ready, SendError, at_once
from bot.channels.telegram.connections import USUAL, RawBot, Timing, requests
from bot.channels.telegram.pacing import Pacing
from bot.channels.telegram.posting import Posting, as_send_error
from bot.channels.telegram.sending import is_revoked, send_error
from bot.channels.telegram.updates import KINDS, MAX_ID, next_offset, read_update
from bot.domain.message import Command, Incoming, Outgoing

log = structlog.get_logger(__name__)

# httpx logs each address, which holds the token; python-telegram-bot logs what it cannot parse.
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("telegram").setLevel(logging.CRITICAL)

TRIED_LATELY = timedelta(minutes=10)
"""Telegram tries again at ever longer intervals: what failed longer ago may have come since."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


class TelegramChannel:
    """One bot account on Telegram.

    `now` dates pressed buttons; `contact_label` is the text of the button that shares a phone number;
    `api_base` is the address of the Bot API without "/bot<token>"; `proxy` an http or socks5 address.
    """

    name = "telegram"
    ability = Ability(
        buttons=True,
        files=True,
        edit=True,
        max_text=MessageLimit.MAX_TEXT_LENGTH,
        keeps=timedelta(hours=24),  # polled or brought: the Bot API documents no more
    )

    def __init__(
        self,
        account: str,
        token: str,
        *,
        now: Callable[[], datetime],
        contact_label: str,
        api_base: str = "https://api.telegram.org",
        proxy: str | None = None,
        timing: Timing = USUAL,
    ) -> None:
        self.account = account
        self._now = now
        self._timing = timing
        self._polling, self._sending = requests(timing, proxy)
        self._bot = RawBot(
            token,
            f"{api_base.rstrip('/')}/bot",
            f"{api_base.rstrip('/')}/file/bot",
            get_updates_request=self._polling,
            request=self._sending,
        )
        # Known to Telegram alone, the same after a restart, and not to be turned back into the token.
        self._secret = hmac.digest(token.encode(), b"webhook", "sha256").hex()
        self._posting = Posting(self._bot, contact_label)
        self._subscribed = False
        self._username: str | None = None
        self._pacing = Pacing(time.monotonic)
        self._answers: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Connect and ask for the bot's name; SendError "unauthorized" when the token is refused."""
        await self._connect()
        await self.username()

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""
        for answer in self._answers:
            answer.cancel()
        await asyncio.gather(self._polling.shutdown(), self._sending.shutdown())

    async def username(self) -> str:
        """The bot's name without "@", for deep links; SendError when it cannot be had."""
        with as_send_error():
            return await self._bot_name()

    async def receive(self, accept: Accept) -> None:
        """Poll for ever, and through every failure but one: SendError "unauthorized", the token is no more.

        `accept` is also called with nothing, after a poll that brought nothing: the platform is there.
        When it raises, the same updates are fetched again.
        """
        offset: int | None = None
        failures, wait = 0, 0  # what waits is there at once, and the rest of the program waits for it
        while True:
            try:
                offset = await self._poll(offset, accept, wait)
                failures, wait = 0, self._timing.poll
            except Exception as error:  # whatever went wrong, people go on writing
                failures += 1
                if isinstance(error, TelegramError) and is_revoked(error):
                    raise SendError("unauthorized") from error
                await self._mend(error)
                await asyncio.sleep(self._pause(error, failures))

    async def send(self, message: Outgoing, ready: Ready = at_once) -> str | None:
        """Send one message; its number, or SendError. May take two minutes when the network is bad."""
        chat = message.address.chat
        await self._pacing.turn(chat)
        await ready()
        try:
            return await self._posting.deliver(message)
        except SendError as error:
            if error.retry_after is not None:
                self._pacing.refused(chat, error.retry_after)
            raise

    async def fetch(self, file_id: str, limit: int) -> bytes:
        """A file that somebody sent; the Bot API gives files of up to 20 MB."""
        with as_send_error():
            file = await self._bot.get_file(file_id)
            if (file.file_size or 0) > limit:
                raise SendError("too_large", rejected=True)
            content = bytes(await file.download_as_bytearray())
        if len(content) > limit:
            raise SendError("too_large", rejected=True)
        return content

    async def show_menu(self, commands: Sequence[Command], chat: str | None = None) -> None:
        """Offer these commands to a chat, or in every private chat that has no menu of its own."""
        menu = [BotCommand(command.name, command.about) for command in commands]
        scope = BotCommandScopeChat(int(chat)) if chat else BotCommandScopeAllPrivateChats()
        with as_send_error():
            await self._bot.set_my_commands(menu, scope=scope)

    # --- webhooks, instead of polling ------------------------------------------------------------

    def admits(self, headers: Mapping[str, str]) -> bool:
        """Whether a request bears the secret that was given to Telegram for this account."""
        said = headers.get(SECRET_HEADER, "")
        return hmac.compare_digest(said.encode("latin-1", "replace"), self._secret.encode())

    async def deliver(self, raw: object, accept: Accept) -> None:
        """Store one update that Telegram brought; an error means that it is not stored."""
        if not isinstance(raw, dict):
            return
        message = self._read(raw, await self._bot_name())
        await accept([message] if message else [])
        self._stop_spinner(raw)

    async def subscribe(self, url: str) -> None:
        """Have updates brought to `url`, again where that has been undone.

        SendError when it cannot be had, or ("not_brought") when Telegram says that it does not get through.
        One at a time: several would overtake each other, and a chat would lose its order.
        """
        with as_send_error():
            await self._bot_name()
            info = await self._bot.get_webhook_info() if self._subscribed else None
            if info is not None and info.url == url:
                if self._fails(info):
                    log.warning("not_brought", account=self.account, error=info.last_error_message)
                    raise SendError("not_brought")
            else:
                await self._bot.set_webhook(
                    url, allowed_updates=list(KINDS), secret_token=self._secret, max_connections=1
                )
            self._subscribed = True

    def _fails(self, info: WebhookInfo) -> bool:
        """Whether something waits that Telegram has lately tried in vain to bring."""
        failed = info.last_error_date
        return bool(info.pending_update_count and failed and self._now() - failed < TRIED_LATELY)

    async def _connect(self) -> None:
        await asyncio.gather(self._polling.initialize(), self._sending.initialize())

    async def _bot_name(self) -> str:
        if self._username is None:
            self._username = (await self._bot.get_me()).username or ""
        return self._username

    async def _poll(self, offset: int | None, accept: Accept, wait: int) -> int | None:
        """Fetch one batch, waiting `wait` seconds for its first update, and have it stored.

        Return the offset that acknowledges it with the next poll.
        """
        bot_name = await self._bot_name()
        updates = await self._bot.fetch(offset, wait, self._timing)
        messages = [message for raw in updates if (message := self._read(raw, bot_name))]
        await accept(messages)
        for raw in updates:
            self._stop_spinner(raw)
        return next_offset(updates, offset)

    def _read(self, raw: Mapping[str, Any], bot_name: str) -> Incoming | None:
        try:
            return read_update(raw, self.account, bot_name, self._now())
        except Exception as error:  # what cannot be read must not stop what can
            number = raw.get("update_id")
            known = number if isinstance(number, int) and abs(number) < MAX_ID else None
            log.warning("update_not_readable", account=self.account, update=known, error=type(error).__name__)
            return None

    def _stop_spinner(self, raw: Mapping[str, Any]) -> None:
        """Tell Telegram, beside the polling, that a button press has arrived."""
        query = raw.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            answer = asyncio.create_task(self._answer(query["id"]))
            self._answers.add(answer)
            answer.add_done_callback(self._answers.discard)

    async def _answer(self, query: str) -> None:
        with suppress(TelegramError):  # an old press cannot be answered, and need not be
            await self._bot.answer_callback_query(query)

    async def _mend(self, error: Exception) -> None:
        """Log what stopped the polling, and take away the cause where that can be done."""
        reason = send_error(error).reason if isinstance(error, TelegramError) else type(error).__name__
        if isinstance(error, Conflict) and "webhook" in error.message.casefold():
            reason = "webhook_removed"
            with suppress(TelegramError):
                await self._bot.delete_webhook()
        place = extract_tb(error.__traceback__)[-1]  # not the error itself: it may quote a message
        log.warning(
            "poll_failed",
            account=self.account,
            reason=reason,
            at=f"{Path(place.filename).name}:{place.lineno}",
        )
        # A connection pool that has got stuck would time out for ever.
        await self._polling.shutdown()
        await self._polling.initialize()

    def _pause(self, error: Exception, failures: int) -> float:
        """Seconds until the next try: what Telegram asks for, else longer with each failure."""
        if isinstance(error, TelegramError) and (asked := send_error(error).retry_after):
            return asked
        grown = min(self._timing.first_pause * 2.0 ** min(failures - 1, 16), self._timing.longest_pause)
        return grown * random.uniform(0.8, 1)  # noqa: S311 spreads accounts that failed together
