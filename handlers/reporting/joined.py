"""Several own items named before one state: "phổ cập với xóa mù vẫn giữ chuẩn", "pcgd xmc vẫn duy trì"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.reading.model import Reading
from bot.domain.reading.naming.meant import meant
from bot.domain.reading.words import fold, is_syllable, words_of
from db.item_view import ItemView
from handlers.own_items.weighing import Own
from handlers.reporting import by_own_words
from handlers.turn import Turn

_ALL_OF_THEM = re.compile(
    r"(?:[ ,]+(?:deu|ca|thi|va))*[ ,]+(?:dat|giu|duy tri|on|giu vung|con giu|van giu|van dat)"
    r" (?:het|ca|du|het ca|du ca|tat)(?: (?:roi|a|nha|nhe|nghen|em|anh|chi|do))*$"
)
""""Đoàn coi phổ cập với xóa mù rồi, đạt hết"."""
_DENIED = re.compile(r"\b(?:khong|ko|k|kg|hong|chua|sap|se|neu|kho)(?: (?:the|con|duoc|co|ma))*$")
"""In front of a state it is none: "phổ cập với xóa mù chưa | đạt hết"."""
_AND = re.compile(r"\s*(?:[,;+&/]|\b(?:cung voi|cung nhu|voi|va|lan)\b)\s*")
SEVERAL = 2


def told_of_each(turn: Turn) -> tuple[list[ItemView], str]:
    """The items, all the person's own, and what is said of each; none where a name may be of two."""
    head, state = by_own_words.ending(turn.words)
    if not head or _DENIED.search(head) or _is_one(turn, head):
        return [], ""
    own = turn.ward.duties((turn.owner or turn.person).id)
    pieces = [piece for part in _AND.split(head) if (piece := by_own_words.telling(part))]
    if len(pieces) < SEVERAL:
        words = [word for piece in pieces for word in piece]
        found = _side_by_side(own, words) if by_own_words.is_plain(head) else []
    else:
        found = _of_pieces(turn, own, pieces)
    return (found, state) if len(found) >= SEVERAL else ([], "")


def kept(turn: Turn, words: str) -> tuple[Reading, ...]:
    """Each of them as kept, where that is all that is told of any: "phổ cập với xoá mù đều giữ"."""
    items = told_of_each(turn)[0] if words == turn.words and _AND.search(_head(turn)) else []
    items = items or _named_in_front(turn, words)
    if not items or any(item.target is None or not item.target.is_kept for item in items):
        return ()
    told = Reading(
        "done", named=True, status="done", words=words.strip(), span=(0, len(words)), rule="joined"
    )
    return tuple(replace(told, item=item.key) for item in items)


def _named_in_front(turn: Turn, words: str) -> list[ItemView]:
    """What is to be kept that is named anywhere in front of what is said of all; nothing where it is one."""
    folded = fold(words).strip(" .!")
    ending = _ALL_OF_THEM.search(folded)
    if words != turn.words or ending is None or not by_own_words.is_plain(folded[: ending.start()]):
        return []
    own = turn.ward.duties((turn.owner or turn.person).id)
    kept = [item for item in own if item.target is not None and item.target.is_kept]
    runs = list(_runs(kept, words_of(folded[: ending.start()])))
    found = _once([item for item in runs if item is not None])
    return found if len(found) >= SEVERAL else []


def _head(turn: Turn) -> str:
    return by_own_words.ending(turn.words)[0]


def _is_one(turn: Turn, head: str) -> bool:
    """True where all of it is the name of one item: "văn hóa và thể thao"; a line's is that of its parts."""
    words = by_own_words.telling(head)
    items = [item for item in turn.ward.items.values() if not item.parts]
    return any(
        by_own_words.holds(item, head) if item.is_task else by_own_words.is_called(item, words)
        for item in items
    )


def _of_pieces(turn: Turn, own: Sequence[ItemView], pieces: Sequence[list[str]]) -> list[ItemView]:
    """One item of each piece; none at all where a piece names none, several, or one that is counted."""
    named = [_only(own, piece, pieces[0][:1]) or _meant(turn, piece) for piece in pieces]
    found = [item for item in named if item is not None]
    return _once(found) if len(found) == len(pieces) and _are_told(found) else []


def _meant(turn: Turn, piece: Sequence[str]) -> ItemView | None:
    """ "Đoàn coi phổ cập": the one own item to be kept that the words speak of, whatever else they say.

    Not where figures are told, or several lines.
    """
    if any(sign.isdigit() or sign == "\n" for sign in turn.words.strip()):
        return None
    own = Own.of(turn)
    targets = {key: item.target for key, item in own.views.items()}
    kept = [key for key, target in targets.items() if target is not None and target.is_kept]
    sure = meant(own.ranked(" ".join(piece), kept), own.items)
    return own.views[sure[0]] if len(sure) == 1 else None


def _side_by_side(own: Sequence[ItemView], words: Sequence[str]) -> list[ItemView]:
    """What is to be kept, with no sign between; a name unknown beside all but one of a line is that one."""
    kept = [item for item in own if item.target is not None and item.target.is_kept]
    runs = list(_runs(kept, words))
    found = _once([item for item in runs if item is not None])
    lines = {item.parent for item in found}
    if None not in runs:
        return found
    left = [item for item in kept if item.parent in lines and item not in found]
    alone = len(lines) == 1 and None not in lines and len(left) == 1 and runs.count(None) == 1
    return [*found, *left] if alone else []


def _runs(kept: Sequence[ItemView], words: Sequence[str]) -> Iterator[ItemView | None]:
    """The items in their order, the longest name first; None for each run of words that names none."""
    at, unknown = 0, False
    while at < len(words):
        ends = range(len(words), at, -1)
        end, item = next(
            ((end, item) for end in ends if (item := _only(kept, words[at:end], words[:1])) is not None),
            (at + 1, None),
        )
        shared = at == 0 and end == 1 and item is None
        if item is not None or not (unknown or shared):
            yield item
        at, unknown = end, item is None and not shared


def _only(own: Sequence[ItemView], piece: Sequence[str], shared: Sequence[str]) -> ItemView | None:
    """The one item of these words; of several the indicator, or the one that has the first word as well."""
    if len(piece) == 1 and is_syllable(piece[0]):
        return None
    found = [item for item in own if by_own_words.is_called(item, list(piece))]
    found = [item for item in found if not item.is_task] or found
    if len(found) > 1:
        found = [item for item in found if by_own_words.is_called(item, [*shared, *piece])] or found
    if len(found) > 1:
        found = [item for item in found if by_own_words.is_just(item, list(piece))]
    return found[0] if len(found) == 1 else None


def _are_told(items: Sequence[ItemView]) -> bool:
    return all(item.target is None or item.target.is_told_as_it_goes for item in items)


def _once(items: Sequence[ItemView]) -> list[ItemView]:
    return list({item.key: item for item in items}.values())
