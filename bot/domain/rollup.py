"""Many verdicts in one line: counts by class, and the year-end words of real reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from bot.domain.percent import rounded
from bot.domain.verdict import CLASSES, ItemClass, Verdict

Band = Literal["exceeded", "met", "near", "not_met"]
BANDS: tuple[Band, ...] = get_args(Band)
NEAR = Decimal(90)
_HELD = frozenset({"holding", "under_ceiling", "reduced"})
"""Why something is under way that is met if it stays as it is."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Lines of the plan by class: every class has a key, danger first, and they sum to `total`."""

    by_class: Mapping[ItemClass, int]

    @property
    def total(self) -> int:
        return sum(self.by_class.values())

    def of(self, *classes: ItemClass) -> int:
        """How many are in one of these classes."""
        return sum(self.by_class[cls] for cls in classes)


def roll_up(verdicts: Iterable[Verdict]) -> Counts:
    """Counts over the lines that the plan lists: one verdict a line, none for the parts of a compound one."""
    counted = Counter(verdict.cls for verdict in verdicts)
    return Counts({cls: counted[cls] for cls in CLASSES})


def band(ratio: Decimal, near: Decimal = NEAR) -> Band:
    """The band of a completion in per cent, as printed: vượt, đạt, "đạt trên 90 %" (90 included), không đạt.

    Source: the roll-up of a real year-end report, "06 chỉ tiêu vượt 100%, có 14 chỉ tiêu đạt 100 %, 01 chỉ
    tiêu đạt trên 90% trở lên, 01 chỉ tiêu không đạt".
    """
    printed = rounded(ratio)
    if printed >= 100:
        return "exceeded" if printed > 100 else "met"
    return "near" if printed >= near else "not_met"


def bands(verdicts: Iterable[Verdict], near: Decimal = NEAR, *, so_far: bool = False) -> Mapping[Band, int]:
    """Year-end counts by band, over the lines that were judged to their end; `so_far`: as if it were now.

    The verdict decides first: a ceiling has no completion, and a strict floor may be missed at 100 %.
    """
    of = _band_so_far if so_far else _band
    counted = Counter(found for verdict in verdicts if (found := of(verdict, near)) is not None)
    return {name: counted[name] for name in BANDS}


def _band(verdict: Verdict, near: Decimal) -> Band | None:
    if verdict.cls == "exceeded" or verdict.cls == "met":
        return verdict.cls
    if verdict.cls != "not_met":
        return None
    return "near" if verdict.ratio is not None and band(verdict.ratio, near) != "not_met" else "not_met"


def _band_so_far(verdict: Verdict, near: Decimal) -> Band | None:
    """The same before the end, as the year's report is sent in December: what is held so far is met."""
    if verdict.cls not in ("at_risk", "on_track"):
        return _band(verdict, near)
    if verdict.reason in _HELD:
        return "met"
    in_danger = verdict.cls == "at_risk" and verdict.reason != "due_soon"
    if not in_danger and not verdict.shortfall:
        return "met" if verdict.shortfall is not None else None
    return "near" if verdict.ratio is not None and band(verdict.ratio, near) != "not_met" else "not_met"
