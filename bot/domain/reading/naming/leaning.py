"""Names that lean on the one before them: "SDD CN 8,1 CC 9,9", "thu NS 296tr, chi 6,9 tỷ"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from bot.domain.reading.naming.names import Words
from bot.domain.reading.words import Token


def leaning_name(
    names: Container[Words], tokens: Sequence[Token], words: Sequence[str], last: tuple[int, int], place: int
) -> tuple[Words, int] | None:
    """Return the whole name that the words at `place` are short for, and where they end; None for none.

    "cc" after "SDD CN 8,1" is "SDD CC", "trực tuyến" after "hồ sơ TTHC" is "hồ sơ trực tuyến", "chi" after
    "thu NS" is "chi NS". `last` are the places of the name before.
    """
    start, end = last
    if {words[place], words[start]} == {"thu", "chi"}:
        other = (words[place], *words[start + 1 : end])
        return (other, place + 1) if other in names and _is_told(tokens, place + 1) else None
    for head, tail in ((1, 1), (2, 2), (2, 1), (1, 2)):
        phrase = (*words[start : start + head], *words[place : place + tail])
        if start + head <= end and phrase in names and _continues_list(tokens, place, tail):
            return phrase, place + tail
    return None


def _is_told(tokens: Sequence[Token], place: int) -> bool:
    """Tell that a number follows, directly or after "là", "được"."""
    at = place + (place < len(tokens) and tokens[place].text in ("la", "duoc", "dat", ":", "het", "khoang"))
    return at < len(tokens) and tokens[at].kind == "number"


def _continues_list(tokens: Sequence[Token], place: int, size: int) -> bool:
    """Tell words that a number follows, or that a comma or "và" joins to what was before."""
    followed = place + size < len(tokens) and tokens[place + size].kind == "number"
    return followed or (place > 0 and tokens[place - 1].text in (",", "va", "+", "/"))
