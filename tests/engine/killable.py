"""The real program, made to die at a named point; GIAOBAN_KILL_AT=receive.after:3 is the third time there.

`python -m tests.engine.killable run`, with any command of the program. "before" and "after" are those of a
commit: of accept (the inbox), receive (a message handled), tick (a decision of the clock), settle (sends
written down, the next ones claimed). send.before and send.after stand around the call of the Bot API.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from bot.__main__ import main
from bot.app import App
from bot.channels.telegram import TelegramChannel
from bot.domain.message import Outgoing
from bot.engine.sender import Sender

VARIABLE = "GIAOBAN_KILL_AT"
WORKS: dict[str, tuple[type, str]] = {
    "accept": (App, "accept"),
    "receive": (App, "receive"),
    "tick": (App, "tick"),
    "settle": (Sender, "_settle_and_claim"),
}
POINTS = [f"{work}.{moment}" for work in (*WORKS, "send") for moment in ("before", "after")]


class Aim:
    """Where the program dies, and how many times it still passes there."""

    def __init__(self, said: str) -> None:
        point, _, times = said.partition(":")
        self.point, self.left = point, int(times or 1)
        self.work = ""

    def reach(self, point: str) -> None:
        if point == self.point:
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def arm(aim: Aim) -> None:
    """Let the program pass by its points."""
    for work, (owner, method) in WORKS.items():
        setattr(owner, method, _named(aim, work, getattr(owner, method)))
    event.listen(Session, "before_commit", lambda session: _at_commit(aim, session, "before"))
    event.listen(Session, "after_commit", lambda session: _at_commit(aim, session, "after"))
    deliver = TelegramChannel._deliver

    async def around(channel: TelegramChannel, message: Outgoing) -> str:
        aim.reach("send.before")
        sent = await deliver(channel, message)
        aim.reach("send.after")
        return sent

    TelegramChannel._deliver = around  # type: ignore[method-assign, assignment]


def _named(aim: Aim, work: str, method: Callable[..., Any]) -> Callable[..., Any]:
    def working(*args: Any) -> Any:
        aim.work = work
        try:
            return method(*args)
        finally:
            aim.work = ""

    return working


def _at_commit(aim: Aim, session: Session, moment: str) -> None:
    if not session.in_nested_transaction():
        aim.reach(f"{aim.work}.{moment}")


if __name__ == "__main__":
    arm(Aim(os.environ.get(VARIABLE, "")))
    sys.exit(main())
