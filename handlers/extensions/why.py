"""The reason in a request for more time, or in the answer to "why?"."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.domain.reading.words import fold
from bot.domain.reasons import judged
from handlers.texts.extensions import asked as texts
from handlers.texts.extensions import heard

_HOLE = re.compile(r" ?,(?: ?,)+")  # where the day stood between two commas
_SIGN = re.compile(r"[;\n]|[,.](?!\d)")


def says_why(words: str) -> re.Match[str] | None:
    """Where a reason is announced: not by the "đồ" of "bản đồ", the "vi" of "vi phạm"."""
    marked = words.lower() != fold(words)
    for found in heard.SAYS_WHY.finditer(fold(words)):
        said = words[found.start() : found.end()].lower().split()
        if not marked or len(said) > 1 or said[0].strip(" :,") in heard.MARKED_WHY:
            return found
    return None


def reason_in(words: str, day: tuple[int, int] | None) -> str:
    """The reason in a request, as it was typed: what follows "vì", else what is told beside the request.

    `day` is the place of the date. Empty when only the request itself is there.
    """
    said = says_why(words)
    if said is None and day is not None and (beside := _other_clauses(words, day)):
        return beside
    if day is not None:
        words = words[: day[0]] + "," + words[day[1] :]
    folded = fold(words)
    said = says_why(words)
    if said:
        words, folded = words[said.end() :], folded[said.end() :]
    left = heard.BESIDE.sub(lambda found: " " * len(found[0]), folded)
    if not any(letter.isalnum() for letter in left):
        return ""
    kept = words[: len(heard.ASKED_AFTER.sub("", folded))] if said else _kept(words, left)
    return _HOLE.sub(",", " ".join(kept.split())).strip(texts.AROUND)


def reason_beside(words: str, day: tuple[int, int] | None) -> str:
    """The reason in a request; "" where what is left of it gives none: "được ko", "em báo sau"."""
    reason = reason_in(words, day)
    return "" if judged(reason) in {"other", "postponed"} else reason


def _other_clauses(words: str, day: tuple[int, int]) -> str:
    """What other clauses than the request tell as a reason: "cho em tới 27/11, trường chưa nộp"."""
    cuts = [0, *(found.end() for found in _SIGN.finditer(words)), len(words)]
    clauses = [words[a:b].strip(texts.AROUND) for a, b in pairwise(cuts) if b <= day[0] or a >= day[1]]
    told = [one for one in clauses if one and not heard.ASKS_IN.search(fold(one))]
    said = ", ".join(told)
    return said if judged(said) == "reason" else ""


def _kept(words: str, left: str) -> str:
    """What stands from the first to the last letter that is no part of the request itself."""
    places = [place for place, letter in enumerate(left) if letter.isalnum()]
    return words[places[0] : places[-1] + 1]
