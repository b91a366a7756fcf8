"""How a target is stated when it is set: more than, at most, between two numbers, by a grade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.domain.reading.words import fold
from bot.domain.targets import Comparator, Target

_NUMBER = r"\d+(?:[.,]\d+)*"
_UNIT = r"(?:\s*(?:[%‰]|(?!den\b|toi\b|tro\b|len\b)[a-z]+))?"
_BETWEEN = re.compile(
    rf"(?:\b(?:trong )?khoang )?(?:\btu )?(?<![\d.,/])(?P<low>{_NUMBER})(?P<unit>{_UNIT})"
    rf"\s*(?:[-\u2013\u2014]|\bden\b|\btoi\b)\s*(?P<high>{_NUMBER})(?![\d.,/])"
)
_WAS = re.compile(rf"\btu {_NUMBER}{_UNIT}\s+(?=(?:len|xuong|thanh|sang|con)\b)")
"""What held until now: "từ 99,7% lên 99,9%"."""
_BEFORE: Sequence[tuple[Comparator, str]] = (
    (">=", r">=|≥|\b(?:it nhat|toi thieu|khong (?:duoi|thap hon|it hon|nho hon|kem))\b"),
    ("<=", r"<=|≤|\b(?:toi da|nhieu nhat|khong (?:qua|vuot(?: qua)?|tren|cao hon|hon|lon hon|nhieu hon))\b"),
    (">", r">|\b(?:tren|hon|(?:lon|cao|nhieu) hon|vuot)\b"),
    ("<", r"<|\b(?:duoi|(?:nho|thap|it) hon)\b"),
)
"""Folded words in front of the number; the longer ones first ("không dưới" before "dưới")."""
_BEHIND: Sequence[tuple[Comparator, str]] = (
    (">=", r"\btro len\b"),
    ("<=", r"\btro xuong\b"),
)
_COMPARED = tuple(
    (comparator, re.compile(rf"(?:{words})(?:\s+muc)?\s*(?={_NUMBER})")) for comparator, words in _BEFORE
) + tuple((comparator, re.compile(words)) for comparator, words in _BEHIND)
_STEP = re.compile(rf"\b(?:tang|giam)(?: them)?\s+(?={_NUMBER})")
_LEADS_ON = re.compile(
    rf"\b(?:(?:tang |giam )?(?:len|xuong)|thanh|sang|con|la|bang|tu|dat|muc)\s+(?={_NUMBER})"
)
_LOWER_BETTER = {">": False, ">=": False, "<": True, "<=": True}


@dataclass(frozen=True, slots=True)
class Stated:
    """The words of a target without its name, taken apart.

    `numbers` are the words of one number, or of the two ends of a range. `comparator` is None where nothing
    is said of it. `step`: it is by how much, not how much ("tăng 5%").
    """

    numbers: tuple[str, ...]
    comparator: Comparator | None = None
    step: bool = False


def stated(words: str) -> Stated:
    """Take the words apart. Target forms T01 to T05, T14, T17.

    >>> stated("từ 97 - 98%").numbers
    ('97%', '98%')
    >>> stated("không dưới 80%")
    Stated(numbers=('80%',), comparator='>=', step=False)
    """
    words = _without(words, _WAS.search(fold(words)))
    if between := _BETWEEN.search(fold(words)):
        low, high = words[slice(*between.span("low"))], words[slice(*between.span("high"))]
        behind = words[between.end() :]
        unit = words[slice(*between.span("unit"))] or behind
        return Stated((f"{low}{unit}".strip(), f"{high}{behind}".strip()))
    comparator = None
    for sign, pattern in _COMPARED:
        if found := pattern.search(fold(words)):
            comparator, words = sign, _without(words, found)
            break
    step = _STEP.search(fold(words))
    words = _without(words, step or _LEADS_ON.search(fold(words)))
    return Stated((words.strip(),), comparator, step is not None)


def _without(words: str, found: re.Match[str] | None) -> str:
    return words[: found.start()] + words[found.end() :] if found else words


def with_number(before: Target | None, value: Decimal, comparator: Comparator | None = None) -> Target | None:
    """The target with another number; what is not said of it stays. None for a reduction of "at most".

    A plan in steps was made for the number before: it ends with it.
    """
    if before is None:
        return Target("level", comparator or ">=", value=value)
    if before.comparator == "reduce_by":
        fits = comparator in {None, ">="}
        return (
            replace(before, reduce_low=value, reduce_high=value, value=value, source="fixed")
            if fits
            else None
        )
    kept = ">=" if before.low is not None or before.high is not None else before.comparator or ">="
    after = replace(
        before, value=value, low=None, high=None, comparator=comparator or kept, source="fixed", phased={}
    )
    return replace(after, lower_better=_LOWER_BETTER[comparator]) if comparator else after


def with_range(before: Target | None, low: Decimal, high: Decimal) -> Target | None:
    """The target as a range; None when its ends are not in order."""
    if low >= high:
        return None
    before = before or Target("level")
    if before.comparator == "reduce_by":
        return replace(before, reduce_low=low, reduce_high=high, value=None, source="fixed")
    return replace(before, value=None, low=low, high=high, comparator="between", source="fixed", phased={})


def with_grade(before: Target, words: str) -> Target | None:
    """The target with the grade of its scale that the words name; None where they name none. Form T24."""
    said = fold(words)
    named = [grade for grade in before.scale if fold(grade) in said]
    return replace(before, grade=max(named, key=len), source="fixed") if named else None
