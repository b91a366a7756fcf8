"""Numbers that are no figures: parts of names, documents, dates, hours, telephone numbers, list marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.domain.reading.amounts.called import is_called_by
from bot.domain.reading.amounts.day_numbers import is_day, is_named_day
from bot.domain.reading.amounts.numbered import names_one
from bot.domain.reading.amounts.sixes import is_no_six
from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.vocabulary.naming import (
    DOCUMENTS,
    LISTED,
    NAMED_BY,
    NAMING,
    REACHED,
    STREETS,
)
from bot.domain.reading.vocabulary.units import SCALES
from bot.domain.reading.words import Token

_NAMING = Phrases({tuple(phrase.split()): limit for phrase, limit in NAMING.items()})
_LONGEST = max(len(phrase.split()) for phrase in NAMING)
_LIST_MARK = re.compile(
    r"(?:^|(?<=[\n;,.%\s]))[ \t]*(\d{1,2})[ \t]?"
    r"(?:[.)](?=[ \t]*[a-z]{2})|\)(?=[ \t]*\S)|(?P<weak>[/-])(?= ?[a-z]{2}))"
)
_LISTING = frozenset(").-/")
_DATE = re.compile(
    r"(?<![\d/.,-])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/])|(?<![\d/])\d{1,2}/20\d\d(?![\d/])"
)
# The code of an item, one that this ward does not have too: its digits are no figure
ITEM_CODE = re.compile(r"(?<!\w)(?:nv|ct)(?:[-_.] ?|(?=0))\d{1,4}[a-z]?(?![\w%]|[.,/]\d)")
_DOCUMENT = re.compile(rf"(?<![\d.,])\d{{1,5}}/(?:20\d\d/)?(?:{'|'.join(sorted(DOCUMENTS))})-[a-z]")
_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d ?- ?(?:19|20)\d\d(?![\d.,])")
_STAMP = re.compile(r"(?<![\w.,-])20\d\d-[01]?\d-[0-3]?\d(?:t[\d:.]+(?:z|[+-][\d:]+)?)?(?![\d/])")
_HOUR = re.compile(r"(?<![\d.,])\d{1,2} ?(?:h|g|gio) ?(?:\d{1,2}(?: ?(?:p|phut))?)?(?![\w.,%/])")
_TELEPHONE = re.compile(r"(?<![\d.,])(?:0|84)\d{2,4}(?:[ .-]?\d{3,4}){2}(?![\d.,/])|(?<!\d)0\d{8,11}(?!\d)")
_CLOCK = re.compile(  # who said it when, above a forwarded message: "[10:15, 20/11/2026] Hà:"
    r"(?:^|(?<=[\n\[])|(?<=20\d\d )|(?<=20\d\d, )|(?<=luc ))\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d)"
    r"|(?<![\w.,:/-])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?=,? \d{1,2}/\d{1,2}/\d{2,4}| ?\n)"
    r"|(?<=\[)\d{1,2}/\d{1,2}(?:/\d{2,4})?,? ?\d{1,2}:[0-5]\d"
)
_HALF_PAST = re.compile(r"\b(?:1[0-2]|[1-9]) ruoi(?= (?:sang|trua|chieu|toi)\b)")
_TIMES = (_CLOCK, _DATE, _DOCUMENT, _STAMP, _YEARS, _HOUR, _HALF_PAST, _TELEPHONE)
_ISSUED = re.compile(
    r"(?:ban hanh|ky|ra) (?:xong |roi )?(?:ke hoach|kh|quyet dinh|qd|cong van|cv|bao cao|thong bao|tb"
    r"|to trinh|van ban|chi thi|huong dan|nghi quyet|nq)(?: so)?$"
)
_PLAN = re.compile(r"(?:^| )(?:ke hoach|kh)(?: so)?$")
_IS_ISSUED = re.compile(  # behind its number: "KH 57 đã ký ban hành rồi", but "KH 64 kỳ này"
    r"(?:da |duoc |moi |vua |lanh dao |chu tich |sep |phuong |ubnd )*"
    r"(?:ban hanh|trinh ky|phat hanh|co chu ky|ra roi|duyet|phe duyet"
    r"|ky(?! (?:nay|truoc|sau|toi|i+|bao)(?: |$)))"
)
_STRETCHES = frozenset(("thang", "ky", "quy", "tuan"))
_SPANS = frozenset(("thang", "nam", "tuan"))
_WHICH = frozenset(("nay", "truoc", "qua", "ngoai", "roi", "sau"))
_HALF = re.compile(r"(?:1[0-2]|[1-9])[.,]5")
_CASES = UNIT_WORDS - {"phan", "ta", "con", "ca", "em", "so", "chi", "dong", "to", "m", "d"}
_ENDING = frozenset((".", ",", "a", "ah", "chi", "anh", "nhe", "roi"))
_COLLECTED = frozenset(("/", "%", "d", "dong", "ho", "nguoi", "vu", "luot"))  # "thu 3 hộ", not "thứ 3"
_HAS_TIME = re.compile(r"\d[hg/.:-]|\d gio|\d ruoi|\d{8}|0\d{2,3}[ .-]")


def list_marks(folded: str, names: Collection[int], begin: int = 0) -> list[tuple[int, int]]:
    """Return the spans of list marks in order: "1) rác 95% 2) nước sạch 99%", "1. bhyt\\n2. bhxh".

    `names`: where the names of items begin; `begin`: where the message itself does, behind its courtesy.
    A list may be sent from any of its lines on ("3. bhyt: 99%"): then a name follows the mark.
    """
    marks: list[tuple[int, int]] = []
    following = 1
    for match in _LIST_MARK.finditer(folded):
        if match["weak"] and not _name_after(folded, match.end(), names):
            continue  # "1/ bhyt 99,8", but "4/ khu phố" counts
        if (
            not marks
            and not folded[begin : match.start(1)].strip()
            and _name_after(folded, match.end(), names)
        ):
            following = int(match[1])
        skips = bool(marks) and following < int(match[1]) and _opens_line(folded, match.start(1))
        if int(match[1]) == following or skips:
            marks.append((match.start(1), match.end()))
            following = int(match[1]) + 1
    return marks if len(marks) > 1 or (marks and not folded[begin : marks[0][0]].strip()) else []


def _opens_line(folded: str, place: int) -> bool:
    """Tell the 13 of a list of which some lines were left out."""
    return folded[:place].rstrip(" \t").endswith("\n")


def _name_after(folded: str, place: int, names: Collection[int]) -> bool:
    return place + len(folded[place:]) - len(folded[place:].lstrip()) in names


def named_numbers(tokens: Sequence[Token], folded: str, text: str, mentions: Sequence[Mention]) -> set[int]:
    """Return the places of the tokens whose digits are not figures. `text` has the marks of `folded`."""
    places = {place for mention in mentions for place in range(mention.start, mention.end)}
    spans = []
    if not _LISTING.isdisjoint(folded):
        spans = list_marks(folded, {tokens[m.start].start for m in mentions}, tokens[0].start)
    if "nv" in folded or "ct" in folded:
        spans += [match.span() for match in ITEM_CODE.finditer(folded)]
    if _HAS_TIME.search(folded):
        spans += [match.span() for pattern in _TIMES for match in pattern.finditer(folded)]
    for index, token in enumerate(tokens):
        if any(start <= token.start < end for start, end in spans) or _is_named(tokens, index, places, text):
            places.add(index)
        elif token.kind == "number" and _is_weekday(tokens, index, text):
            places.update((index - 1, index))
    places.update(index for index in range(len(tokens)) if is_no_six(tokens, index, text))
    places.update(index for index in range(len(tokens)) if is_called_by(tokens, index, text))
    _join_days(tokens, places)
    return places


def _join_days(tokens: Sequence[Token], places: set[int]) -> None:
    """Add what belongs to a day or a rank that is named: its month, the first day of a range."""
    for index in range(1, len(tokens) - 2):  # the 23 of "từ 23 đến 25/11"
        ranged = tokens[index - 1].text in ("tu", "ngay") and tokens[index + 1].text in ("den", "toi", "-")
        if ranged and index + 2 in places and tokens[index].kind == "number":
            places.add(index)
    for index in range(2, len(tokens)):  # the month of "đến 15/11" and the 14 of "hạng 05/14"
        if index - 2 in places and tokens[index].kind == "number" and tokens[index - 1].text == "/":
            places.update((index - 1, index))


def _is_named(tokens: Sequence[Token], index: int, places: Collection[int], text: str) -> bool:
    """Tell by the words around; `places` are those of names, and of the numbers in front that are named."""
    token = tokens[index]
    if token.kind != "number":
        return False
    if index and tokens[index - 1].text in _STRETCHES and _is_counted_in(tokens, index):
        return False
    overdue = index - 1 in places and tokens[index - 1].text == "han"  # "nợ quá hạn 1.4"
    if (is_named_day(tokens, index) and not overdue) or _is_short_period(tokens, index):
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.text == "/" and _is_document(tokens, index):
        return True
    if not token.text.isdigit():
        return _is_half_a_time(tokens, index)
    if following is not None and following.text in NAMED_BY and not _is_beside_time(tokens, index):
        return True
    if following is not None and following.kind == "sign" and following.text[0] in "%‰":
        return False
    if _is_ranked(tokens, index) or _is_issued(tokens, index) or _announces(tokens, index):
        return True
    return names_one(tokens, index, text) or _names_it(tokens, index, following, places)


def _announces(tokens: Sequence[Token], index: int) -> bool:
    """Tell "em báo 3 mục:" and "2 nội dung như sau:", which count the lines below."""
    after = [t.text for t in tokens[index + 1 : index + 7]]
    if not after or after[0] not in LISTED or int(tokens[index].text) > 20:
        return False
    stop = next((place for place, word in enumerate(after) if word in (":", "\n")), 0)
    return stop > 0 and all(word.isalpha() for word in after[:stop]) and index + 1 + stop < len(tokens) - 1


def _is_short_period(tokens: Sequence[Token], index: int) -> bool:
    """Tell "t10" and "q3": a month and a quarter. "t2" to "t7" are days of the week."""
    if index == 0 or tokens[index - 1].end != tokens[index].start or not tokens[index].text.isdigit():
        return False
    first, last = {"t": (8, 12), "q": (1, 4)}.get(tokens[index - 1].text, (1, 0))
    return first <= int(tokens[index].text) <= last


def _is_weekday(tokens: Sequence[Token], index: int, text: str) -> bool:
    """Tell "thứ 6", "t6" and an unmarked "thu 6" from "thu 6 triệu"."""
    if index == 0 or tokens[index].text not in ("2", "3", "4", "5", "6", "7"):
        return False
    word, after = tokens[index - 1], tokens[index + 1 : index + 2]
    if word.text == "t":
        return word.end == tokens[index].start
    if word.text != "thu" or (after and (after[0].text in SCALES or after[0].text in _COLLECTED)):
        return False
    typed = text[word.start : word.end].lower()
    return typed == "thứ" or typed.startswith("thuw") or (typed == "thu" and text.isascii())


def _is_issued(tokens: Sequence[Token], index: int) -> bool:
    """Tell "ban hành kế hoạch số 58", "KH 57 đã ký" from "kế hoạch số 58 người"."""
    after = [t.text for t in tokens[index + 1 : index + 8]]
    words = " ".join(t.text for t in tokens[max(0, index - 7) : index])
    if _ISSUED.search(words) is not None:
        return "".join(after[:1]) not in UNIT_WORDS
    counted = any(word[0].isdigit() for word in after)  # "KH 64 đã ban hành 60"
    return _PLAN.search(words) is not None and _IS_ISSUED.match(" ".join(after)) is not None and not counted


def _is_beside_time(tokens: Sequence[Token], index: int) -> bool:
    """Tell a figure and a time ("45 năm nay", "190 tháng 10") from a span of time ("6 tháng")."""
    unit, after = tokens[index + 1].text, tokens[index + 2].text if index + 2 < len(tokens) else ""
    if unit == "nam":
        return after in ("nay", "ngoai")
    if after.isdigit() and unit in ("ngay", "hom"):  # "bhxh 5 ngày 16/11"
        return "".join(t.text for t in tokens[index + 3 : index + 4]) == "/" or int(tokens[index].text) > 31
    if after.isdigit():
        return unit == "thang" and int(tokens[index].text) > 31  # "20 tháng 11" is a day
    return after in ("nay", "truoc", "qua") and int(tokens[index].text) > 12  # "3 tháng trước" is a time


def _is_half_a_time(tokens: Sequence[Token], index: int) -> bool:
    """Tell "10,5 tháng", "1.5 năm", a span of time, from "9,5 tháng 11" and "2,5 năm nay"."""
    after = [t.text for t in tokens[index + 1 : index + 3]]
    if not after or after[0] not in _SPANS or _HALF.fullmatch(tokens[index].text) is None:
        return False
    return len(after) < 2 or not (after[1].isdigit() or after[1] in _WHICH)


def _is_document(tokens: Sequence[Token], index: int) -> bool:
    """Tell "1018/KH-UBND" and "số 31/QĐ" from "45/KH 64"."""
    after = [t.text for t in tokens[index + 2 : index + 4]]
    numbered = index > 0 and tokens[index - 1].text in ("so", "qd", "kh", "nq", "cv", "bc", "tb")
    return after[:1] != [] and after[0] in DOCUMENTS and (numbered or after[1:] == ["-"])


def _is_ranked(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].text == "hang" and (index < 2 or tokens[index - 2].text != "mat")


def _names_it(tokens: Sequence[Token], index: int, following: Token | None, places: Collection[int]) -> bool:
    """Tell whether the words in front name the number: "khu phố 4", but not "khu phố 4/4"."""
    divided = following is not None and following.text in ("/", "tren") and index + 2 < len(tokens)
    if following is not None and divided and tokens[index + 2].kind == "number":
        return following.text == "/" and _is_street(tokens, index)
    back = index - 1
    if back > 0 and tokens[back].text == "so" and tokens[back - 1].text not in ("kh", "ct"):
        back -= 1
    for start in range(max(0, back - _LONGEST + 1), back + 1):
        words = [t.text for t in tokens[start : back + 1]]
        hit = _NAMING.at(words, 0)
        if hit is not None and hit[1] == len(words):
            if words == ["loai"] and _is_sorted_out(tokens, start, following):
                return False
            if words == ["duong"] and start and tokens[start - 1].text in ("le", "long"):
                return False  # "lấn chiếm lòng lề đường 534 lượt"
            if words == ["moc"] and start and tokens[start - 1].text in REACHED:
                return False  # "xklđ đã đạt mốc 5 người"
            if words in (["mau"], ["duong"]) and back in places:
                return False  # "khu đô thị kiểu mẫu 1", "bạo lực học đường 1"
            return int(tokens[index].text) <= hit[0] and not (
                _counts(tokens, start) and start - 1 not in places
            )
    return False


def _is_counted_in(tokens: Sequence[Token], index: int) -> bool:
    """Tell "trong tháng 1 vụ", "trong kỳ 8", the only number, from "tháng 10 người tham gia 12", "kỳ 2"."""
    after = [t.text for t in tokens[index + 1 : index + 4]]
    if sum(token.kind == "number" for token in tokens) > 1:
        return False
    if [t.text for t in tokens[max(0, index - 2) : index]] == ["trong", "ky"] and after[:1] in ([], ["."]):
        return True
    return after[:1] != [] and after[0] in _CASES and all(word in _ENDING for word in after[1:])


def _is_sorted_out(tokens: Sequence[Token], start: int, following: Token | None) -> bool:
    """Tell "loại 2 hồ sơ bị trùng" from "đường loại 2"."""
    opens = start == 0 or tokens[start - 1].text in (",", ".", ";", "\n", "em", "e", "da", "xin")
    return opens and following is not None and following.text in UNIT_WORDS


def _is_street(tokens: Sequence[Token], index: int) -> bool:
    """Tell "chợ 30/4", "quảng trường 3/2" from "cho 143/172 lao động", "cho 4/6 hộ"."""
    words = [t.text for t in tokens[max(0, index - 3) : index]]
    called = next((name for at in range(len(words)) if (name := " ".join(words[at:])) in STREETS), None)
    if called is None or not is_day(tokens[index].text, tokens[index + 2].text):
        return False
    after = tokens[index + 3].text if index + 3 < len(tokens) else ""
    return called != "cho" or after not in UNIT_WORDS


def _counts(tokens: Sequence[Token], start: int) -> bool:
    """ "48 đợt 2"? The word in front is the unit of a number before it."""
    return start > 0 and tokens[start - 1].kind == "number"
