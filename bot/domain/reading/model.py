"""What reading a message yields: readings and doubts. Values only; their words stand in handlers/texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - the field is called `date`
from datetime import datetime
from decimal import Decimal
from typing import Literal

from bot.domain.items import KnownItem

Kind = Literal[
    "figure",
    "ratio",
    "percent",
    "done",
    "not_done",
    "in_progress",
    "extension",
    "obstacle",
    "correction",
    "question",
    "greeting",
    "ambiguous",
]
Reason = Literal[
    "no_indicator",
    "which_indicator",
    "other_unit",
    "which_measure",
    "unit_missing",
    "unit_ambiguous",
    "unit_mismatch",
    "count_expected",
    "thousands_slip",
    "malformed_number",
    "non_integer_count",
    "negative",
    "range",
    "two_numbers",
    "vague_quantity",
    "vague_date",
    "invalid_date",
    "deadline_unknown",
    "date_or_ratio",
    "refers_to_previous",
    "none_or_number",
    "target_not_result",
    "other_count",
    "unreached",
    "delta_without_total",
    "growth_mismatch",
    "out_of_range",
    "percent_mismatch",
    "over_denominator",
    "denominator_differs",
    "which_period",
    "part_or_whole",
    "done_or_noted",
    "unclear_words",
    "not_in_charge",
    "decrease",
    "outlier",
]
Qualifier = Literal["approx", "gt", "lt", "delta"]
DateRole = Literal["due", "as_of", "done"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a reading must not be stored without asking, and the readings to choose from.

    `candidates` are complete readings without doubts: picking one stores it as it stands. An empty
    tuple means that only the person can say (he is asked to type it again).
    """

    reason: Reason
    candidates: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a message says about one item.

    `item` is the effective item's key (named in the text, else replied to, else asked last), None when
    nothing says which. `named` is true when the text itself names it. Money is always in đồng.
    `value` is what is stored, in the item's unit: of a/b it is a, or 100·a/b where the item is a rate and
    a, b are counts. `unit` is the typed one, else the item's; "đồng" of a count is money that goes with it.
    `none_arose` marks a 0 that was said in words ("không phát sinh"), kept apart from a typed 0.
    `percent_consistent`: the stated percentage agrees with a/b up to rounding or truncation.
    `words` is the part of the text that stays as it was typed (an obstacle, a word of progress, a reason).
    `span` is the (start, end) of the text that yielded the value, `rule` the name of the rule.
    """

    kind: Kind
    item: str | None = None
    named: bool = False
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    unit: str | None = None
    none_arose: bool = False
    percent_stated: Decimal | None = None
    percent_consistent: bool | None = None
    date: Day | None = None
    date_role: DateRole | None = None
    date_alternatives: tuple[Day, ...] = ()
    extend_days: int | None = None
    period: str | None = None
    qualifier: Qualifier | None = None
    status: Literal["done", "not_done", "in_progress"] | None = None
    old_value: Decimal | None = None
    also: tuple[Kind, ...] = ()
    words: str = ""
    span: tuple[int, int] = (0, 0)
    rule: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def asks(self) -> bool:
        """True when it must not be stored without a question."""
        return bool(self.doubts)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a message.

    `now` is the moment of the message, aware, in the ward's time zone. `item` is the key of the item that
    it replies to or that was asked last; `asked` the words of that question. `answered`: it was not asked,
    but told of last, so that of several items of one name it need not be the one that is meant. `own` are
    the keys of the person's own items. `last` holds the last cumulative value and `deadlines` the current
    deadline by key.
    `settled` are (key, reason) pairs that this person has already answered for this period: not asked again.
    `newest` is the newest value where that is another: what "thêm 5" adds to once this period has a figure.
    `begins` is the month with which an item's year begins, where that is its own: a school year's September.
    """

    now: datetime
    item: str | None = None
    asked: str | None = None
    own: frozenset[str] = frozenset()
    last: Mapping[str, Decimal] = field(default_factory=dict)
    deadlines: Mapping[str, Day] = field(default_factory=dict)
    settled: frozenset[tuple[str, str]] = frozenset()
    newest: Mapping[str, Decimal] = field(default_factory=dict)
    answered: bool = False
    begins: Mapping[str, int] = field(default_factory=dict)


__all__ = [
    "Context",
    "DateRole",
    "Doubt",
    "Kind",
    "KnownItem",
    "Qualifier",
    "Reading",
    "Reason",
]
