"""How an own item goes, told by a word of its name: "trạm giữ vững chuẩn", "thcs duy trì", "dịch ổn định"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.naming.meant import written_out
from bot.domain.reading.naming.names import is_any_work
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import fold, is_syllable, words_of
from db.item_view import ItemView
from handlers.texts.reporting.said import UNLIKE_STATES
from handlers.turn import Turn

_STATE = re.compile(
    r"\b(?:(?:van|deu|con|dang|tiep tuc|luon|hoat dong|thuc hien|lam) )*"
    r"(?:duy tri|giu vung|giu nguyen|giu|dat|on dinh|on|tot|dam bao|bao dam|binh thuong|thuong xuyen|day du"
    r"|hieu qua|an toan|nhu cu|deu dan|dung (?:quy dinh|che do|ke hoach|quy trinh|luat)"
    r"|khong thay doi|khong co gi moi|(?<=van )oke?|(?<=deu )oke?)\b"
)
_STILL = re.compile(r"\b(?:van|tiep tuc)(?: la| dat)? ")
"""What is told as it was: "ydct vẫn tiên tiến"."""
_ALL = re.compile(
    r"\b(?:cac (?:bac|cap|loai|muc|mat|chi tieu|noi dung|don vi)?|ca \w+(?= (?:bac|cap|muc))"
    r"|tat ca|deu)(?!\w)"
)
_EACH = re.compile(r"\bdeu (?:van )?(?:duy tri|giu|dat|on|tot|dam bao)\b.*$")
_NOT = re.compile(
    r"\d|\?|\b(?:khong|ko|k|kg|chua|mat|het|rot|vuong|kho khan|sap|se|neu|khi|bao nhieu|the nao|sao)\b"
)
"""What is no plain word of going on: a number, a no, something to come, a question."""
_DEALT_WITH = re.compile(r"\bda (?!co\b)\w+(?: \w+)?$|\b(?:het|xong|on) roi$")
"""How an event ended: "ổ dịch đã dập tắt", "hết rồi"."""
_ASKS = re.compile(r"\?|\b(?:khong|ko|chua|bao nhieu|the nao|sao|ai|gi|nao|may)\b")
_AROUND = (POLITE - {"nha"}) | frozenset(
    listed("bao | cao | gui | toi | minh | con | thi | va | ve | van | nay | thang | quy | ky | cac | nhung")
)
_ANYTHING = frozenset(
    listed(
        """
        tinh | hinh | moi | thu | viec | cong | tac | chung | noi | ket | qua | cai | muc | phan | chi |
        tieu | dung | danh | hieu | chuan | deu | hien
        """
    )
)
"""Words of whatever was spoken of last: "mọi việc vẫn ổn"."""
_BEHIND = frozenset(
    listed("chuan | vung | tot | quoc | gia | muc | do | on | dinh | roi | het | ca | nep | nen | moi | mat")
)
"""What may stand behind a state that ends the words: "giữ chuẩn", "giữ vững chuẩn quốc gia"."""
_COUNT = re.compile(r"(?<![.)\w])\d")
_MOST = 6
"""Words that a name may begin a clause with."""
_SHORT = 2
"""Letters of the shortest abbreviation: "gd" of "giáo dục"."""


def told(
    turn: Turn, clause: str, start: int, heard: Collection[str | None], sure: str | None
) -> Reading | None:
    """What a clause says of one own item, none of those `heard`; a doubt where it may be of several.

    `start` is where the clause begins in the message, `sure` the item that it names for certain. None where
    it tells no state, or names no own item.
    """
    own = turn.ward.duties((turn.owner or turn.person).id)
    named = [item for item in own if item.key == sure and _parted(clause)[1]] or _named(own, clause)
    named = named or _with_count(own, clause)
    if any(item.key in heard for item in named):
        return None
    counted = [item for item in named if item.target is not None]
    if any(not item.target.is_told_as_it_goes for item in counted if item.target):
        return None
    found = tuple(_reading(item, clause, start) for item in counted or named)
    if len(found) < 2:
        return found[0] if found else None
    return Reading(
        "done", words=clause.strip(), span=found[0].span, doubts=(Doubt("which_indicator", found),)
    )


def takes_words(item: ItemView) -> bool:
    """True for a task, and for an indicator that is reported in words."""
    return item.is_task or (item.target is not None and item.target.is_told_in_words)


def is_of_another(item: ItemView, clause: str) -> bool:
    """True where the clause says how something goes that the item is not called: "thư viện ổn định"."""
    head, state = _parted(clause)
    named = [word for word in head if word not in _ANYTHING]
    return bool(state and named) and not any(is_called(item, [word]) for word in named)


def is_statement(words: str) -> bool:
    """True where the words say how something goes, and ask nothing: "bhyt ổn định", "ổn định"."""
    folded = _folded(words)
    if _DEALT_WITH.search(folded) is not None and _ASKS.search(folded) is None:
        return True
    return _state_in(words) is not None and _NOT.search(folded) is None


def is_state(words: str) -> bool:
    """True where the words are a state and no more: "ổn định", not "đất đai ổn định"."""
    found = _state_in(words)
    rest = words_of(_folded(words)[found.end() :]) if found is not None else ()
    return found is not None and found.start() == 0 and (_BEHIND | POLITE).issuperset(rest)


def _folded(words: str) -> str:
    return " ".join(fold(words).split()).strip(" .!-+*•:")


def _state_in(words: str) -> re.Match[str] | None:
    """Where a state is told, in the folded words; "đất" is not "đạt"."""
    return _STATE.search(_folded(UNLIKE_STATES.sub(lambda found: "#" * len(found[0]), words)))


def group(turn: Turn) -> list[ItemView]:
    """The own items to be kept of which the words say that each is: "pcgd các bậc vẫn đạt"."""
    folded = fold(turn.words)
    if _ALL.search(folded) is None or not (named := _parted(_ALL.sub(" ", folded))[0]):
        return []
    own = turn.ward.duties((turn.owner or turn.person).id)
    kept = [item for item in own if item.target is not None and item.target.is_kept]
    called = [item for item in kept if is_called(item, named)]
    lines = {item.key for item in turn.ward.items.values() if item.parts and is_called(item, named)}
    return called or [item for item in kept if item.parent in lines]


def each_of(words: str) -> str | None:
    """What is said of each of several: "đều duy trì" of "học tập, phổ cập, xóa mù chữ đều duy trì"."""
    found = _EACH.search(fold(words))
    return words[found.start() :] if found is not None and len(fold(words)) == len(words) else None


def ending(words: str) -> tuple[str, str]:
    """What stands before the state that ends the words, folded, and that as typed; else both empty."""
    folded, place = _folded(words), _state_in(words)
    if place is None or place.start() == 0:
        return "", ""
    behind = words_of(_STATE.sub(" ", folded[place.start() :]))
    if "?" in folded or not (_BEHIND | POLITE).issuperset(behind):
        return "", ""
    state = words.strip(" .!-+*•:").split()[-len(folded[place.start() :].split()) :]
    return folded[: place.start()].strip(), " ".join(state)


def is_plain(folded: str) -> bool:
    """True of folded words without a number, a no, something to come, or a question in them."""
    return _NOT.search(folded) is None


def telling(words: str) -> list[str]:
    """Its words but for those of address and of the calendar."""
    return [word for word in words_of(fold(words)) if word not in _AROUND]


def is_called(item: ItemView, head: list[str]) -> bool:
    """Every word stands in one of its names, or is made of the first letters of one."""
    names = [words_of(name) for name in (item.name, item.short_name, *item.aliases)]
    return any(all(word in name or _abbreviates(word, name) for word in head) for name in names)


def holds(item: ItemView, words: str) -> bool:
    """True where the folded words stand side by side in one of its names."""
    return any(f" {words} " in f" {fold(name)} " for name in (item.name, item.short_name, *item.aliases))


def is_just(item: ItemView, words: list[str]) -> bool:
    """True where one of its names is these words and no more."""
    return any(tuple(words) == words_of(name) for name in (item.name, item.short_name, *item.aliases))


def _named(own: Sequence[ItemView], clause: str) -> list[ItemView]:
    """The items whose name holds all that stands in front of the state, or of what they still are."""
    head, state = _parted(clause)
    if head and is_any_work(head):  # "phối hợp tốt"
        return []
    if state and (exact := [item for item in own if _is_headed(item, clause)]):
        return exact
    if head and state:
        named = [item for item in own if is_called(item, head)]
        kept = [item for item in own if not item.is_task and _is_written_out(item, head)]
        return kept if len(kept) == 1 and all(item.is_task for item in named) else named
    folded = _folded(clause)
    still = _STILL.search(folded)
    if still is None or still.start() == 0 or _NOT.search(folded):
        return []
    said = [word for word in words_of(_STILL.sub(" ", folded)) if word not in _AROUND]
    return [item for item in own if not item.is_task and is_called(item, said)]


def _with_count(own: Sequence[ItemView], clause: str) -> list[ItemView]:
    """Of what is told in words, with a number in them: "khám 300 lượt" of "Khám chữa bệnh"."""
    head = [word for word in words_of(_COUNT.split(fold(clause), maxsplit=1)[0]) if word not in _AROUND]
    if _COUNT.search(clause) is None or not head or len(head) > _MOST:
        return []
    if len(head) == 1:  # "khám 300 lượt", and not "gom được 7 tấn rác" of "… thu gom rác …"
        own = [item for item in own if any(words_of(name)[:1] == (head[0],) for name in _names(item))]
    told = [item for item in own if item.target is not None and is_called(item, head)]
    return told if all(one.target and one.target.is_narrative for one in told) else []


def _parted(clause: str) -> tuple[list[str], str]:
    """The words in front of what tells the state, and that: "tram", "giu vung chuan"."""
    folded, place = _folded(clause), _state_in(clause)
    if place is None or place.start() == 0:
        return [], ""
    state = folded[place.start() :]
    head = [word for word in words_of(folded[: place.start()]) if word not in _AROUND]
    rest = _STATE.sub(" ", folded.replace("khong thay doi", "").replace("khong co gi moi", ""))
    if _NOT.search(rest) or len(head) > _MOST:
        return [], ""
    return head, state


def _names(item: ItemView) -> tuple[str, ...]:
    return (item.name, item.short_name, *item.aliases)


def _is_written_out(item: ItemView, head: Sequence[str]) -> bool:
    """Tell "phổ cập thcs" of "PCGD THCS": what is short in either is compared in full."""
    names = [{*written_out(words_of(name))} for name in (item.name, item.short_name, *item.aliases)]
    return any(name.issuperset(written_out(head)) for name in names)


def _is_headed(item: ItemView, clause: str) -> bool:
    """Tell "chi ngân sách đúng quy định", of whose name "chi" may be a word of address."""
    folded, place = _folded(clause), _state_in(clause)
    head = words_of(folded[: place.start()]) if place is not None else []
    return bool(head) and any(head == words_of(name) for name in (item.name, item.short_name, *item.aliases))


def _abbreviates(word: str, name: Sequence[str]) -> bool:
    """Tell "ttvh" of "Trung tâm văn hóa", "btc" of "BTCQG y tế"."""
    if len(word) > _SHORT and any(part.startswith(word) and not is_syllable(part) for part in name):
        return not is_syllable(word)
    return len(word) >= _SHORT and word in "".join(part[:1] for part in name)


def _reading(item: ItemView, clause: str, start: int) -> Reading:
    kind: Literal["in_progress", "done"] = "in_progress" if item.is_task else "done"
    words, span = clause.strip(" .,;-+*•"), (start, start + len(clause))
    return Reading(kind, item.key, named=True, status=kind, words=words, span=span, rule="own words")
