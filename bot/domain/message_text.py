"""Measuring, cutting and numbering the text of a message, the same for every channel."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from bot.domain.message import Choice


def utf16_len(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split_text(text: str, limit: int) -> list[str]:
    """Cut into parts of at most `limit` UTF-16 units (two or more): between lines, else words, else letters.

    Nothing but white space at the cuts is lost; no part is blank, unless the text is.
    """
    parts = []
    while utf16_len(text) > limit:
        cut = _cut(text, limit)
        if part := text[:cut].rstrip():
            parts.append(part)
        text = _after_cut(text[cut:])
    if text.strip() or not parts:
        parts.append(text)
    return parts


def _cut(text: str, limit: int) -> int:
    """Where to cut a text that is longer than the limit: never in front of a combining accent."""
    room = bisect_right(list(accumulate(1 + (char > "\uffff") for char in text[: limit + 1])), limit)
    for border in ("\n", " "):
        if (at := text.rfind(border, 1, room + 1)) > 0:
            return at
    whole = room
    while whole > 1 and unicodedata.combining(text[whole]):
        whole -= 1
    return whole if whole > 1 else room


def _after_cut(rest: str) -> str:
    """The next part: without the border it was cut at, with the indentation of its first line."""
    if not rest[:1].isspace():
        return rest
    rest = rest.lstrip(" ")
    return rest.lstrip("\n") if rest.startswith("\n") else rest


def numbered(text: str, choices: Sequence[Choice]) -> str:
    """The text with its choices under it, for where there are no buttons: "1" answers the first."""
    return "\n".join([text, *(f"{number}. {choice.label}" for number, choice in enumerate(choices, 1))])
