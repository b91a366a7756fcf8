"""What the tests of judging share: a ward, days of its year, and short ways to say a figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.domain.progress import judge
from bot.domain.targets import Target
from bot.domain.verdict import Known, Verdict
from bot.domain.ward import WardRules

RULES = WardRules("phuong", "Phường")
END = date(2026, 12, 31)
MID_YEAR = date(2026, 6, 30)
NEXT_YEAR = date(2027, 1, 5)
AMOUNTS = frozenset(
    {"low", "high", "whole", "baseline", "last_year", "reduce_low", "reduce_high", "percent_of_assigned"}
)


def number(text: str | None) -> Decimal | None:
    """A number as the plan prints it: "97,5", "7.512.469.825"."""
    return None if text is None else Decimal(text.replace(".", "").replace(",", "."))


def target(evaluation: Any, comparator: Any = None, value: str | None = None, **more: Any) -> Target:
    amounts = (
        "low",
        "high",
        "whole",
        "baseline",
        "last_year",
        "reduce_low",
        "reduce_high",
        "percent_of_assigned",
    )
    for name in amounts:
        if name in more:
            more[name] = number(more[name])
    return Target(evaluation, comparator, value=number(value), ends_on=more.pop("ends_on", END), **more)


def figure(value: str | None = None, ratio: str | None = None, **more: Any) -> Known:
    """A reported figure: "97,5" or "40/454"."""
    numerator, _, denominator = (ratio or "").partition("/")
    return Known(
        state="value",
        value=number(value),
        numerator=number(numerator or None),
        denominator=number(denominator or None),
        **more,
    )


def at_mid_year(target: Target, known: Known, rules: WardRules = RULES) -> Verdict:
    """The verdict on 30 June, of a figure as of that day unless it says another."""
    return judge(target, _as_of(known, MID_YEAR), MID_YEAR, rules)


def at_year_end(target: Target, known: Known, rules: WardRules = RULES) -> Verdict:
    """The verdict in the first days of the next year, of a figure as of 31 December."""
    return judge(target, _as_of(known, END), NEXT_YEAR, rules)


def _as_of(known: Known, day: date) -> Known:
    return known if known.as_of is not None or known.state is None else replace(known, as_of=day)
