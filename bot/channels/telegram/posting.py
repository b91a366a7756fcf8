"""One message as Telegram takes it: formatted or plain, with its file, with buttons."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, ReplyKeyboardMarkup
from telegram.constants import MessageLimit, ParseMode
from telegram.error import TelegramError

from bot.channels import SendError
from bot.channels.telegram.pacing import is_group
from bot.channels.telegram.sending import as_html, buttons, contact_button, send_error, with_long_choices
from bot.domain.message import Outgoing
from bot.domain.message_text import utf16_len


@contextmanager
def as_send_error() -> Iterator[None]:
    """Raise SendError for what Telegram, or reading the file, says."""
    try:
        yield
    except TelegramError as error:
        raise send_error(error) from error
    except OSError as error:  # the file to send is gone or cannot be read
        raise SendError("no_file", rejected=True) from error


class Posting:
    """Posts through `bot`; `contact_label` is the text of the button that shares a phone number."""

    def __init__(self, bot: Bot, contact_label: str) -> None:
        self._bot = bot
        self._contact_label = contact_label

    async def deliver(self, message: Outgoing) -> str:
        """Send formatted, and without format what Telegram then refuses."""
        text = with_long_choices(message.text, message.choices)
        if message.document and utf16_len(text) > MessageLimit.CAPTION_LENGTH:
            await self._post(replace(message, choices=()), "", None)
            message = replace(message, document=None)
        try:
            return await self._post(message, as_html(text), ParseMode.HTML)
        except SendError as error:
            if not error.rejected:
                raise
            return await self._post(message, text, None)

    async def _post(self, message: Outgoing, text: str, parse_mode: ParseMode | None) -> str:
        chat, keyboard = int(message.address.chat), self._keyboard(message)
        with as_send_error():
            if message.document:
                sent = await self._bot.send_document(
                    chat,
                    message.document.read_bytes(),
                    filename=message.document.name,
                    caption=text or None,
                    parse_mode=parse_mode,
                    disable_notification=message.silent,
                    reply_markup=keyboard,
                )
            else:
                sent = await self._bot.send_message(
                    chat,
                    text,
                    parse_mode=parse_mode,
                    disable_notification=message.silent,
                    reply_markup=keyboard,
                    link_preview_options=LinkPreviewOptions(is_disabled=True),
                )
        return str(sent.message_id)

    def _keyboard(self, message: Outgoing) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
        if message.choices:
            written_out = with_long_choices(message.text, message.choices) != message.text
            return buttons(message.choices, written_out=written_out)
        if message.request_contact and not is_group(message.address.chat):
            return contact_button(self._contact_label)
        return None
