"""A grade that the target's scale does not have: "quân sự: trung bình", "CT11c hoàn thành tốt". Form T24."""

from __future__ import annotations

from bot.domain.reading.model import Reading
from bot.domain.reading.words import words_of
from handlers.reporting.figure_row import grade_said, line_of
from handlers.texts import not_recorded
from handlers.turn import Turn

_GRADES = frozenset(
    ("xuat sac", "gioi", "kha", "tot", "trung binh", "yeu", "kem", "tien tien", "dat", "tieu bieu")
)
_AROUND = frozenset(("dat", "duoc", "loai", "xep", "danh", "hieu", "la", "hoan", "thanh", "nhiem", "vu"))


def off_the_scale(turn: Turn, reading: Reading) -> list[str]:
    """What to say where a grade is given that the scale does not have; empty where none is, or it has it."""
    item = turn.ward.items.get(reading.item or "")
    target = item.target if item is not None else None
    if item is None or target is None or len(target.scale) < 2 or reading.kind not in {"done", "question"}:
        return []
    line = line_of(turn.words, reading)
    found = turn.ward.whole_catalogue.find(line)
    start, end = found.span if found.items and not found.guessed else (0, 0)
    left = [word for word in words_of(line[:start] + " " + line[end:]) if word not in _AROUND]
    said = " ".join(left)
    if said not in _GRADES or grade_said(target, line[:start] + line[end:]) is not None:
        return []
    return [not_recorded.off_the_scale(item, target.scale)]
