"""Names of citizens in what is said of complaints and of somebody's health.

Source: reporting-rules §5.4; the names of the office's people stay: who is spoken of as "anh Sơn", and whom
the ward's list has. A name is a surname and what follows it, or what follows "ông", "bà", "cụ": with
"tổ 3" it tells who it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from bot.domain.reading.words import fold

_COMMON = frozenset(
    (
        *("nguyễn", "trần", "phạm", "hoàng", "huỳnh", "phan", "đặng", "bùi", "ngô", "dương", "đinh"),
        *("trịnh", "trương", "lương", "đoàn"),
    )
)
"""Surnames that are known as such also where nothing is typed as a capital letter."""
_SURNAMES = _COMMON | frozenset(
    (
        *("lê", "vũ", "võ", "đỗ", "hồ", "lý", "đào", "lâm", "mai", "tô", "hà", "cao", "chu", "tạ", "thái"),
        *("quách", "triệu", "lò", "lục", "ma", "giáp", "hứa", "vi", "mạc", "tống", "kiều", "nông", "thân"),
        *("la", "lưu", "quản", "vương", "từ", "khuất", "phùng", "thạch", "sơn", "đàm", "bạch"),
    )
)
_MIDDLE = frozenset(("van", "thi"))
_CITIZENS = frozenset(("ong", "ba", "cu", "dan", "tri", "ho"))
_ADDRESSES = _CITIZENS | frozenset(("anh", "chi", "em", "chau", "co", "chu", "bac", "be", "nhan"))
_PLACES = frozenset(
    ("duong", "pho", "truong", "phuong", "xa", "quan", "cho", "cau", "thpt", "thcs", "hoc", "ngo", "hem")
)
_ENDS = frozenset(
    (
        *("khieu", "to", "kien", "phan", "tranh", "khoi", "bi", "mac", "nhiem", "duong", "nghien", "ve", "o"),
        *("tai", "da", "dang", "co", "gui", "lam", "nop", "xin", "de", "ngu", "thuoc", "va", "la", "do"),
    )
)
_LONGEST = 4
_WORD = re.compile(r"[^\W\d_]+")
_ILL = (
    r"hiv|aids|duong tinh|(?<!trach )(?<!chu )nhiem(?! (?:vu|ky))|ung thu|tam than|nghien(?! cuu)|ma tuy"
    r"|sot xuat huyet|viem gan|benh(?! vien)|mang thai|tu tu"
)
_SUES = r"(?<!dieu )(?<!su )(?<!linh )(?<!buu )(?<!y )kien(?! (?:nghi|toan|truc|thiet|quyet|dinh))"
_COMPLAINS = rf"khieu nai|khieu kien|to cao|to giac|khoi kien|tranh chap|{_SUES}"
_CITED = re.compile(
    rf"\b(?:{_COMPLAINS}|don(?! (?:doc|vi|gia|dep|tiep)\b)|phan anh|kien nghi|hoa giai|boi thuong|ca mac"
    rf"|{_ILL})\b"
    r"(?:(?!\b(?:giao|phan cong|yeu cau|nho|phu trach|chu tri|cho)\b)[^.,;\n]){0,30}$"
)
"""What is said before the name, in its clause; a name behind "giao" is who shall do it."""
_COMPLAINT_OF = re.compile(
    rf"\b(?:{_COMPLAINS}|don(?! (?:doc|vi|gia|dep|tiep)\b))\b[^.;\n]{{0,60}}"
    r"(?<!bao cao )(?<!y kien )(?<!chi dao )\bcua (?:ong|ba|cu|ho)\s*$"
)
"""The same in another clause: "đơn thư 5 đơn, giải quyết 4 của ông …"."""
_PART_OF_WARD = r",?\s*(?:to(?: dan pho)?|tdp|khu pho|kp|khom|ap|hem|ngo|duong)(?: so)? \d+\w*,?"
_NUMBERED = (
    r"(?:[,;]?\s*(?:(?:so|sdt|dt|dien thoai|cccd|cmnd|cmt|can cuoc|cong dan|dinh danh|zalo|lien he)[\s:.]*)*"
    r"\*\*\*)+,?"
)
"""ID and telephone numbers between the name and what is said of it, masked by then."""
_SAID_OF = re.compile(
    rf"(?:{_NUMBERED})?\s*(?:\([^)\n]*\)\s*)?"
    rf"(?P<place>(?:o|tai|thuoc|ngu) [^.,;:\n]{{1,25}}?\s|{_PART_OF_WARD}\s)?"
    r"(?:(?:da|dang|lai|vua|tiep tuc|co|gui|lam|nop|duoc|don|xet nghiem|phat hien)\s+)*"
    rf"(?P<what>{_COMPLAINS}|phan anh|kien nghi|bi|mac|{_ILL})\b"
)


_CUES = {"don": "đơn", "nhiem": "nhiễm", "nghien": "nghiện", "benh": "bệnh", "mac": "mắc"}
"""What tells something private, and how it is spelt: "đôn đốc", "nhiệm vụ" are other words."""


def masked(text: str, mask: str, staff: Collection[str] = ()) -> str:
    """The text with such names replaced, but not with the names of the `staff`."""
    folded, full = _without_marks(text), list(_names(text))
    alone = [
        name
        for name in _given_names(text)
        if not any(name[0] < end and start < name[1] for start, end in full)
    ]
    told = {name for name in full if _is_told(folded, *name)}
    told |= {name for name in alone if _is_told_of_given(folded, *name)}
    names = sorted(full + alone)
    for first, second in [*pairwise(names), *reversed(list(pairwise(names)))]:
        if {first, second} & told and _BESIDE.fullmatch(folded, first[1], second[0]):
            told |= {first, second}
    told -= {name for name in full if _is_of(text[slice(*name)], staff) and not _is_citizen(folded, name[0])}
    for start, end in sorted(told, reverse=True):
        text = text[:start] + mask + text[end:]
    return text


def _without_marks(text: str) -> str:
    """The folded text, in which a word that is only alike to one of `_CUES` keeps its marks."""
    folded = fold(text)
    for word in _WORD.finditer(text):
        plain, typed = folded[word.start() : word.end()], word[0].lower()
        if plain in _CUES and typed not in {plain, _CUES[plain]}:
            folded = folded[: word.start()] + typed + folded[word.end() :]
    return folded


def _is_of(typed: str, staff: Collection[str]) -> bool:
    """True for the name of one of them, or its first and last words, with its marks or with none."""
    said = typed.lower().split()
    marked = typed.lower() != fold(typed)
    for one in staff:
        name = (one.lower() if marked else fold(one)).split()
        if said[: len(name)] == name or said == [name[0], name[-1]]:
            return True
    return False


def _is_citizen(folded: str, start: int) -> bool:
    """True when "ông", "bà", "cử tri" stands before: one of the same name may be meant."""
    before = _WORD.findall(folded[:start])[-1:]
    return not _CITIZENS.isdisjoint(before)


_BESIDE = re.compile(r"\s*(?:,|va|voi|cung|vo|chong|con)\s+(?:[a-z]{2,5}\s+)?")
"""Between two names of one matter: "ông … và bà …"."""


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Where full names stand; streets and schools are called by names too."""
    folded = fold(text)
    words = [(found[0], folded[found.start() : found.end()], found) for found in _WORD.finditer(text)]
    place = 0
    while place < len(words):
        size = _name_at(words, place, text)
        if size and (place == 0 or words[place - 1][1] not in _PLACES):
            yield words[place][2].start(), words[place + size - 1][2].end()
        place += max(size, 1)


