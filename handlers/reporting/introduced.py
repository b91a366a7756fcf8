"""What the words in front only introduce, "Thực hiện Chỉ thị số 01 …, trong tháng …": no report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from handlers.turn import Turn

_INTRODUCES = re.compile(
    r"\W*(?:thuc hien|can cu|trien khai|tiep tuc thuc hien|theo|chap hanh|quan triet)"
    r"(?: (?:theo|noi dung|tinh than))* (?:chi thi|ke hoach|nghi quyet|cong van|quyet dinh|thong bao"
    r"|chuong trinh|de an|van ban|chi dao|y kien)\b"
    r"(?!.*\b(?:xong|roi|da|duoc|dat|hoan thanh|\d+ (?:buoi|ho|vu|nguoi|luot|truong hop))\b)"
)


def told(turn: Turn, found: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, with such words told of what follows them."""
    made, ahead = list(found), list(found)
    for first, second in pairwise(ahead):
        if first.kind not in {"in_progress", "done"} or first.value is not None or first.doubts:
            continue
        at, behind = turn.words.find(first.words), turn.words.find(second.words)
        if not first.words or not _INTRODUCES.match(fold(first.words)) or not 0 <= at < behind:
            continue
        made.remove(first)
        if second.kind == "in_progress" and second.words:
            whole = turn.words[at : behind + len(second.words)]
            made[made.index(second)] = replace(second, words=whole)
    return tuple(made)
