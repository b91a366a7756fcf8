"""What the words around a number make of it: a target, what is left, what is new, a price for each …"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from bot.domain.reading.amounts.places import ONE_WORD
from bot.domain.reading.amounts.quantities import unit_at
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.estimates import is_estimate, is_of_whole_year
from bot.domain.reading.figures.behind import is_under_way, set_role_behind
from bot.domain.reading.figures.pairs import backward, set_roles_of_pairs
from bot.domain.reading.model import Qualifier
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.roles import (
    AHEAD,
    AIMS,
    FORECASTS,
    PARTIAL,
    PLANNED,
    QUALIFIERS,
    ROLES,
)
from bot.domain.reading.vocabulary.units import DIGITS

if TYPE_CHECKING:
    from bot.domain.reading.naming.mention import Mention
    from bot.domain.reading.scan import Scan


_BEFORE = backward({**QUALIFIERS, **ROLES})
_AIMS = Phrases.of({True: AIMS})
_AHEAD = Phrases.of({True: AHEAD})
_FORECASTS = Phrases.of({True: FORECASTS})
_PLANNED = Phrases.of({True: PLANNED})
_PARTIAL = Phrases.of({True: PARTIAL})
_ACHIEVED = frozenset(("dat", "duoc", "thuc", "th", "ket", "co"))  # "chỉ tiêu BHYT đạt 99,5%" is a result
# Nearest in meaning first: what is said to be wrong is not a result, whatever else stands in front.
_ORDER = (
    "old",
    "phased",
    "target",
    "missed",
    "ceiling",
    "past",
    "doing",
    "left",
    "surplus",
    "delta",
    "developed",
    "excess",
    "total",
    "whole",
    "fall",
    "result",
    "range",
    "rank",
)
_NEAR = frozenset(("past", "doing", "rank", "range", "left"))  # said of the number, not of the item
_LINKS = frozenset(
    ("la", "duoc", "cho", "co", "da", "nay", "so", "thi", "dat", "va", "moi", "chi", "deu", "thoi")
)
_GIVING = frozenset((",", ".", ";", "\n", "da", "trao", "to", "chuc"))
_LINK_SIGNS = frozenset((":", "=", "(", '"', "~", ">", "<", "≈"))
_SIGNS: dict[str, Qualifier] = {"~": "approx", "≈": "approx", ">": "gt", "<": "lt"}
_STOPS = frozenset((",", ";", "\n", ".", "("))
_SINCE = frozenset(("vi", "do", "tai"))
_SLIPS = frozenset(("sot", "thieu", "trung", "nham", "dem", "cong", "quen", "tinh", "bo"))
_REACHED = frozenset(("thanh", "dat", "vuot", "xong", "duoc"))  # "hoàn thành mục tiêu 4500 cây"
_UNTIL_NOW = frozenset(("nay", "gio", "hom", "bua", "bay", "luc", "thoi", "het", "cuoi", "thang", "ngay"))
_NO_LONGER = frozenset(
    (";", ".", "nay", "gio", "hien", "da", "duoc", "thuc", "dat", "ket", "moi", "co", "con")
)
_RESULT = frozenset(("duoc", "da", "thuc", "ket", "moi"))


def set_roles(scan: Scan) -> None:
    """Give each number of a message its role and its qualifier."""
    reverse = [t.text for t in reversed(scan.tokens)]
    ends = {m.end: m for m in scan.mentions if m.strength != "weak"}
    last_end = 0
    for quantity in scan.quantities:
        labels = _labels_before(scan, reverse, ends, quantity.start, last_end)
        roles = [label for label in labels if label in ROLES]
        reached = labels[:1] == ["result"] and quantity.over is not None  # "chỉ tiêu đạt 17/19"
        quantity.role = "result" if reached else min(roles, key=_rank, default="")
        if quantity.role == "total" and labels[1:2] == ["whole"]:
            quantity.role = "whole"  # "tiếp nhận là 20"
        if quantity.role == "missed":  # "chưa đạt 201/269" tells the result beside its target
            quantity.role = "result" if quantity.over else "target"
        if quantity.role == "developed":
            quantity.role = "result" if quantity.over else "delta"
        nuances = [label for label in labels if label in QUALIFIERS]
        quantity.qualifier = cast("Qualifier", nuances[0]) if nuances else quantity.qualifier
        set_role_behind(scan, quantity)
        if quantity.role == "doing" and quantity.is_percent:
            quantity.role = ""  # "đang làm 80%" is how far the work is
        if last_end and quantity.role in ("", "delta") and is_under_way(scan, quantity):
            quantity.role = "doing"
        _roles_of_clause(scan, quantity, last_end)
        last_end = quantity.end
    set_roles_of_pairs(scan, reverse, ends)


def _rank(label: str) -> int:
    return _ORDER.index(label) if label in _ORDER else len(_ORDER)


def _labels_before(
    scan: Scan, reverse: list[str], ends: dict[int, Mention], start: int, stop: int
) -> list[str]:
    """Walk back from a number over link words, item names and role phrases."""
    labels: list[str] = []
    place, crossed, size = start, False, len(scan.tokens)
    while place > stop:
        if place in ends and ends[place].start >= stop:
            place, crossed = ends[place].start, True
            continue
        hit = _BEFORE.at(reverse, size - place)
        if hit is not None and size - hit[1] >= stop:
            phrase = scan.words(size - hit[1], place)
            begin = size - hit[1]
            gift = phrase == ["tang"] and _is_given(scan, begin, start)  # "tặng 12 phần quà"
            beyond = crossed and (hit[0] in _NEAR or phrase == ["chi", "tieu"])
            whole = phrase[1:] == ["du"] and phrase[0] != "chua" and not _may_be(scan, place - 1, "dư")
            married = phrase == ["hon"] and _is_married(scan, begin)
            people = phrase[0] == "con" and _are_people(scan, begin)
            if not gift and not beyond and not whole and not people and not married:
                labels.append(hit[0])
            place = size - hit[1]
            continue
        word = scan.tokens[place - 1].text
        if word in _SIGNS:
            labels.append(_SIGNS[word])
        elif (
            word == "co"
            and scan.text[scan.tokens[place - 1].start : scan.tokens[place - 1].end].lower() == "cỡ"
        ):
            labels.append("approx")
        if word in _LINKS or word in _LINK_SIGNS:
            place -= 1
        else:
            break
    return labels


def _are_people(scan: Scan, place: int) -> bool:
    """Tell "việc làm cho bà con được 154", "trẻ con", from "còn 154", "tổ ba còn 4"."""
    before = scan.words(max(0, place - 2), place)
    called = before[-1:] in (["ba"], ["tre"], ["vo"], ["em"]) and before[0] not in ONE_WORD
    return called and _is_typed(scan, place, "con")


def _is_married(scan: Scan, place: int) -> bool:
    """Tell "kết hôn 40", "ly hôn 3" from "hơn 40"."""
    return not _may_be(scan, place, "hơn") or scan.words(place - 1, place) in (["ket"], ["ly"], ["tao"])


def _is_given(scan: Scan, place: int, number: int) -> bool:
    """Tell "tặng" from "tăng"; without marks "tang 315 phan qua" gives, "tang 3 phan so voi" does not."""
    if not _may_be(scan, place, "tăng"):
        return True
    token = scan.tokens[place]
    opens = place == 0 or scan.tokens[place - 1].text in _GIVING
    around = scan.words(place + 1, number) + scan.words(number + 1, number + 4)
    unmarked = scan.text[token.start : token.end].isascii()
    return unmarked and opens and "qua" in around and "voi" not in scan.words(number, number + 8)


def _may_be(scan: Scan, place: int, word: str) -> bool:
    """Tell whether a token can be this marked word: typed so, or typed without marks."""
    return _is_typed(scan, place, word) or _is_typed(scan, place, scan.tokens[place].text)


def _is_typed(scan: Scan, place: int, word: str) -> bool:
    token = scan.tokens[place]
    return scan.text[token.start : token.end].lower() == word


def _roles_of_clause(scan: Scan, quantity: Quantity, stop: int) -> None:
    """Look back to where the clause begins: "phấn đấu đến cuối năm BHYT đạt 99,7%", "mỗi căn 50tr"."""
    start = quantity.start
    while start > stop and scan.tokens[start - 1].text not in _STOPS:
        start -= 1
    if quantity.qualifier is None and is_estimate(scan, quantity, start):
        quantity.qualifier = "approx"
    result = quantity.role in ("", "result", "total")
    if result and _is_aimed_at(scan, start, quantity.start):
        quantity.role = "forecast" if _is_forecast(scan, start, quantity.start) else "target"
    elif result and start and _is_in_line_ahead(scan, start, quantity.start):
        quantity.role = "target"
    elif quantity.role == "delta" and _is_aimed_at(scan, start, quantity.start):
        quantity.role = "doing"  # "6/7, dự kiến tháng 12 thêm 1"
    elif quantity.flaw is None and _is_of_a_part(scan, start, quantity.start):
        quantity.flaw = "vague_quantity"
    elif _is_reason(scan, start, quantity.start):
        quantity.role = "why"
    elif _is_for_each(scan, start, quantity.start):
        quantity.role = "each"


def _is_aimed_at(scan: Scan, start: int, end: int) -> bool:
    words = scan.words(start, end)
    if any(begin == 0 for _, begin, _ in _PLANNED.find(words)) and _ACHIEVED.isdisjoint(words):
        return True
    for _, begin, after in _AIMS.find(words):
        if words[after - 1] == "toi" and not _UNTIL_NOW.isdisjoint(words[after : after + 1]):
            continue  # "từ đầu năm tới nay 45" is no next year
        reached = begin > 0 and words[begin - 1] in _REACHED
        if not reached and _RESULT.isdisjoint(words[after:]):
            return True
    return is_of_whole_year(scan, start, end)


def _is_in_line_ahead(scan: Scan, clause: int, end: int) -> bool:
    """Tell the 99,7 of "Phương hướng: phấn đấu 220 người BHXH, BHYT 99,7%": what is to come holds on."""
    start = clause
    while start and scan.tokens[start - 1].text != "\n":
        start -= 1
    words = scan.words(start, clause)
    said = [after for _, _, after in _AHEAD.find(words)]
    return bool(said) and _NO_LONGER.isdisjoint(words[said[-1] :] + scan.words(clause, end))


def _is_forecast(scan: Scan, start: int, end: int) -> bool:
    """Tell "ước cả năm 255", said beside a result or alone, from "phấn đấu cuối năm 255"."""
    return bool(_FORECASTS.find(scan.words(start, end))) or is_of_whole_year(scan, start, end)


def _is_of_a_part(scan: Scan, start: int, end: int) -> bool:
    """Tell "chưa tính tổ 5 thì 186" and "tổ 5 báo 15": neither is the ward's figure."""
    words = scan.words(start, end)
    left_out = any(begin == 0 for _, begin, _ in _PARTIAL.find(words))
    return (left_out and (words[-1] in _LINKS or words[0] == "nghe")) or (
        len(words) == 3
        and words[0] in ONE_WORD
        and (words[1].isdigit() or words[1] in DIGITS)
        and words[2] in ("bao", "gui", "nop")
    )


def _is_reason(scan: Scan, start: int, end: int) -> bool:
    """Tell the 3 of "133 vì sót 3 người" from "vướng vì thiếu 3 người", which follows no number."""
    words = scan.words(start, end)
    since = [at for at, (a, b) in enumerate(pairwise(words)) if a in _SINCE and b in _SLIPS]
    return bool(since) and any(q.end <= start + since[-1] for q in scan.quantities)


def _is_for_each(scan: Scan, start: int, end: int) -> bool:
    """Tell "mỗi căn 50tr", "mỗi suất trị giá 300k" from "mới 4 căn"."""
    for place in range(start, end):
        if scan.tokens[place].text == "moi" and _may_be(scan, place, "mỗi"):
            return place + 1 < end and unit_at([t.text for t in scan.tokens[:end]], place + 1) is not None
    return False
