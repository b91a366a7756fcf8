"""The console reads and writes a chat of several people."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.channels.console import ConsoleChannel
from bot.clock import SetClock
from bot.domain.message import Address, Choice, Incoming, Outgoing

PEOPLE = {"1": "Minh", "2": "Hùng"}


def _clock() -> SetClock:
    return SetClock(datetime.fromisoformat("2026-11-16T07:30+07:00"))


def _out(text: str, chat: str = "1", **fields: object) -> Outgoing:
    return Outgoing(Address("console", "console", chat), text, **fields)  # type: ignore[arg-type]


def test_a_dialogue_is_printed_with_names_and_the_time_when_it_changes() -> None:
    clock, paper = _clock(), io.StringIO()
    console = ConsoleChannel("console", PEOPLE, clock.now, out=paper)
    asyncio.run(console.send(_out("[Còn 01 ngày] Số liệu tháng 11\nVí dụ trả lời: BHXH 201")))
    said = console.say("1", "bhxh 201")
    clock.advance(timedelta(minutes=1))
    asyncio.run(
        console.send(_out("Kỳ nào?", "2", choices=(Choice("tháng 10", "a"),), document=Path("a.xlsx")))
    )
    assert paper.getvalue() == (
        "\n[16/11/2026 07:30]\n"
        "Minh < [Còn 01 ngày] Số liệu tháng 11\n"
        "  Ví dụ trả lời: BHXH 201\n"
        "Minh > bhxh 201\n"
        "\n[16/11/2026 07:31]\n"
        "Hùng < Kỳ nào?\n"
        "  1. tháng 10\n"
        "  [a.xlsx]\n"
    )
    assert (said.address.chat, said.sender_name, said.text) == ("1", "Minh", "bhxh 201")
    assert said.sent_at == clock.now() - timedelta(minutes=1)


def test_a_name_in_front_of_a_line_changes_who_speaks() -> None:
    typed = io.StringIO("bhxh 201\n\nhung > tinh hinh\nBHXH: 201\n  Minh:  xong  \n")
    console = ConsoleChannel("console", PEOPLE, _clock().now, lines=typed, out=io.StringIO())
    heard: list[Incoming] = []

    async def accept(batch: Sequence[Incoming]) -> None:
        heard.extend(batch)

    asyncio.run(console.receive(accept))
    assert [(message.sender, message.text) for message in heard] == [
        ("1", "bhxh 201"),
        ("2", "tinh hinh"),
        ("2", "BHXH: 201"),
        ("1", "xong"),
    ]
    assert len({message.key for message in heard}) == 4
