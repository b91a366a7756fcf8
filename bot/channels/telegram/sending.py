"""How a message looks on Telegram, and what its refusals mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from html import escape

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup
from telegram.constants import MessageLimit
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels import SendError
from bot.domain.message import Choice
from bot.domain.message_text import numbered, utf16_len

SHORT_LABEL = 14
"""UTF-16 units up to which two buttons stand side by side on a phone."""
LONG_LABEL = 40
"""Above this a phone cuts the label: the choices are written out, and the buttons bear their numbers."""
NUMBERS_A_ROW = 5


def as_html(text: str) -> str:
    """The text for Telegram's HTML mode: everything escaped, the first of several lines bold."""
    head, line_break, rest = escape(text, quote=False).partition("\n")
    return f"<b>{head}</b>{line_break}{rest}" if head and line_break else head + line_break + rest


def with_long_choices(text: str, choices: Sequence[Choice]) -> str:
    """The text, with its choices written out where a label is too long for a button, and there is room."""
    written_out = numbered(text, choices)
    long = any(utf16_len(choice.label) > LONG_LABEL for choice in choices)
    return written_out if long and utf16_len(written_out) <= MessageLimit.MAX_TEXT_LENGTH else text


def buttons(choices: Sequence[Choice], *, written_out: bool = False) -> InlineKeyboardMarkup:
    """The choices under a message, each with the number that can be typed instead.

    Where the choices are written out in the text the buttons bear only their numbers.
    """
    short = all(utf16_len(choice.label) <= SHORT_LABEL for choice in choices)
    row = NUMBERS_A_ROW if written_out else 2 if short else 1
    keys = [
        InlineKeyboardButton(
            f"{number}" if written_out else f"{number}. {choice.label}", callback_data=choice.data
        )
        for number, choice in enumerate(choices, 1)
    ]
    return InlineKeyboardMarkup([keys[start : start + row] for start in range(0, len(keys), row)])


def contact_button(label: str) -> ReplyKeyboardMarkup:
    """A button that shares the person's own phone number."""
    key = KeyboardButton(label, request_contact=True)
    return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)


NO_SUCH_CHAT = ("chat not found", "user not found", "peer_id_invalid")
NO_RIGHT = ("not enough rights", "have no rights", "chat_write_forbidden", "administrator rights")

NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
"""Failures before the request was on its way; after any other, the message may have arrived."""


def send_error(error: TelegramError) -> SendError:
    """What a failure of the Bot API means to the sender."""
    match error:
        case RetryAfter():
            return SendError("flood", retry_after=_seconds(error.retry_after))
        case ChatMigrated():
            return SendError("moved", moved_to=str(error.new_chat_id))
        case Forbidden():
            return SendError("blocked", permanent=True)
        case BadRequest():
            return _bad_request(error.message.casefold())
        case InvalidToken():
            return SendError("unauthorized" if is_revoked(error) else "no_such_method")
        case Conflict():
            return SendError("another_poller")
        case NetworkError() if isinstance(error.__cause__, httpx.HTTPError):
            return SendError("network", maybe_sent=not isinstance(error.__cause__, NEVER_SENT))
        case NetworkError():
            too_large = "too large" in error.message.casefold()
            return SendError("too_large" if too_large else "platform", rejected=too_large)
        case _:  # an answer, but not one of Telegram's
            return SendError("platform", maybe_sent=True)


def is_revoked(error: TelegramError) -> bool:
    """Whether the token is no longer valid. A 404 alone does not say so: python-telegram-bot makes an
    InvalidToken of it too, and an unknown method or a wrong address answers 404.
    """
    return isinstance(error, InvalidToken) and error.message.casefold() == "unauthorized"


def _bad_request(message: str) -> SendError:
    if any(text in message for text in NO_SUCH_CHAT):
        return SendError("not_found", permanent=True)
    if any(text in message for text in NO_RIGHT):
        return SendError("blocked", permanent=True)
    return SendError("bad_request", rejected=True)


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
