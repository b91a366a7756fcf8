"""Lines of a list that tell of what stands in the way and name no item: read apart from the items' lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading import read
from bot.domain.reading.model import Context
from bot.domain.reading.states.trouble import troubles
from bot.domain.reading.words import fold, normalise, tokenise
from handlers.reporting.lines import MARK
from handlers.texts.obstacles.obstacle import SAYS_NOTHING
from handlers.turn import Turn

AROUND = " ,.;:-–"
_NONE = re.compile(
    r"(?:kho khan|vuong(?: mac)?|ton tai|han che|tro ngai|,| |va)*[: -]*(?:khong|ko|k|0)(?: co)?(?: gi)?"
)
_PROPOSES = re.compile(r"(?:kien nghi|de nghi|de xuat)\b")
_CODE = frozenset({"code"})
_WHOLE = frozenset({"code", "name"})


def set_apart(turn: Turn, words: str) -> tuple[str, list[str]]:
    """A text of several lines with blanks for those that only tell of trouble; and those lines.

    "1. VSMT: 3 buổi / 2. Vướng: thiếu xe" must not hinder by its first line. Left as it was where another
    line tells something, but of no item.
    """
    lines = normalise(words).split("\n")
    apart = _of_trouble(turn, lines) if len(lines) > 1 else set[int]()
    rest = "\n".join(" " * len(line) if at in apart else line for at, line in enumerate(lines))
    if not apart or (rest.strip() and not _mentions(turn, rest)):
        return words, []
    return rest, [said for at in sorted(apart) if (said := _content(lines[at]))]


def telling(lines: Sequence[str]) -> list[str]:
    """Those of the lines set apart that tell of trouble: no headings, no "khó khăn: không"."""
    return [one for one in lines if not _is_heading(one) and not _NONE.fullmatch(fold(one))]


def of_whom(turn: Turn, line: str) -> list[str]:
    """The items that a line calls by a whole name: "Tồn tại: dân chưa quan tâm BHXH"."""
    folded = fold(line)
    named = turn.ward.whole_catalogue.mentions(tokenise(folded), folded)
    return [key for one in named if one.strength in _WHOLE for key in one.keys]


def _of_trouble(turn: Turn, lines: Sequence[str]) -> set[int]:
    """The places of the lines of trouble; with a heading alone, of what stands under it."""
    found, heads = set(), False
    for at, line in enumerate(lines):
        said = _content(line)
        begins = troubles(fold(said))[:1] == [0] and not _mentions(turn, said, _CODE)
        under = heads and bool(said) and not _mentions(turn, said)
        if begins or under or _is_alone(turn, said):
            found.add(at)
        heads = _is_heading(said) if begins else under
    return found


def _content(line: str) -> str:
    mark = MARK.match(line)
    return line[mark.end() if mark else 0 :].strip(AROUND)


def _is_heading(said: str) -> bool:
    return SAYS_NOTHING.fullmatch(fold(said).replace(",", "")) is not None


def _is_alone(turn: Turn, said: str) -> bool:
    """True for a line that tells of trouble by itself: "thiếu người", "mạng chập chờn"."""
    if not said or _mentions(turn, said) or _PROPOSES.match(fold(said)):
        return False
    told = read(said, turn.ward.whole_catalogue, Context(now=turn.said_at))
    return [(one.kind, one.item) for one in told] == [("obstacle", None)]


def _mentions(turn: Turn, said: str, strengths: frozenset[str] = frozenset()) -> bool:
    folded = fold(said)
    named = turn.ward.whole_catalogue.mentions(tokenise(folded), folded)
    return any(not strengths or one.strength in strengths for one in named)
