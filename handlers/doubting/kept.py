"""What is to be kept ("duy trì", target forms T09, T19, T32): told as kept or lost, by a count or not."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot.domain.reading.model import Kind, Reading
from bot.domain.reading.words import fold
from bot.domain.targets import Target
from handlers.reporting.figure_row import line_of
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
LOST = re.compile(
    r"khong con\b|khong (con )?(giu|duy tri|dat)|\bmat (?=\d|mot|hai|het|danh hieu|chuan|truong|cong nhan)"
    r"|\bbi (rut|thu hoi|tuoc|ha)\b|\b(rot|tut) (chuan|hang)|chi con \d"
)
"""That something to be kept was not, in folded words."""
_LOSS = re.compile(r"\b(mat|rot|tut|bi rut|bi thu hoi) ")
_KEPT = re.compile(r"\b(dang|van|con|tiep tuc) (con )?(duy tri|giu)|giu vung|\bduy tri( tot| du)?$|: ?co$")
_LEFT = re.compile(r"\bcon (?:lai |giu duoc |giu )?(\d{1,3}) ?/ ?(\d{1,3})(?! ?[/\d])")
"""So many of all are left: "khóm VMĐT còn 3/4"."""
_A_OF_B = re.compile(r"\d ?/ ?\d")
_BECAUSE = re.compile(r"\b(vi|do|vuong|thieu)\b")


def kept_or_lost(turn: Turn, reading: Reading, target: Target) -> Reading:
    """ "Mất 1 trường", "không giữ được": what was to be kept is lost.

    A count alone does not say so, unless the target is a number: "4/4 khu phố".
    """
    line = line_of(turn.words, reading)
    if reading.kind == "in_progress" and target.value is not None and (left := _LEFT.search(fold(line))):
        a, b = Decimal(left[1]), Decimal(left[2])
        counted_left = Reading("ratio", reading.item, named=reading.named, value=a, span=reading.span)
        return replace(counted_left, numerator=a, denominator=b, unit=target.unit)
    lost = LOST.search(fold(line)) is not None and reading.kind != "done"
    if reading.kind == "question" and reading.named and not lost and _is_kept(line):
        return replace(reading, kind="done", status="done", words=without_name(turn, line))
    counted = reading.kind in NUMBERS or (reading.kind == "question" and _A_OF_B.search(line) is not None)
    measured = target.value is not None and counted and _LOSS.search(fold(line)) is None
    if measured or not (lost or counted):
        return reading
    if not lost and reading.numerator is not None and reading.numerator == reading.denominator:
        return Reading(
            "done", reading.item, named=reading.named, words=without_name(turn, line), span=reading.span
        )
    hindered: tuple[Kind, ...] = ("obstacle",) if lost and _BECAUSE.search(fold(line)) else ()
    words = without_name(turn, line) if lost else ""
    return Reading(
        "not_done", reading.item, named=reading.named, words=words, span=reading.span, also=hindered
    )


def _is_kept(line: str) -> bool:
    """Tell "khu phố văn hóa giữ vững" from "khu phố văn hóa còn duy trì không"."""
    return _KEPT.search(fold(line)) is not None and not ASKS.search(fold(line))


def without_name(turn: Turn, line: str) -> str:
    """A line without the name of the item that it is about."""
    found = turn.ward.catalogue.find(line)
    start, end = found.span if found.items and not found.guessed else (0, 0)
    return f"{line[:start]} {line[end:]}".strip(" ,;:.-–")
