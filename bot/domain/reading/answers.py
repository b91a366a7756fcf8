"""Which choice of a question is meant by words: "cái đầu", "ý là lũy kế", "đúng rồi", "thôi bỏ qua"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from bot.domain.reading.vocabulary.answers import DROP, NO, NODS, PICKING, PLACES, POINTING, POLITE, YES
from bot.domain.reading.words import fold

Picked = int | Literal["none", "drop", "unclear"]
_WORD = re.compile(r"\d[\d.,/]*%?|[a-z]\w*")
_CLAUSE = re.compile(r"[,;.!]\s+|\s[-–]\s|\n")
_AFTER = re.compile(r" \(|, |: ")
"""Where the explanation begins in "28 là số phát sinh trong kỳ (lũy kế thành 210 người)"."""


def picked(text: str, labels: Sequence[str], *, readings: int, confirms: bool = False) -> Picked | None:
    """Return the place (from 1) of the choice that is meant, else what else was answered.

    `labels` are the choices as shown, the first `readings` of them readings of a figure; `confirms`: the
    question asks for a yes. "none": no reading is right. "drop": forget it. "unclear": an answer, that fits
    several. None: no answer to this question.

    >>> labels = ("28 là số phát sinh trong kỳ (lũy kế thành 210 người)", "Lũy kế đúng là 28 người")
    >>> [picked(words, labels, readings=2) for words in ("dạ cái đầu ạ", "ý là lũy kế", "thôi", "bhyt")]
    [1, 2, 'drop', None]
    """
    head, *rest = _CLAUSE.split(fold(text).strip(), maxsplit=1)
    if rest and " ".join(_words(head)) in NO:
        return picked(rest[0], labels, readings=readings, confirms=confirms)
    words = _words(fold(text))
    said = " ".join(words)
    if said in DROP:
        return "drop"
    if said in NO:
        return "none"
    if said in YES or said in NODS or (not said and fold(text).startswith(("vang", "da"))):
        return 1 if readings == 1 and (said in YES or confirms) else "unclear"
    return _place(words, len(labels)) or _worded(words, labels)


def only_points(text: str) -> bool:
    """Tell "của … ạ" around a name, which answers "của đầu việc nào?", from words that say something."""
    return all(word in PICKING or word in POINTING for word in _words(fold(text)))


def _words(folded: str) -> list[str]:
    return [word.strip(".,") for word in _WORD.findall(folded) if word not in POLITE]


def _place(words: Sequence[str], many: int) -> int | None:
    """The place that is named: "chọn 1", "số 2", "cái thứ hai", "cuối cùng"."""
    named = list(words)
    while named and named[0] in PICKING:
        del named[0]
    said = " ".join(named)
    place = PLACES.get(said, 0) if len(named) < len(words) or said in ("dau tien", "cuoi cung") else 0
    if re.fullmatch(r"\d\d?", said):
        place = int(said)
    return many if place == -1 else place if 0 < place <= many else None


def _worded(words: Sequence[str], labels: Sequence[str]) -> Picked | None:
    """The choice whose words were typed, all of them: "phát sinh trong kỳ", "triệu", "của bhyt"."""
    said = [word for word in words if word not in PICKING and word not in POINTING]
    if not any(word.isalpha() and len(word) > 1 for word in said):
        return None
    shown = [_shown(label) for label in labels]
    fits = [place for place, known in enumerate(shown, start=1) if known.issuperset(said)]
    if len(fits) > 1 or (fits and "khong" in said and _is_some(labels[fits[0] - 1])):
        return "unclear"  # "không điểm nóng" is the item's name, and says that there was none
    return fits[0] if fits else None


def _is_some(label: str) -> bool:
    """Tell the "1 vụ" of "CT10b Không điểm nóng: 1 vụ" from "không phát sinh"."""
    return bool(value := fold(label).partition(": ")[2]) and "khong" not in value


def _shown(label: str) -> set[str]:
    """The words of a label, without what explains it; "12" too of "tháng 12/2026"."""
    words = _WORD.findall(_AFTER.split(fold(label), maxsplit=1)[0])
    return {*words, *(part for word in words for part in word.split("/"))}
