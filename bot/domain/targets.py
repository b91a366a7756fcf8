"""What an indicator is measured against: the forms in which real plans state a target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any, Literal

Evaluation = Literal[
    "cumulative",
    "cumulative_no_target",
    "level",
    "vs_last_year",
    "event_free",
    "maintain",
    "milestone",
    "year_end_review",
    "narrative",
    "composite",
]
Comparator = Literal[">", ">=", "<", "<=", "=", "between", "reduce_by", "maintain"]
Source = Literal["fixed", "assigned_later", "status", "conditional", "composite", "none"]
Measured = Literal["level", "reduction", "reduction_or_stock", "growth"]


@dataclass(frozen=True, slots=True)
class Target:
    """One target, as the target forms T01 to T32 state it.

    `value` is the threshold in `unit` (money in đồng), `low`/`high` a range; `whole` the n of "n/n";
    `baseline` the opening stock that a reduction starts from; `last_year` the count of the year before.
    `reduce_low`/`reduce_high` bound a reduction (equal for "giảm 02 hộ"). `lower_better` is the direction of
    the measured level, None where the plan does not say. `backlog` tells "không để tồn đọng" (recoverable)
    from an event that breaks the target for good. `prorated` is off for small or one-season targets.
    `phased` maps a month (1-12) to the cumulative value planned by its end, `last_year_by` to what had been
    reached by then the year before. `ends_on` is the item's own end
    (31 December when None), `starts_on` its beginning (1 January of the year it ends in when None): a school
    year has both. `measured` "growth" is a percentage over `baseline` ("tăng 2,5 %").
    `text` is the plan's wording; `ambiguous` marks a target read under an assumption.
    """

    evaluation: Evaluation
    comparator: Comparator | None = None
    source: Source = "fixed"
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    whole: Decimal | None = None
    baseline: Decimal | None = None
    last_year: Decimal | None = None
    reduce_low: Decimal | None = None
    reduce_high: Decimal | None = None
    measured: Measured = "level"
    lower_better: bool | None = None
    grade: str | None = None
    scale: tuple[str, ...] = ()
    wants_exceed: bool = False
    percent_of_assigned: Decimal | None = None
    condition: str | None = None
    backlog: bool = False
    prorated: bool = True
    ambiguous: bool = False
    ends_on: date | None = None
    phased: Mapping[int, Decimal] = field(default_factory=dict)
    last_year_by: Mapping[int, Decimal] = field(default_factory=dict)
    text: str | None = None

    starts_on: date | None = None

    @property
    def is_kept(self) -> bool:
        """A state that is to last: "duy trì"."""
        return self.evaluation == "maintain"

    @property
    def is_milestone(self) -> bool:
        """Reached once: "hoàn thành", "được công nhận"."""
        return self.evaluation == "milestone"

    @property
    def is_narrative(self) -> bool:
        """Told in words only, and appraised by who decides on it."""
        return self.evaluation == "narrative"

    @property
    def is_event_free(self) -> bool:
        """What is counted must not happen: "không để xảy ra"."""
        return self.evaluation == "event_free"

    @property
    def is_reviewed(self) -> bool:
        """Settled by the review at the end of the year; before that there are estimates."""
        return self.evaluation == "year_end_review"

    @property
    def is_against_last_year(self) -> bool:
        """Compared with the same time of the year before."""
        return self.evaluation == "vs_last_year"

    @property
    def is_total(self) -> bool:
        """A running total of the year, with a goal or without."""
        return self.evaluation in {"cumulative", "cumulative_no_target"}

    @property
    def is_counted(self) -> bool:
        """Judged by a number, in whose place words never stand."""
        return self.is_total or self.is_against_last_year or self.is_reviewed or self.evaluation == "level"

    @property
    def is_told_in_words(self) -> bool:
        """Words are a report of it, and no number is."""
        return self.is_told_as_it_goes or self.is_milestone

    @property
    def is_told_as_it_goes(self) -> bool:
        """Words tell how it goes, all year long."""
        return self.is_kept or self.is_narrative

    @property
    def is_told_by_state(self) -> bool:
        """ "Xong", "vẫn giữ", "không có" is a report of it, whatever its unit."""
        return self.is_told_in_words or self.is_reviewed or self.is_event_free

    def to_json(self) -> dict[str, Any]:
        """This target as a JSON object: decimals and dates as text, fields at their default left out."""
        plain = Target(self.evaluation)
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return {
            name: _plain(value)
            for name, value in values.items()
            if name == "evaluation" or value != getattr(plain, name)
        }


def from_json(spec: Mapping[str, Any]) -> Target:
    """The target that `Target.to_json` wrote. A field it does not know is left alone: a newer release's."""
    kinds = {item.name: str(item.type) for item in fields(Target)}
    known = {name: _typed(kinds[name], value) for name, value in spec.items() if name in kinds}
    return Target(**known)


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case Mapping():
            return {str(month): _plain(amount) for month, amount in value.items()}
        case _:
            return value


def _typed(kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind.startswith("Decimal"):
        return Decimal(value)
    if kind.startswith("date"):
        return date.fromisoformat(value)
    if kind.startswith("tuple"):
        return tuple(value)
    if kind.startswith("Mapping"):
        return {int(month): Decimal(amount) for month, amount in value.items()}
    return value
