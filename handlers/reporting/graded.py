"""Grades that are told in words: on the target's scale, off it, or of a target without one. Form T24."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import grades
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold, words_of
from bot.domain.targets import Target
from db.item_view import ItemView
from handlers.reporting.figure_row import grade_said, line_of
from handlers.texts import not_recorded
from handlers.turn import Turn

_AROUND = frozenset(
    ("dat", "duoc", "loai", "xep", "danh", "hieu", "la", "nam", "nay", "cuoi", "ket", "qua", "o", "muc")
)
_CLOSING = frozenset(("a", "ah", "nhe", "nha", "anh", "chi", "em", "roi"))
_KINDS = frozenset(("done", "not_done", "question"))


def told(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """The reading with the grade that its line names and nothing else: "không đạt" too, where that is one.

    As typed where the target has no scale to hold it against.
    """
    target = item.target
    if target is None or target.grade is None or reading.kind not in _KINDS or reading.doubts:
        return reading
    typed = _told(turn, reading)
    grade = grades.named_so(fold(typed), {*target.scale, target.grade})
    if grade is None and not grades.is_grade(fold(typed)):
        return reading
    return replace(reading, kind="done", status="done", words=grade or typed)


def off_the_scale(turn: Turn, reading: Reading) -> list[str]:
    """What to say where a grade is given that the scale does not have; empty where none is, or it has it."""
    item = turn.ward.items.get(reading.item or "")
    target = item.target if item is not None else None
    if item is None or target is None or len(target.scale) < 2 or reading.kind not in {"done", "question"}:
        return []
    said = _told(turn, reading)
    if not grades.is_grade(fold(said)) or _is_on(target, said):
        return []
    return [not_recorded.off_the_scale(item, target.scale)]


def _is_on(target: Target, said: str) -> bool:
    known = {*target.scale, *filter(None, (target.grade,))}
    return grades.named_so(fold(said), known) is not None or grade_said(target, said) is not None


def _told(turn: Turn, reading: Reading) -> str:
    """The words of a line without the item's name and what stands around a grade, as they were typed."""
    line = line_of(turn.words, reading)
    found = turn.ward.whole_catalogue.find(line)
    start, end = found.span if found.items and not found.guessed else (0, 0)
    words = f"{line[:start]} {line[end:]}".replace(":", " ").split()
    while words and _plain(words[0]) in _AROUND | {""}:
        words = words[1:]
    while words and _plain(words[-1]) in _CLOSING | {""}:
        words = words[:-1]
    return " ".join(words).strip(' .,;!-“”"')


def _plain(word: str) -> str:
    return " ".join(words_of(word))
