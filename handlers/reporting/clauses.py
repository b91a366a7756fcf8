"""The clauses of a message, each heard: "tuyển quân 9; dân quân khá; quân sự xuất sắc" tells of three."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.reading import read
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.words import fold, words_of
from db.item_view import ItemView
from handlers.reporting import by_own_words, in_one_piece, introduced, joined, not_counted_yet
from handlers.reporting.figure_row import grade_said
from handlers.reporting.remarks import APART
from handlers.texts.reporting import heard_of_items as hears
from handlers.turn import Turn

_ENDS = re.compile(r"[;\n]|[,.](?!\d)")
_NO = re.compile(r"\b(?:khong|ko|k|kg)\b(?! (?:phat sinh|xay ra|co|con|de|phai|duoc|bi|khong)\b)")
_NOES = re.compile(r"(?:\w[\w ,]{1,40}? (?:khong|ko|k|kg)(?: (?=\w)|(?: a| nhe| ah)?$)){2,6}")
_AROUND = frozenset(
    ("dat", "duoc", "da", "danh", "hieu", "la", "loai", "xep", "don", "vi", "cong", "nhan", "roi")
)
SIGNS = " ,;.\n-+*•"
_MARKS = re.compile(r"^\d{1,2}[.)/] *(?=\D)|\n\s*\d{1,2}$")
_SILENT = frozenset({"question", "greeting"})


LONGEST = 200
"""Letters; what is longer is no row of names without a sign."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two signs, where it begins, and the item that it names for certain."""

    text: str
    start: int
    item: str | None

    def holds(self, at: int) -> bool:
        return self.start <= at < self.start + len(self.text)


def read_all(turn: Turn, words: str, context: Context) -> tuple[Reading, ...]:
    """The message read as a whole, and each of its clauses that this leaves out.

    A clause whose item the whole has heard is not read again; what asks stays a question unless each clause
    by itself reports an item of its own ("tnxh không, điểm nóng không").
    """
    if kept := joined.kept(turn, words):
        return kept
    found = read(words, turn.ward.whole_catalogue, context)
    clauses = of(turn, words)
    if len(clauses) < 2 and (each := _each_with_its_no(turn, words)):
        clauses = each
    heard = _with_own_words(turn, clauses, _each_heard(turn, clauses, found, context))
    told = in_one_piece.told(turn, words, _each_in_its_words(turn, words, clauses, heard))
    return introduced.told(turn, not_counted_yet.left_out(words, told))


def _each_heard(
    turn: Turn, clauses: Sequence[Clause], found: tuple[Reading, ...], context: Context
) -> tuple[Reading, ...]:
    if len(clauses) < 2:
        return found
    told = [(clause, tuple(_reports(turn, clause, context))) for clause in clauses]
    if all(one.kind == "question" for one in found):
        named = {clause.item for clause, reports in told if reports}
        each = tuple(one for _clause, reports in told for one in reports)
        return each if None not in named and len(named) == len(clauses) else found
    heard = {one.item for reading in found for one in _meant(reading)}
    new = [
        reports
        for clause, reports in told
        if clause.item and clause.item not in heard and not _is_held(clause, found, context)
    ]
    return (*found, *(one for reports in new for one in reports))


def _is_held(clause: Clause, found: Sequence[Reading], context: Context) -> bool:
    """Tell the words of a task behind its code, "nv31 trước hạn 12%, đúng hạn 88%", from an own item."""
    return clause.item not in context.own and any(clause.text.strip() in one.words for one in found)


