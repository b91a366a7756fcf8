"""What sounds done and is not: a promise or a hope, a part of the work, papers handed in for a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from bot.domain.items import KnownItem
from bot.domain.reading.dates import DateReading
from bot.domain.reading.part import Part
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.courtesy import SPEAKERS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.naming import TIMES
from bot.domain.reading.vocabulary.not_yet import (
    HOPES,
    NO_MEETING,
    NO_PARTS,
    OVER,
    PAPERS,
    PARTS_OF_WORK,
    PREPARING,
    RECOGNISED,
    SENDING,
    STARTING,
)
from bot.domain.reading.words import fold, words_of

Hit = tuple[int, int]
_FORE = 6  # words between a hope and what is hoped for: "chắc cuối tháng em làm xong"
_NEAR = 4
_STILL_TO_DO = frozenset((("nhung", "con"), ("chi", "con"), ("moi", "con"), ("nhung", "chua")))
_NEXT = 2
_NOTHING_LEFT = frozenset(("hoi", "it", "kho", "ngai", "cham"))
_NO_LACK = frozenset(
    ("phat", "xay", "ghi", "thay", "kho", "vuong", "truong", "vi", "vu", "ai", "gi", "sai", "su")
)
_NEXT_YEAR = timedelta(days=300)  # a day without a year that lies further off was last year's
_ALL = frozenset(("het", "ca", "tat", "toan", "tron", "deu"))
_STOPS = frozenset((",", ";", ".", "\n", "nhung"))
_WITHIN = frozenset(("tuan", "thang", "quy", "nam", "ngay", "hom", "buoi"))
_NOT_HOPED = frozenset(("ky", "ban", "da"))  # "ký cam kết", "bản cam kết", "đã đảm bảo"
_STEPS = (*PREPARING, *PAPERS)
_NOON = 12
_LATER_TODAY = frozenset((("chieu", "nay"), ("toi", "nay"), ("cuoi", "ngay")))
_OVER_SINCE = re.compile(
    r"(?<!chua )(?<!se )\b(?:hoan thanh|xong|hoan tat|lam xong)(?: roi| het| ca)*"
    r" (?:tu (?!nay|gio|mai)|hoi|hom|bua)"
)
_HOPE = Phrases.of({True: HOPES})


def is_unfinished(part: Part, place: Hit, *, counted: bool = False) -> bool:
    """Tell whether the work of a task, or a recognition, that `place` says to be done still is to be.

    `counted`: a number stands beside it, so that "5/5" is no day.
    """
    item = part.item
    if item is None or not (item.kind == "task" or item.recognised):
        return False
    return (
        _is_hoped_for(part, place)
        or _leaves_some(part, place)
        or (not counted and not is_over_since(part) and _is_due_later(part, place))
        or (item.recognised and _is_applied_for(part, place))
        or _is_a_part(part, item, place)
        or (item.kind == "task" and _is_begun(part, place))
    )


def is_over_since(part: Part) -> bool:
    """Tell "hoàn thành từ cuối tháng 8" from "cuối tháng 8 hoàn thành"."""
    return _OVER_SINCE.search(" ".join(part.found.words(part.start, part.end))) is not None


def is_recognised(said: Sequence[str]) -> bool:
    """Tell "đã có quyết định công nhận" from "xong 8/10 tiêu chí"."""
    return any(f" {one} " in f" {' '.join(said)} " for one in RECOGNISED)


def _is_hoped_for(part: Part, place: Hit) -> bool:
    """Tell "chắc xong", "hứa thứ 6 xong" from "hôm trước hứa, nay đã xong", "20 hộ ký cam kết xong"."""
    start = max(part.start, place[0] - _FORE)
    words = part.found.words(start, place[0])
    for _, begin, end in _HOPE.find(words):
        named = any(m.start <= start + begin < m.end for m in part.found.mentions if m.strength != "weak")
        over = _NOT_HOPED.intersection(words[max(0, begin - 1) : begin])
        between = {*words[end:], *part.found.words(place[0], place[0] + 1)}
        if not named and not over and between.isdisjoint({*_STOPS, "da", "nay"}):
            return True
    return False


def _leaves_some(part: Part, place: Hit) -> bool:
    """Tell "xong nhưng còn dọn dẹp" from "xong nhưng còn hơi chậm", "xong, không còn gì"."""
    after = part.found.words(place[1], place[1] + _FORE)
    pairs = [*pairwise(after)]
    if (",", "chua") in pairs and _is_lacking(after[pairs.index((",", "chua")) + 2 :]):
        return True  # "khảo sát xong, chưa có kế hoạch"
    left = next((at for at, pair in enumerate(pairs) if pair in _STILL_TO_DO), None)
    return left is not None and len(after) > left + _NEXT and after[left + _NEXT] not in _NOTHING_LEFT


def _is_lacking(what: Sequence[str]) -> bool:
    """Tell "chưa có kế hoạch", "chưa thanh toán" from "chưa phát sinh gì", "chưa có khó khăn"."""
    kind = what[1:2] if what[:1] == ["co"] else what[:1]
    return bool(kind) and kind[0].isalpha() and kind[0] not in _NO_LACK


def _is_due_later(part: Part, place: Hit) -> bool:
    """Tell "xong trong tuần", "xong vào thứ 6" from "đã xong trong tuần", "thứ 6 xong rồi"."""
    words = part.found.words(part.start, part.end)
    if not part.names_time or not OVER.isdisjoint(words) or _says_over(part, place):
        return False
    if ("truoc", "han") in pairwise(words):
        return False
    if part.context.now.hour < _NOON and not _LATER_TODAY.isdisjoint(pairwise(words)):
        return True
    within = any(a == "trong" and b in _WITHIN for a, b in pairwise(words))
    due, today = part.due(), part.context.now.date()
    if not isinstance(due, DateReading):
        return within
    return today + timedelta(days=not within) <= due.due < today + _NEXT_YEAR


def _says_over(part: Part, place: Hit) -> bool:
    """Tell "đã xong trong tuần" from "dạ xong trong tuần" typed without marks."""
    found = part.found
    return any(
        found.tokens[at].text == "da" and (at > part.start or not found.text.isascii())
        for at in range(part.start, place[1])
    )


def _is_a_part(part: Part, item: KnownItem, place: Hit) -> bool:
    """Tell "xong bước 1", "họp hội đồng xong", "mới xong khảo sát" from "họp xong" of a meeting."""
    around = _clause(part, place)
    own = part.catalogue.every_word(item.key)
    if not _ALL.isdisjoint(around):
        return False
    pairs = [*pairwise(["", *around, ""])]
    if any(b in PARTS_OF_WORK - own and (a, b) not in NO_PARTS for a, b in pairs if (b, "") not in pairs):
        return NO_PARTS.isdisjoint(pairs)
    names = " ".join(word for name in (item.name, item.short_name, *item.aliases) for word in words_of(name))
    told = any(not _holds(names, step) for step in _STEPS if _holds(" ".join(around), step))
    return told or _is_just(part, own, place)


def _holds(text: str, step: str) -> bool:
    """Tell whether folded words hold a step: "họp", and not "phối hợp"."""
    before = "".join(rf"(?<!\b{word} )" for word in NO_MEETING) if step == "hop" else ""
    return re.search(rf"{before}\b{step}\b", text) is not None


def _clause(part: Part, place: Hit) -> list[str]:
    """Return the words beside what is said to be done, up to the next pause."""
    before = part.found.words(max(part.start, place[0] - _NEAR), place[0])
    after = part.found.words(place[1], min(part.end, place[1] + _NEAR))
    first = max((at + 1 for at, word in enumerate(before) if word in _STOPS), default=0)
    last = next((at for at, word in enumerate(after) if word in _STOPS), len(after))
    return [*before[first:], *part.found.words(*place), *after[:last]]


def _is_just(part: Part, own: frozenset[str], place: Hit) -> bool:
    """Tell "mới xong khảo sát" from "mới xong sáng nay", "mới xong ạ"."""
    if "moi" not in part.found.words(max(part.start, place[0] - 1), place[1]):
        return False
    after = [t.text for t in part.found.tokens[place[1] : part.end] if t.is_word][:1]
    told = POLITE | SPEAKERS | TIMES | own | OVER
    return any(word.isalpha() and word not in told for word in after)


def _is_begun(part: Part, place: Hit) -> bool:
    """Tell "đã làm từ tháng 9 rồi" from "đã xong từ tháng 9"."""
    done = part.found.words(*place)
    if STARTING.isdisjoint(done) or "xong" in done:
        return False
    after = part.found.words(place[1], place[1] + _NEAR)
    return any(a == "tu" and b in TIMES for a, b in pairwise(after))


def _is_applied_for(part: Part, place: Hit) -> bool:
    """Tell "đã nộp hồ sơ đề nghị công nhận" from "đã có quyết định công nhận"."""
    words = f" {' '.join(part.found.words(part.start, part.end))} "
    if " de nghi " in words or " xin cong nhan " in words:
        return True
    sent = part.found.words(max(part.start, place[0] - 1), place[1])
    beside = " ".join(t for t in fold(part.beside_names).split())
    return not SENDING.isdisjoint(sent) and not any(f" {one}" in f" {beside}" for one in RECOGNISED)
