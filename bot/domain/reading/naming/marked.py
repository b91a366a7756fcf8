"""Parts of names that only look like what was typed: "đúng tiến độ" is not of "không dùng tiền mặt"."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.domain.items import KnownItem
from bot.domain.reading.words import Token, fold, normalise


def looks_like(tokens: Sequence[Token], text: str, items: Sequence[KnownItem]) -> bool:
    """Tell that words with marks are other ones than those of each item's name, all of them.

    One word with other marks may be a slip ("vủng"); what has no marks may be any word. `text` is what the
    tokens were cut from.
    """
    typed = [text[t.start : t.end].lower() for t in tokens]
    if all(fold(word) == word for word in typed):
        return False
    words = [(t.text, word) for t, word in zip(tokens, typed, strict=True)]
    return all(_is_other(words, _written(item)) for item in items)


def _is_other(words: Sequence[tuple[str, str]], known: Mapping[str, set[str]]) -> bool:
    return all(
        _letters(word) not in known.get(spelt, ()) and (fold(word) == word or spelt in known)
        for spelt, word in words
    )


@lru_cache(maxsize=4096)
def _written(item: KnownItem) -> dict[str, set[str]]:
    """The words of an item's names without marks, and how each is written with them."""
    words: dict[str, set[str]] = {}
    for name in (item.name, item.short_name, *item.aliases):
        for word in normalise(name).lower().split():
            words.setdefault(fold(word.strip(",;:()")), set()).add(_letters(word.strip(",;:()")))
    return words


def _letters(word: str) -> str:
    """The letters and marks of a word wherever the mark stands: "hoà" and "hòa" are one."""
    return "".join(sorted(unicodedata.normalize("NFD", word)))
