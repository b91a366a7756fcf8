"""The pace of one bot account, on a clock that jumps from one waiting to the next."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine, Iterator
from typing import Any

import pytest

from bot.channels import SendError
from bot.channels.telegram.pacing import MANY_LANES, Pacing


class _NoWaiting(selectors.DefaultSelector):
    """A selector that lets its clock jump where a real one would wait."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.now += timeout or 0
        return super().select(0)


class _Clock:
    """An event loop in which waiting takes no time."""

    def __init__(self) -> None:
        self._selector = _NoWaiting()
        self._loop = asyncio.SelectorEventLoop(self._selector)
        self._loop.time = self.now  # type: ignore[method-assign]

    def now(self) -> float:
        return self._selector.now

    def run(self, task: Coroutine[Any, Any, None]) -> None:
        self._loop.run_until_complete(task)

    def close(self) -> None:
        self._loop.close()


@pytest.fixture
def clock() -> Iterator[_Clock]:
    clock = _Clock()
    yield clock
    clock.close()


def _send_all(clock: _Clock, pacing: Pacing, chats: list[str]) -> list[tuple[float, str]]:
    """Send one message to each of these chats, all at once: when each went out."""
    out: list[tuple[float, str]] = []

    async def send(chat: str) -> None:
        await pacing.turn(chat)
        out.append((clock.now(), chat))

    async def all_of_them() -> None:
        await asyncio.gather(*(send(chat) for chat in chats))

    clock.run(all_of_them())
    return out


def _most_within(times: list[float], seconds: float) -> int:
    return max(sum(start <= time < start + seconds for time in times) for start in times)


def test_two_hundred_people_are_reminded_in_eight_seconds_and_never_thirty_in_one(clock: _Clock) -> None:
    out = _send_all(clock, Pacing(clock.now), [str(person) for person in range(200)])
    times = [time for time, _ in out]
    assert _most_within(times, 1.0) <= 28
    assert times[-1] == pytest.approx(199 / 25, abs=0.05)


def test_a_person_gets_three_at_once_and_then_one_a_second(clock: _Clock) -> None:
    out = _send_all(clock, Pacing(clock.now), ["7"] * 6)
    assert [time for time, _ in out] == pytest.approx([0, 0, 0, 1, 2, 3], abs=0.1)


def test_a_group_gets_at_most_twenty_in_any_minute(clock: _Clock) -> None:
    pacing = Pacing(clock.now)
    times = []
    for _ in range(40):
        times += [time for time, _ in _send_all(clock, pacing, ["-100"])]
    assert _most_within(times, 60.0) <= 20
    assert times[-1] < 140


def test_a_chat_that_waits_holds_up_nobody_else(clock: _Clock) -> None:
    out = _send_all(clock, Pacing(clock.now), ["7"] * 8 + ["8"])
    assert next(time for time, chat in out if chat == "8") < 0.5


def test_messages_to_one_chat_keep_their_order(clock: _Clock) -> None:
    pacing = Pacing(clock.now)
    order: list[int] = []

    async def send(number: int) -> None:
        await pacing.turn("7")
        order.append(number)

    async def all_of_them() -> None:
        await asyncio.gather(*(send(number) for number in range(8)))

    clock.run(all_of_them())
    assert order == list(range(8))


def test_a_refused_chat_rests_and_others_go_on(clock: _Clock) -> None:
    pacing = Pacing(clock.now)
    pacing.refused("7", 5)
    out = _send_all(clock, pacing, ["7", "8"])
    assert [chat for _, chat in out] == ["8", "7"]
    assert [time for time, _ in out] == pytest.approx([0, 5])


def test_a_second_chat_refused_means_everybody_rests(clock: _Clock) -> None:
    pacing = Pacing(clock.now)
    pacing.refused("7", 5)
    pacing.refused("8", 6)
    assert _send_all(clock, pacing, ["9"])[0][0] == pytest.approx(6)


def test_after_a_refusal_there_is_no_burst(clock: _Clock) -> None:
    pacing = Pacing(clock.now)
    pacing.refused("7", 5)
    out = _send_all(clock, pacing, ["7", "7", "7"])
    assert [time for time, _ in out] == pytest.approx([5, 6, 7], abs=0.01)


def test_a_message_that_would_wait_long_goes_back_with_the_time_to_wait(clock: _Clock) -> None:
    pacing = Pacing(clock.now)
    pacing.refused("7", 300)
    with pytest.raises(SendError, match="paced") as raised:
        _send_all(clock, pacing, ["7"])
    assert raised.value.retry_after == pytest.approx(300)
    assert not raised.value.permanent
    assert clock.now() == 0


def test_chats_at_rest_are_forgotten(clock: _Clock) -> None:
    pacing = Pacing(clock.now)
    for person in range(MANY_LANES + 500):
        _send_all(clock, pacing, [str(person)])
    assert len(pacing._chats) <= MANY_LANES
