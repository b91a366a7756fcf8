"""A file that somebody sent on Telegram can be fetched; what cannot be had is said so, and why."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels import SendError
from bot.channels.telegram import TelegramChannel
from bot.domain.message import SentFile
from tests.channels.conftest import OpenChannel, receive
from tests.standin.telegram import Account

LIMIT = 1000


def fetched(channel: TelegramChannel, file: SentFile | None, limit: int = LIMIT) -> bytes:
    assert file is not None

    async def run() -> bytes:
        await channel.open()
        try:
            return await channel.fetch(file.id, limit)
        finally:
            await channel.close()

    return asyncio.run(run())


def test_of_a_photo_the_largest_size_is_fetched(bot: Account, telegram: OpenChannel) -> None:
    bot.photograph(7, "nv-007 xong", "a whole picture")
    [message] = receive(telegram())
    assert message.file is not None
    assert (message.text, message.file.kind, message.file.size) == ("nv-007 xong", "photo", 15)
    assert fetched(telegram(), message.file) == b"a whole picture"


def test_a_file_comes_with_its_name(bot: Account, telegram: OpenChannel) -> None:
    bot.attach(7, "bien-ban.pdf", content="minutes")
    [message] = receive(telegram())
    assert message.file is not None
    assert (message.file.kind, message.file.name) == ("file", "bien-ban.pdf")
    assert fetched(telegram(), message.file) == b"minutes"


def test_what_is_too_large_or_gone_is_rejected_for_good(bot: Account, telegram: OpenChannel) -> None:
    bot.attach(7, "bien-ban.pdf", content="minutes")
    [message] = receive(telegram())
    for file, limit in ((message.file, 3), (SentFile("gone", "file", "x.pdf"), LIMIT)):
        with pytest.raises(SendError) as refused:
            fetched(telegram(), file, limit)
        assert refused.value.rejected


def test_a_failure_of_the_platform_is_none_of_the_file(bot: Account, telegram: OpenChannel) -> None:
    bot.attach(7, "bien-ban.pdf", content="minutes")
    [message] = receive(telegram())
    bot.fail("getFile", status=502)
    with pytest.raises(SendError) as refused:
        fetched(telegram(), message.file)
    assert not refused.value.rejected
