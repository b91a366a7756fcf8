"""What cannot be done, whatever it is: "không vô được trang nhập liệu", "máy cũ chạy hổng nổi"."""

from __future__ import annotations

from bot.domain.reading.scan import Scan
from bot.domain.reading.states.nothing import none_of_any

_TELLING = ("done", "in_progress", "not_done", "none", "previous", "vague", "question", "extension")
_LONGEST = 7  # words from "không" to "được"
_ABLE = {"duoc": ("được", "dc", "đc", "duoc"), "noi": ("nổi", "noi"), "xue": ("xuể", "xue")}
_NO_VERBS = frozenset(("co", "phai", "con", "la", ","))


def unable(scan: Scan, start: int, end: int) -> list[tuple[int, int]]:
    """Tell "không vô được trang nhập liệu", "không đẩy hồ sơ lên được" from "không làm được": not done."""
    told = (hit for label in _TELLING for hit in scan.marks.get(label, ()))
    known = {place for a, b in told for place in range(a, b)}
    words = scan.words(start, end)
    amounts = {q.start for q in scan.quantities}
    none = none_of_any(scan, start, end)  # "không giảm được hộ nào": how many there were
    found = []
    for at, size in (
        (at, size) for at, word in enumerate(words) if word == "khong" for size in range(1, _LONGEST)
    ):
        verb, places = words[at + 1 : at + size], range(start + at, start + at + size)
        counted = start + at + size + 1 in amounts
        able = at + size < len(words) and _is_able(scan, start + at + size, alone=size == 1)
        if none is not None and none[0] == start + at:
            continue
        if able and not counted and known.isdisjoint(places):
            found += [(start + at, start + at + size + 1)] if _NO_VERBS.isdisjoint(verb) else []
    return found


def _is_able(scan: Scan, place: int, *, alone: bool) -> bool:
    """Tell the "nổi" of "chạy không nổi", the "được" of "không vô được trang" from "em không nói"."""
    word, last = scan.tokens[place].text, scan.tokens[place]
    typed = scan.text[last.start : last.end].lower()
    return word in _ABLE and typed in _ABLE[word] and not (alone and word == "duoc")
