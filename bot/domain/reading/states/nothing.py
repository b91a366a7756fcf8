"""That nothing arose, "không nhận đơn nào", and that only a part of it did not: "… nào trễ hạn"."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.reading.amounts.quantities import unit_at
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.scan import Scan
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.intents import AT_ALL, COME_ACROSS
from bot.domain.reading.vocabulary.work import MISSING, RECEIVED

Hit = tuple[int, int]
_COME_ACROSS = Phrases.of({True: COME_ACROSS})
_MEANS = Phrases.of({True: RECEIVED})
_MISSING = Phrases.of({True: MISSING})
_AT_ALL = Phrases.of({True: AT_ALL})
_NO = frozenset(("khong", "chua"))
_STOPS = frozenset((",", ";", ".", "\n", ":"))
_REDUCED = frozenset(("giam", "thoat"))
_HAPPENS = (["xay", "ra"], ["phat", "sinh"])
_REACH = 8  # words between the no and "nào": "không nhận đơn khiếu nại, tố cáo nào"


def none_of_any(scan: Scan, start: int, end: int) -> Hit | None:
    """Return where "không nhận đơn nào" stands; None for "chưa họp buổi nào", which is not done."""
    return _none_counted(scan, start, end) or _none_of_named(scan, start, end)


def _none_of_named(scan: Scan, start: int, end: int) -> Hit | None:
    """Return where "chưa để xảy ra điểm nóng" stands, of an item called "Không để xảy ra điểm nóng"."""
    for mention in scan.mentions:
        begins = (
            mention.start + 1 if scan.words(mention.start, mention.start + 1) == ["de"] else mention.start
        )
        at = begins - 2 if scan.words(begins - 1, begins) == ["de"] else begins - 1
        within = start <= at and mention.end <= end
        if within and scan.tokens[at].text in _NO and scan.words(begins, begins + 2) in _HAPPENS:
            return at, mention.end
    return None


def _none_counted(scan: Scan, start: int, end: int) -> Hit | None:
    for place in range(start, end):
        if scan.tokens[place].text != "nao" or is_narrowed(scan, (place, place + 1)):
            continue
        for at in range(place - 2, max(start, place - _REACH) - 1, -1):
            if scan.tokens[at].text in _STOPS and not any(m.start < at < m.end for m in scan.mentions):
                break
            if scan.tokens[at].text in _NO and _is_met(scan.words(at + 1, place)):
                return None if _is_awaited(scan.words(at, place)) else (at, place + 1)
    return None


def _is_met(words: list[str]) -> bool:
    """Tell what one comes across, "thấy vụ", or counts, "vụ", from what one does: "họp buổi"."""
    return _COME_ACROSS.at(words, 0) is not None or unit_at(words, 0) not in (None, "tổ chức")


def _is_awaited(words: list[str]) -> bool:
    """Tell "chưa nhận được kinh phí nào", "chưa giảm được hộ nào" from "không nhận được đơn nào"."""
    if words[0] == "chua" and words[1] in _REDUCED:
        return True
    return words[1] == "nhan" and bool(_MEANS.find(words))


def is_missing(scan: Scan, start: int, hit: Hit) -> bool:
    """Tell "hồ sơ thì chưa có", which may be the report, from "chưa có hồ sơ": nothing more is said."""
    after = scan.words(hit[1], len(scan.tokens))
    if scan.words(*hit) != ["chua", "co"] or not POLITE.issuperset(after):
        return False
    return bool(_MISSING.find(scan.words(start, hit[0])))


def is_narrowed(scan: Scan, hit: Hit, measured: Collection[str] = ()) -> bool:
    """Tell "không có hồ sơ nào trễ hạn", which says nothing of the others, from "không có hồ sơ nào cả".

    `measured` are the words of the item: "không có hộ nào thoát nghèo" says what it measures.
    """
    after = scan.words(hit[0], hit[1] + 5)
    if "nao" not in after:
        return False
    place = hit[0] + after.index("nao") + 1
    if not _STOPS.isdisjoint(scan.words(hit[1], place)) or place >= len(scan.tokens):
        return False
    following = scan.words(place, place + 3)
    whole = _AT_ALL.at(following, 0) is not None or not following[0].isalpha()
    return not whole and not {*following[:2]} & {*measured}
