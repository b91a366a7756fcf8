"""The words in which a state without a number was told: the decision's number, what is lacking."""

from __future__ import annotations

from bot.domain.reading.words import fold, words_of
from db.models import Figure
from handlers.texts.reporting.said import HELD_WORDS, STATE_WORDS

_LONGEST = 160
_SAYS_NO_MORE = 2
_STATES = frozenset({"held", "in_progress", "lost"})
_NUMBERS = frozenset({"value", "of_assigned"})
"""States of a figure beside which words stand that were told of it later."""
_KNOWN = frozenset(
    word
    for said in (*STATE_WORDS.values(), *HELD_WORDS.values(), "xong rồi", "không thay đổi", "như kỳ trước")
    for word in fold(said).split()
)
_PLAIN = frozenset(
    words_of(
        "xong rồi đã hoàn thành đang làm thực hiện chưa còn việc này em anh chị ạ dạ nhé nha ok hết cả được"
    )
)


def says_more(words: str | None) -> bool:
    """Tell "12/20 hộ", "tốt", "chắc xong" of a task from "xong rồi", which its state says already."""
    beside = (word for word in words_of(words or "") if word.isalpha() and word not in _PLAIN)
    return words is not None and (len(words.split()) > _SAYS_NO_MORE or any(beside))


def told(row: Figure) -> str | None:
    """What a figure's words say beyond its state, "đã được công nhận QĐ số 45/QĐ-UBND"; None where nothing."""
    words = " ".join((row.words or "").split())
    more = [word for word in fold(words).split() if word not in _KNOWN]
    counted = row.state == "none_arose" and any(char.isdigit() for char in words)  # "3 ca lẻ tẻ"
    none = row.value == 0 and len(words.split()) <= _SAYS_NO_MORE  # "0 hộ", told as "không có"
    if counted or (row.state in _NUMBERS and more and not none):
        return _cut(words)
    short = len(words.split()) <= _SAYS_NO_MORE and not (
        row.state == "in_progress" and any(char.isdigit() for char in words)
    )
    if row.state not in _STATES or short or not more:
        return None
    return _cut(words)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
