"""What holds for every target, figure and day: one class, no exception, better is never worse."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.percent import rounded
from bot.domain.progress import judge
from bot.domain.targets import Comparator, Evaluation, Measured, Source, Target, from_json
from bot.domain.verdict import CLASSES, ItemClass, Known, Reads, Reason, State
from tests.domain.judging import END, NEXT_YEAR, RULES, target

amounts = st.decimals(-1000, 1_000_000, places=3, allow_nan=False, allow_infinity=False)
maybe = st.none() | amounts
year = st.dates(date(2025, 11, 1), date(2027, 2, 1))
GRADES = ("đạt", "khá", "giỏi")

targets = st.builds(
    Target,
    evaluation=st.sampled_from(get_args(Evaluation)),
    comparator=st.none() | st.sampled_from(get_args(Comparator)),
    source=st.sampled_from(get_args(Source)),
    value=maybe,
    low=maybe,
    high=maybe,
    unit=st.sampled_from([None, "%", "‰", "người", "đồng", "% so với năm trước"]),
    whole=maybe,
    baseline=maybe,
    last_year=maybe,
    reduce_low=maybe,
    reduce_high=maybe,
    measured=st.sampled_from(get_args(Measured)),
    lower_better=st.none() | st.booleans(),
    grade=st.none() | st.sampled_from(GRADES),
    scale=st.sampled_from([(), GRADES]),
    percent_of_assigned=maybe,
    backlog=st.booleans(),
    prorated=st.booleans(),
    ambiguous=st.booleans(),
    ends_on=st.none() | year,
    starts_on=st.none() | year,
    phased=st.dictionaries(st.integers(1, 12), amounts, max_size=3),
)
knowns = st.builds(
    Known,
    state=st.none() | st.sampled_from(get_args(State)),
    value=maybe,
    numerator=maybe,
    denominator=maybe,
    grade=st.none() | st.sampled_from([*GRADES, "xuất sắc"]),
    as_of=st.none() | year,
    reads=st.none() | st.sampled_from(get_args(Reads)),
    percent_of_assigned=maybe,
    confirmed_on=st.none() | year,
    reviewed_on=st.none() | year,
    last_year=maybe,
    missing=st.booleans(),
    days_to_due=st.none() | st.integers(-5, 30),
)


@settings(max_examples=400)
@given(targets, knowns, year)
def test_every_indicator_is_in_exactly_one_class_on_every_day(
    judged: Target, known: Known, today: date
) -> None:
    verdict = judge(judged, known, today, RULES)
    assert verdict.cls in CLASSES
    assert verdict.reason in get_args(Reason)
    assert judge(judged, known, today, RULES) == verdict


@settings(max_examples=200)
@given(targets, knowns, year)
def test_khong_dat_before_the_end_is_only_said_of_an_event(judged: Target, known: Known, today: date) -> None:
    unfinished = replace(judged, ends_on=date(2027, 6, 30))
    if judge(unfinished, known, today, RULES).cls == "not_met":
        assert judged.evaluation == "event_free"
        assert not judged.backlog


@settings(max_examples=200)
@given(targets)
def test_every_target_comes_back_from_json(judged: Target) -> None:
    assert from_json(json.loads(json.dumps(judged.to_json()))) == judged


BETTER: tuple[ItemClass, ...] = ("not_met", "at_risk", "on_track", "met", "exceeded")
floors = st.sampled_from([">", ">=", "between", "maintain", None])
ceilings = st.sampled_from(["<", "<="])
moments = st.sampled_from([date(2026, 2, 14), date(2026, 6, 30), date(2026, 11, 14), END])


def rank(judged: Target, value: Decimal, day: date, days_to_due: int | None) -> int:
    today = NEXT_YEAR if day == END else day
    known = Known(state="value", value=value, as_of=day, days_to_due=days_to_due)
    return BETTER.index(judge(judged, known, today, RULES).cls)


@settings(max_examples=200)
@given(
    st.sampled_from(["level", "cumulative"]),
    floors | ceilings,
    st.sampled_from(["%", "người", "đồng"]),
    st.decimals(1, 500, places=2),
    st.lists(st.decimals(0, 600, places=3), min_size=2, max_size=2).map(sorted),
    moments,
    st.none() | st.integers(0, 5),
)
def test_a_better_value_is_never_in_a_worse_class(
    evaluation: str,
    comparator: str | None,
    unit: str,
    mark: Decimal,
    values: list[Decimal],
    day: date,
    days_to_due: int | None,
) -> None:
    falling = comparator in ("<", "<=")
    judged = replace(target(evaluation, comparator, unit=unit, lower_better=falling), value=mark)
    if comparator == "between":
        judged = replace(judged, low=mark, high=mark + 5)
    worse, better = reversed(values) if falling else values
    assert rank(judged, worse, day, days_to_due) <= rank(judged, better, day, days_to_due)


@settings(max_examples=200)
@given(
    st.sampled_from([">", ">=", "<", "<=", "="]),
    st.decimals(1, 100, places=2),
    st.decimals("-0.02", "0.02", places=4),
)
def test_a_value_is_compared_as_it_would_be_printed(comparator: str, mark: Decimal, offset: Decimal) -> None:
    falling = None if comparator == "=" else comparator in ("<", "<=")
    judged = replace(target("level", comparator, unit="%", lower_better=falling), value=mark)
    exact = Known(state="value", value=mark + offset, as_of=END)
    printed = replace(exact, value=rounded(mark + offset))
    assert judge(judged, exact, NEXT_YEAR, RULES).cls == judge(judged, printed, NEXT_YEAR, RULES).cls


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_ratio_and_its_exact_value_are_judged_alike(above: int, below: int) -> None:
    judged = target("level", ">=", "50", unit="%", lower_better=False)
    ratio = Known(state="value", numerator=Decimal(above), denominator=Decimal(below), as_of=END)
    value = Known(state="value", value=Decimal(above) * 100 / Decimal(below), as_of=END)
    assert judge(judged, ratio, NEXT_YEAR, RULES).cls == judge(judged, value, NEXT_YEAR, RULES).cls
