"""What is to be kept ("duy trì", target forms T09, T19, T32): told as kept or lost, by a count or not."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot.domain.reading.model import Doubt, Kind, Reading
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.words import fold, words_of
from bot.domain.targets import Target
from handlers.reporting.figure_row import clause_of, line_of
from handlers.turn import Turn

NUMBERS = frozenset({"figure", "ratio", "percent", "correction"})
"""Kinds of readings that hold a figure."""
ASKS = re.compile(
    r"\?|\b(bao nhieu|the nao|ra sao|bao gio)\b|\b(khong|chua|gi|nao)( a| anh| chi)?$"
    r"|^(con |the )?(sao|tai sao|vi sao)\b"
    r"|(?<!\d )(?<!khong )\b(sao|(den|toi|o) dau)( roi| vay| the| a| nhi| ha)*$"
    r"|\b(ai|(nguoi|can bo|don vi|dong chi) nao)( dang)? (phu trach|theo doi|quan ly|nam|lo|lam|bao cao)\b"
)
"""A question, in folded words: "đạt 3 sao" and "không sao" are none."""
_NOTHING = re.compile(
    r"\b(?:khong|ko|k|kg|chua|chang|cha|hong|hem)(?: (?!con\b)\w+){1,4} (?:gi|nao)(?= a$|$|[,;.])"
)
""" "Đoàn kiểm tra chả nhắc gì": no question."""
LOST = re.compile(
    r"khong con\b|khong (con )?(giu|duy tri|dat)|\bmat (?=\d|mot|hai|het|danh hieu|chuan|truong|cong nhan)"
    r"|\bbi (rut|thu hoi|tuoc|ha)\b|\b(rot|tut) (chuan|hang)|chi con \d"
)
"""That something to be kept was not, in folded words."""
_FEARED = re.compile(
    r"\b(?:so|lo|ngai|nguy co|e|coi chung)(?: (?:se|bi|la))*"
    r" (?:rot|mat|tut|khong con|khong (?:giu|dat))\b[^,;.]*"
)
""" "Sợ rớt chuẩn": it is not lost yet."""
_LOSS = re.compile(r"\b(mat|rot|tut|bi rut|bi thu hoi) ")
_KEPT = re.compile(r"\b(dang|van|con|tiep tuc) (con )?(duy tri|giu)|giu vung|\bduy tri( tot| du)?$|: ?co$")
_HOLDS = re.compile(
    r"\b(?:van|con|tiep tuc|deu|luon)(?: (?:con|dang|tiep tuc|deu|la|duoc|thuong xuyen))*"
    r" (?:giu|dat|duy tri|chuan|vung|tot|on|dam bao|bao dam|dung|deu|chay|hoat dong|vay|the|nhu|day du|nguyen"
    r"|binh thuong|hieu qua|tien tien|phu hop|thuc hien|cong nhan|lam (?:deu|tot|dung))\b"
    r"|\bduy tri (?:tot|vung|deu|on|duoc|thuong xuyen|hieu qua)\b"
    r"|\bgiu (?:vung|duoc|chuan|nguyen|deu|tot|on|muc|hang|cap|loai|danh hieu)\b"
    r"|\b(?:dang|duoc) (?:giu|duy tri)\b|\bnhu cu\b"
)
"""That it is kept, with remarks or numbers beside it: "trạm vẫn giữ chuẩn, tự chấm 92 điểm"."""
_IN_DOUBT = re.compile(
    r"\b(?:khong|chua|ko|kho|hong|het|thoi|bi)(?: (?:the|con|co|chac|biet))*"
    r" (?:giu|duy tri|dat|dam bao|du|cong nhan|on|vung|hieu qua)\b"
    r"|\b(?:neu|nguy co|phan dau|quyet tam|co gang|sap|rieng|tru|ngoai tru|chi con|rut|thu hoi|rot|mat)\b"
    r"|\b(?:de|nham|muon|phai|can|se|lam sao)(?: \w+)? (?:giu|duy tri)\b"
    r"|\b(?:kien nghi|de nghi|xin|vuong|thieu|hong)\b"
)
"""That it may be lost, or that something hinders: no plain word of its being kept."""
_NONE_LOST = re.compile(
    r"\b(?:khong|chua|ko|hong)(?: (?:co|mot|bi))* (?:\w+ ){0,6}(?:nao|gi|ai)(?: (?:bi|het|\w+))? "
    r"(?:rot|mat|rut|thu hoi|tut|ha|het|han)\b|\b(?:khong|chua) bi (?:rot|mat|rut|thu hoi|tut|ha)\b"
)
""" "Chưa trường nào bị rút chuẩn", "chưa trường nào hết hạn": none of them was lost."""
_LESS = re.compile(
    r"\b(?:con|bot|giam|chi|thieu|moi)(?: (?:lai|duoc|co|giu))* \d|\b(?:mat|rot|tut|trong so|tren tong)\b"
)
"""Beside a number: so many are left, or were lost."""
_AROUND = POLITE | frozenset(
    ("duoc", "dat", "co", "la", "nam", "quy", "thang", "nay", "tong", "toan", "truong")
)
_TELLING = 3
"""So many words at least tell something beside a number and what it counts."""
_LEFT = re.compile(r"\bcon (?:lai |giu duoc |giu )?(\d{1,3}) ?/ ?(\d{1,3})(?! ?[/\d])")
"""So many of all are left: "khóm VMĐT còn 3/4"."""
_A_OF_B = re.compile(r"\d ?/ ?\d")
_BECAUSE = re.compile(r"\b(vi|do|vuong|thieu)\b")


def asks(folded: str) -> bool:
    """True of folded words that hold a question."""
    return ASKS.search(_NOTHING.sub(" ", folded)) is not None


def kept_or_lost(turn: Turn, reading: Reading, target: Target) -> Reading:
    """ "Mất 1 trường", "không giữ được": what was to be kept is lost.

    A count alone does not say so, unless the target is a number: "4/4 khu phố".
    """
    line = line_of(turn.words, reading)
    if _is_held(reading, target, fold(line)):
        words = _in_full(turn, reading)
        return Reading(
            "done", reading.item, named=reading.named, status="done", words=words, span=reading.span
        )
    if reading.kind == "in_progress" and target.value is not None and (left := _LEFT.search(fold(line))):
        a, b = Decimal(left[1]), Decimal(left[2])
        counted_left = Reading("ratio", reading.item, named=reading.named, value=a, span=reading.span)
        return replace(counted_left, numerator=a, denominator=b, unit=target.unit)
    lost = LOST.search(_FEARED.sub(" ", fold(line))) is not None and reading.kind != "done"
    if reading.kind == "question" and reading.named and not lost and _is_kept(line):
        return replace(reading, kind="done", status="done", words=without_name(turn, line))
    counted = reading.kind in NUMBERS or (reading.kind == "question" and _A_OF_B.search(line) is not None)
    measured = target.value is not None and counted and _LOSS.search(_beside(turn, reading)) is None
    if measured or not (lost or counted):
        return reading
    if not lost and reading.numerator is not None and reading.numerator == reading.denominator:
        return Reading(
            "done", reading.item, named=reading.named, words=without_name(turn, line), span=reading.span
        )
    if not lost and (told := _in_words(turn, reading, line)) is not None:
        return told
    if not lost and (asked := _perhaps(turn, reading, line)) is not None:
        return asked
    hindered: tuple[Kind, ...] = ("obstacle",) if lost and _BECAUSE.search(fold(line)) else ()
    words = without_name(turn, line) if lost else ""
    return Reading(
        "not_done", reading.item, named=reading.named, words=words, span=reading.span, also=hindered
    )


def _is_held(reading: Reading, target: Target, folded: str) -> bool:
    """Tell "3 trường vẫn chuẩn như cũ", "vẫn giữ chuẩn, tự chấm 92 điểm" from "4/4 khóm", of a count."""
    rest = _NONE_LOST.sub(" ", folded)
    if rest != folded and not asks(folded) and not _IN_DOUBT.search(rest):
        return True
    several = [doubt.reason for doubt in reading.doubts] == ["two_numbers"]
    numbered = (reading.kind in NUMBERS or several) and not reading.none_arose and target.value is None
    unchanged = [doubt.reason for doubt in reading.doubts] == ["refers_to_previous"]
    asked = reading.kind == "question" and reading.named and reading.rule != "name alone"
    if not (numbered or reading.none_arose or unchanged or asked) or asks(folded):
        return False
    return _HOLDS.search(rest) is not None and not _IN_DOUBT.search(rest)


def _in_words(turn: Turn, reading: Reading, line: str) -> Reading | None:
    """ "Sáng nay thứ 6 nhanh trả luôn 19 bộ tại chỗ": how it goes, in words, with a number of other things.

    None for "trường chuẩn quốc gia 3", and for what is left of all: "còn 2 trường".
    """
    said = [word for word in words_of(without_name(turn, line)) if word.isalpha() and word not in _AROUND]
    found = turn.ward.catalogue.find(line)
    if len(words_of(line[slice(*found.span)])) < _TELLING:
        return None  # "tiểu học thao giảng 12 tiết" may be of other work of the school
    loses = reading.denominator is not None or _LESS.search(fold(line)) is not None
    if loses or len(said) < _TELLING or asks(fold(line)):
        return None
    words = _in_full(turn, reading)
    state = Reading("in_progress", reading.item, named=reading.named, status="in_progress")
    return replace(state, words=words, span=reading.span)


def _perhaps(turn: Turn, reading: Reading, line: str) -> Reading | None:
    """ "CĐHT tự chấm 92 điểm, chờ hội đồng thẩm tra": told, kept or hindered: asked."""
    said = [word for word in words_of(without_name(turn, line)) if word.isalpha() and word not in _AROUND]
    if len(said) < _TELLING or asks(fold(line)) or reading.doubts or reading.denominator is not None:
        return None
    told = Reading("in_progress", reading.item, named=reading.named, status="in_progress", span=reading.span)
    told = replace(told, words=clause_of(turn.words, reading).strip(" ,;.-+*•"))
    choices = (told, replace(told, kind="done", status="done"), replace(told, kind="obstacle", status=None))
    return replace(told, doubts=(Doubt("unclear_words", choices),))


def _beside(turn: Turn, reading: Reading) -> str:
    """What stands between the commas around a number, folded: "3 khóm" of "3 khóm, khóm 2 rớt"."""
    text, at = turn.words, reading.span[0]
    begin = max(text.rfind(", ", 0, at), text.rfind("\n", 0, at), -1) + 1
    return fold(text[begin:].partition("\n")[0].partition(", ")[0])


def _in_full(turn: Turn, reading: Reading) -> str:
    """All that is said, but for the name that stands in front of it."""
    clause = clause_of(turn.words, reading).strip(" ,;.-+*•")
    found = turn.ward.catalogue.find(clause)
    named = bool(found.items) and not found.guessed and found.span[0] == 0
    return clause[found.span[1] if named else 0 :].strip(" ,;:.-–")


def _is_kept(line: str) -> bool:
    """Tell "khu phố văn hóa giữ vững" from "khu phố văn hóa còn duy trì không"."""
    return _KEPT.search(fold(line)) is not None and not asks(fold(line))


def without_name(turn: Turn, line: str) -> str:
    """A line without the name of the item that it is about."""
    found = turn.ward.catalogue.find(line)
    start, end = found.span if found.items and not found.guessed else (0, 0)
    return f"{line[:start]} {line[end:]}".strip(" ,;:.-–")