_Words = list[tuple[str, str, re.Match[str]]]


def _name_at(words: _Words, place: int, text: str) -> int:
    """How many words a name at this place has; 0 for none."""
    typed, capital = words[place][0], words[place][0][:1].isupper()
    common = _is_one_of(typed, _COMMON) or (place + 1 < len(words) and words[place + 1][1] in _MIDDLE)
    addressed = place > 0 and words[place - 1][1] in _ADDRESSES
    if not _is_one_of(typed, _SURNAMES) or not (capital or (common and addressed)):
        return 0
    size = 1
    while size < _LONGEST and place + size < len(words):
        one, plain, found = words[place + size]
        beside = text[words[place + size - 1][2].end() : found.start()] == " "
        if not beside or (capital != one[:1].isupper()) or (not capital and plain in _ENDS):
            break
        size += 1
    return size if size > 1 else 0


_GIVEN = re.compile(r"\b(?P<title>[ôo]ng|b[àa]|c[ụu])\s+", re.IGNORECASE)
_NO_GIVEN = _ENDS | frozenset(
    (
        *(
            "con",
            "chu",
            "noi",
            "ngoai",
            "gia",
            "ta",
            "ay",
            "nay",
            "nao",
            "me",
            "cha",
            "ba",
            "ong",
            "cu",
            "truong",
        ),
        *(
            "xa",
            "hoi",
            "ngoai",
            "lao",
            "cung",
            "moi",
            "nua",
            "khong",
            "chua",
            "rat",
            "hay",
            "thi",
            "se",
            "vua",
        ),
        *(
            "hang",
            "dong",
            "chi",
            "dan",
            "ho",
            "nguoi",
            "phan",
            "cuc",
            "nhau",
            "lai",
            "tiep",
            "khong",
            "don",
            "vu",
        ),
    )
)
"""What follows "ông" or "bà" and is no name: "bà con", "ông chủ"."""
_CARRIES_OUT = re.compile(r"\s*(?:chu tri|phu trach|xu ly|giai quyet|tiep|bao cao|theo doi|tham muu)\b")
_OF = re.compile(r"\b(?:cua|do|tu|voi) (?:ong|ba|cu)\s*$")