def _with_own_words(turn: Turn, clauses: Sequence[Clause], found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The same with what clauses tell of own items by a word of their names, which no reading has heard.

    The words of what stands before end where another item is told of: "thcs duy trì, thpt duy trì".
    """
    sure = [one for one in found if one.kind not in _SILENT and _is_named(one)]
    if len(clauses) < 2 and any(one.named or not one.doubts for one in sure):
        return found
    heard = {one.item for one in sure if one.named}
    elsewhere = {clause.item: clause.start for clause in clauses}
    begun = {
        max(one.span[0], elsewhere.get(one.item, 0))
        for reading in sure
        for one in _meant(reading)
        if one.item and reading.named
    }
    places = {turn.words.find(one.words) for one in sure if one.named and one.words}
    begun |= {at for at in places if at > 0 and turn.words[:at].rstrip()[-1:].isalnum()}
    left = [clause for clause in clauses if not any(clause.holds(at) for at in begun)]
    each = by_own_words.each_of(turn.words)
    told = [one for clause in left if (one := _told_of(turn, clause, heard, each)) is not None]
    if not told:
        return found
    kept = [_ended(one, told) for one in found if not any(_is_in(one, other) for other in told)]
    said = [*(one for one in kept if one.kind not in _SILENT), *told]
    return tuple(sorted(said, key=lambda one: one.span))


def _each_in_its_words(
    turn: Turn, words: str, clauses: Sequence[Clause], found: tuple[Reading, ...]
) -> tuple[Reading, ...]:
    """What is told in words of one of several items: the clauses from its own on, up to the next item's."""
    told = [one for one in found if _wants_words(turn, one)]
    if not told or (len(found) == 1 and not found[0].doubts):
        return found
    begun = {one: next((c.start for c in clauses if c.holds(_start(one))), 0) for one in found}
    others = {begun[one] for one in found if one in told or _is_of_its_own(one)}
    ends = {start: min((at for at in others if at > start), default=len(words)) for start in others}
    said: dict[str | None, list[str]] = {}
    for start, item in sorted({begun[one]: one.item for one in told}.items()):
        said.setdefault(item, []).append(_tidy(words[start : ends[start]]))
    first = {one.item: one for one in reversed(told)}
    inside = {begun[one] for one in told}
    return tuple(
        _in_words(one, APART.join(said[one.item])) if one in told else one
        for one in found
        if first.get(one.item) is one
        or (
            one not in told
            and (_is_of_its_own(one) or not any(at <= _start(one) < ends[at] for at in inside))
        )
    )


def _tidy(text: str) -> str:
    """Without the marks of a list around it: "3. ATTP kiểm tra 20 cơ sở", and the 4 of the next line."""
    return _MARKS.sub("", text.strip(SIGNS)).strip(SIGNS)


def _start(reading: Reading) -> int:
    return min((one.span[0] for one in _meant(reading) if one.span[1] or not reading.doubts), default=0)


def _in_words(reading: Reading, words: str) -> Reading:
    if not reading.doubts:
        return replace(reading, words=words)
    span = (_start(reading), reading.span[1])
    return Reading(
        "done", reading.item, named=reading.named, status="done", words=words, span=span, rule="in words"
    )


def _is_of_its_own(reading: Reading) -> bool:
    """False of a number without a name: behind what is told in words it belongs to these."""
    return reading.named or any(one.named for one in _meant(reading))


def _wants_words(turn: Turn, reading: Reading) -> bool:
    """True of an indicator that is told in words, with however many numbers in them."""
    item = turn.ward.items.get(reading.item or "")
    if item is None or item.target is None or not item.target.is_narrative:
        return False
    if reading.words and not reading.doubts:
        return False
    return all(one.item == item.key for one in _meant(reading))


def _is_named(reading: Reading) -> bool:
    return reading.named or reading.value is not None or bool(reading.doubts)


def _told_of(turn: Turn, clause: Clause, heard: Collection[str | None], each: str | None) -> Reading | None:
    told = by_own_words.told(turn, clause.text, clause.start, heard, clause.item)
    if told is None and each is not None and each not in clause.text:
        told = by_own_words.told(turn, f"{clause.text} {each}", clause.start, heard, clause.item)
    return told


def _is_in(reading: Reading, other: Reading) -> bool:
    """True of what was read without a name where something else is named after all."""
    start, end = other.span
    return not reading.named and all(start <= one.span[0] < end for one in _meant(reading) if one.span[1])


def _ended(reading: Reading, others: Sequence[Reading]) -> Reading:
    """The reading with its words from, or up to, where another item is told of."""
    words = reading.words
    for other in others:
        before, found, after = words.partition(_meant(other)[-1].words)
        words = (before.strip(SIGNS) or after) if found else words
    return replace(reading, words=words.strip(SIGNS)) if words != reading.words else reading


def of(turn: Turn, words: str) -> list[Clause]:
    """What stands between signs; with the item that each names for certain, where there are several."""
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
    if hears.SOMEBODY_DOES.match(fold(text)):
        return None
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
