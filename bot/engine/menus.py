"""Shows each chat the commands of who speaks there: all of them at first, then those linked since."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime

from bot.app import App
from bot.channels import Channel, SendError
from bot.domain.message import Command
from bot.engine.parts import ended
from db import people
from handlers import menu

Shown = tuple[str, str | None, list[Command]]
"""Bot account, chat (None: everybody's), its commands."""
Asks = Callable[[Callable[[], list[Shown]]], Awaitable[list[Shown]]]
"""Runs what asks the database."""
PAUSE = 0.05
"""Seconds between two menus: after a start there are thousands, and people wait for their answers."""


class Menus:
    """The command menus of an installation."""

    def __init__(self, app: App, channels: Mapping[str, Channel]) -> None:
        self._app = app
        self._channels = channels
        self._since: datetime | None = None
        self._showing: asyncio.Task[None] | None = None

    def begin(self, work: Asks) -> None:
        """Show what is new since the last time, beside everything else: a platform may be slow to answer."""
        if self._showing is None or self._showing.done():
            self._showing = asyncio.create_task(self._show(work))

    async def end(self) -> None:
        """Leave it where it is."""
        await ended([self._showing] if self._showing else [])

    async def _show(self, work: Asks) -> None:
        for account, chat, commands in await work(self._new):
            if account in self._channels:
                with suppress(SendError):
                    await self._channels[account].show_menu(commands, chat)
                await asyncio.sleep(PAUSE)

    def _new(self) -> list[Shown]:
        since, self._since = self._since, self._app.clock.now()
        with self._app.sessions() as session:
            found: list[Shown] = []
            if since is None:
                found += [(account, None, menu.for_everybody()) for account in self._app.accounts]
            for chat in people.linked_since(session, since):
                if chat.account in self._app.accounts and chat.person_id is not None:
                    person = self._app.ward_of(session, chat.account).people.get(chat.person_id)
                    if person is not None:
                        found.append((chat.account, chat.chat, menu.for_person(person)))
        return found
