"""Where a number must lie for a target to be met: floors, ceilings, ranges, changes; compared as printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.domain.percent import PLACES, percent, rounded, scale
from bot.domain.targets import Target

Outcome = Literal["missed", "met", "exceeded"]
Side = Literal["floor", "ceiling", "equal"]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """`mark` is the threshold, `strict` excludes the mark itself ("trên 97,5 %", "dưới 01 %").

    A met target is exceeded beyond `top`, and never when `top` is None. Numbers are compared as they would
    be printed, at `places` decimals.
    """

    side: Side
    mark: Decimal
    strict: bool = False
    top: Decimal | None = None
    places: int = PLACES

    def outcome(self, number: Decimal) -> Outcome:
        """How a number stands to the mark."""
        distance = rounded(number, self.places) - rounded(self.mark, self.places)
        if self.side == "ceiling":
            distance = -distance
        if self.side == "equal":
            return "missed" if distance else "met"
        if distance < 0 or (self.strict and distance == 0):
            return "missed"
        return "exceeded" if self._beyond(number) else "met"

    def _beyond(self, number: Decimal) -> bool:
        if self.top is None:
            return False
        distance = rounded(number, self.places) - rounded(self.top, self.places)
        return distance < 0 if self.side == "ceiling" else distance > 0

    def completion(self, number: Decimal) -> Decimal | None:
        """Per cent of a floor, unrounded, 0 of what went the other way; None for a ceiling, a range."""
        if self.side != "floor" or self.mark <= 0 or self.is_range:
            return None
        return percent(max(number, Decimal(0)), self.mark)

    @property
    def is_range(self) -> bool:
        """True where a met target has room above it: "97-98 %", "kéo giảm từ 5 đến 10 %"."""
        return self.top is not None and not self.strict and self.top != self.mark

    def shortfall(self, number: Decimal) -> Decimal:
        """How far the number is, as printed, on the wrong side of the mark; 0 when it is not, or is on it."""
        distance = rounded(self.mark, self.places) - rounded(number, self.places)
        if self.side == "equal":
            return abs(distance)
        return max(distance if self.side == "floor" else -distance, Decimal(0))


def is_rate(unit: str | None) -> bool:
    """True for %, ‰ and what is said after them ("% so với năm trước")."""
    return unit is not None and unit.lstrip().startswith(("%", "‰"))


def for_level(target: Target, *, ceiling_exceeds: bool = False) -> Yardstick | None:
    """The yardstick of a number at the target's own level; None when the target has no number.

    A range is met at its near end and exceeded beyond its far one ("97-98 %", form T17). A met ceiling is
    exceeded only where the ward says so.
    """
    if target.is_event_free:
        return Yardstick("ceiling", target.value or Decimal(0))
    low, high = _first(target.low, target.high), _first(target.high, target.low)
    if low is not None and high is not None:
        places = max(PLACES, scale(low), scale(high))
        if target.lower_better:
            return Yardstick("ceiling", high, top=low if ceiling_exceeds else None, places=places)
        return Yardstick("floor", low, top=high, places=places)
    # What is to be maintained without a number in the text is what there was ("duy trì", 4 schools).
    opening = target.baseline if target.is_kept else None
    mark = _first(target.value, target.whole, opening)
    if mark is None:
        return None
    side = _side(target)
    strict = target.comparator in (">", "<")
    places = max(PLACES, scale(mark))
    step = _step(target, mark) if strict else Decimal(0)
    top = None
    if side == "floor" and not _full(target, mark):
        top = mark + step
    elif side == "ceiling" and ceiling_exceeds:
        top = mark - step
    return Yardstick(side, mark, strict, top, places)


def for_change(target: Target) -> Yardstick:
    """The yardstick of a reduction: at least `reduce_low`, exceeded beyond `reduce_high`.

    Without bounds ("kéo giảm", form T29) any reduction meets it.
    """
    low = _first(target.reduce_low, target.low, target.value)
    if low is None:
        return Yardstick("floor", Decimal(0), strict=True)
    high = _first(target.reduce_high, target.high, low)
    return Yardstick("floor", low, top=high, places=max(PLACES, scale(low)))


def _first(*values: Decimal | None) -> Decimal | None:
    return next((value for value in values if value is not None), None)


def _side(target: Target) -> Side:
    match target.comparator:
        case ">" | ">=":
            return "floor"
        case "<" | "<=":
            return "ceiling"
        case "=" if target.lower_better is None and target.evaluation != "cumulative":
            return "equal"
        case _:
            return "ceiling" if target.lower_better else "floor"


def _full(target: Target, mark: Decimal) -> bool:
    """100 % of cases, or all of n/n: there is nothing beyond it, the best is "đạt".

    A flow in per cent is completion of a plan ("thu đạt 109,2 %"), which can be exceeded.
    """
    if target.whole is not None:
        return mark >= target.whole
    per_cent = target.unit is not None and target.unit.lstrip().startswith("%")
    return per_cent and mark >= 100 and target.evaluation != "cumulative"


def _step(target: Target, mark: Decimal) -> Decimal:
    """The least printed amount past a strict mark: 0,01 for a rate, 1 for a whole count."""
    places = max(PLACES, scale(mark)) if is_rate(target.unit) or target.unit is None else scale(mark)
    return Decimal(1).scaleb(-places)
