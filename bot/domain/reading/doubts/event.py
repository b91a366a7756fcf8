"""A number that counts an event, and no result: "2 chỗ bị lấn lại", "phát sinh 1 ổ dịch"."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.domain.reading.naming.names import uncovered
from bot.domain.reading.vocabulary.units import HEADS
from bot.domain.reading.words import fold, words_of

_BAD = re.compile(
    r"(?<!chuan )(?<!thiet )(?<!trang )\bbi (?!can\b)\w+|\btai (?:lan|nghien|pham|dien|ngheo|phat|vi pham)\b"
    r"|\b(?:vi pham|nhac nho|phe binh|khien trach|canh cao|bo viec|mat viec|thoi viec|rut lui)\b"
)
_NONE = re.compile(r"\b(?:khong|chua|ko|k|het|khoi)(?: con| co| de| he)? *$")
_DEALT = re.compile(
    r"\b(?:xu ly|giai quyet|ho tro|khac phuc|giup|cap|tro cap|tham|kham|dieu tri|phat)\b[^,;]*$"
)
_ARISES = re.compile(r"\b(?:phat sinh|ghi nhan|xay ra|xuat hien|phat hien|bung phat)\b[^,;]*$")
_BREAKS = re.compile(r"[;\n!]|[,.](?!\d)")
_HEADS = frozenset(word for head in HEADS for word in words_of(head))
_FEW = 3
"""Words behind a number that say what it counts."""


def of_bad_news(text: str, place: int, known: Collection[str]) -> bool:
    """Tell whether the number at a place counts what went wrong: "1 khóm đang bị nhắc nhở".

    `known` are the words of its item's names: what the item is about is counted by it. A word between the
    number and what happened says who it happened to; "205 bị chậm" is the figure, and what hinders.
    """
    before, behind = _clause(text, place)
    counted = behind.partition(" ")[2]
    hit = _BAD.search(counted)
    if hit is None or not counted[: hit.start()].strip() or _NONE.search(counted[: hit.start()]):
        return False
    return not _DEALT.search(before) and not set(hit[0].split()) - {"bi"} <= {*known}


def counts_other(text: str, place: int, known: Collection[str], *, asked: bool) -> bool:
    """Tell whether a number without a name counts what its item does not: "phát sinh 1 ổ dịch".

    Only behind a word for what arises, or where an open question would be answered (`asked`).
    """
    before, behind = _clause(text, place)
    words = words_of(behind)[1:]
    strange = [words[at] for at in uncovered(words[:_FEW]) if words[at] not in {*known, *_HEADS}]
    return bool(strange) and (_ARISES.search(before) is not None or (asked and len(strange) > 1))


def _clause(text: str, place: int) -> tuple[str, str]:
    """The folded words in front of a place and from it on, up to a pause."""
    folded = fold(text)
    return _BREAKS.split(folded[:place])[-1], _BREAKS.split(folded[place:], maxsplit=1)[0].strip()
