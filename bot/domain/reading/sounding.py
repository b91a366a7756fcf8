"""What only sounds like a question, "đơn nào cũng xong", and a choice at the end that is one."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.domain.reading.scan import Scan
from bot.domain.reading.states.obstacles import obstacles_told
from bot.domain.reading.vocabulary.courtesy import SPEAKERS

_ANY = frozenset(("cung", "deu"))
_REACH = 6  # words between "nào" and "cũng": who does it
_TO_BE_TOLD = frozenset(
    (a, b) for a in ("bao", "gui", "nhac", "cho") for b in ("toi", "tui", "minh", "anh", "chi")
)
_RECORDS = frozenset(("ghi", "neu", "phan", "xac"))
_CLEARLY = frozenset(("ro", "cu", "cong", "dinh"))
_DOING = frozenset(("dang", "da", "cung", "deu"))
_WHATEVER = frozenset(("nao", "gi", "ai"))
_PREDICATE = 2  # words at least of "chỗ nào thiếu hồ sơ"
_LOOKS = frozenset(("coi", "xem", "biet", "ra"))
_HOW = frozenset(("sao", "nao", "nhieu"))
_HELPS = frozenset((("ho", "tro"), ("giup", "em"), ("giup", "e"), ("phu", "em"), ("giup", "voi")))
_WONDERS = re.compile(r"\b(?:vậy|vay|thế|nhỉ)(?: (?:ạ|a|anh|chị|chi|em|ta|sếp))*\W*$")
_THINGS = frozenset(("mau", "file", "link", "sdt", "form", "bieu", "hinh"))
_THINGS_OF_TWO = frozenset(
    (
        ("ban", "chup"),
        ("ban", "sao"),
        ("ban", "mem"),
        ("ban", "cung"),
        ("danh", "sach"),
        ("tai", "lieu"),
        ("bien", "ban"),
        ("so", "dien"),
    )
)


def is_of_all(scan: Scan, end: int) -> bool:
    """Tell "đơn nào cũng trả lời xong", "thứ Năm nào đồng chí Chủ tịch cũng tiếp dân" from a question."""
    if not _TO_BE_TOLD.isdisjoint(pairwise(scan.words(end, len(scan.tokens)))):
        return False  # "ngày nào cũng báo tôi tình hình"
    if scan.tokens[-1].text == "?":
        return False
    for token in scan.tokens[end : end + _REACH]:
        if token.text in _ANY:
            return True
        if not token.is_word:
            return False
    return False


def is_of_whatever(scan: Scan, start: int, end: int) -> bool:
    """Tell "được 86 điểm, chỗ nào thiếu anh em đang bổ sung": what is done wherever it is so.

    Only behind a number that was told, and where a speaker stands between what is so and what is done.
    """
    if scan.words(end - 1, end)[0] not in _WHATEVER or scan.tokens[-1].text == "?":
        return False
    if not any(q.end <= start for q in scan.quantities):
        return False
    after = scan.words(end, len(scan.tokens))
    told = (at for at, (a, b) in enumerate(pairwise(after)) if a in SPEAKERS and b in _DOING)
    place = next(told, 0)
    return place >= _PREDICATE and after[0] != "cua"


def is_looked_at(scan: Scan, start: int, end: int) -> bool:
    """Tell "đang cân đo coi thấp còi ra sao, xong 14/20 tổ": what it is done for, and how far it is."""
    if scan.words(end - 1, end)[0] not in _HOW or scan.words(end, end + 1) not in ([","], [";"]):
        return False
    before, after = scan.words(0, start), scan.words(end, len(scan.tokens))
    looks = next((at for at, word in enumerate(before) if word in _LOOKS), 0)
    works = not _DOING.isdisjoint(before[:looks])
    told = any(q.start > end for q in scan.quantities) or scan.has("done", end)
    return works and told and after[-1] != "?" and not scan.has("question", end)


def is_told_beside(scan: Scan, end: int) -> bool:
    """Tell "việc nào ai làm bao giờ xong ghi rõ hết" from "ai làm"."""
    words = scan.words(end, len(scan.tokens))
    return any(a in _RECORDS and b in _CLEARLY for a, b in pairwise(words)) and words[-1:] != ["?"]


def asks_for_help(scan: Scan, end: int) -> bool:
    """Tell "cổng lỗi hoài, ai hỗ trợ em với", "coi có cách chi hỗ trợ" from "ai phụ trách"."""
    helps = any(pair in _HELPS for pair in pairwise(scan.words(end, end + 3)))
    return helps and bool(obstacles_told(scan, 0, len(scan.tokens))) and scan.tokens[-1].text != "?"


def ends_wondering(scan: Scan) -> bool:
    """Tell "tính trên hộ đăng ký hay tổng số hộ vậy ạ" from "đạt 98% hay lắm": a choice, then "vậy"."""
    return _WONDERS.search(scan.text.lower()) is not None


def asks_for_thing(scan: Scan) -> bool:
    """Tell "cho em xin mẫu báo cáo", "cho anh xin bản chụp" from "cho em xin đến thứ 6"."""
    words = scan.words(0, len(scan.tokens))
    asked = [words[at + 1 : at + 3] for at, word in enumerate(words) if word == "xin"]
    return any(said[:1] and (said[0] in _THINGS or tuple(said) in _THINGS_OF_TWO) for said in asked)
