"""A no in other words: "hổng có", "chẳng thấy", "đâu có vụ nào", "có vụ nào đâu"; spelt out as "không"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.courtesy import ADDRESSED
from bot.domain.reading.vocabulary.spelling import DENIED, NO_WHEN_MARKED
from bot.domain.reading.words import Token

_DENIED = Phrases.of({True: DENIED})
_PLACES = frozenset(("o", "tu", "den", "toi", "tai", "ban", "luc"))  # "từ đâu có", "ban đâu" is "ban đầu"
_REACHED = frozenset(("xong", "du", "dat", "duoc", "kip", "dung", "phai"))  # "xong hong", which asks
_AFTER_NO = frozenset(
    ("phai", "co", "con", "ai", "kip", "biet", "thay", "xong", "lam", "nhan", "ghi", "phat", "xay", "de")
)
_REACH = 4  # words between "có" and "nào": "có trường hợp vi phạm nào đâu"


def spell_out(tokens: Sequence[Token], text: str) -> None:
    """Write "khong" for each no, in place. `text` is what the tokens were cut from, with its marks."""
    words = [t.text for t in tokens]
    for place, token in enumerate(tokens):
        rule = _RULES.get(token.text)
        if rule is not None and rule(words, place, text[token.start : token.end].lower()):
            token.text = words[place] = "khong"


def _is_southern(words: list[str], place: int, typed: str) -> bool:
    """Tell "hổng có" and an unmarked "hong phai 32" from "hỏng" and "Hồng"."""
    if typed in NO_WHEN_MARKED:
        return True
    after = words[place + 1 : place + 6]
    if after[:1] == ["duoc"] and not "".join(after[1:2])[:1].isdigit():
        return True  # "đăng nhập hong được"; "hỏng được 2 ngày"
    if ADDRESSED.issuperset(after):
        return typed == "hong" and ("co" in words or not _REACHED.isdisjoint(words[place - 1 : place]))
    if after[0] == "phai":  # "loa hỏng phải sửa"
        return words[place - 1 : place] in (["chu"], ["cho"]) or "".join(after[1:2])[:1].isdigit()
    return _DENIED.at(after, 0) is not None


def _is_marked(words: list[str], place: int, typed: str) -> bool:
    """Tell "chẳng có", "chả có vụ nào" from "chẳng hạn", and an unmarked "cha" from both."""
    if words[place + 1 : place + 2] == ["han"]:
        return False
    return typed in NO_WHEN_MARKED or (typed == "chang" and _DENIED.at(words, place + 1) is not None)


def _is_no_place(words: list[str], place: int, typed: str) -> bool:
    """Tell "đâu có vụ nào" from "ở đâu có", "ban đầu có 3 vụ"; what an unmarked "dau" is, "nào" tells."""
    after = words[place + 1 : place + 2 + _REACH]
    if after[:1] != ["co"] or not _PLACES.isdisjoint(words[place - 1 : place]) or after[1:2] == ["phai"]:
        return False
    return typed == "đâu" or (typed == "dau" and "nao" in after)


def _is_scorned(words: list[str], place: int, typed: str) -> bool:
    """Tell "làm gì có vụ nào" from "làm gì có 97", which takes a number back."""
    del typed
    around = words[place - 1 : place] + words[place + 1 : place + 2]
    return around == ["lam", "co"] and not "".join(words[place + 2 : place + 3])[:1].isdigit()


def _is_taken_back(words: list[str], place: int, typed: str) -> bool:
    """Tell the "có" of "có vụ nào đâu"."""
    del typed
    after = words[place + 1 : place + 3 + _REACH]
    return ("nao", "dau") in pairwise(after) and words[place - 1 : place] not in (["khong"], ["chua"])


def _is_shortened(words: list[str], place: int, typed: str) -> bool:
    """Tell the "hk" of "chứ hk phải 32" from the half of a school year, "HK 1"."""
    del typed
    return not _AFTER_NO.isdisjoint(words[place + 1 : place + 2])


_RULES: dict[str, Callable[[list[str], int, str], bool]] = {
    "hong": _is_southern,
    "hk": _is_shortened,
    "chang": _is_marked,
    "cha": _is_marked,
    "dau": _is_no_place,
    "co": _is_taken_back,
    "gi": _is_scorned,
}
