"""A collected indicator: its units' parts added up, how complete the sum is, and what may be said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.domain.targets import Target
from bot.domain.verdict import Known, Reason, Verdict
from bot.domain.yardstick import is_rate

How = Literal["sum", "ratio"]
ZERO = Decimal(0)
REACHED = frozenset({"met", "exceeded"})


@dataclass(frozen=True, slots=True)
class Part:
    """What one unit has given. `known` is its newest figure that counts, None when there never was one.

    `reported`: something came for the period in question; `confirmed`: and it counts (it does not wait for
    the unit's head). `assigned` is the unit's own share of the target, where it has one.
    """

    unit: int
    known: Known | None = None
    reported: bool = False
    confirmed: bool = True
    assigned: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Collected:
    """The ward's value out of its units' parts; None while no part can be added.

    Of a ratio, `numerator` and `denominator` are the sums, exact; of a sum, `value`. `as_of` is the day of
    the oldest figure in it: a sum is as old as its oldest part. `units` are those that the indicator applies
    to, of which `present` have given a figure of the period that counts, `missing` none, `unconfirmed` one
    that waits for their head. `older` are units in the sum with a figure of an earlier period, `silent`
    those that are not in it at all. `nothing_arose`: so said every unit in it.
    """

    how: How
    units: tuple[int, ...] = ()
    present: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    unconfirmed: tuple[int, ...] = ()
    older: tuple[int, ...] = ()
    silent: tuple[int, ...] = ()
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    as_of: date | None = None
    nothing_arose: bool = False
    assigned: Decimal | None = None

    @property
    def complete(self) -> bool:
        """True when every unit has given a figure of the period, and each counts."""
        return len(self.present) == len(self.units)


def collect(how: How, parts: Iterable[Part]) -> Collected:
    """Add up the parts. A unit that says "không áp dụng" is taken out of the count; one that is missing
    stays missing, and is never a 0. The order of the parts decides nothing but that of the units.

    A ratio is the ratio of the sums, never the mean of the ratios.
    """
    wanted = [one for one in parts if not (one.known and one.known.state == "not_applicable")]
    counted = [one for one in wanted if one.known is not None and _adds(how, one.known)]
    knowns = [one.known for one in counted if one.known is not None]
    inside = {one.unit for one in counted}
    present = [one for one in wanted if one.reported and one.confirmed and one.unit in inside]
    said = {one.unit for one in present}
    base = Collected(
        how,
        units=tuple(one.unit for one in wanted),
        present=tuple(one.unit for one in present),
        missing=tuple(one.unit for one in wanted if one.unit not in said and one.confirmed),
        unconfirmed=tuple(one.unit for one in wanted if not one.confirmed),
        older=tuple(one.unit for one in counted if one.unit not in said),
        silent=tuple(one.unit for one in wanted if one.unit not in inside),
        as_of=min((one.as_of for one in knowns if one.as_of is not None), default=None),
        nothing_arose=bool(knowns) and all(one.state == "none_arose" for one in knowns),
        assigned=_assigned(counted),
    )
    if not knowns:
        return base
    if how == "sum":
        return replace(base, value=sum((one.value or ZERO for one in knowns), ZERO))
    return replace(
        base,
        numerator=sum((one.numerator or ZERO for one in knowns), ZERO),
        denominator=sum((one.denominator or ZERO for one in knowns), ZERO),
    )


def _adds(how: How, known: Known) -> bool:
    """True for a figure that can be added: a number; of a ratio, an a/b, or that nothing arose (0/0)."""
    if known.state == "none_arose":
        return True
    if known.state != "value":
        return False
    return known.value is not None if how == "sum" else known.denominator is not None


def _assigned(parts: Sequence[Part]) -> Decimal | None:
    """What was assigned to these units together; None when one of them has no part of its own."""
    given = [one.assigned for one in parts if one.assigned is not None]
    return sum(given, ZERO) if given and len(given) == len(parts) else None


def judge_collected(
    collected: Collected, target: Target, known: Known, judge: Callable[[Target, Known], Verdict]
) -> Verdict:
    """The verdict of a collected indicator: the sum's, and of an incomplete sum only what is certain.

    `known` is the ward's value in the form that judging takes; `judge` is bot.domain.progress.judge for a
    day and a ward's rules. As long as a unit has never given a figure:

    - a sum that reaches its target has reached it: what is still to come only adds to it;
    - an event that is not to happen has happened, whoever reports next;
    - "nguy cơ" is said of a ratio below its threshold, and of a sum that is behind what was assigned to the
      very units that are in it: nobody pays for another's silence;
    - anything else is under way, or not reported once it is over, or where no unit has reported on a period
      that fell due: silence is neither success nor failure.
    """
    verdict = judge(target, known)
    if not collected.silent or collected.as_of is None or verdict.reason == "broken":
        return verdict
    if verdict.cls in REACHED:
        return verdict if _only_grows(collected, target) else _open(verdict, known)
    if verdict.cls == "at_risk" and verdict.reason != "due_soon":
        danger = _danger_of_own_parts(collected, target, known, judge, verdict)
        return replace(verdict, reason=danger) if danger else _open(verdict, known)
    if verdict.cls == "not_met":
        return replace(verdict, cls="unreported", reason="parts_missing")
    return verdict


def _open(verdict: Verdict, known: Known) -> Verdict:
    """Under way; or not reported, as any indicator, where no unit has told of the period that fell due."""
    if known.missing:
        return replace(verdict, cls="unreported", reason="figure_missing")
    return replace(verdict, cls="on_track", reason="parts_missing")


def _only_grows(collected: Collected, target: Target) -> bool:
    """True for a sum with a floor: a part that is still to come cannot take it below."""
    return collected.how == "sum" and not target.lower_better and target.comparator in {">", ">=", None}


def _danger_of_own_parts(
    collected: Collected,
    target: Target,
    known: Known,
    judge: Callable[[Target, Known], Verdict],
    verdict: Verdict,
) -> Reason | None:
    """Why the units that are in the sum are at risk by themselves; None where they are not."""
    if collected.how == "ratio" or is_rate(target.unit):
        return verdict.reason
    if target.lower_better:
        return verdict.reason  # a ceiling that is passed already stays passed
    if collected.assigned is None:
        return None
    own = judge(replace(target, value=collected.assigned, low=None, high=None, phased={}), known)
    return own.reason if own.cls == "at_risk" else None
