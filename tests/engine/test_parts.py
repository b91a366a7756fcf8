"""Parts of the program start again when they fail, and come to an end when they are told to."""

from __future__ import annotations

import asyncio

import pytest

from bot.engine import parts
from bot.engine.parts import ended, supervised


def test_a_part_that_fails_starts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "AFTER_A_BUG", 0.0)
    begun: list[int] = []

    async def part() -> None:
        begun.append(1)
        if len(begun) < 3:
            raise ValueError("a bug")

    asyncio.run(supervised(part))
    assert len(begun) == 3


def test_a_part_that_fails_while_it_ends_does_not_start_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "AFTER_A_BUG", 0.0)
    begun: list[int] = []

    async def part() -> None:
        begun.append(1)
        try:
            await asyncio.Event().wait()
        finally:
            raise ConnectionError("the database is away")

    async def run() -> None:
        task = asyncio.create_task(supervised(part))
        await asyncio.sleep(0)
        await asyncio.wait_for(ended([task]), timeout=5)

    asyncio.run(run())
    assert len(begun) == 1
