"""While many people are reminded, others are answered in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

from bot.app import App
from bot.engine.ticking import tick


class Decisions:
    """An App with three decisions to make; a message comes while the first is made."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def ticking(self) -> Iterator[int]:
        for decision in ("first", "second", "third"):
            self.done.append(decision)
            yield 1

    def receive(self) -> None:
        self.done.append("answer")


def test_a_message_waits_for_one_decision_not_for_all() -> None:
    app = Decisions()

    async def play() -> None:
        with ThreadPoolExecutor(max_workers=1) as thread:

            async def work(function: Callable[..., Any], *args: Any) -> Any:
                result = asyncio.get_running_loop().run_in_executor(thread, function, *args)
                if not answers:
                    answers.append(asyncio.get_running_loop().run_in_executor(thread, app.receive))
                return await result

            answers: list[asyncio.Future[None]] = []
            await tick(cast("App", app), work)

    asyncio.run(play())
    assert app.done == ["first", "answer", "second", "third"]
