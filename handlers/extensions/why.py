"""The reason in a request for more time, or in the answer to "why?"."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.domain.reading.words import fold
from bot.domain.reasons import judged
from handlers.texts.extensions import asked as texts
from handlers.texts.extensions import why as heard

_SIGN = re.compile(r"[;\n]|[,.](?!\d)")


def says_why(words: str) -> re.Match[str] | None:
    """Where a reason is announced: not by the "đồ" of "bản đồ", the "vi" of "vi phạm", of "don vi"."""
    folded = fold(words)
    marked = words.lower() != folded
    for found in heard.SAYS_WHY.finditer(folded):
        said = words[found.start() : found.end()].lower().split()
        if len(said) == 1 and not _is_why(said[0].strip(" :,"), folded, found.start(), marked=marked):
            continue
        return found
    return None


def _is_why(said: str, folded: str, place: int, *, marked: bool) -> bool:
    if marked:
        return said in heard.MARKED_WHY
    return not (heard.NO_WHY.search(folded[:place]) or heard.NO_WHY_BEHIND.match(folded, place))


def reason_in(words: str, day: tuple[int, int] | None) -> str:
    """The reason in a request, as it was typed: what follows "vì", else what is told beside the request.

    `day` is the place of the date. No word of the reason is lost, and nothing of the request is left in it.
    Empty when only the request itself is there.
    """
    said = says_why(words)
    if said is None and day is not None and (beside := _other_clauses(words, day)):
        return beside
    start = said.end() if said is not None else 0
    if day is None or day[0] < start:
        return _courteous(_without_close(words[start:] if said is not None else _without_opening(words)))
    before = words[start : day[0]] if said is not None else _without_opening(words[: day[0]])
    if _without_close(before) == before and _tells(before) and heard.OF_DAY.search(fold(before)):
        return _courteous(before + words[day[0] :])  # "tổ 3 hẹn 25/11 gửi": the day is of the reason
    told = (_without_close(before), _without_opening(words[day[1] :]))
    return ", ".join(_courteous(one) for one in told if _tells(one))


def _tells(words: str) -> bool:
    return any(letter.isalpha() for letter in words)


def reason_beside(words: str, day: tuple[int, int] | None) -> str:
    """The reason in a request; "" where what is left of it gives none: "được ko", "em báo sau"."""
    reason = reason_in(words, day)
    return "" if judged(reason) in {"other", "postponed"} else reason


def _other_clauses(words: str, day: tuple[int, int]) -> str:
    """What other clauses than the request tell as a reason: "cho em tới 27/11, trường chưa nộp"."""
    cuts = [0, *(found.end() for found in _SIGN.finditer(words)), len(words)]
    clauses = [words[a:b].strip(texts.AROUND) for a, b in pairwise(cuts) if b <= day[0] or a >= day[1]]
    told = [one for one in clauses if one and not heard.ASKS_IN.search(fold(one))]
    said = _courteous(", ".join(told))
    return said if judged(said) == "reason" else ""


def _without_opening(words: str) -> str:
    """What stands behind the request: "xin lùi số đến", "giúp em, tổ 3 chưa gửi"."""
    folded = fold(words)
    opening = heard.OPENS.match(folded)
    end = opening.end() if opening else 0
    if end == len(folded):
        return ""
    begins = heard.OF_REASON.search(folded[:end])
    return words[begins.start() if begins else end :]


def _without_close(words: str) -> str:
    """What stands in front of the request: "mưa kéo dài nên em xin lùi đến"."""
    found = heard.CLOSES.search(fold(words))
    return words[: found.start()] if found else words


def _courteous(words: str) -> str:
    """Words without the courtesy at their end."""
    found = heard.COURTEOUS.search(fold(words))
    return (words[: found.start()] if found else words).strip(texts.AROUND)
