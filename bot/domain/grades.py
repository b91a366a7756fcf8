"""Titles and grades on an ordinal scale ("khá trở lên", target form T24)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.yardstick import Outcome


def compare(wanted: str, got: str, scale: Sequence[str]) -> Outcome | None:
    """How a grade stands to the one wanted; `scale` runs from worst to best.

    None when the scale does not hold both: the plan rarely prints it, and another title is not a failure.
    """
    wanted, got = _folded(wanted), _folded(got)
    if wanted == got:
        return "met"
    steps = [_folded(step) for step in scale]
    if wanted not in steps or got not in steps:
        return None
    return "exceeded" if steps.index(got) > steps.index(wanted) else "missed"


def _folded(grade: str) -> str:
    return " ".join(grade.casefold().split())
