"""What is known of an indicator, and the class that it therefore is in: values and codes only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

State = Literal["value", "none_arose", "not_applicable", "held", "lost", "in_progress", "grade", "words"]
Reads = Literal["stock", "change"]
# Danger first: the order in which classes are shown, and the key order of every count.
ItemClass = Literal[
    "not_met",
    "at_risk",
    "unreported",
    "unconfirmed",
    "on_track",
    "met",
    "exceeded",
    "year_end",
    "unassigned",
    "none_arose",
    "watched",
]
Reason = Literal[
    "missed",
    "broken",
    "below_threshold",
    "above_threshold",
    "off_level",
    "behind_pace",
    "behind_phase",
    "backlog",
    "lost",
    "not_reduced",
    "not_done",
    "due_soon",
    "reached",
    "on_pace",
    "slow",
    "by_milestone",
    "under_ceiling",
    "holding",
    "in_progress",
    "reduced",
    "no_figure_yet",
    "figure_missing",
    "word_missing",
    "not_confirmed",
    "review_waiting",
    "number_not_assigned",
    "none_arose",
    "no_target",
    "not_applicable",
    "condition_waiting",
    "appraisal_waits",
    "baseline_unknown",
    "last_year_unknown",
    "scale_unknown",
    "parts",
    "parts_missing",
]
Assumption = Literal["read_as_ceiling", "read_as_floor", "self_reported", "stated_without_figure"]
CLASSES: tuple[ItemClass, ...] = get_args(ItemClass)


@dataclass(frozen=True, slots=True)
class Known:
    """What has been reported of one indicator, as far as a day.

    `state` is that of the figure that counts, None when nothing was ever reported. `value` is in the
    target's unit: for a flow lũy kế (also when the last word was "không phát sinh"), for an event all since
    1 January; when it is None it follows from `numerator`/`denominator`. `reads` says what the value of a
    reduction or growth is: the "stock" left ("còn 6 hộ") or the "change" ("giảm 1 hộ"); None is the stock of
    a reduction and the change of a growth, and a target that measures the reduction itself always takes the
    change. `percent_of_assigned` is the official's own "đạt 100 % chỉ tiêu được giao". `confirmed_on` is the
    day on which a status was last confirmed, `reviewed_on` the day on which a yearly review (hộ nghèo, gia
    đình văn hóa) gave its result, when that was before the year's end. `last_year` is last year's count to
    the same day. `estimate`: the figure is a "số ước". `missing`: a figure is due for a closed period and has
    not come; `days_to_due`: working days until one falls due that has not come, None when none is awaited.
    """

    state: State | None = None
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    grade: str | None = None
    as_of: date | None = None
    reads: Reads | None = None
    percent_of_assigned: Decimal | None = None
    confirmed_on: date | None = None
    reviewed_on: date | None = None
    last_year: Decimal | None = None
    estimate: bool = False
    missing: bool = False
    days_to_due: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The one class an indicator is in, why, and the numbers to show with it.

    `value` is the figure as reported, in the target's unit; `number` what was judged: the same, save for a
    reduction or growth ("còn 6 hộ" of 7 is 1). `ratio` is completion in per cent, unrounded;
    None where completion means nothing (a ceiling, a status). `expected` is what a flow should have reached
    by the figure's day (phased, else pro-rated). `shortfall` is the distance to the target, 0 when reached;
    `below` tells on which side of it the number lies.
    `parts_met` of `parts` counts the parts of a compound line that have a verdict; `parts_unassigned` are
    those without a number to be met.
    """

    cls: ItemClass
    reason: Reason
    value: Decimal | None = None
    number: Decimal | None = None
    ratio: Decimal | None = None
    expected: Decimal | None = None
    shortfall: Decimal | None = None
    below: bool = False
    assumption: Assumption | None = None
    parts_met: int = 0
    parts: int = 0
    parts_unassigned: int = 0
