"""Lines of a long report in which nothing was read, and those that tell of plans: said, not recorded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold, normalise, tokenise
from handlers import rights
from handlers.texts.reporting import not_recorded
from handlers.turn import Turn

LEAST = 3
"""Messages of fewer lines are read as a whole; what they leave open is asked about."""
MARK = re.compile(r"\s*(\d{1,2})[.)/]\s*(?=\D)|\s*[-+•*]\s*")
_TELLS = re.compile(r"\d|:\s*\S")
_AROUND = re.compile(
    r"\s*(?:kinh (?:gui|chao|thua)|nguoi (?:bao cao|lap|gui)|bao cao|don vi|noi nhan|ngay \d)\b"
)
_DAYS = re.compile(r"\b(?:thang|quy|tuan|nam|ngay|ky|den|toi|t|q) ?(?:\d[\d/.-]*|[ivx]+\b)(?:[/.]\d+)?")
_HEADS = re.compile(r":[\s.)]*$|\b(?:so lieu|bao cao|bc|kq|ket qua|tinh hinh|gui|nop)\b")
_PLANS = re.compile(
    r"\s*(?:phuong huong|phan dau|quyet tam|huong toi|muc tieu (?:thang|quy|nam|ky)"
    r"|(?:chi tieu phan dau|trong|du kien|ke hoach|nhiem vu) (?:thang|tuan|quy|nam|ky) (?:toi|sau)"
    r"|nhiem vu trong tam|(?:ke hoach|nhiem vu) tiep theo)\b(?! *(?:dat|\d))"
)
_WHOLE = frozenset({"code", "name"})


def own(turn: Turn, found: Sequence[Reading]) -> list[Reading]:
    """The readings without those of no known item, or of what only resembles somebody else's."""
    if turn.words.count("\n") + 1 < LEAST:
        return list(found)
    folded = fold(turn.words)
    named = turn.ward.whole_catalogue.mentions(tokenise(folded), folded)
    sure = {key for one in named if one.strength in _WHOLE for key in one.keys}
    mine = [one for one in found if one.item in sure or _is_own(turn, one)]
    if any(one.item for one in mine):
        mine = [one for one in mine if one.item or any(doubt.candidates for doubt in one.doubts)]
    return [replace(one, words=_first_lines(one.words)) for one in mine]


def _first_lines(words: str) -> str:
    """What is told of an item up to the next line of the list."""
    first, *others = words.split("\n")
    goes_on = takewhile(
        lambda line: line.strip() and not (MARK.match(line) or _AROUND.match(fold(line))), others
    )
    return "\n".join((first, *goes_on))


def _is_own(turn: Turn, reading: Reading) -> bool:
    item = turn.ward.items.get(reading.item or "")
    return item is None or rights.may_speak(turn.ward, turn.person, item)


def without_plans(words: str) -> str:
    """A text of several lines with blanks for those that tell of plans: "Phương hướng: phấn đấu 220"."""
    if "\n" not in words:
        return words
    tidy = normalise(words)
    return "\n".join(" " * len(line) if _is_plan(line) else line for line in tidy.split("\n"))


def left_out(typed: str, found: Sequence[Reading], hindering: Sequence[str]) -> list[str]:
    """What to say of the lines that tell something and of which nothing was read; not of what hinders."""
    lines = normalise(typed).split("\n")
    if len(lines) == 1 or not any(one.item for one in found):
        return []
    begun = {begin for one in found for begin, _end in spans(one)}
    unread, start = [], 0
    for line in lines:
        end = start + len(line)
        kept = any(start <= begin < end for begin in begun) or any(said in line for said in hindering)
        kept = kept or _is_in_words(line, found)
        told = _tells(line) and len(lines) >= LEAST and not kept
        if told or _is_plan(line):
            unread.append(_called(line))
        start = end + 1
    return [not_recorded.lines_left(unread)] if unread else []


def _is_in_words(line: str, found: Sequence[Reading]) -> bool:
    mark = MARK.match(line)
    said = line[mark.end() :] if mark else line
    return bool(said.strip()) and any(said.strip(" .,;") in one.words for one in found)


def _is_plan(line: str) -> bool:
    mark = MARK.match(line)
    said = fold(line[mark.end() :] if mark else line)
    return _PLANS.match(said) is not None and any(letter.isdigit() for letter in said)


def spans(reading: Reading) -> Sequence[tuple[int, int]]:
    """Where what was read stands, and what may be meant."""
    return [reading.span, *(one.span for doubt in reading.doubts for one in doubt.candidates if one.span[1])]


def _tells(line: str) -> bool:
    mark = MARK.match(line)
    said = line[mark.end() :] if mark else line
    if _TELLS.search(said) is None or _AROUND.match(fold(said)) is not None:
        return False
    return mark is not None or not _is_heading(fold(said))


def _is_heading(folded: str) -> bool:
    """Tell "Em báo cáo số liệu tháng 9:" from what is reported: all its numbers are of days and periods."""
    left = _DAYS.sub(" ", folded)
    return _HEADS.search(folded) is not None and _TELLS.search(left) is None


def _called(line: str) -> str:
    """The number that a line has in its list, else its first words."""
    mark = MARK.match(line)
    if mark is not None and mark[1]:
        return mark[1]
    return f"“{' '.join(line[mark.end() if mark else 0 :].split()[:4])}…”"
