"""Two numbers beside each other of which only one is the value: "71 -> 72", "hôm qua 200 nay 201"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.roles import GOALS, NOW, THEN

if TYPE_CHECKING:
    from bot.domain.reading.naming.mention import Mention
    from bot.domain.reading.scan import Scan


def backward(groups: dict[str, tuple[str, ...]]) -> Phrases[str]:
    """Index phrases from their last word, to be met when walking back from a number."""
    return Phrases.of(
        {label: [" ".join(p.split()[::-1]) for p in phrases] for label, phrases in groups.items()}
    )


_THEN, _NOW = backward({"then": THEN}), backward({"now": NOW})
_ARROWS = frozenset(("->", "=>", "→", "-->"))
_SLIPS = frozenset(("akhong", "anham", "nhamla", "ynham", "quen", "aquen", ",akhong", ",anham", ",nham"))
_FALLS = frozenset(
    ("xuong", "xuongcon", "xuongden", "con", "conlai", "chicon", "giamcon", "giamxuong", "giamxuongcon")
)
_SINKS = frozenset(("xuong", "xuongcon", "giamxuong", "giamcon", "giamxuongcon"))
_RISES = frozenset(("len", "lenden", "lenthanh"))
_COPULAS = frozenset(("duoc", "la", "co", "dat", "thi", ":"))
_STOPS = frozenset((",", ";", "\n", ".", "("))


def set_roles_of_pairs(scan: Scan, reverse: list[str], ends: dict[int, Mention]) -> None:
    """Give two numbers that stand beside each other the roles that they have together.

    `reverse` are the words of the message from its end, `ends` the names of items by where they end.
    """
    for first, second in pairwise(scan.quantities):
        between = scan.words(first.end, second.start)
        if between in ([], ["o"]) and first.end == first.start + 1:
            _join_as_other(scan, first, second, "0" * len(between))
        roles = _of_words_between(scan, first, second)
        if roles is None and _is_said_before(scan, reverse, ends, first, _THEN):
            roles = ("past", "total") if _is_said_before(scan, reverse, {}, second, _NOW) else None
            roles = ("past", "left") if second.role == "left" and _is_still(scan, second) else roles
        if roles is None and first.role in ("left", "delta") and _makes_whole(scan, first, second):
            roles = ("left", "target")
        if roles is not None:
            first.role, second.role = roles


def _join_as_other(scan: Scan, first: Quantity, second: Quantity, nought: str) -> None:
    """Let "2 05", "2o5" be 205 too, "99 6" 99,6: a space too many, or in place of a comma."""
    pair = scan.words(first.start, first.end) + scan.words(second.start, second.start + 1)
    if nought:
        first.others = (Decimal(nought.join(pair)),) if all(text.isdigit() for text in pair) else ()
    elif first.flaw is None and len("".join(pair)) < 4 and all(text.isdigit() for text in pair):
        first.others = (Decimal("".join(pair)), Decimal(".".join(pair)))


def _of_words_between(scan: Scan, first: Quantity, second: Quantity) -> tuple[str, str] | None:
    between = "".join(scan.words(first.end, second.start))
    if between in _ARROWS:
        second.qualifier = None
        return "old", "total"
    if second.start == first.end and first.role == "total" and not second.role:
        return "", ""  # "SDD là 8,5 11,2"
    if between in _SLIPS:
        return "old", "total"
    if between in _RISES and first.role in ("", "result"):  # "96,2% lên 97,1%"
        return "past", "total"
    if between in _FALLS and "tu" in scan.words(max(0, first.start - 2), first.start):
        return "past", "left"  # "giảm từ 3 xuống 1", "từ 12 hộ còn 5 hộ"
    if between in _SINKS and first.role in ("", "result", "total") and second.value < first.value:
        return "past", "left"  # "hộ cận nghèo 12 xuống 8"
    if between in ("thanh", "thanhra") and _is_slip(scan, first):  # "gõ nhầm 47 thành 74"
        return "total", "old"
    if first.role == "" and second.role in ("", "result") and _is_registered(scan, first):
        return "doing", "result"
    if second.role == "result" and _is_called_target(scan, first):
        return "target", second.role
    return None


def _is_said_before(
    scan: Scan, reverse: list[str], ends: dict[int, Mention], quantity: Quantity, phrases: Phrases[str]
) -> bool:
    """Tell whether one of the phrases stands in front of a number: "hôm qua bhxh được 200"."""
    size, place = len(scan.tokens), quantity.start
    while place:
        if place in ends:
            place = ends[place].start
            continue
        if phrases.at(reverse, size - place) is not None:
            return True
        if scan.tokens[place - 1].text not in _COPULAS:
            return False
        place -= 1
    return False


def _is_still(scan: Scan, second: Quantity) -> bool:
    """Tell "đầu năm 12 nay còn 9" from "nay còn thiếu 3"."""
    return scan.words(second.start - 1, second.start) in (["con"], ["lai"])


def _is_registered(scan: Scan, first: Quantity) -> bool:
    """Tell the 8 of "đăng ký 8 người, đã đi 5" from the 118 of "số hộ đăng ký thu rác 118"."""
    words = scan.words(max(0, first.start - 2), first.start)
    return words == ["dang", "ky"] and not any(m.start < first.start <= m.end for m in scan.mentions)


def _is_slip(scan: Scan, quantity: Quantity) -> bool:
    return not {"nham", "lon", "sai"}.isdisjoint(scan.words(quantity.start - 2, quantity.start))


def _is_called_target(scan: Scan, quantity: Quantity) -> bool:
    """Tell "64 chỉ tiêu, được 47" and "số 97,5 hồi nãy là chỉ tiêu, thực hiện 96,7"."""
    if quantity.role not in ("", "total") or quantity.over is not None:
        return False
    after = scan.words(quantity.start + 1, quantity.end + 7)
    said = " ".join(after[: after.index(",")] if "," in after else after)
    return said.endswith(("la chi tieu", "la ke hoach")) or " ".join(after).startswith("chi tieu")


def _makes_whole(scan: Scan, lacking: Quantity, whole: Quantity) -> bool:
    """Tell "thiếu 3 nữa là đủ 269": the second number is where it ends, not where it stands."""
    between = scan.words(lacking.end, whole.start)
    return len(between) < 9 and not GOALS.isdisjoint(between) and _STOPS.isdisjoint(between)
