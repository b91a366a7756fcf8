"""What a message says stands in the way: where it begins, whose it is, in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.reading import read
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.states.trouble import troubles
from bot.domain.reading.words import fold, tokenise
from db.item_view import ItemView
from handlers.reporting.figure_row import line_of
from handlers.reporting.hearing import heard
from handlers.turn import Turn

AROUND = " ,.;:-–()"
PAUSE = re.compile(r"[,;\n]\s|[,;\n](?!\d)|\.\s| [(-] ?")
_CLAUSE = re.compile(rf"{PAUSE.pattern}|(?<!don )\b(?:vi (?!pham|tri)|do (?!thi))")
_STOP = re.compile(r"[;\n]|\.\s")
_BEGINS_ANEW = re.compile(r"[,;.]\s*(?:(?:va|con|rieng) )?$|\b(?:va|con|rieng) $")
_DIGITS = re.compile(r"\d%?")
_NO_TROUBLE = re.compile(
    r"\d|\b(?:kho khan|ton tai|han che|kien nghi|(?:gui|bao cao|nop|bao|nen) (?:muon|tre|cham)|thong cam"
    r"|xin loi)\b"
)
"""A clause of these tells of no trouble by itself: "đã tháo gỡ khó khăn", "em ốm nên gửi muộn"."""


def words(turn: Turn, reading: Reading, item: ItemView) -> str | None:
    """What stands in the way of the item, as it was typed; None where nothing does.

    "Vướng" belongs to what was named last before it: in "nv021 vướng kinh phí, bhyt 99,8" to the task. What
    stands apart from several figures is of none of them (`of_nobody`).
    """
    if of_another(turn, reading, item) is not None:
        return None
    text = _reach(turn, reading)
    folded = fold(text)
    named = [(start, item.key in keys) for start, keys in _named(turn, folded)]
    for said in begun(turn, text, item):
        before = [(start, own) for start, own in named if start < said]
        if not before or before[-1][1] or (reading.named and len(named) == 1):
            begins = _head(folded, said, before[-1][0] if before and len(named) > 1 else 0)
            after = (start for start, own in named if start > said and (not own or not before))
            ends = next((start for start in after if _BEGINS_ANEW.search(folded[:start])), len(text))
            told = _as_typed(text[begins:ends])
            return None if any(told.startswith(other) for other in of_nobody(turn)) else told
    return None


def of_another(turn: Turn, reading: Reading, item: ItemView) -> tuple[ItemView, str] | None:
    """Another item that a word in front of "vướng" calls, and what hinders it; None where none does.

    "Camera vướng mặt bằng, thu ngân sách 1 tỷ" hinders what has a camera in its name.
    """
    line = line_of(turn.words, reading)
    folded = fold(line)
    said = next(iter(troubles(folded)), None)
    ends = next((at.start() for at in PAUSE.finditer(folded) if said is not None and at.start() > said), None)
    if said is None or ends is None:
        return None
    begins = max((at.end() for at in PAUSE.finditer(folded) if at.end() <= said), default=0)
    found = turn.ward.catalogue.find(line[begins:said]).items
    keys = {one.key for one in found}
    if len(keys) != 1 or not keys.isdisjoint({item.key, *(one.item for one in heard(turn))}):
        return None
    return turn.ward.items[keys.pop()], line[begins:ends].strip(AROUND)


def of_nobody(turn: Turn) -> list[str]:
    """What hinders and names no item, apart from the figures of several: which is meant must be asked."""
    keys = items_told(turn)
    if len(keys) < 2:
        return []
    item, found = turn.ward.items[keys[0]], []
    cuts = [0, *(at.end() for at in _STOP.finditer(turn.words)), len(turn.words)]
    for start, end in pairwise(cuts):
        piece = turn.words[start:end]
        named = _named(turn, fold(piece))
        pause = PAUSE.search(piece)
        if len(named) > 1 and pause is not None and pause.start() < named[0][0]:
            piece, named = piece[: pause.start()], []  # "vướng kinh phí, bhyt 99,4, bhxh 205"
        if not named and begun(turn, piece, item):
            found.append(_as_typed(piece))
    return found


def items_told(turn: Turn) -> list[str]:
    """The items that the message tells of, in its order."""
    keys = dict.fromkeys(one.item for one in heard(turn) if one.item in turn.ward.items)
    return [key for key in keys if key is not None]


def begun(turn: Turn, text: str, item: ItemView) -> list[int]:
    """Where trouble begins to be told: by a word for it, else by clauses that tell of nothing else."""
    folded = fold(text)
    if found := troubles(folded):
        return found
    context = Context(now=turn.said_at, item=item.key)
    begun = []
    for start, end in pairwise([0, *(at.end() for at in _CLAUSE.finditer(folded)), len(text)]):
        clause = text[start:end].strip(AROUND)
        if clause and not _NO_TROUBLE.search(fold(clause)):
            told = read(clause, turn.ward.whole_catalogue, context)
            begun += [start] if [(one.kind, one.named) for one in told] == [("obstacle", False)] else []
    return begun


def _reach(turn: Turn, reading: Reading) -> str:
    """The line of a figure; the whole message, where it tells of no other item."""
    return turn.words.strip() if len(items_told(turn)) == 1 else line_of(turn.words, reading)


def _named(turn: Turn, folded: str) -> list[tuple[int, Sequence[str]]]:
    """Where items are named in folded text, and which."""
    tokens = tokenise(folded)
    return [(tokens[one.start].start, one.keys) for one in turn.ward.whole_catalogue.mentions(tokens, folded)]


def _head(folded: str, said: int, name: int) -> int:
    """Where the words begin: behind the figure and the pause after it, when there is one."""
    told = max((at.end() for at in _DIGITS.finditer(folded, name, said)), default=None)
    if told is None:
        return name
    return next((at.end() for at in PAUSE.finditer(folded, told, said)), name)


def _as_typed(text: str) -> str:
    return "; ".join(line.strip(AROUND) for line in text.strip(AROUND).split("\n") if line.strip(AROUND))
