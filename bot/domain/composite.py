"""A compound line: judged from its parts, never averaged (target form T26)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.verdict import ItemClass, Reason, Verdict

# Parts without a verdict: narrative, conditional and not triggered, without a target or its number. They
# stay out when a word on them is due ("word_missing"), too.
LEFT_OUT: tuple[ItemClass, ...] = ("unassigned", "watched", "none_arose")
# The first of these that a part is in is the class of the line; only then can the line be met.
OPEN: tuple[ItemClass, ...] = ("not_met", "at_risk", "unreported", "unconfirmed", "on_track", "year_end")
REACHED: tuple[ItemClass, ...] = ("met", "exceeded")


def combine(parts: Sequence[Verdict]) -> Verdict:
    """The verdict of a line: met when every part that has a verdict is; one missed part misses it."""
    judged = [part for part in parts if part.cls not in LEFT_OUT and part.reason != "word_missing"]
    reached = sum(part.cls in REACHED for part in judged)
    cls, reason = _class(parts, judged)
    waiting = sum(part.cls == "unassigned" for part in parts)
    return Verdict(cls, reason, parts_met=reached, parts=len(judged), parts_unassigned=waiting)


def _class(parts: Sequence[Verdict], judged: Sequence[Verdict]) -> tuple[ItemClass, Reason]:
    if not judged:
        present = {part.cls for part in parts}
        return next((cls for cls in LEFT_OUT if cls in present), "watched"), "parts"
    present = {part.cls for part in judged}
    for cls in OPEN:
        if cls in present:
            return cls, "parts"
    return ("exceeded" if "met" not in present else "met"), "parts"
