"""What travels between a channel and the App: one message in, one message out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Address:
    """Where a conversation takes place.

    `account` is the name of the bot account in the settings; `chat` is the platform's own id.
    """

    channel: str
    account: str
    chat: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number shared by its owner (`own`) or somebody else's card (not `own`)."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class SentFile:
    """A photo or file that came with a message: `id` is the platform's, by which it can be fetched.

    `kind`: photo, file. `size` in bytes, where the platform tells it.
    """

    id: str
    kind: str
    name: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message from a person, in the same form for every channel.

    `key` is unique within the bot account (on Telegram the update's number): the inbox takes it once.
    `choice` is the payload of a button that was pressed; the text is then empty.
    `reply_to` and `message_id` are the platform's message numbers. `edit` marks a new version of an
    earlier message. `attachment` is the name of a file or the kind of media that came with it,
    `file` where to fetch it.
    `secret`: it bore a mark of secrecy, and its text and file's name were not kept. `masked` are the kinds of
    personal numbers that were taken out of it (bot.domain.guard). `forwarded`: somebody else wrote it first.
    """

    key: str
    address: Address
    sender: str
    sent_at: datetime
    text: str = ""
    sender_name: str = ""
    message_id: str | None = None
    reply_to: str | None = None
    choice: str | None = None
    contact: Contact | None = None
    attachment: str | None = None
    file: SentFile | None = None
    edit: bool = False
    group: bool = False
    secret: bool = False
    masked: tuple[str, ...] = ()
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be picked: as a button, or by its number where there are no buttons.

    `data` is what comes back in `Incoming.choice`: at most 64 bytes (Telegram's limit).
    """

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one chat: plain text, and what can be picked under it.

    `request_contact` asks the channel for a button that shares the person's own phone number, where
    it has one. `silent` is delivered without a sound where the channel can.
    """

    address: Address
    text: str
    choices: tuple[Choice, ...] = ()
    document: Path | None = None
    silent: bool = False
    request_contact: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a channel's command menu: `name` without slash and accents, `about` in Vietnamese."""

    name: str
    about: str
