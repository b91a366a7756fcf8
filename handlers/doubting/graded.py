"""Grades that are told in words: on the target's scale, off it, or of a target without one. Form T24."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain import grades
from bot.domain.reading.model import Reading
from bot.domain.reading.naming.meant import written_out
from bot.domain.reading.vocabulary.courtesy import ADDRESSED, SPEAKERS
from bot.domain.reading.words import fold, words_of
from bot.domain.targets import Target
from db import figures
from db.item_view import ItemView
from handlers.reporting import which_period
from handlers.reporting.figure_row import grade_said, line_of
from handlers.texts.reporting import not_recorded
from handlers.turn import Turn

_AROUND = frozenset(
    words_of(
        "dat duoc loai xep danh hieu la nam nay cuoi ket qua o muc da vua moi tang trao nhan phong cong nhan "
        "quyet dinh don vi phuong minh ben cua van"
    )
)
_SPEAKING = SPEAKERS | ADDRESSED | frozenset(words_of("bao cao co chinh thuc tap the"))
_REACHED = re.compile(r"\b(?:la|dat|duoc|dc|tang|trao|phong|cong nhan)\b")
"""Folded words with which a title is told to be reached."""
_CLOSING = frozenset(words_of("a ah nhe nha anh chi em roi nam nay dong sep nghen nghe"))
_AT_THE_END = frozenset(("dat", "duoc", "da"))
"""Words behind a title that say it is reached: "quyết thắng đạt rồi"."""
_MENDS = re.compile(r"\b(?:sua|nham|dinh chinh|dung la|phai la)\b")
_SHORT = re.compile(r"\bxs(?:ac)?\b", re.IGNORECASE)
_PRAISES = frozenset(("lam", "qua", "rat", "that", "nhi", "day"))
_LONGEST = 9
"""Words of a grade: "vững mạnh toàn diện, mẫu mực tiêu biểu"."""
_KINDS = frozenset(("done", "not_done", "question"))


def told(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """The reading with the grade that its line names and nothing else: "không đạt" too, where that is one.

    As typed where the target has no scale to hold it against. "Ok, tốt lắm" behind a receipt is no grade.
    """
    target = item.target
    if target is None or target.grade is None or reading.kind not in _KINDS or reading.doubts:
        return reading
    typed, before = _cut(_told(turn, reading), item)
    if reading.kind == "done" and not reading.named and _is_nod(turn, reading, item, typed, before):
        return replace(reading, kind="greeting", item=None, status=None)
    grade = grades.named_so(_plain(typed), {*target.scale, target.grade})
    if before - _words_of(item) or (grade is None and not grades.is_grade(_plain(typed))):
        return reading
    return replace(reading, kind="done", status="done", words=grade or typed)


def _is_nod(turn: Turn, reading: Reading, item: ItemView, typed: str, before: frozenset[str]) -> bool:
    """ "Mọi việc tốt", "ok tốt lắm" behind a receipt; "tốt" alone where a grade is there already."""
    if _MENDS.search(fold(turn.words)) or (before and before <= _words_of(item)):
        return False
    if before or not typed:
        return bool(before) or not _PRAISES.isdisjoint(words_of(turn.words))
    period, _day = which_period.of_reading(turn, reading, item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    return row is not None and not row.supplied


def _words_of(item: ItemView) -> frozenset[str]:
    return frozenset((*words_of(item.name), *words_of(item.short_name)))


def of_an_own_item(turn: Turn, said: Sequence[Reading]) -> Sequence[Reading]:
    """A grade of one graded item that is the person's, behind a part of its name: "quân sự: tốt", no nod.

    "Là đơn vị quyết thắng" means the item whose name has the title.
    """
    reached = _REACHED.search(fold(turn.words)) is not None and not turn.words.rstrip().endswith("?")
    if any(reading.kind != "greeting" and not (reached and _is_unclear(reading)) for reading in said):
        return said
    graded = [one for one in turn.ward.duties(turn.person.id) if one.target and one.target.grade]
    typed, before = _cut(turn.words, *graded)
    beside = frozenset(written_out(sorted(before - _SPEAKING))) if reached else before
    meant = [item for item in graded if typed and _is_meant(item, typed, beside, reached=reached)]
    if len(meant) != 1:
        return said
    (item,), whole, rule = meant, (0, len(turn.words)), "grade of an own item"
    return (Reading("done", item.key, named=True, status="done", words=typed, span=whole, rule=rule),)


def _is_unclear(reading: Reading) -> bool:
    """True of what no item was read for surely: of nobody's, or how the item of that name stands."""
    unsure = reading.kind == "ambiguous" and not reading.named
    return reading.value is None and (unsure or reading.kind == "question")


def _is_meant(item: ItemView, typed: str, before: frozenset[str], *, reached: bool) -> bool:
    """By words of its name in front; by the title alone where that is reached, and its name has it."""
    if before:
        return before <= _words_of(item)
    title = frozenset(words_of(typed)) - _AROUND
    return reached and grade_said(item.target, typed) is not None and title <= _words_of(item)


def _cut(said: str, *graded: ItemView) -> tuple[str, frozenset[str]]:
    """The grade at the end of words, and what stands before it, without fillers."""
    typed = [
        word for word in _SHORT.sub(not_recorded.EXCELLENT, said).replace(":", " ").split() if _plain(word)
    ]
    while typed and _plain(typed[-1]) in _CLOSING:
        typed = typed[:-1]
    while typed:
        for size in range(min(len(typed), _LONGEST), 0, -1):
            grade = " ".join(typed[-size:]).strip(' .,;!-“”"')
            if grades.is_grade(_plain(grade)) or any(_is_on_scale(item, grade) for item in graded):
                return grade, frozenset(_plain(word) for word in typed[:-size]) - _AROUND - _CLOSING
        if _plain(typed[-1]) not in _AT_THE_END:
            break
        typed = typed[:-1]
    return "", frozenset()


def _is_on_scale(item: ItemView, said: str) -> bool:
    target = item.target
    known = {*target.scale, target.grade or ""} if target is not None else ()
    return grades.named_so(_plain(said), known) is not None


def off_the_scale(turn: Turn, reading: Reading) -> list[str]:
    """What to say where a grade is given that the scale does not have; empty where none is, or it has it."""
    item = turn.ward.items.get(reading.item or "")
    target = item.target if item is not None else None
    if item is None or target is None or len(target.scale) < 2 or reading.kind not in {"done", "question"}:
        return []
    said = _told(turn, reading)
    if not grades.is_grade(fold(said)) or _is_on(target, said):
        return []
    return [not_recorded.off_the_scale(item, target.scale)]


def _is_on(target: Target, said: str) -> bool:
    known = {*target.scale, *filter(None, (target.grade,))}
    return grades.named_so(_plain(said), known) is not None or grade_said(target, said) is not None


def _told(turn: Turn, reading: Reading) -> str:
    """The words of a line without the item's name and what stands around a grade, as they were typed."""
    if grades.is_grade(fold(reading.words)):
        return reading.words
    line = line_of(turn.words, reading)
    found = turn.ward.whole_catalogue.find(line)
    start, end = found.span if found.items and not found.guessed else (0, 0)
    words = _SHORT.sub(not_recorded.EXCELLENT, f"{line[:start]} {line[end:]}").replace(":", " ").split()
    while words and _plain(words[0]) in _AROUND | {""}:
        words = words[1:]
    while words and _plain(words[-1]) in _CLOSING | {""}:
        words = words[:-1]
    return " ".join(words).strip(' .,;!-“”"')


def _plain(word: str) -> str:
    return " ".join(words_of(word))
