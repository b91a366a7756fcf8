"""Several items named side by side in one request: "xin gia hạn việc làm và XKLĐ đến 20/11"."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers.extensions.why import says_why
from handlers.turn import Turn

_JOINED = re.compile(r"\s*(?:[,;+&]|va|voi|cung)(?:\s*(?:va|voi|ca))*\s*")


def named_together(turn: Turn, words: str) -> tuple[list[ItemView], str]:
    """The items named in front of the reason, joined by "và" or a comma, and the words without their names.

    What is not joined is one item with more of its name, or belongs to the words.
    """
    why = says_why(words)
    head, rest = (words[: why.start()], words[why.start() :]) if why else (words, "")
    places: dict[tuple[int, int], str] = {}
    left = head
    while (found := turn.ward.catalogue.find(left)).sure is not None and not found.guessed:
        start, end = found.span
        places[start, end] = found.items[0].key
        left = left[:start] + "·" * (end - start) + left[end:]
    spans = sorted(places)
    joined = all(_JOINED.fullmatch(fold(head[a[1] : b[0]])) for a, b in pairwise(spans))
    items = [turn.ward.items[key] for key in dict.fromkeys(places[span] for span in spans)]
    bare = " ".join(f"{left.replace('·', ' ')} {rest}".split())
    return (items, bare) if joined else (items[:1], bare)
