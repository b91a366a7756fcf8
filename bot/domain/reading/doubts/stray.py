"""Words without a name that are no report of the work spoken of last: a meal, a machine, an order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal

from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.stray import (
    AWAITED_OF_OTHERS,
    GIVEN_TO,
    OFFICE,
    ORDERS,
    PRIVATE,
    TIMES_AND_WEATHER,
)
from bot.domain.reading.words import words_of

Stray = Literal["private", "unclear"]
_PRIVATE = Phrases.of({True: PRIVATE})
_OFFICE = Phrases.of({True: OFFICE})
_ORDERS = Phrases.of({True: ORDERS})
_STATES = frozenset(("da", "roi", "xong", "dang", "chua"))
_NO = frozenset(("chua", "khong", "chang"))
_ADDRESSES = frozenset(("anh", "chi", "a", "c", "co", "bac", "chu", "ong", "ba", "em", "dc", "cau"))
_FEW = 5  # words
_SPEAKER = frozenset(("em", "e", "toi", "tui", "minh", "chau"))
_ABOUT = frozenset(("dang", "se", "phai", "ban", "mac", "di", "duoc", "cu", "con", "hom", "nay", "tuan"))
_AWAY = (
    ("tap", "huan"),
    ("cong", "tac"),
    ("boi", "duong"),
    ("hoc",),
    ("hop",),
    ("nghi",),
    ("om",),
    ("du", "hop"),
)
_BEFORE = frozenset(("vang", "a", "thi", "nghe", "hinh", "nhu"))


def is_count(text: str) -> bool:
    """Tell "dịch bệnh 1", which counts something that no item is called, from "thiếu 2 người"."""
    words = words_of(text)
    return 1 < len(words) < _FEW and words[-1].isdigit()


def stray(text: str, item_name: str, others: Collection[str]) -> Stray | None:
    """Tell what words without an item's name are, if no report of the item that was spoken of last.

    "private": a meal, the way home, which nobody reports. "unclear": what may be told of the item, and may be
    told of something else. None: a state of work, or its reason. `others` are the given names, without marks,
    of the ward's people who do not answer for the item.
    """
    words, named = words_of(text), frozenset(words_of(item_name))
    if _told(_PRIVATE, words, named):
        return "private"
    if (
        _is_away(words, named)
        or _told(_OFFICE, words, named)
        or _is_order(words)
        or _is_of_another(words, others)
    ):
        return "unclear"
    return None


def _told(phrases: Phrases[bool], words: Sequence[str], named: frozenset[str]) -> bool:
    """Tell whether a phrase is said that is not in the item's own name: "lắp máy tính"."""
    return any(not named.issuperset(words[a:b]) for _, a, b in phrases.find(words))


def _is_away(words: Sequence[str], named: frozenset[str]) -> bool:
    """Tell "em đang tập huấn ở tỉnh", of the speaker himself, from "em tập huấn cho 3 tổ xong"."""
    said = [word for word in words if word != "da" and word not in _BEFORE]
    if said[:1] == [] or said[0] not in _SPEAKER or not {"xong", "roi"}.isdisjoint(said):
        return False
    place = next((at for at in range(1, len(said)) if said[at] not in _ABOUT), len(said))
    off = next((one for one in _AWAY if tuple(said[place : place + len(one)]) == one), ())
    return place > 1 and bool(off) and not named.issuperset(off)


def _is_order(words: Sequence[str]) -> bool:
    """Tell "gửi báo cáo cho chủ tịch", "thôi không bàn giao nữa" from "gửi rồi", "thời tiết xấu"."""
    if words[:1] == ("thoi",):
        return len(words) > 2 and words[1] not in TIMES_AND_WEATHER
    if not words or _ORDERS.at(words, 0) is None or not _STATES.isdisjoint(words):
        return False
    return any(a in ("cho", "giup") and b in GIVEN_TO for a, b in pairwise(words))


def _is_of_another(words: Sequence[str], others: Collection[str]) -> bool:
    """Tell "anh Tuấn làm xong rồi" from "chờ anh Tuấn ký", "anh Tuấn chưa ký", "anh Tuấn ơi xong rồi"."""
    head = next((place for place, word in enumerate(words) if word not in _BEFORE), 0)
    named, after = words[head : head + 2], words[head + 2 : head + 5]
    if len(named) < 2 or named[0] not in _ADDRESSES or named[1] not in others or after[:1] in ((), ("oi",)):
        return False
    return _NO.isdisjoint(after) or AWAITED_OF_OTHERS.isdisjoint(after)
