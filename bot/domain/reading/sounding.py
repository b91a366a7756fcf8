"""What only sounds like a question, "đơn nào cũng xong", and a choice at the end that is one."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.domain.reading.scan import Scan
from bot.domain.reading.states.obstacles import obstacles_told

_ANY = frozenset(("cung", "deu"))
_REACH = 6  # words between "nào" and "cũng": who does it
_TO_BE_TOLD = frozenset(
    (a, b) for a in ("bao", "gui", "nhac", "cho") for b in ("toi", "tui", "minh", "anh", "chi")
)
_RECORDS = frozenset(("ghi", "neu", "phan", "xac"))
_CLEARLY = frozenset(("ro", "cu", "cong", "dinh"))
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
