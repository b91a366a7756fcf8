"""Asks each platform for the names of the bots that are set, as proof that tokens and network are good."""

from __future__ import annotations

import asyncio

from bot.channels import SendError
from bot.channels.telegram import TelegramChannel, Timing
from bot.commands.installation import Installation
from config.accounts import Account

PATIENCE = Timing(answer=15)


def bot_names(installation: Installation) -> dict[str, str | SendError]:
    """The name of each bot account's bot, without "@"; or why it is not known."""

    async def ask_all() -> list[str | SendError]:
        return await asyncio.gather(*(_ask(account, installation) for account in accounts))

    accounts = installation.accounts.values()
    return dict(zip(installation.accounts, asyncio.run(ask_all()), strict=True))


async def _ask(account: Account, installation: Installation) -> str | SendError:
    proxy = installation.settings.telegram_proxy
    channel = TelegramChannel(
        account.name,
        account.token.get_secret_value(),
        now=installation.clock.now,
        contact_label="",
        api_base=installation.settings.telegram_api_base,
        proxy=proxy.get_secret_value() if proxy else None,
        timing=PATIENCE,
    )
    try:
        await channel.open()
        return await channel.username()
    except SendError as error:
        return error
    finally:
        await channel.close()