def _given_names(text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands alone behind "ông", "bà", "cụ"; "ba hộ", "vụ cũ" are typed like these."""
    folded = fold(text)
    for title in _GIVEN.finditer(text):
        before = _WORD.findall(folded[: title.start()])[-1:]
        first = _WORD.match(text, title.end())
        if first is None or not _PLACES.isdisjoint(before):
            continue
        capital, end = first[0][:1].isupper(), first.end()
        sure = capital or title["title"].lower() in {"ông", "bà", "cụ", "ong"}
        if not sure or fold(first[0]) in _NO_GIVEN:
            continue
        while capital and (more := _NEXT.match(text, end)) and more[1][:1].isupper():
            end = more.end()
        yield first.start(), end


_NEXT = re.compile(r" ([^\W\d_]+)")


def _is_told_of_given(folded: str, start: int, end: int) -> bool:
    """The same of a given name: an official is "ông" too where he is spoken of as one who does the work."""
    said = _SAID_OF.match(folded, end)
    if said is not None:
        return said["what"] not in {"phan anh", "kien nghi"} or said["place"] is not None
    before = folded[max(0, start - 60) : start]
    if _COMPLAINT_OF.search(before):
        return True
    return _CITED.search(before) is not None and (
        _OF.search(before) is not None or _CARRIES_OUT.match(folded, end) is None
    )


def _is_one_of(typed: str, surnames: frozenset[str]) -> bool:
    """True for a surname with its own marks or with none: "Trương" and "Truong", not "Trường"."""
    plain = typed.lower()
    return plain in surnames or (plain == fold(plain) and plain in map(fold, surnames))


def _is_told(folded: str, start: int, end: int) -> bool:
    """True for a name of who complains, of whom a complaint speaks, or who is ill."""
    before = folded[max(0, start - 60) : start]
    if _CITED.search(before) or _COMPLAINT_OF.search(before):
        return True
    said = _SAID_OF.match(folded, end)
    if said is None:
        return False
    return said["what"] not in {"phan anh", "kien nghi"} or _is_citizen(folded, start)
