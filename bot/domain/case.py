"""One indicator on one day: what follows from its target and its figure before a class is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from bot.domain import grades, pace
from bot.domain.measure import Measurement, measure, reported
from bot.domain.targets import Target
from bot.domain.verdict import Known
from bot.domain.ward import WardRules
from bot.domain.yardstick import Outcome

Standing = Literal["silent", "open"] | Outcome
ZERO = Decimal(0)


@dataclass(frozen=True)
class Case:
    """One indicator on one day."""

    target: Target
    known: Known
    today: date
    rules: WardRules

    @property
    def day(self) -> date:
        """The day of the figure: what it is compared with is what was expected by then."""
        return self.known.as_of or self.today

    @cached_property
    def ended(self) -> bool:
        """Past the item's own end, or on its last day with a figure that reaches it; never by an estimate."""
        last = pace.ends_on(self.target, self.day)
        known = self.known
        final = known.as_of is not None and known.as_of >= last and not known.estimate
        return self.today > last or (final and self.today == last)

    @cached_property
    def measured(self) -> Measurement:
        known = replace(self.known, value=ZERO) if self.nothing_arose else self.known
        return measure(self.target, known, ended=self.ended, ceiling_exceeds=self.rules.ceiling_exceeds)

    @property
    def nothing_arose(self) -> bool:
        """True for "không phát sinh" or 0/0, with nothing counted earlier in the year."""
        known = self.known
        over_nothing = known.value is None and known.numerator == 0 and known.denominator == 0
        return over_nothing or (known.state == "none_arose" and not reported(self.target, known))

    @cached_property
    def flow(self) -> bool:
        """A cumulative amount to reach: short of it is not a failure before the end."""
        mark = self.measured.mark
        return self.target.evaluation == "cumulative" and mark is not None and mark.side == "floor"

    @cached_property
    def expected(self) -> Decimal | None:
        """What a flow should have reached by the figure's day."""
        mark = self.measured.mark
        if not self.flow or mark is None:
            return None
        # A percentage of the assigned number is not in the unit of the phased plan.
        target = replace(self.target, phased={}) if self.measured.value is None else self.target
        return pace.expected(target, mark.mark, self.day, self.rules.small_target)

    @cached_property
    def behind(self) -> bool:
        """A flow of `small_target` or more below `risk_percent` of what was expected."""
        number, mark = self.measured.number, self.measured.mark
        if number is None or mark is None or self.expected is None or mark.mark < self.rules.small_target:
            return False
        return number * 100 < self.expected * self.rules.risk_percent

    @property
    def due_soon(self) -> bool:
        days = self.known.days_to_due
        return days is not None and days <= self.rules.soon_days

    @cached_property
    def standing(self) -> Standing:
        """How the figure stands to the target, whatever the day."""
        number, mark = self.measured.number, self.measured.mark
        if mark is None and self.known.grade is not None:
            return self.graded or "open"
        if number is not None and mark is not None:
            outcome = mark.outcome(number)
            return "open" if outcome == "missed" and self._may_still_come else outcome
        return self._said

    @property
    def _may_still_come(self) -> bool:
        """Short of an amount, or not yet recognised, is not a failure before the end (forms T06, T20)."""
        return self.flow or self.target.is_milestone

    @property
    def _said(self) -> Standing:
        """How it stands by words alone: đã đạt, đang duy trì, không còn giữ được, đang làm."""
        maintained = self.target.is_kept
        if self.known.state == "lost":
            return "missed"
        if self.known.state == "held" or (maintained and self.known.confirmed_on is not None):
            return "met"
        counted = self.measured.mark is not None and not self.target.is_milestone
        return "silent" if self.known.state is None or counted or maintained else "open"

    @property
    def graded(self) -> Outcome | None:
        """How a title stands to the one wanted; None when the scale does not say."""
        wanted, got = self.target.grade, self.known.grade
        return grades.compare(wanted, got, self.target.scale) if wanted and got else None
