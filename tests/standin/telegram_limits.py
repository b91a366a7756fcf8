"""What Telegram enforces: the shape of a message, and how often one may be sent."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from bot.domain.message_text import utf16_len
from tests.standin.http import Fields, Upload

TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}


class _Entities(HTMLParser):
    """Reads a message in HTML mode as Telegram does: known tags only, and each one closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self.open: list[str] = []
        self.fault = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag not in TAGS:
            self.fault = f'unsupported start tag "{tag}"'

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.fault = f'unexpected end tag "{tag}"'

    def handle_data(self, data: str) -> None:
        self.text += data
        if "<" in data:
            self.fault = "unescaped <"

    def handle_entityref(self, name: str) -> None:
        self.text += unescape(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.text += unescape(f"&#{name};")


def plain_text(fields: Fields) -> tuple[str, str]:
    """The text that people see of a message or a caption, and what is wrong with it ("" for nothing)."""
    text = str(fields.get("text", fields.get("caption", "")))
    fault = ""
    if fields.get("parse_mode") == "HTML":
        reader = _Entities()
        reader.feed(text)
        reader.close()
        text = reader.text
        fault = reader.fault or (f'can\'t find end tag "{reader.open[-1]}"' if reader.open else "")
    if fault:
        return text, f"Bad Request: can't parse entities: {fault}"
    return text, _wrong_length(text, fields) or _wrong_buttons(fields)


def _wrong_length(text: str, fields: Fields) -> str:
    if isinstance(fields.get("document"), Upload):
        return "Bad Request: message caption is too long" if utf16_len(text) > 1024 else ""
    if not text.strip():
        return "Bad Request: message text is empty"
    return "Bad Request: message is too long" if utf16_len(text) > 4096 else ""


def _wrong_buttons(fields: Fields) -> str:
    keys = [key for row in keyboard(fields).get("inline_keyboard", []) for key in row]
    bad = any(not 1 <= len(key.get("callback_data", "").encode()) <= 64 for key in keys)
    return "Bad Request: BUTTON_DATA_INVALID" if bad else ""


def keyboard(fields: Fields) -> Fields:
    """The keyboard of a message: what JSON its field `reply_markup` holds."""
    markup = fields.get("reply_markup") or {}
    read: Fields = json.loads(markup) if isinstance(markup, str) else markup
    return read


@dataclass
class _Bucket:
    """So many at once, and one more every `1 / rate` seconds."""

    size: float
    rate: float
    level: float = 0.0
    at: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until one more fits; 0: it has been taken."""
        self.level, self.at = max(0.0, self.level - (now - self.at) * self.rate), now
        if self.level + 1 > self.size:
            return (self.level + 1 - self.size) / self.rate
        self.level += 1
        return 0.0


@dataclass
class _Window:
    """At most so many within any `seconds`."""

    count: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        if len(self.times) >= self.count:
            return self.times[0] + self.seconds - now
        self.times.append(now)
        return 0.0


class Limits:
    """Bots FAQ: 30 messages a second; one a second to a person, bursts pass; 20 a minute to a group."""

    def __init__(self) -> None:
        self._all = _Window(30, 1.0)
        self._chats: dict[int, _Window | _Bucket] = {}

    def wait(self, chat: int, now: float) -> float:
        """Seconds to wait before a message to this chat would be taken; 0: it is."""
        limit = self._chats.setdefault(chat, _Window(20, 60.0) if chat < 0 else _Bucket(5, 1.0))
        return limit.wait(now) or self._all.wait(now)
