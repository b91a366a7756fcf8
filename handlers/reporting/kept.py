"""What is to be kept ("duy trì", target forms T09, T19, T32): told as kept or lost, by a count or not."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.reading.model import Kind, Reading
from bot.domain.reading.words import fold
from bot.domain.targets import Target
from handlers.reporting.figure_row import line_of
from handlers.turn import Turn

NUMBERS = frozenset({"figure", "ratio", "percent", "correction"})
"""Kinds of readings that hold a figure."""
ASKS = re.compile(r"\?|\b(bao nhieu|the nao|ra sao|bao gio)\b|\b(khong|chua|gi|nao)( a| anh| chi)?$")
LOST = re.compile(
    r"khong con\b|khong (con )?(giu|duy tri|dat)|\bmat (?=\d|mot|hai|het|danh hieu|chuan|truong|cong nhan)"
    r"|\bbi (rut|thu hoi|tuoc|ha)\b|\b(rot|tut) (chuan|hang)|chi con \d"
)
"""That something to be kept was not, in folded words."""
_LOSS = re.compile(r"\b(mat|rot|tut|bi rut|bi thu hoi) ")
_KEPT = re.compile(r"\b(dang|van|con|tiep tuc) (con )?(duy tri|giu)|giu vung|\bduy tri( tot| du)?$|: ?co$")
_A_OF_B = re.compile(r"\d ?/ ?\d")
_BECAUSE = re.compile(r"\b(vi|do|vuong|thieu)\b")


def kept_or_lost(turn: Turn, reading: Reading, target: Target) -> Reading:
    """ "Mất 1 trường", "không giữ được": what was to be kept is lost.

    A count alone does not say so, unless the target is a number: "4/4 khu phố".
    """
    line = line_of(turn.words, reading)
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
