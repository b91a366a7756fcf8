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
