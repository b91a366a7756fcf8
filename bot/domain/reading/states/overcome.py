"""Trouble that is none: that is not there, is dealt with or over, or what an item is called by."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from bot.domain.reading.phrases import Phrases
from bot.domain.reading.scan import Scan
from bot.domain.reading.states.trouble import is_in_need
from bot.domain.reading.vocabulary.trouble import DEALING, EVENTS, NAMED_ALONE, WELL

Hit = tuple[int, int]
_STOPS = frozenset((",", ";", ".", ":", "\n", "(", ")"))
_REASONS = frozenset(("vi", "do", "nen", "de"))
_OTHER_WORDS = frozenset(("chay", "no", "loi", "dich", "phuc"))
_EVENTS = Phrases.of({True: EVENTS})
_NAMED_ALONE = Phrases.of({True: NAMED_ALONE})


def _any(phrases: Iterable[str]) -> str:
    return "|".join(sorted(phrases, key=len, reverse=True))


_NO = r"(?:khong|chua|chang|khoi)"
_MET = r"(?:co|con|de|thay|phat hien|xay ra|phat sinh|ghi nhan|gap|bi|them|nhan|tai)"
_BETWEEN = r"(?!(?:vi|do|nen|duoc|noi|chua|khong|van|kho)\b(?! pham\b))\w+"
_NOT_THERE = re.compile(rf"\b{_NO}(?: {_MET})+(?: {_BETWEEN}){{0,4}} $|\b{_NO} $")
_NOT_HAPPENED = re.compile(
    r"(?:\w+ ){0,3}(?:khong|chua)(?: thay| he)? (?:xay ra|phat sinh|co|con|ghi nhan|phat hien|dien ra)"
    r"(?: (?:nua|roi|a|nhe|nha|em|anh|chi))*$"
)
_DEALT_WITH = re.compile(
    rf"(?<!khong )(?<!chua )(?<!kho )(?<!the )\b(?:{_any(DEALING)})(?: {_BETWEEN}){{0,5}} $"
)
_GONE = re.compile(
    r"\b(?:het|khong con|go|go bo|thao go|giai quyet|khac phuc|vuot qua)"
    r"(?: duoc| xong| cac| nhung| mot so)* $"
)
# "chưa tháo gỡ được vướng mắc", "đề nghị lãnh đạo gỡ vướng": who waits for it, or asks for it, still has it
_WANTED = re.compile(
    r"\b(?:chua|khong|kho|de nghi|kien nghi|mong|xin|nho(?! va\b)|phai|can(?! bo\b))(?: \w+){0,4} $"
)
_EXPLICIT = frozenset(("vuong", "kho", "gap", "tro"))
_STILL = re.compile(r"\b(?:chua|khong(?! con\b| lan\b| phuc\b)|kho|van|hoai|mai|nhung|phai|de nghi|mong)\b")
_GOES_BADLY = re.compile(r"\b(?:cham|tre|yeu|kem|treo|thieu|nghen|dung|ngung|bo)\b")
_WHEN = r"(?:da|vua|moi|nay|gio)"
_OVER = re.compile(
    rf"\b(?:{_WHEN}(?: duoc| co| kip thoi| {_WHEN})* (?:{_any(DEALING)})"
    rf"|(?:{_any(DEALING)})(?: duoc)? (?:xong|thanh|dut diem|on thoa|ngay|kip thoi|roi)|{_any(WELL)})\b"
)
_CAME = r"(?:co|du|ve|nhan|mua|lap|ky|dong y|chiu|cap)"
_THERE_NOW = re.compile(rf"\b{_WHEN}(?: duoc)? {_CAME}\b|\b{_CAME}(?: \w+){{0,3}} roi\b")
_END = (
    r"(?: (?:xong|roi|lai|het|duoc|a|nhe|nha|em|anh|chi|hom qua|hom nay|sang nay|chieu qua|kip thoi"
    r"|dut diem|ngay|ca))*$"
)
_BEGIN = (
    r"(?:(?:nay|gio|bay gio|hien|hien nay|hom nay|hom qua|sang|trua|chieu|toi|mai|em|e|da|thi|cung|deu|tat ca"
    r"|va|den|thi) )*"
)
_ALONE = re.compile(_BEGIN + _OVER.pattern + _END)
_AT_END = re.compile(_OVER.pattern + _END)


# "thiếu bình, nay đã mua đủ": what was wanting is there; "nay đã mua 3/5", "nay đã đề nghị cấp" are not
_WANTED_CAME = r"(?:trang bi|bo sung|tuyen|thay|sua|bo tri|mua|cap|lap|ve|du|nhan|khac phuc|giai quyet)"
_NOW_THERE = re.compile(
    rf"(?:^| |, )(?:nay|gio|bay gio|hien nay|hien) (?:da|vua|moi)(?: duoc)?"
    rf" (?:{_WANTED_CAME}(?: [a-z]+){{0,3}}|co(?: du)?){_END}"
)
_THEN_THERE = re.compile(rf"{_BEGIN}da(?: duoc)? (?:{_WANTED_CAME}|co)(?: du)?{_END}")
_PARTLY = re.compile(r"\b(?:\d+|mot phan|mot it|mot nua|tam|to trinh|chu truong|don)\b")


def is_none(scan: Scan, hit: Hit, start: int, end: int, called: Collection[str] = ()) -> bool:
    """Tell "không có ca ngộ độc", "hết vướng" from "vẫn còn lỗi".

    `called` are the words of the item's names: "tranh chấp" is what a task on it deals with.
    """
    words = scan.words(*hit)
    event = _EVENTS.at(words, 0)
    begins, ends = _clause(scan, hit, start, end)
    before = f"{' '.join(scan.words(begins, hit[0]))} "
    if event is None:
        needy = "kho" in words and is_in_need(
            before + "gap " * (words[0] == "gap"), " ".join(scan.words(hit[1], ends))
        )
        return needy or (words[0] in _EXPLICIT and _is_gone(before))
    if {*words[: event[1]]} <= {*called}:
        return True
    if _NOT_HAPPENED.match(" ".join(scan.words(hit[1], ends))):
        return True
    met = _NOT_THERE.search(before) or _DEALT_WITH.search(before)
    return met is not None and not _STILL.search(" ".join(scan.words(hit[1], ends)))


def _is_gone(before: str) -> bool:
    """Tell "gỡ | vướng cho 2 hộ", "hết | vướng" from "chưa gỡ được | vướng", "đề nghị gỡ | vướng"."""
    found = _GONE.search(before)
    return found is not None and _WANTED.search(before[: found.start()]) is None


def over_at(scan: Scan, hit: Hit, start: int, end: int) -> Hit | None:
    """Return where it is told that a trouble is over: "lỗi | đã khắc phục", "máy in hỏng, | đã sửa xong".

    None for "máy in hỏng, đã xử lý 5 hồ sơ", "tranh chấp đã hòa giải, chưa thành".
    """
    _begins, ends = _clause(scan, hit, start, end)
    after = " ".join(scan.words(hit[1], ends))
    found = (_OVER if _EVENTS.at(scan.words(*hit), 0) else _AT_END).search(after)
    hard = found is not None and not found.start() and scan.tokens[hit[1] - 1].text in ("kho", "the")
    if found is not None and not hard and not _STILL.search(after[: found.start()] + after[found.end() :]):
        return hit[1], ends  # "khó xử lý dứt điểm" is not over
    if _has_come(after, apart=False):
        return hit[1], ends
    while ends < end:
        begins, ends = ends + 1, _clause(scan, (ends + 1, ends + 1), start, end)[1]
        clause = " ".join(scan.words(begins, ends))
        if _ALONE.fullmatch(clause) or _has_come(clause, apart=True):
            return begins, ends
    return None


def _has_come(clause: str, *, apart: bool) -> bool:
    """Tell "nay đã mua", and "đã có" in a clause of its own, from "đã nhắc mua", "nay đã mua 3/5"."""
    found = _NOW_THERE.search(clause) or (_THEN_THERE.fullmatch(clause) if apart else None)
    return found is not None and not _STILL.search(clause) and not _PARTLY.search(clause)


def tells_end(folded: str) -> bool:
    """Tell "phần mềm chạy lại rồi", "đã có kinh phí" from what goes on; of what, must be known otherwise."""
    found = _OVER.search(folded) or _THERE_NOW.search(folded)
    return found is not None and not _STILL.search(folded[: found.start()] + folded[found.end() :])


def is_denied(scan: Scan, hit: Hit, start: int) -> bool:
    """Tell "không có hồ sơ trễ hạn" from "hồ sơ trễ hạn"."""
    begins, _ends = _clause(scan, hit, start, hit[1])
    return _NOT_THERE.search(f"{' '.join(scan.words(begins, hit[0]))} ") is not None


def trouble_denied(scan: Scan, start: int, end: int) -> Hit | None:
    """Return where "không thiệt hại", "không vi phạm" stands; not in "phần mềm không chạy"."""
    for place in range(start, end - 1):
        words = scan.words(place, end)
        found = _EVENTS.at(words, 1) if words[0] == "khong" and words[1] not in _OTHER_WORDS else None
        if found is not None:
            return place, place + found[1]
    return None


def event_missed(words: Sequence[str]) -> Sequence[str]:
    """Return what trouble there is none of: of "không có | vụ vi phạm mới" by the words behind "không có".

    Empty for "không có | máy in".
    """
    stops = (at for at, word in enumerate(words) if word in _STOPS or word in _REASONS)
    found = _EVENTS.find(words)
    ends = min((at for at in stops if not any(a <= at < b for _, a, b in found)), default=len(words))
    return next((words[a:b] for _, a, b in found if b <= ends), ())


def is_none_of_trouble(words: Sequence[str]) -> bool:
    """Tell "không có | vụ vi phạm mới", "không có | quán nào" from "không có | máy in"."""
    stops = (at for at, word in enumerate(words) if word in _STOPS)
    return "nao" in words[: min(stops, default=len(words))] or bool(event_missed(words))


def is_named_alone(words: Sequence[str], folded: str) -> bool:
    """Tell "phần mềm", "tái lấn chiếm", which may be trouble, from "phần mềm vẫn treo", which is."""
    alone = _NAMED_ALONE.at(words, 0) == (True, len(words))
    return alone and not _STILL.search(folded) and not _GOES_BADLY.search(folded)


def _clause(scan: Scan, hit: Hit, start: int, end: int) -> Hit:
    """Return where the clause of a hit begins and ends."""
    stops = [at for at in range(start, end) if scan.tokens[at].text in _STOPS]
    begins = max((at + 1 for at in stops if at < hit[0]), default=start)
    return begins, min((at for at in stops if at >= hit[1]), default=end)
