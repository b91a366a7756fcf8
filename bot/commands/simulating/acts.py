"""What a person of the simulated year is about to do, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.commands.simulating.record import Utterance

Kind = Literal["report", "say", "answer", "edit", "ask", "decide", "order", "late", "block", "return"]


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a person is about to do. `about` are the lines that the message is about.

    `again`: who asks something asks again some day.
    """

    kind: Kind
    items: tuple[str, ...] = ()
    text: str = ""
    about: tuple[Utterance, ...] = ()
    reply_to: str | None = None
    again: bool = True


Plans = list[tuple[datetime, Act]]
