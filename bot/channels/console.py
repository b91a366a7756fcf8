"""The console: a chat of several people in one terminal, written as the dialogues of the tests are."""

from __future__ import annotations

import asyncio
import re
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TextIO
from uuid import uuid4

from bot.channels import Ability, Accept, Ready, SendError, at_once
from bot.domain.message import Address, Command, Incoming, Outgoing
from bot.domain.message_text import numbered
from bot.domain.reading.words import fold

_NAMED = re.compile(r"\s*([^<>:]+?)\s*[>:]\s*(.*)")
_CLEAR_LINE = "\r\x1b[K"


class ConsoleChannel:
    """`people` are the names by chat; the first one speaks until a line begins with another name.

    "Hùng > tinh hinh" (or "hung: tinh hinh") is said by Hùng, and so is what follows.
    """

    name = "console"
    ability = Ability(buttons=False, files=True, edit=False, max_text=4096)

    def __init__(
        self,
        account: str,
        people: Mapping[str, str],
        now: Callable[[], datetime],
        *,
        lines: TextIO | None = None,
        out: TextIO | None = None,
    ) -> None:
        self.account = account
        self._people = people
        self._now = now
        self._lines = lines or sys.stdin
        self._out = out or sys.stdout
        self._shown_at = ""
        self._speaker = next(iter(people), "")
        self._prompting = False

    async def open(self) -> None:
        """Nothing to connect to."""

    async def close(self) -> None:
        """Nothing to let go of: the terminal stays."""

    async def receive(self, accept: Accept) -> None:
        """Hand over what is typed, line by line, until the input ends."""
        typed: asyncio.Queue[str | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def read() -> None:
            with suppress(RuntimeError):  # the program has ended while somebody was thinking
                for line in self._lines:
                    loop.call_soon_threadsafe(typed.put_nowait, line)
                loop.call_soon_threadsafe(typed.put_nowait, None)

        # A thread of the pool would keep the program from ending until one more line is typed.
        threading.Thread(target=read, daemon=True).start()
        self._prompt()
        while (line := await typed.get()) is not None:
            if text := self._heard(line):
                await accept([self._incoming(self._speaker, text)])
            self._prompt()

    async def send(self, message: Outgoing, ready: Ready = at_once) -> str | None:
        """Print what the bot says; a document is named under it."""
        await ready()
        text = numbered(message.text, message.choices)
        self._show(message.address.chat, "<", f"{text}\n[{message.document}]" if message.document else text)
        return uuid4().hex

    async def fetch(self, _file_id: str, _limit: int) -> bytes:
        """Nobody can send a file in a terminal."""
        raise SendError("no_files", rejected=True)

    async def show_menu(self, commands: Sequence[Command], chat: str | None = None) -> None:
        """A terminal has no menu: asking for help lists the commands."""

    def say(self, chat: str, text: str) -> Incoming:
        """Print what a person says, and return it as a message: for a played dialogue."""
        self._show(chat, ">", text)
        return self._incoming(chat, text)

    def _incoming(self, chat: str, text: str) -> Incoming:
        return Incoming(
            key=uuid4().hex,
            address=Address(self.name, self.account, chat),
            sender=chat,
            sent_at=self._now(),
            text=text,
            sender_name=self._people.get(chat, chat),
        )

    def _heard(self, line: str) -> str:
        """What was said in a typed line; a name in front changes who is speaking."""
        if named := _NAMED.fullmatch(line.strip()):
            for chat, name in self._people.items():
                if fold(name) == fold(named[1]):
                    self._speaker = chat
                    return named[2].strip()
        return line.strip()

    def _show(self, chat: str, arrow: str, text: str) -> None:
        moment = f"[{self._now():%d/%m/%Y %H:%M}]"
        if self._prompting:
            self._out.write(_CLEAR_LINE)
        if moment != self._shown_at:
            self._out.write(f"\n{moment}\n")
        self._shown_at = moment
        said = text.replace("\n", "\n  ")
        self._out.write(f"{self._people.get(chat, chat)} {arrow} {said}\n")
        if self._prompting:
            self._prompt()
        self._out.flush()

    def _prompt(self) -> None:
        """Show whose turn it is, where somebody is looking."""
        if self._lines.isatty() and self._out.isatty():
            self._prompting = True
            self._out.write(f"{self._people.get(self._speaker, self._speaker)} > ")
            self._out.flush()
