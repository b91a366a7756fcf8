"""Every channel keeps the contract that the App relies on."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable

import pytest

from bot.channels import Channel
from bot.channels.console import ConsoleChannel
from bot.domain.message import Address, Choice, Command, Outgoing
from tests.channels.conftest import NOW, OpenChannel, receive
from tests.standin.telegram import Account

MakeChannel = Callable[[], Channel]


@pytest.fixture(params=["telegram", "console"])
def channel(request: pytest.FixtureRequest, telegram: OpenChannel, bot: Account) -> Channel:
    """One channel, to which a person has written "bhxh 201" and "xong"."""
    if request.param == "telegram":
        bot.say(7, "bhxh 201")
        bot.say(7, "xong")
        return telegram()
    typed = io.StringIO("bhxh 201\nxong\n")
    return ConsoleChannel("ward", {"7": "Minh"}, lambda: NOW, lines=typed, out=io.StringIO())


def _run(channel: Channel, act: Callable[[], Awaitable[object]]) -> object:
    async def run() -> object:
        await channel.open()
        try:
            return await act()
        finally:
            await channel.close()

    return asyncio.run(run())


def test_messages_come_in_order_each_with_a_key_of_its_own(channel: Channel) -> None:
    messages = receive(channel, 2)
    assert [message.text for message in messages] == ["bhxh 201", "xong"]
    assert len({message.key for message in messages}) == 2
    assert {message.address for message in messages} == {Address(channel.name, channel.account, "7")}
    assert all(message.sent_at.tzinfo is not None and message.sender == "7" for message in messages)


def test_a_message_goes_out_and_gets_a_number_that_fits_its_column(channel: Channel) -> None:
    message = Outgoing(
        Address(channel.name, channel.account, "7"), "Kỳ nào?", choices=(Choice("tháng 10", "a"),)
    )
    number = _run(channel, lambda: channel.send(message))
    assert isinstance(number, str)
    assert 0 < len(number) <= 60


def test_the_longest_text_it_says_it_takes_is_taken(channel: Channel) -> None:
    message = Outgoing(Address(channel.name, channel.account, "7"), "😀" * (channel.ability.max_text // 2))
    assert _run(channel, lambda: channel.send(message))


def test_a_menu_can_be_offered_to_all_and_to_one(channel: Channel) -> None:
    menu = [Command("viec", "Việc của tôi")]
    _run(channel, lambda: channel.show_menu(menu))
    _run(channel, lambda: channel.show_menu(menu, "7"))


def test_it_can_be_closed_twice_and_opened_again(channel: Channel) -> None:
    async def run() -> None:
        await channel.open()
        await channel.close()
        await channel.close()
        await channel.open()
        await channel.close()

    asyncio.run(run())
