"""What only sounds like a question, "đơn nào cũng xong", and a choice at the end that is one."""

from __future__ import annotations

from itertools import pairwise

from bot.domain.reading.scan import Scan
from bot.domain.reading.states.obstacles import PARTICLES, obstacles_told

_ANY = frozenset(("cung", "deu"))
_RECORDS = frozenset(("ghi", "neu", "phan", "xac"))
_CLEARLY = frozenset(("ro", "cu", "cong", "dinh"))
_LOOKING = frozenset(("coi", "xem", "biet", "nam", "tra"))
_HELPS = frozenset((("ho", "tro"), ("giup", "em"), ("giup", "e"), ("phu", "em"), ("giup", "voi")))
_BEFORE = 5  # words between "coi" and "ra sao"
_WONDERING = frozenset(("vay", "the", "nhi", "ta"))


def is_of_all(scan: Scan, end: int) -> bool:
    """Tell "đơn nào cũng trả lời xong" from "việc nào cũng xong hết rồi hả?"."""
    return scan.tokens[-1].text != "?" and not _ANY.isdisjoint(scan.words(end, end + 1))


def is_told_beside(scan: Scan, end: int) -> bool:
    """Tell "việc nào ai làm bao giờ xong ghi rõ hết" from "ai làm"."""
    words = scan.words(end, len(scan.tokens))
    return any(a in _RECORDS and b in _CLEARLY for a, b in pairwise(words)) and words[-1:] != ["?"]


def is_looked_into(scan: Scan, start: int, end: int) -> bool:
    """Tell "cân lại coi thấp còi ra sao, xong 14/20 tổ" from "coi bhyt ra sao": more is told behind it."""
    before = scan.words(max(0, start - _BEFORE), start)
    goes_on = scan.words(end, end + 1) == [","] and any(q.start > end for q in scan.quantities)
    return goes_on and start > _BEFORE and not _LOOKING.isdisjoint(before)


def asks_for_help(scan: Scan, end: int) -> bool:
    """Tell "cổng lỗi hoài, ai hỗ trợ em với", "coi có cách chi hỗ trợ" from "ai phụ trách"."""
    helps = any(pair in _HELPS for pair in pairwise(scan.words(end, end + 3)))
    return helps and bool(obstacles_told(scan, 0, len(scan.tokens))) and scan.tokens[-1].text != "?"


def ends_wondering(scan: Scan, place: int) -> bool:
    """Tell "tính trên hộ đăng ký hay tổng số hộ vậy ạ" from "đạt 98% hay lắm": a choice, then "vậy"."""
    words = [token.text for token in scan.tokens[place:] if token.is_word]
    while words and words[-1] in PARTICLES - _WONDERING:
        words.pop()
    return len(words) > 2 and words[-1] in _WONDERING
