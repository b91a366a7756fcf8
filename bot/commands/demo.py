"""`./giaoban demo`: a working day of a ward, played through the real program, with nothing to set up."""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import select

from bot.app import App
from bot.channels.console import ConsoleChannel
from bot.clock import SetClock, StartedAt
from bot.commands.installation import ROOT, Installation
from bot.commands.sample_ward import ACCOUNT, WARD, fill, link_people, sample_office
from bot.domain.message import Address, Incoming
from bot.domain.workdays import WARD_ZONE
from bot.logs import configure
from db import people, schema, sending
from db.models import Outbox, Ward
from db.session import make_sessions, open_engine

SCRIPT = ROOT / "config" / "demo" / "ngay-lam-viec.txt"
CAST = ("hung", "minh", "yen", "long", "cuong", "tuan", "lan")
"""Whose chats are shown; the others of the ward get their messages too."""
GROUP = "nhom"
_MOMENT = re.compile(r"\[(\d{2}/\d{2}/\d{4} \d{2}:\d{2})\]")
_SAID = re.compile(r"(\w+)( \(sửa tin\))? > (.*)", re.DOTALL)


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "demo",
        description="Chạy thử một ngày làm việc trên kế hoạch thật, người đặt ra; không cần tài khoản nào.",
    )
    parser.add_argument("--chat", action="store_true", help="sau đó nhắn thử tiếp: Tên > nội dung")


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Play the day, write what it made under out/demo, and with --chat let people go on typing."""
    configure("ERROR")
    folder = installation.out / "demo"
    with Stage(folder) as stage:
        stage.play(SCRIPT.read_text(encoding="utf-8"))
        stage.sum_up()
        if args.chat:
            asyncio.run(stage.go_on())
    return 0


class Tee:
    """Writes to the terminal and to a file."""

    def __init__(self, *outs: TextIO) -> None:
        self._outs = outs

    def write(self, text: str) -> int:
        for out in self._outs:
            out.write(text)
        return len(text)

    def flush(self) -> None:
        for out in self._outs:
            out.flush()

    def isatty(self) -> bool:
        return self._outs[0].isatty()


@dataclass
class Step:
    """One step of the script: a moment, a word to the reader, or what somebody says."""

    kind: str
    text: str
    who: str = ""
    edit: bool = False


class Stage:
    """The ward, its clock and its terminal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Stage:
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.iterdir():
            old.unlink()
        self._engine = open_engine(f"sqlite:///{self.folder / 'giaoban.sqlite3'}")
        schema.upgrade(self._engine)
        self._file = (self.folder / "tro-chuyen.txt").open("w", encoding="utf-8")
        self._out = Tee(sys.stdout, self._file)
        loaded = datetime(2026, 11, 16, 18, 0, tzinfo=WARD_ZONE)
        self.clock = SetClock(loaded)
        sessions = make_sessions(self._engine)
        office = sample_office()
        fill(sessions, office, loaded)
        names = link_people(sessions, loaded)
        self.app = App(
            sessions=sessions,
            offices={WARD: office},
            accounts={ACCOUNT: WARD},
            abilities={"console": ConsoleChannel.ability},
            clock=self.clock,
            out=self.folder,
        )
        self._link_group(loaded)
        self._names = names | {GROUP: "Nhóm UBND phường"}
        self._channel = ConsoleChannel(ACCOUNT, self._names, self._now, out=self._out)  # type: ignore[arg-type]
        self._last: dict[str, Incoming] = {}
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()
        self._engine.dispose()

    def _now(self) -> datetime:
        return self.app.clock.now()

    def _link_group(self, now: datetime) -> None:
        with self.app.sessions.begin() as session:
            ward = session.scalars(select(Ward)).one()
            people.link(session, Address("console", ACCOUNT, GROUP), ward.id, None, now)

    # --- the day ----------------------------------------------------------------------------------

    def play(self, script: str) -> None:
        """Play the script step by step."""
        for step in steps(script):
            if step.kind == "moment":
                self._move_to(datetime.strptime(step.text, "%d/%m/%Y %H:%M").replace(tzinfo=WARD_ZONE))
            elif step.kind == "aside":
                self._out.write(f"\n— {step.text}\n")
            else:
                self._say(step)

    def _move_to(self, moment: datetime) -> None:
        """Feel every half hour in between, as the program would; only the last one is shown."""
        for hour in hours_between(self.clock.now(), moment):
            self.clock.set(hour)
            self.app.tick()
            asyncio.run(self._deliver(shown=False))
        self.clock.set(moment)
        self.app.tick()
        asyncio.run(self._deliver())

    def _say(self, step: Step) -> None:
        chat = next(chat for chat, name in self._names.items() if name == step.who)
        message = self._channel.say(chat, step.text)
        if step.edit:
            message = replace(message, message_id=self._last[chat].message_id, edit=True)
        else:
            message = replace(message, message_id=message.key)
        self._last[chat] = message
        self.app.accept(ACCOUNT, [message])
        self.app.receive_waiting()
        asyncio.run(self._deliver())

    async def _deliver(self, *, shown: bool = True, everybody: bool = False) -> None:
        """Send what waits; of people outside the cast only the names are told."""
        others: list[str] = []
        while (claim := self._claim()) is not None:
            chat = claim.message.address.chat
            if shown and (everybody or chat in CAST or chat == GROUP):
                await self._channel.send(claim.message)
            elif chat not in others:
                others.append(chat)
            with self.app.sessions.begin() as session:
                sending.mark_sent(session, claim.id, f"b{claim.id}", self._now())
        if others and shown:
            self._out.write(f"  (cùng lúc, gửi riêng: {', '.join(self._names[chat] for chat in others)})\n")

    def _claim(self) -> sending.Claim | None:
        with self.app.sessions.begin() as session:
            return next(iter(sending.claim(session, ACCOUNT, self._now())), None)

    def sum_up(self) -> None:
        """What was made, and what to do next."""
        with self.app.sessions() as session:
            sent = len(session.scalars(select(Outbox.id)).all())
        files = sorted(path.name for path in self.folder.iterdir() if path.suffix in {".xlsx", ".txt"})
        self._out.write(f"\nTrợ lý đã gửi {sent} tin. Tệp trong {self.folder}: {', '.join(files)}\n")
        self._out.write("Nhắn thử tiếp: ./giaoban demo --chat · Chạy thật trên Telegram: xem README.md\n")
        self._out.flush()

    async def go_on(self) -> None:
        """Let whoever is at the keyboard speak for anybody: "Hùng > tinh hinh"."""
        self.app.clock = StartedAt(self.clock.now() + timedelta(minutes=5))
        names = ", ".join(name for chat, name in self._names.items() if chat != GROUP)
        self._out.write(f"\nGõ: Tên > nội dung, ví dụ: Minh > viec. Có: {names}. Kết thúc: Ctrl+D\n")

        async def accept(messages: Sequence[Incoming]) -> None:
            self.app.accept(ACCOUNT, messages)
            self.app.receive_waiting()
            await self._deliver(everybody=True)

        await self._channel.receive(accept)


def steps(script: str) -> Iterator[Step]:
    """The steps of a script; lines that are indented go on what is said above."""
    said: Step | None = None
    for line in script.splitlines()[2:]:
        if line.startswith("  ") and said is not None:
            said.text += "\n" + line.strip()
            continue
        if said is not None:
            yield said
            said = None
        if moment := _MOMENT.fullmatch(line.strip()):
            yield Step("moment", moment[1])
        elif line.startswith("# "):
            yield Step("aside", line[2:])
        elif found := _SAID.fullmatch(line):
            said = Step("said", found[3], found[1], edit=bool(found[2]))
    if said is not None:
        yield said


def hours_between(start: datetime, end: datetime) -> Iterator[datetime]:
    """The half hours between two moments: what is owed in between is told, late or not."""
    moment = start.replace(minute=30 if start.minute >= 30 else 0) + timedelta(minutes=30)
    while moment < end:
        yield moment
        moment += timedelta(minutes=30)
