"""The clauses of a message, each heard: "tuyển quân 9; dân quân khá; quân sự xuất sắc" tells of three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.reading import read
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.words import fold, words_of
from db.item_view import ItemView
from handlers.reporting.figure_row import grade_said
from handlers.turn import Turn

_ENDS = re.compile(r"[;\n]|[,.](?!\d)")
_NO = re.compile(r"\b(?:khong|ko|k|kg)\b(?! (?:phat sinh|xay ra|co|con|de|phai|duoc|bi|khong)\b)")
_NOES = re.compile(r"(?:\w[\w ,]{1,40}? (?:khong|ko|k|kg)(?: (?=\w)|(?: a| nhe| ah)?$)){2,6}")
_AROUND = frozenset(
    ("dat", "duoc", "da", "danh", "hieu", "la", "loai", "xep", "don", "vi", "cong", "nhan", "roi")
)
_SILENT = frozenset({"question", "greeting"})


LONGEST = 200
"""Letters; what is longer is no row of names without a sign."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two signs, where it begins, and the item that it names for certain."""

    text: str
    start: int
    item: str | None


def read_all(turn: Turn, words: str, context: Context) -> tuple[Reading, ...]:
    """The message read as a whole, and each of its clauses that this leaves out.

    A clause whose item the whole has heard is not read again; what asks stays a question unless each clause
    by itself reports an item of its own ("tnxh không, điểm nóng không").
    """
    found = read(words, turn.ward.whole_catalogue, context)
    clauses = _clauses(turn, words)
    if len(clauses) < 2 and not (clauses := _each_with_its_no(turn, words)):
        return found
    told = [(clause, tuple(_reports(turn, clause, context))) for clause in clauses]
    if all(one.kind == "question" for one in found):
        named = {clause.item for clause, reports in told if reports}
        each = tuple(one for _clause, reports in told for one in reports)
        return each if None not in named and len(named) == len(clauses) else found
    heard = {one.item for reading in found for one in _meant(reading)}
    left = [one for clause, reports in told if clause.item and clause.item not in heard for one in reports]
    return (*found, *left)


def _clauses(turn: Turn, words: str) -> list[Clause]:
    signs = [-1, *(found.start() for found in _ENDS.finditer(words)), len(words)]
    cuts = [
        at
        for before, at, after in zip(signs, signs[1:], signs[2:], strict=False)
        if not _is_in_name(turn, words[before + 1 : after], at - before - 1)
    ]
    starts, ends = [0, *(at + 1 for at in cuts)], [*cuts, len(words)]
    pieces = [(words[start:end], start) for start, end in zip(starts, ends, strict=True)]
    return [
        Clause(text, start, _named(turn, text) if len(pieces) > 1 else None)
        for text, start in pieces
        if text.strip()
    ]


def _each_with_its_no(turn: Turn, words: str) -> list[Clause]:
    """ "Tnxh không điểm nóng không", without a sign between: each name with its "không"; else nothing."""
    if len(words) > LONGEST or _NOES.fullmatch(fold(words).strip(" .!")) is None:
        return []
    ends = [0, *(found.end() for found in _NO.finditer(fold(words)))]
    pieces = [(words[start:end], start) for start, end in pairwise(ends)]
    clauses = [Clause(text, start, _named(turn, text)) for text, start in pieces]
    named = {clause.item for clause in clauses}
    return clauses if None not in named and len(named) == len(clauses) else []


def _is_in_name(turn: Turn, text: str, at: int) -> bool:
    """True of the comma of "Hội khuyến học, TT VHTT-HTCĐ", which is one item."""
    found = turn.ward.whole_catalogue.find(text)
    return bool(found.items) and not found.guessed and found.span[0] < at < found.span[1]


def _named(turn: Turn, text: str) -> str | None:
    found = turn.ward.whole_catalogue.find(text)
    if found.sure is not None and not found.guessed:
        return found.sure.key
    own = turn.ward.duties((turn.owner or turn.person).id)
    titled = [item.key for item in own if _is_title(item, text)]
    return titled[0] if len(titled) == 1 else None


def _reports(turn: Turn, clause: Clause, context: Context) -> Iterator[Reading]:
    """What a clause that names an item reports by itself; its name may be the title that was reached."""
    item = turn.ward.items.get(clause.item or "")
    if item is None:
        return
    found = [_as_told(one) for one in read(clause.text, turn.ward.whole_catalogue, context)]
    told = [one for one in found if one.kind not in _SILENT and one.item == item.key]
    if not told and _is_title(item, clause.text):
        told = [Reading("done", item.key, named=True, words=clause.text.strip(), status="done", rule="title")]
    for one in told:
        yield replace(one, span=(one.span[0] + clause.start, one.span[1] + clause.start))


def _as_told(reading: Reading) -> Reading:
    """ "Điểm nóng không", which alone may ask, tells beside other reports."""
    meant = [one for doubt in reading.doubts for one in doubt.candidates if one.none_arose]
    return meant[0] if reading.kind == "question" and meant else reading


def _is_title(item: ItemView, text: str) -> bool:
    """Tell "quân sự đạt xuất sắc", "dân quân giỏi", "quyết thắng": only the item and a title of its scale."""
    target = item.target
    if target is None or grade_said(target, text) is None:
        return False
    known = words_of(" ".join((item.name, item.short_name, *target.scale, target.grade or "")))
    return set(words_of(text)) <= {*known, *_AROUND}


def _meant(reading: Reading) -> Sequence[Reading]:
    return [reading, *(one for doubt in reading.doubts for one in doubt.candidates)]
