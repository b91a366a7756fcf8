"""A target from the cells of its columns, and back: blank cells take what the others imply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from bot.domain.targets import Measured, Source, Target
from bot.domain.yardstick import is_rate

_LOWER_BETTER = {">": False, ">=": False, "<": True, "<=": True}
_NO_NUMBER: dict[str, Source] = {
    "composite": "composite",
    "event_free": "fixed",
    "maintain": "status",
    "milestone": "status",
    "narrative": "none",
    "cumulative_no_target": "none",
}


def target_of(cells: Mapping[str, Any]) -> Target:
    """The target that the filled-in columns state; `evaluation` is among them. Target forms T01 to T32."""
    given = dict(cells)
    if "reduce_low" in given:
        given.setdefault("reduce_high", given["reduce_low"])
    return Target(**{**_implied(given), **given})


def cells_of(target: Target) -> dict[str, Any]:
    """The fewest cells from which `target_of` makes this target again."""
    said = {
        field.name: getattr(target, field.name)
        for field in fields(Target)
        if getattr(target, field.name) != field.default and getattr(target, field.name) not in ((), {})
    }
    said |= {"lower_better": target.lower_better, "source": target.source, "measured": target.measured}
    implied = _implied(said)
    for name, value in implied.items():
        if said[name] == value:
            del said[name]
    if said.get("reduce_high") == said.get("reduce_low"):
        said.pop("reduce_high", None)
    return said


def _implied(given: Mapping[str, Any]) -> dict[str, Any]:
    """What blank cells mean: the direction follows the comparator, the source what is filled in."""
    comparator = given.get("comparator")
    lower = (
        given.get("measured") != "reduction"
        if comparator == "reduce_by"
        else _LOWER_BETTER.get(comparator or "")
    )
    measure = ("value", "low", "reduce_low", "grade")
    source: Source = "assigned_later"
    if given.get("evaluation") == "composite":
        source = "composite"
    elif any(given.get(name) is not None for name in measure):
        source = "fixed"
    elif comparator == "reduce_by" and given.get("evaluation") == "vs_last_year":
        source = "none"  # "kéo giảm các loại tội phạm": fewer than last year (form T29)
    else:
        source = _NO_NUMBER.get(str(given.get("evaluation")), source)
    return {"lower_better": lower, "source": source, "measured": _measured(given)}


def _measured(given: Mapping[str, Any]) -> Measured:
    """What a reduction is told by: officials say "giảm 2" and "còn 12" (target form T12).

    Against last year a count is told as it stands ("12 vụ"), a percentage as the change.
    """
    if given.get("comparator") != "reduce_by":
        return "level"
    counted = given.get("evaluation") == "vs_last_year" and not is_rate(given.get("unit"))
    return "level" if counted else "reduction_or_stock"
