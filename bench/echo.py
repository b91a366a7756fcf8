"""The least that a bot on python-telegram-bot does: fetch, answer with the same text. For comparison."""

from __future__ import annotations

import os
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, filters


async def _echo(update: Update, _context: Any) -> None:
    if update.message is not None and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    """Poll until stopped."""
    api = os.environ["TELEGRAM_API_BASE"]
    application = Application.builder().token(os.environ["TELEGRAM_TOKEN"]).base_url(f"{api}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.run_polling()


if __name__ == "__main__":
    main()
