"""Reports that look like questions about their item, and hold all that it wants: a rank, a title, no fall."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from bot.domain.targets import Target
from bot.domain.yardstick import is_rate
from db.item_view import ItemView
from handlers.doubting.kept import ASKS, without_name
from handlers.reporting.figure_row import line_of
from handlers.turn import Turn

_RANK = re.compile(
    r"\b(?:hang|thu|vi tri|bac)\b(?: thu| so| la)* ?0*(\d{1,3})(?: ?/ ?\d{1,3}| tren \d{1,3})?\b"
)
_RANKS = frozenset(("hang", "thu hang", "bac", "vi tri"))
_NO_FALL = re.compile(r"\b(?:khong|chua) giam(?: duoc)?(?: ho| vu| truong hop| nguoi)?(?: nao)?\b")
_DIGITS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}
_NONE_OF = re.compile(r"\b(?:khong|chua|ko)(?: \w+){0,3} $|\bmuc tieu\b|\bke hoach\b")
_REACHED = re.compile(r"(?:da |duoc |van )*(?:dat|cong nhan|dat chuan)(?: roi| a| chuan)*")


def in_words(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """The reading as the report that its line is; itself where it asks, or holds the name alone."""
    target, line = item.target, line_of(turn.words, reading)
    if target is not None and (happened := _happened(reading, target, line)) is not None:
        return happened
    vague = [doubt.reason for doubt in reading.doubts] == ["vague_quantity"]  # "đứng thứ 5/14"
    if target is None or not reading.named or not (reading.kind == "question" or vague):
        return reading
    if ASKS.search(fold(line)) or _names_another(turn, line):
        return reading
    if (number := number_told(target, fold(line))) is not None:
        span = (reading.span[0], max(reading.span))
        figure = replace(
            reading, kind="figure", value=number, unit=target.unit, span=span, words="", doubts=()
        )
        return replace(figure, rule="told in words")
    if vague:
        return reading
    said = without_name(turn, line)
    if target.is_milestone and target.unit is not None and _REACHED.fullmatch(fold(said)):
        return replace(reading, kind="done", status="done", words=said)
    return reading


def _happened(reading: Reading, target: Target, line: str) -> Reading | None:
    """ "Có một ổ dịch, trạm xử lý xong rồi" of what is not to happen: it happened once."""
    if not target.is_event_free or target.unit is None or reading.doubts:
        return None
    if reading.kind not in {"done", "in_progress"}:
        return None
    found = re.search(rf"\b(mot|hai|ba|bon|nam|\d{{1,2}}) {re.escape(fold(target.unit))}\b", fold(line))
    if found is None or _NONE_OF.search(fold(line)[: found.start()]):
        return None
    value = Decimal(_DIGITS.get(found[1]) or found[1])
    told = Reading("figure", reading.item, named=reading.named, value=value, unit=target.unit)
    return replace(told, span=reading.span, rule="told in words")


def _names_another(turn: Turn, line: str) -> bool:
    return len(turn.ward.catalogue.find(line).items) > 1


def number_told(target: Target, line: str) -> Decimal | None:
    """The rank of "hạng 05/14" (form R13: no ratio), and the 0 of "hộ nghèo không giảm"."""
    rank = _RANK.search(line) if target.unit is not None and fold(target.unit) in _RANKS else None
    if rank is not None:
        return Decimal(rank[1])
    falls = target.comparator == "reduce_by" and target.unit is not None and not is_rate(target.unit)
    return Decimal(0) if falls and not target.is_against_last_year and _NO_FALL.search(line) else None
