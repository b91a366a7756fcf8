"""The words that dates are made of, and the plain copy of a text that the rules are matched against."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache


def one_of(words: str, *, glued: bool = False) -> str:
    """Return the pattern of any of these words, separated by commas; `glued`: also right after a figure."""
    options = "|".join(re.split(r",\s+", words))
    return ("" if glued else r"(?<!\w)") + rf"(?:{options})(?!\w)"


# Words that mean something else once they carry these marks stay marked in the plain copy, so that
# "sáu" (six) is never read as "sau" (after). Typed without marks they are read as the word of a date.
_KEPT = frozenset(
    re.findall(
        r"\w+",
        "sáu sâu một mại mãi mái quỹ quả quà tuấn tuân tôi tối sáng mừng máy vải kìa cưới đèn đen đền thắng "
        "trẻ chợ hán",
    )
)

# What is typed short, by ear or with a letter too few, in plain letters.
_SHORT = {
    "cn": "chu nhat",
    "hnay": "hom nay",
    "hqua": "hom qua",
    "hum": "hom",
    "mong": "mung",
    "ngy": "ngay",
    "nx": "nua",
    "thag": "thang",
    "thg": "thang",
    "trc": "truoc",
    "trog": "trong",
    "tun": "tuan",
    "wa": "qua",
}

# Words of dates that are recognised when Telex keys were not turned into marks.
_TELEX_WORDS = frozenset(
    re.findall(
        r"\w+",
        "ngay thang tuan quy nam thu chu nhat den toi truoc sau het cuoi dau giua trong mai mot hom nay qua "
        "sang chieu trua them nua lam viec mung gieng chap han xin lui gio phut tuc bay chin muoi hai ba",
    )
)
_TELEX_KEY = re.compile(r"[sfrxjw]|aa|ee|oo|dd")

_UNITS = {
    "mot": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "sau": 6,
    "sáu": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
}
_DIGITS = _UNITS | {"lam": 5, "nham": 5}

UNIT = "(?:" + "|".join(_UNITS) + ")"
_LAST = "(?:" + "|".join(_DIGITS) + r")(?!\w)"

#: Ten and more in words: "mười lăm", "hai mươi mốt", "hai lăm", "hăm ba".
TEN_UP = rf"(?:(?:{UNIT} )?muoi(?: {_LAST})?|ham {_LAST}|(?:hai|ba) (?:mot|tu|lam|nham)(?!\w))"
#: A whole number below a hundred, in digits or in words.
NUMBER = rf"(?:[0-9]{{1,2}}|{TEN_UP}|{UNIT})"
#: The number of a month, so that "tháng mười năm 2026" is no fifteenth month
#: and "thang sau" typed without marks is the next one.
MONTH = r"(?:1[0-2]|0?[1-9]|muoi(?: mot| một| hai)?|" + "|".join(_UNITS.keys() - {"sau"}) + ")"

# What is counted by the figures before it, which are then no date: "04/04 khu phố", "5/3 đơn".
_THINGS = """phan tram, trieu, tr, ty, nghin, dong, vnd, ho, nguoi, ng, hs, th, truong hop, vu, can, cay, ha,
    km, dot, luot, khu pho, kp, khom, ap, tdp, to dan pho, lao dong, ld, thanh nien, don, chi tieu, tuyen,
    cong trinh, tieu chi, phuong, doi tuong, hoi vien, dang vien, cuoc, mo hinh, suat, chau, hoc sinh,
    tap the, ca nhan, co so, doanh nghiep, tuoi, cong, ban(?! (?:giao|hanh)), diem,
    benh nhan, phieu, van ban, nhiem vu, bao cao"""
COUNTED = rf"(?! ?(?:[%‰]|{one_of(_THINGS, glued=True)}))"

_CHUNK = re.compile(
    r"(?P<word>(?:[^\W\d_][\u0300-\u036f]*)+)|(?P<space>\s+)|(?P<stray>[\u0300-\u036f]+)|.", re.DOTALL
)
_AS = {"–": "-", "—": "-", "\\": "/", "~": "-"}


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in lower case without marks, blanks single, that knows where each letter came from.

    `marked` is true when the person types marks, so that a word without one means just that.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    marked: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text that a span of the plain copy stands for."""
        return self.starts[start], self.ends[end - 1]


def number(words: str) -> int:
    """Return the value of what NUMBER matched ("hai mươi lăm" without marks: 25)."""
    if words.isdecimal():
        return int(words)
    parts = words.split()
    if parts[0] == "ham":
        return 20 + _DIGITS[parts[1]]
    if parts[0] == "muoi":
        return 10 + (_DIGITS[parts[1]] if parts[1:] else 0)
    tens = _UNITS[parts[0]]
    rest = [part for part in parts[1:] if part != "muoi"]
    return tens if len(parts) == 1 else 10 * tens + (_DIGITS[rest[0]] if rest else 0)


def _without_telex(bare: str) -> str:
    """Return a date word that was typed in raw Telex ("tuaanf", "ddeens") without its keys, else the word."""
    if _TELEX_KEY.search(bare) is None:
        return bare
    word = re.sub(r"([aeod])\1", r"\1", bare).replace("w", "")
    word = (
        re.sub(r"(?<=[aeiouy])(.*)[sfrxj](?=[a-z]{0,2}$)", r"\1", word) if word not in _TELEX_WORDS else word
    )
    return word if word in _TELEX_WORDS else bare


@lru_cache(maxsize=2048)
def _plain_word(word: str) -> tuple[str, bool]:
    typed = unicodedata.normalize("NFC", word).lower()
    letters = unicodedata.normalize("NFD", typed).replace("đ", "d")
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return (typed if typed in _KEPT else _SHORT.get(bare) or _without_telex(bare)), bare != typed


def fold(text: str) -> Plain:
    """Return the plain copy of a text, typed in NFC or NFD, with or without marks, in any case."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    marked = False
    for chunk in _CHUNK.finditer(text):
        if chunk["word"]:
            plain, has_marks = _plain_word(chunk["word"])
            marked = marked or has_marks
        else:
            plain = " " if chunk["space"] else "" if chunk["stray"] else _AS.get(chunk[0], chunk[0])
        out.append(plain)
        starts += [chunk.start()] * len(plain)
        ends += [chunk.end()] * len(plain)
    return Plain("".join(out), tuple(starts), tuple(ends), marked)
