"""What Telegram hands over, read into the form that every channel shares."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram import Contact as SharedContact
from telegram.constants import ChatType, MessageLimit

from bot.domain.message import Address, Contact, Incoming, SentFile

KINDS = ("message", "edited_message", "callback_query")
"""The updates that are asked for. A person who blocks the bot is noticed when something is sent to him."""

MEDIA = ("photo", "voice", "video", "video_note", "audio", "animation", "sticker", "location", "poll")
MAX_NAME = 200
MAX_ID = 2**63

_COMMAND_FOR = re.compile(r"(/\w+)@(\w+)")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def read_update(raw: Mapping[str, Any], account: str, bot_name: str, now: datetime) -> Incoming | None:
    """One update as a message; None where it holds nothing that a person said to this bot.

    `now` dates a pressed button, which carries no time. A malformed update raises whatever its reading
    met: the caller takes any exception as "not readable".
    """
    update = Update.de_json(dict(raw), None)
    key = f"update:{int(update.update_id)}"
    if update.callback_query:
        return _pressed(update.callback_query, key, account, now)
    if update.message:
        return _written(update.message, key, account, bot_name)
    if update.edited_message:
        return _written(update.edited_message, key, account, bot_name, edit=True)
    return None


def next_offset(updates: Sequence[Mapping[str, Any]], offset: int | None) -> int | None:
    """What acknowledges these updates with the next poll; ValueError where none of them has a number."""
    numbers = [number for raw in updates if isinstance(number := raw.get("update_id"), int)]
    if updates and not numbers:
        raise ValueError("updates without a number")
    return max(numbers) + 1 if numbers else offset


def _pressed(query: CallbackQuery, key: str, account: str, now: datetime) -> Incoming | None:
    choice = _clean(query.data)
    if query.message is None or not choice:
        return None
    return Incoming(
        key,
        _address(account, query.message.chat.id),
        sender=_number(query.from_user.id),
        sent_at=now,
        sender_name=_clean(query.from_user.full_name, MAX_NAME),
        reply_to=_number(query.message.message_id),
        choice=choice,
        group=query.message.chat.type != ChatType.PRIVATE,
    )


def _written(
    message: Message, key: str, account: str, bot_name: str, *, edit: bool = False
) -> Incoming | None:
    sender = message.from_user
    text = _addressed(_clean(message.text) or _clean(message.caption), bot_name)
    contact, attachment = _contact(message.contact, message), _attachment(message)
    if sender is None or text is None or not (text or contact or attachment):
        return None
    return Incoming(
        key,
        _address(account, message.chat.id),
        sender=_number(sender.id),
        sent_at=(message.edit_date or message.date).astimezone(UTC),
        text=text,
        sender_name=_clean(sender.full_name, MAX_NAME),
        message_id=_number(message.message_id),
        reply_to=_number(message.reply_to_message.message_id) if message.reply_to_message else None,
        contact=contact,
        attachment=attachment,
        file=_file(message),
        edit=edit,
        forwarded=message.forward_origin is not None,
        group=message.chat.type != ChatType.PRIVATE,
    )


def _addressed(text: str, bot_name: str) -> str | None:
    """The text with "@bot" taken off its command; None for a command meant for another bot."""
    if not (command := _COMMAND_FOR.match(text)):
        return text
    if command[2].casefold() != bot_name.casefold():
        return None
    return command[1] + text[command.end() :]


def _contact(shared: SharedContact | None, message: Message) -> Contact | None:
    """A card is its sender's own only where Telegram says so: people also forward other people's cards."""
    if shared is None:
        return None
    own = message.from_user is not None and shared.user_id == message.from_user.id
    return Contact(_clean(shared.phone_number, MAX_NAME), own)


def _attachment(message: Message) -> str | None:
    if message.document:
        return _clean(message.document.file_name, MAX_NAME) or "document"
    return next((kind for kind in MEDIA if getattr(message, kind)), None)


def _file(message: Message) -> SentFile | None:
    """A file, or the largest of the sizes in which Telegram keeps a photo."""
    if (document := message.document) is not None:
        name = _clean(document.file_name, MAX_NAME) or "document"
        return SentFile(_clean(document.file_id, MAX_NAME), "file", name, document.file_size)
    if not message.photo:
        return None
    photo = max(message.photo, key=lambda size: size.width * size.height)
    return SentFile(_clean(photo.file_id, MAX_NAME), "photo", "anh.jpg", photo.file_size)


def _address(account: str, chat: int) -> Address:
    return Address("telegram", account, _number(chat))


def _number(value: int) -> str:
    if abs(number := int(value)) >= MAX_ID:
        raise ValueError("not a Telegram id")
    return str(number)


def _clean(value: object, limit: int = MessageLimit.MAX_TEXT_LENGTH) -> str:
    """Text without what a database refuses (NUL, half of a surrogate pair), cut to the limit."""
    return _UNSTORABLE.sub("", value)[:limit] if isinstance(value, str) else ""
