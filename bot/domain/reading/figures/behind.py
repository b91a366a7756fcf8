"""What the words behind a number make of it: "52 mới đúng", "2 người dừng đóng", "2 căn đang xây"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.courtesy import ADDRESSED
from bot.domain.reading.vocabulary.fillers import CLOSING
from bot.domain.reading.vocabulary.roles import COMPARED, ROLES
from bot.domain.reading.vocabulary.slips import TAKEN_OFF, TAKING_OFF

if TYPE_CHECKING:
    from bot.domain.reading.scan import Scan

_COMPARED = Phrases.of({True: COMPARED})
_DOING = Phrases.of({True: ROLES["doing"]})
_FALL = Phrases.of({True: ROLES["fall"]})
_TAKEN_OFF = Phrases.of({True: TAKEN_OFF})
_TOLD = frozenset(("bao", "gui", "nop", "cao"))
_BEFORE_NOW = frozenset(
    (("hom", "truoc"), ("hom", "qua"), ("bua", "truoc"), ("lan", "truoc"), ("dot", "truoc"))
)
_WRONG = frozenset((("la", "sai"), ("la", "nham"), ("bi", "sai"), ("bi", "nham"), ("khong", "dung")))
_UNFINISHED = frozenset(("do", "dang", "sap", "gan"))


def set_role_behind(scan: Scan, quantity: Quantity) -> None:
    """Change the role of a number where the words behind it tell better than those in front."""
    after = scan.words(quantity.end, quantity.end + 2)
    if not quantity.role and _is_plus(scan, quantity):
        quantity.role = "delta"
    quantity.role = _role_behind(scan, quantity, after) or quantity.role
    if tuple(after) in _BEFORE_NOW and _TOLD.intersection(scan.words(quantity.start - 1, quantity.start)):
        quantity.role = "past"  # "em báo 182 hôm trước rồi mà"
    if quantity.start > 1 and scan.tokens[quantity.start - 1].text == "=" and _is_sum(scan, quantity):
        quantity.role = "total"
    if after[:1] == ["may"] and quantity.qualifier is None:  # "200 mấy"
        quantity.qualifier = "gt"


def _role_behind(scan: Scan, quantity: Quantity, after: list[str]) -> str | None:
    if not after:
        return None
    open_to = quantity.role in ("", "result")
    if after[0] == "nua" and open_to:
        return "delta"
    if _is_taken_off(scan, quantity):
        return "surplus"
    if (after[0] in ("nham", "sai") or tuple(after) in _WRONG) and not quantity.role:
        return "old"
    if _is_right(scan, quantity.end):
        return "total"
    if not quantity.role and _leave(scan, quantity):
        return "fall"
    if after == ["dau"] and quantity.end + 1 == len(scan.tokens):
        return "old"  # "em có nói 97 đâu"
    compared = quantity.is_percent and open_to and _COMPARED.at(scan.words(quantity.end, quantity.end + 5), 0)
    return "compared" if compared else None


def _is_right(scan: Scan, place: int) -> bool:
    """Tell "52 mới phải", "52 mới đúng" from "52 người mới phải đóng"."""
    said, after = scan.words(place, place + 2), scan.words(place + 2, place + 3)
    if said[:1] != ["moi"] or said[-1] not in ("dung", "phai", "chuan", "chinh"):
        return False
    ends = not after or not after[0].isalpha() or after[0] in ADDRESSED | CLOSING
    return said[-1] != "phai" or ends


def _is_plus(scan: Scan, quantity: Quantity) -> bool:
    """Tell "bhxh +3" from the terms of "182+19=201"."""
    words = scan.words(max(0, quantity.start - 2), quantity.start)
    return words[-1:] == ["+"] and not words[0][0].isdigit() and len(scan.quantities) == 1


def _is_sum(scan: Scan, quantity: Quantity) -> bool:
    """Tell "182+19=201": the last number is what the others make."""
    terms = [q for q in scan.quantities if q.end < quantity.start]
    signs = {"".join(scan.words(a.end, b.start)) for a, b in pairwise(terms)}
    return bool(signs) and signs <= {"+", "-"}


def _is_taken_off(scan: Scan, quantity: Quantity) -> bool:
    """Tell "bỏ 1 trường hợp trùng", "có 2 hồ sơ bị trùng": so many were counted too much."""
    words = scan.words(quantity.end, quantity.end + 4)
    hit = _TAKEN_OFF.at(words, 0) if words else None
    if hit is None:
        return False
    return words[:2] == ["bi", "trung"] or not TAKING_OFF.isdisjoint(
        scan.words(max(0, quantity.start - 2), quantity.start)
    )


def _leave(scan: Scan, quantity: Quantity) -> bool:
    """Tell "2 người dừng đóng BHXH": a count of those who left, not of those who are there."""
    words = scan.words(quantity.end, quantity.end + 5)
    hit = _FALL.at(words, 0) if words else None
    return hit is not None and hit[1] > 1


def is_under_way(scan: Scan, quantity: Quantity) -> bool:
    """Tell "4 căn xong, 2 căn đang xây": the second number is no result yet."""
    place = next((m.end for m in scan.mentions if m.start == quantity.end), quantity.end)
    while scan.words(place, place + 1) in (["nua"], ["con"], ["lai"], ["thi"], ["van"]):
        place += 1
    after = scan.words(place, place + 3)
    return bool(after) and (_DOING.at(after, 0) is not None or after[0] in _UNFINISHED)
