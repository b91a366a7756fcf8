"""How a table of phrases is written: on as many lines as it takes, with a bar between two phrases."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """Return the phrases of a list, each once.

    >>> listed("xong | hoan thanh |\\n   da nop")
    ('xong', 'hoan thanh', 'da nop')
    """
    return tuple(dict.fromkeys(" ".join(phrase.split()) for phrase in text.split("|") if phrase.strip()))
