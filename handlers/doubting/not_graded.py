"""A grade that is no result yet: aimed at, proposed, or still to be told. Form T24."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.grades import GRADES
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold, words_of
from db.item_view import ItemView
from handlers.doubting import kept
from handlers.reporting.figure_row import clause_of
from handlers.turn import Turn

_AIMED_AT = (
    r"\b(?:du kien|phan dau|quyet tam|huong toi|hy vong|dang ky|kha nang|co the|tam|tam (?:tinh|xep|thoi)"
    r"|de nghi (?:xet|cong nhan|xep|cap tren|thanh pho|tp)|trinh|cho)\b(?: \w+){0,6}? "
)
_OR_NOT = r" (?:(?:hay|hoac)(?: la)? (?:khong|ko|k|kg|hong|chua|thoi)|khong thi)\b"
_LATER = re.compile(
    r"\b(?:moi|chua) (?:biet|ro|chot|xet|xep|cham|hop|cong bo|binh xet"
    r"|(?:co )?(?:ket qua|kq|quyet dinh|qd))\b"
)
"""Folded words beside a grade that leave it open: "tháng 12 họp mới biết", "chưa chốt"."""
_ASKS_NO = re.compile(r"\b(?:khong|ko|k|kg|chua)(?: (?:a|ah|anh|chi|em|nhi|vay))*$")
_OPEN_KINDS = frozenset({"done", "not_done", "question", "ambiguous"})


def yet(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """Words of how it stands, where the grade they hold is open: "xuất sắc hay không tháng 12 mới biết".

    A question stays one.
    """
    if reading.kind not in _OPEN_KINDS or reading.value is not None:
        return reading
    clause = clause_of(turn.words, reading).strip()
    folded = fold(clause).strip(" .!")
    if not is_open(item, clause) or kept.asks(folded) or _ASKS_NO.search(folded):
        return reading
    return replace(reading, kind="in_progress", status="in_progress", words=clause, doubts=())


def is_open(item: ItemView, words: str) -> bool:
    """True where a grade stands beside words of what it may become."""
    target = item.target
    if target is None or target.grade is None:
        return False
    known = {*GRADES, *(" ".join(words_of(step)) for step in (target.grade, *target.scale))}
    grade = "(?:" + "|".join(sorted(map(re.escape, known), key=len, reverse=True)) + r")\b"
    folded = " ".join(fold(words).split())
    if re.search(rf"{_AIMED_AT}{grade}|\b{grade}{_OR_NOT}", folded):
        return True
    return _LATER.search(folded) is not None and re.search(rf"\b{grade}", folded) is not None
