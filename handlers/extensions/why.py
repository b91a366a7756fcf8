"""The reason in a request for more time, or in the answer to "why?"."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold
from bot.domain.reasons import judged
from handlers.texts.extensions import asked as texts
from handlers.texts.extensions import heard

_HOLE = re.compile(r" ?,(?: ?,)+")  # where the day stood between two commas


def reason_in(words: str, day: tuple[int, int] | None) -> str:
    """The reason in a request, as it was typed: what follows "vì", else what is left of it.

    `day` is the place of the date. Empty when only the request itself is there.
    """
    if day is not None:
        words = words[: day[0]] + "," + words[day[1] :]
    folded = fold(words)
    said = heard.SAYS_WHY.search(folded)
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


def _kept(words: str, left: str) -> str:
    """What stands from the first to the last letter that is no part of the request itself."""
    places = [place for place, letter in enumerate(left) if letter.isalnum()]
    return words[places[0] : places[-1] + 1]
